import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';

interface VirtualRowsProps<T> { rows: readonly T[]; keyOf(row: T): string; /** About how high a row is, in CSS pixels; each is measured once drawn. */ rowPx: number; children(row: T, index: number): ReactNode }

/** A list of which only the rows in sight are on the page. Scrolls with the nearest ancestor that scrolls. */
export function VirtualRows<T>({ rows, keyOf, rowPx, children }: VirtualRowsProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [above, setAbove] = useState(0);
  // Whatever stands above the list may grow.
  useLayoutEffect(() => {
    const found = scrollerOf(list.current);
    setScroller(found);
    if (found && list.current) setAbove(list.current.getBoundingClientRect().top - found.getBoundingClientRect().top + found.scrollTop);
  });
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller, estimateSize: () => rowPx, getItemKey: (index) => { const row = rows[index]; return row === undefined ? index : keyOf(row); }, overscan: 6, scrollMargin: above });
  return (
    <ul ref={list} style={{ height: virtual.getTotalSize(), position: 'relative', listStyle: 'none', margin: 0, padding: 0 }}>
      {virtual.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index];
        return row !== undefined && (
          <li key={key} ref={virtual.measureElement} data-index={index} aria-setsize={rows.length} aria-posinset={index + 1} style={{ position: 'absolute', top: 0, left: 0, right: 0, transform: `translateY(${String(start - above)}px)` }}>{children(row, index)}</li>
        );
      })}
    </ul>
  );
}

function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  for (let at = element?.parentElement ?? null; at; at = at.parentElement) if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  return document.documentElement;
}
