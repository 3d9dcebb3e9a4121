import { useEffect, useLayoutEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { create } from 'zustand';
import styles from './RowList.module.css';
import { useFixedRows } from './use-fixed-rows.ts';
import { useKey } from './use-key.ts';

interface RowListProps<R> {
  /** Said of the whole list. */ label: string; testId: string; /** Widths of the columns, as a grid has them. */ columns: string; /** `name`: told apart where a screen is too narrow for it. */ heads: readonly { name: string; words: string }[];
  rowPx: number; total: number; rowAt(index: number): R | undefined; /** What the rows answer: another question begins at the first row. */ question: string; onOpen(row: R): void; /** Alt and a letter do something else with the row chosen. */ byKey?: { code: string; run(row: R): void }; onVisible(last: number): void;
  /** One cell for each column. */ children: (row: R) => ReactNode;
}

/** Where each list was left, by its test id: whoever comes back from a row goes on there. */
const useListPlaces = create<Record<string, { of: string; at: number } | undefined>>()(() => ({}));

/** A long list of which only the rows in sight are on the page; arrows, Home and End choose, Enter opens. */
export function RowList<R>({ label, testId, columns, heads, rowPx, total, rowAt, question, onOpen, byKey, onVisible, children }: RowListProps<R>) {
  const { scroller, first, end, show } = useFixedRows(total, rowPx);
  const chosen = useListPlaces((places) => places[testId]);
  const choose = (at: number) => { useListPlaces.setState({ [testId]: { of: question, at } }); };
  const active = chosen?.of === question ? Math.min(chosen.at, total - 1) : 0;
  const [scrollbar, setScrollbar] = useState(0);
  useLayoutEffect(() => { if (scroller.current) setScrollbar(scroller.current.offsetWidth - scroller.current.clientWidth); }, [scroller]);
  useEffect(() => { onVisible(end - 1); }, [end, onVisible]);
  useEffect(() => { show(active); }, [active, question, show]);
  // Back from a row the arrows go on at once.
  useEffect(() => { if (useListPlaces.getState()[testId] && document.activeElement === document.body) scroller.current?.focus({ preventScroll: true }); }, [scroller, testId]);
  useKey(byKey?.code ?? '', () => { const row = rowAt(active); if (row !== undefined) byKey?.run(row); });
  const pressed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -total, End: total }[event.key];
    if (step !== undefined) { event.preventDefault(); choose(Math.max(0, Math.min(total - 1, active + step))); }
    const row = rowAt(active);
    if (event.key === 'Enter' && row !== undefined) { event.preventDefault(); onOpen(row); }
  };
  const idOf = (index: number) => `${testId}-${String(index)}`;
  return (
    <div className={styles.list} style={{ '--columns': columns } as Record<string, string>}>
      <div className={`${styles.row ?? ''} ${styles.head ?? ''}`} style={{ paddingRight: `calc(0.875rem + ${String(scrollbar)}px)` }} aria-hidden>
        {heads.map(({ name, words }) => <span key={name} data-column={name}>{words}</span>)}
      </div>
      <div ref={scroller} className={styles.scroller} role="listbox" tabIndex={0} aria-label={label} aria-activedescendant={idOf(active)} onKeyDown={pressed} data-testid={testId}>
        <div style={{ height: total * rowPx, position: 'relative' }}>
          {Array.from({ length: Math.max(0, end - first) }, (_, n) => first + n).map((index) => {
            const row = rowAt(index);
            return (
              <div key={index} id={idOf(index)} className={styles.row} role="option" aria-selected={index === active} aria-setsize={total} aria-posinset={index + 1} data-line data-active={index === active || undefined} style={{ top: index * rowPx, height: rowPx }} onClick={() => { choose(index); if (row !== undefined) onOpen(row); }}>
                {row === undefined ? <span className={styles.pending} /> : children(row)}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
