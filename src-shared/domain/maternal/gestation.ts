import { addDays, daysBetween } from '../common/partial-date.ts';
import type { Pregnancy } from './pregnancy.schema.ts';

/** From the first day of the last period to the due day (maternal.json `pregnancy_fields`: EDD = LMP + 280; FROM KNOWLEDGE). */
const PREGNANCY_DAYS = 280;
/** Weeks in which the fundal height in cm is near the weeks, and how far off is unusual (maternal.json `alerts`, FROM KNOWLEDGE). */
const FUNDAL_WEEKS = { from: 20, until: 36 };
const FUNDAL_OFF_CM = 2;

export interface DueDay { dueOn: string; by: 'lastPeriod' | 'ultrasound' }
/** Completed weeks and the days after them. */
export interface Gestation { weeks: number; days: number }

/** The day the birth is expected, and by what; an ultrasound stands before the last period. */
export function dueDay({ lastPeriodOn, ultrasoundDue }: Pick<Pregnancy, 'lastPeriodOn' | 'ultrasoundDue'>): DueDay | undefined {
  if (ultrasoundDue) return { dueOn: ultrasoundDue.dueOn, by: 'ultrasound' };
  return lastPeriodOn === undefined ? undefined : { dueOn: addDays(lastPeriodOn, PREGNANCY_DAYS), by: 'lastPeriod' };
}

/** The day the weeks are counted from. */
export const startOf = ({ dueOn }: Pick<DueDay, 'dueOn'>): string => addDays(dueOn, -PREGNANCY_DAYS);

/** Days of pregnancy on a day; below zero before it began. */
export const gestationDays = (due: Pick<DueDay, 'dueOn'>, on: string): number => daysBetween(startOf(due), on);

/** How far a pregnancy is on a day; `undefined` where no due day is known or it had not begun. */
export function gestationOn(due: Pick<DueDay, 'dueOn'> | undefined, on: string): Gestation | undefined {
  const days = due ? gestationDays(due, on) : -1;
  return days < 0 ? undefined : { weeks: Math.floor(days / 7), days: days % 7 };
}

/** The fundal height (cm) that is usual at so many completed weeks. */
export function expectedFundalHeight(weeks: number): { from: number; until: number } | undefined {
  return weeks < FUNDAL_WEEKS.from || weeks > FUNDAL_WEEKS.until ? undefined : { from: weeks - FUNDAL_OFF_CM, until: weeks + FUNDAL_OFF_CM };
}
