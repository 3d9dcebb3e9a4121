import { create } from 'zustand';
import type { OrderRow } from '../../../src-shared/contract/queries.ts';
import type { orderMonths, reserveMonths } from '../../../src-shared/domain/supply/plan-order.ts';

/** How the order is asked for, and the amounts typed over what is proposed, by medicine, in base units. */
export interface OrderBook { months: (typeof orderMonths)[number]; reserve: (typeof reserveMonths)[number]; onlyNeeded: boolean; typed: Readonly<Record<string, number>> }

/** Kept so that a look at another page loses nothing of it. */
export const useOrderBook = create<OrderBook>()(() => ({ months: 1, reserve: 1, onlyNeeded: true, typed: {} }));

/** `undefined`: as proposed. */
export function setAmount(medicineId: string, amount: number | undefined): void {
  useOrderBook.setState(({ typed }) => ({ typed: Object.fromEntries([...Object.entries(typed).filter(([id]) => id !== medicineId), ...(amount === undefined ? [] : [[medicineId, amount] as const])]) }));
}

/** What stands on the page for a medicine: typed, else proposed; `undefined` where neither says anything. */
export const amountOf = ({ medicine, proposed }: OrderRow, typed: OrderBook['typed']): number | undefined => typed[medicine.id] ?? proposed;

/** The medicines on the page: all, or those to be ordered and those typed over. */
export function shownRows(rows: readonly OrderRow[], { onlyNeeded, typed }: Pick<OrderBook, 'onlyNeeded' | 'typed'>): OrderRow[] {
  return rows.filter((row) => !onlyNeeded || typed[row.medicine.id] !== undefined || (row.proposed ?? 0) > 0);
}
