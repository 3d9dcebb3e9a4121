import { memo, useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PeopleHead } from '../../ui/PeopleHead.tsx';
import { PERSON_ROW_PX, PersonRow } from '../../ui/PersonRow.tsx';
import { useFixedRows } from '../../ui/use-fixed-rows.ts';
import { useRowWords } from '../../ui/use-row-words.ts';
import styles from './PeoplePage.module.css';
import type { PeopleRows } from './use-people-rows.ts';

interface PeopleListProps { total: number; rowAt: PeopleRows['rowAt']; active: number; /** What the rows answer: with another question the list begins at its chosen row again. */ question: string; onOpen(index: number): void; onVisible(last: number): void }

/** Only the rows in sight are on the page, however many people there are. */
export const PeopleList = memo(function PeopleList({ total, rowAt, active, question, onOpen, onVisible }: PeopleListProps) {
  const { t } = useTranslation();
  const words = useRowWords();
  const { scroller, first, end, show } = useFixedRows(total, PERSON_ROW_PX);
  const [scrollbar, setScrollbar] = useState(0);
  useLayoutEffect(() => { if (scroller.current) setScrollbar(scroller.current.offsetWidth - scroller.current.clientWidth); }, [scroller]);
  useEffect(() => { onVisible(end - 1); }, [end, onVisible]);
  useEffect(() => { show(active); }, [active, question, show]);

  return (
    <div className={styles.list}>
      <PeopleHead scrollbarPx={scrollbar} />
      <div ref={scroller} className={styles.scroller} id="people-list" role="listbox" aria-label={t('people.title')}>
        <div style={{ height: total * PERSON_ROW_PX, position: 'relative' }}>
          {Array.from({ length: Math.max(0, end - first) }, (_, n) => first + n).map((index) => (
            <PersonRow key={index} id={`person-${String(index)}`} index={index} row={rowAt(index)} words={words} active={index === active} setSize={total} onPick={onOpen} />
          ))}
        </div>
      </div>
    </div>
  );
});
