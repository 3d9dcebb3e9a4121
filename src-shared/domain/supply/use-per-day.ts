import { addDays } from '../common/partial-date.ts';

/** What one day did to one medicine, in base units: `used` is what `isUse` says (less what was undone), `change` is the sum of all movements. */
export interface StockDay { used: number; change: number }

/**
 * How far back use is averaged, and how few days with stock are too few to say anything. stock_rules.json `rules` ("AMC = issues over
 * last 3-6 non-stock-out months"), FROM KNOWLEDGE.
 */
export const AVERAGED_DAYS = 90;
const LEAST_DAYS = 14;

/**
 * Base units of a medicine used on an average day of the last 90, days without stock left out; `undefined` where nothing was used or it was there for less than 14 of them.
 * `days`: by ISO day, those without a movement left out; `balance`: all on hand now, in base units.
 */
export function usePerDay({ days, balance }: { days: ReadonlyMap<string, StockDay>; balance: number }, today: string): number | undefined {
  const first = [...days.keys()].reduce((least, day) => (day < least ? day : least), today);
  const from = addDays(today, 1 - AVERAGED_DAYS);
  let [used, counted, atEnd] = [0, 0, balance];
  for (let on = today; on >= first && on >= from; on = addDays(on, -1)) {
    const day = days.get(on);
    if (atEnd > 0 || (day && day.used > 0)) counted += 1;
    used += day?.used ?? 0;
    atEnd -= day?.change ?? 0;
  }
  return used <= 0 || counted < LEAST_DAYS ? undefined : used / counted;
}
