import { daysBetween } from '../common/partial-date.ts';
import type { Lot } from './supply.schema.ts';
import { isVvmSpent } from './vvm-stage.ts';

/** Days before expiry at which a lot is pointed out, widest first. stock_rules.json `alerts`, FROM KNOWLEDGE (GSP, TT 36/2018). */
export const EXPIRY_ALERT_DAYS = [180, 90, 30] as const;

export type LotState = 'usable' | 'expiringSoon' | 'expired' | 'onHold' | 'recalled';

/** A lot is usable up to and with its expiry day. A hold or recall is said before an expiry. */
export function lotState(lot: Pick<Lot, 'status' | 'expiresOn' | 'vvmChecks'>, on: string): LotState {
  if (lot.status !== 'usable') return lot.status;
  if (isVvmSpent(lot)) return 'onHold';
  if (isExpired(lot, on)) return 'expired';
  return expiryAlert(lot, on) === undefined ? 'usable' : 'expiringSoon';
}

export function isExpired(lot: Pick<Lot, 'expiresOn'>, on: string): boolean {
  return lot.expiresOn < on;
}

/** The narrowest alert the lot has come under (30, 90 or 180); `undefined` while it has longer or has expired. */
export function expiryAlert(lot: Pick<Lot, 'expiresOn'>, on: string): (typeof EXPIRY_ALERT_DAYS)[number] | undefined {
  const left = daysBetween(on, lot.expiresOn);
  return left < 0 ? undefined : EXPIRY_ALERT_DAYS.findLast((days) => left <= days);
}
