import { lastDayOfMonth } from '../common/partial-date.ts';
import { lot } from './supply.schema.ts';

/** `2027-06`, as printed on a box, is the last day of that month; `undefined` for a day that does not exist. */
export function expiryDay(typed: string): string | undefined {
  const day = typed.length === 7 ? (/-(0[1-9]|1[0-2])$/.test(typed) ? lastDayOfMonth(typed) : '') : typed;
  return lot.shape.expiresOn.safeParse(day).success ? day : undefined;
}
