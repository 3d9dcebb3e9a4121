import { MOST_POPULATION } from '../../../src-shared/domain/report/year-figures.schema.ts';

/** `6.240`, `6,240`, `6 240` → 6240; nothing for what is no number of people. */
export function parsePopulation(typed: string): number | undefined {
  const digits = typed.trim().replace(/[.,\s]/g, '');
  const people = /^\d{1,6}$/.test(digits) ? Number(digits) : 0;
  return people >= 1 && people <= MOST_POPULATION ? people : undefined;
}
