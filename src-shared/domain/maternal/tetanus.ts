import { addDays } from '../common/partial-date.ts';
import { gestationOn, startOf, type DueDay } from './gestation.ts';

/** Days between a dose and the one before it, for the second to the fifth (immunization_schedule.json, vaccine TT; FROM KNOWLEDGE). */
const DAYS_AFTER_THE_ONE_BEFORE = [28, 183, 365, 365] as const;
/** The fifth protects for good (FROM KNOWLEDGE). */
const LAST_DOSE = 5;
/** From this dose on she and the child of this pregnancy are protected (maternal.json `indicators`, FROM KNOWLEDGE); months count no spaces between doses. */
export const PROTECTED_FROM_DOSE = 2;
/** From this week on fewer doses than that are late (immunization_schedule.json `reminders`, FROM KNOWLEDGE). */
const LATE_FROM_WEEKS = 32;

/** A dose of the woman's life; without a day where only its number is known. */
export interface TetanusDose { doseNumber: number; on?: string }
export const tetanusStates = ['toCome', 'due', 'late'] as const;
export type TetanusState = (typeof tetanusStates)[number];
export interface TetanusStanding { /** Highest number known, 0: none. */ given: number; lastOn?: string; /** None after the fifth. */ next?: { doseNumber: number; fromOn: string; state: TetanusState } }

/**
 * How a woman whose pregnancy goes on stands with tetanus on a day. A dose of this pregnancy makes the next one due after its days; one given before it does so
 * at registering, 28 days after it at the soonest ("or next pregnancy"). `doses` later than the day count nothing.
 */
export function deriveTetanus({ registeredOn, due, doses }: { registeredOn: string; due: DueDay | undefined; doses: readonly TetanusDose[] }, on: string): TetanusStanding {
  const known = doses.filter((dose) => dose.on === undefined || dose.on <= on);
  const given = Math.max(0, ...known.map(({ doseNumber }) => doseNumber));
  const lastOn = known.flatMap((dose) => (dose.doseNumber === given && dose.on !== undefined ? dose.on : [])).sort().at(-1);
  const standing = { given, ...(lastOn === undefined ? {} : { lastOn }) };
  if (given >= LAST_DOSE) return standing;
  const begunOn = due ? startOf(due) : registeredOn;
  const fromOn = nextFrom({ given, lastOn, begunOn, registeredOn });
  const isLate = given < PROTECTED_FROM_DOSE && (gestationOn(due, on)?.weeks ?? 0) >= LATE_FROM_WEEKS;
  return { ...standing, next: { doseNumber: given + 1, fromOn, state: on < fromOn ? 'toCome' : isLate ? 'late' : 'due' } };
}

function nextFrom({ given, lastOn, begunOn, registeredOn }: { given: number; lastOn: string | undefined; begunOn: string; registeredOn: string }): string {
  if (given === 0 || lastOn === undefined) return registeredOn;
  if (lastOn >= begunOn) return addDays(lastOn, DAYS_AFTER_THE_ONE_BEFORE[given - 1] ?? 0);
  const soonest = addDays(lastOn, DAYS_AFTER_THE_ONE_BEFORE[0]);
  return soonest > registeredOn ? soonest : registeredOn;
}
