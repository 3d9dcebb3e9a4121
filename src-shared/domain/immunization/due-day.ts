import { addDays, addMonths } from '../common/partial-date.ts';
import type { ScheduledDose } from './immunization-schedule.ts';

/** When a dose is to be given to somebody born that day: not before its months nor its least age, nor too soon after the dose before. */
export function dueDay({ dueMonths, dueDays = 0, minAgeDays = 0, minIntervalDays = 0 }: ScheduledDose, bornOn: string, previousOn?: string): string {
  const byAge = [addDays(addMonths(bornOn, dueMonths), dueDays), addDays(bornOn, minAgeDays)];
  return [...byAge, ...(previousOn === undefined ? [] : [addDays(previousOn, minIntervalDays)])].sort().at(-1)!;
}
