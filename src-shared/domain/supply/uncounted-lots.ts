import { addDays } from '../common/partial-date.ts';

/** Every lot of a station is counted at least once a month. stock_rules.json, FROM KNOWLEDGE (GSP, TT 36/2018: physical count at least monthly, the period can be set). */
export const COUNT_EVERY_DAYS = 31;

export interface StockedLot { lotId: string; /** Day it came into the book. */ since: string }
export interface UncountedLots { /** How many are due. */ lots: number; /** The day the oldest of them was last counted, or came. */ since: string }

/** Lots in stock that no finished count has counted within the period; `undefined` where there are none. A partial count answers for its own lots only. */
export function uncountedLots(stocked: readonly StockedLot[], lastCountedOn: ReadonlyMap<string, string>, { today, everyDays }: { today: string; everyDays: number }): UncountedLots | undefined {
  const limit = addDays(today, -everyDays);
  const due = stocked.map(({ lotId, since }) => lastCountedOn.get(lotId) ?? since).filter((day) => day < limit).sort();
  const [since] = due;
  return since === undefined ? undefined : { lots: due.length, since };
}
