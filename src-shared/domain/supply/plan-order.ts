import { daysBetween } from '../common/partial-date.ts';

/** For how many months is ordered, and how many months' use is to be left over (chosen here; the head of the store room chooses among them). */
export const orderMonths = [1, 2, 3, 6] as const;
export const reserveMonths = [0, 0.5, 1, 2] as const;
const DAYS_OF_A_MONTH = 30;

export interface OrderNeed {
  /** Average use of thirty days, in base units, to the next whole one. */ perMonth?: number;
  /** On hand and usable, but expired before its turn comes at that use. */ willExpire: number;
  /** To be ordered, in whole base units; `undefined` where its use tells nothing. */ proposed?: number;
}

/**
 * What to order of a medicine: its use over the months and the reserve, less what is on hand and will be used before it expires. `perDay`: see `usePerDay`. stock_rules.json
 * `rules` ("order = AMC x (lead+review) + safety - stock"), FROM KNOWLEDGE. `lots`: usable ones, balances in base units.
 */
export function planOrder(perDay: number | undefined, lots: readonly { balance: number; expiresOn: string }[], { months, reserve, today }: { months: number; reserve: number; today: string }): OrderNeed {
  if (perDay === undefined) return { willExpire: 0 };
  // First expiry first out: by the day a lot expires no more than so much can have been used, of all that expire until then.
  let [onHand, good] = [0, 0];
  for (const { balance, expiresOn } of [...lots].sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : 1))) {
    onHand += balance;
    good = Math.min(good + balance, Math.floor(perDay * (daysBetween(today, expiresOn) + 1) + 1e-9));
  }
  const wanted = Math.ceil(perDay * DAYS_OF_A_MONTH * (months + reserve) - 1e-9);
  return { perMonth: Math.ceil(perDay * DAYS_OF_A_MONTH - 1e-9), willExpire: onHand - good, proposed: Math.max(0, wanted - good) };
}
