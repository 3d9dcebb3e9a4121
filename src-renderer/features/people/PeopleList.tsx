import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PeopleHead } from '../../ui/PeopleHead.tsx';
import { PersonRow } from '../../ui/PersonRow.tsx';
import styles from './PeoplePage.module.css';
import type { PeopleRows } from './use-people-rows.ts';

const ROW_PX = 46;

interface PeopleListProps { total: number; rowAt: PeopleRows['rowAt']; active: number; onActive(index: number): void; onOpen(index: number): void; onVisible(last: number): void }

/** Only the rows in sight are on the page, however many people there are. */
export const PeopleList = memo(function PeopleList({ total, rowAt, active, onActive, onOpen, onVisible }: PeopleListProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: total, getScrollElement: () => scroller.current, estimateSize: () => ROW_PX, overscan: 8 });
  const [scrollbar, setScrollbar] = useState(0);
  useLayoutEffect(() => { if (scroller.current) setScrollbar(scroller.current.offsetWidth - scroller.current.clientWidth); }, []);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => { onVisible(last); }, [last, onVisible]);
  useEffect(() => { if (active < total) virtual.scrollToIndex(active, { align: 'auto' }); }, [active, total, virtual]);

  return (
    <div className={styles.list}>
      <PeopleHead scrollbarPx={scrollbar} />
      <div ref={scroller} className={styles.scroller} id="people-list" role="listbox" aria-label={t('people.title')}>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, start, key }) => (
            <PersonRow
              key={key} id={`person-${String(index)}`} row={rowAt(index)} active={index === active} style={{ transform: `translateY(${String(start)}px)`, height: ROW_PX }}
              onClick={() => { onActive(index); onOpen(index); }} setSize={total} position={index + 1}
            />
          ))}
        </div>
      </div>
    </div>
  );
});
