import { usePerDay, type StockDay } from './use-per-day.ts';

/** From when a medicine is pointed out: a month, as stock is ordered monthly. FROM KNOWLEDGE, as the average of `usePerDay`. */
export const RUNNING_OUT_DAYS = 30;

interface Stock {
  /** By ISO day; days without a movement are left out. */ days: ReadonlyMap<string, StockDay>;
  /** All on hand now, and the part that may be given out, in base units. */ balance: number; usable: number;
}

/** For about how many days the usable stock lasts at the average daily use; `undefined` where its use tells nothing. */
export function daysOfStock({ days, balance, usable }: Stock, today: string): number | undefined {
  const perDay = usePerDay({ days, balance }, today);
  return perDay === undefined ? undefined : Math.floor(Math.max(0, usable) / perDay + 1e-9);
}
