import { addDays } from '../common/partial-date.ts';
import type { StockDay } from '../supply/use-per-day.ts';

/** How many days of a span ended with nothing of a medicine in the book, from its first movement on, and what was there at its end. [REP6] */
export function stockOutDays(days: ReadonlyMap<string, StockDay>, { from, on }: { from: string; on: string }): { out: number; balance: number } {
  const known = [...days].filter(([day]) => day <= on).sort(([a], [b]) => (a < b ? -1 : 1));
  const first = known[0]?.[0];
  let balance = known.reduce((sum, [day, { change }]) => (day < from ? sum + change : sum), 0);
  if (first === undefined) return { out: 0, balance };
  let out = 0;
  for (let day = from; day <= on; day = addDays(day, 1)) {
    balance += days.get(day)?.change ?? 0;
    if (day >= first && balance <= 0) out += 1;
  }
  return { out, balance };
}
