import { addDays } from '../common/partial-date.ts';

/** What one day did to one medicine, in base units: `used` was handed out (less what was undone), `change` is the sum of all movements. */
export interface StockDay { used: number; change: number }

/**
 * How far back use is averaged, how few days with stock are too few to say anything, and from when a medicine is pointed out:
 * a month, as stock is ordered monthly. stock_rules.json `rules` ("AMC = issues over last 3-6 non-stock-out months"), FROM KNOWLEDGE.
 */
const AVERAGED_DAYS = 90;
const LEAST_DAYS = 14;
export const RUNNING_OUT_DAYS = 30;

interface Stock {
  /** By ISO day; days without a movement are left out. */ days: ReadonlyMap<string, StockDay>;
  /** All on hand now, and the part that may be given out, in base units. */ balance: number; usable: number;
}

/**
 * For about how many days the usable stock lasts at the average daily use of the last 90 days, days without stock left out of the
 * average. `undefined` where nothing was used or the medicine was there for less than 14 of them.
 */
export function daysOfStock({ days, balance, usable }: Stock, today: string): number | undefined {
  const first = [...days.keys()].reduce((least, day) => (day < least ? day : least), today);
  const from = addDays(today, 1 - AVERAGED_DAYS);
  let [used, counted, atEnd] = [0, 0, balance];
  for (let on = today; on >= first && on >= from; on = addDays(on, -1)) {
    const day = days.get(on);
    if (atEnd > 0 || (day && day.used > 0)) counted += 1;
    used += day?.used ?? 0;
    atEnd -= day?.change ?? 0;
  }
  return used <= 0 || counted < LEAST_DAYS ? undefined : Math.floor((Math.max(0, usable) * counted) / used);
}
