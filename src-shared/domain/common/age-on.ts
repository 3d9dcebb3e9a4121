import { datePrecision, dateBounds, daysBetween } from './partial-date.ts';

/** Completed years, months (in all) and days (in all). `approximate`: the birth date is not known to the day. */
export interface Age { years: number; months: number; days: number; approximate: boolean }

/**
 * Age on a day; `undefined` when the birth lies after it. A birth known to the year counts from 1 July, to the month
 * from the 15th (text_rules.json `date_rules`: must be flagged approximate).
 */
export function ageOn(bornOn: string, on: string): Age | undefined {
  if (dateBounds(bornOn).earliest > on) return undefined;
  const precision = datePrecision(bornOn);
  const assumed = precision === 'year' ? `${bornOn}-07-01` : precision === 'month' ? `${bornOn}-15` : bornOn;
  const from = assumed > on ? on : assumed;
  const months = completedMonths(from, on);
  return { years: Math.floor(months / 12), months, days: daysBetween(from, on), approximate: precision !== 'day' };
}

/** Youngest the person can be on that day, in completed years: what a rule that demands something of adults goes by. */
export function surelyAtLeastYears(bornOn: string, on: string, years: number): boolean {
  const { latest } = dateBounds(bornOn);
  return latest <= on && completedMonths(latest, on) >= years * 12;
}

function completedMonths(from: string, to: string): number {
  const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number);
  const [y2 = 0, m2 = 0, d2 = 0] = to.split('-').map(Number);
  return (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0);
}
