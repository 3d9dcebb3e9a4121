import type { ReactNode } from 'react';
import { useVirtualRows } from './use-virtual-rows.ts';

interface VirtualRowsProps<T> { rows: readonly T[]; keyOf(row: T): string; rowPx: number; className?: string; rowClassName?: string; ordered?: boolean; testId?: string; children(row: T): ReactNode }

/** A list of which only the rows in sight are on the page. Scrolls with the nearest ancestor that scrolls. */
export function VirtualRows<T>({ rows, keyOf, rowPx, className, rowClassName, ordered = false, testId, children }: VirtualRowsProps<T>) {
  const { holder, drawn, abovePx, belowPx, measure } = useVirtualRows<HTMLUListElement & HTMLOListElement>({ count: rows.length, rowPx, keyAt: (index) => { const row = rows[index]; return row === undefined ? String(index) : keyOf(row); } });
  const List = ordered ? 'ol' : 'ul';
  return (
    <List ref={holder} className={className} style={{ listStyle: 'none', margin: 0, padding: 0, paddingTop: abovePx, paddingBottom: belowPx }} data-testid={testId}>
      {drawn.map(({ index, key }) => {
        const row = rows[index];
        return row !== undefined && <li key={key} ref={measure} data-index={index} className={rowClassName} aria-setsize={rows.length} aria-posinset={index + 1}>{children(row)}</li>;
      })}
    </List>
  );
}
