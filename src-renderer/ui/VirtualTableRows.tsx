import type { ReactNode } from 'react';
import { useVirtualRows } from './use-virtual-rows.ts';

/** To put on the `tr` of a row. */
export interface RowProps { ref(row: HTMLElement | null): void; 'data-index': number }
interface VirtualTableRowsProps<T> { rows: readonly T[]; keyOf(row: T): string; rowPx: number; children(row: T, props: RowProps): ReactNode }

/** The body of a table of which only the rows in sight are on the page. Scrolls with the nearest ancestor that scrolls. */
export function VirtualTableRows<T>({ rows, keyOf, rowPx, children }: VirtualTableRowsProps<T>) {
  const { holder, drawn, abovePx, belowPx, measure } = useVirtualRows<HTMLTableSectionElement>({ count: rows.length, rowPx, keyAt: (index) => { const row = rows[index]; return row === undefined ? String(index) : keyOf(row); } });
  return (
    <tbody ref={holder}>
      {abovePx > 0 && <tr aria-hidden style={{ height: abovePx }} />}
      {drawn.map(({ index }) => { const row = rows[index]; return row !== undefined && children(row, { ref: measure, 'data-index': index }); })}
      {belowPx > 0 && <tr aria-hidden style={{ height: belowPx }} />}
    </tbody>
  );
}
