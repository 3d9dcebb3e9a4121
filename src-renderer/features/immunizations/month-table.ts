import type { ImmunizationMonth } from '../../../src-shared/contract/queries.ts';
import { vaccineCodes, type VaccineCode } from '../../../src-shared/domain/immunization/vaccines.ts';

interface Sums { /** By number of the dose. */ doses: number[]; total: number; underOne: number }
export interface MonthTable { doseNumbers: number[]; rows: (Sums & { vaccine: VaccineCode })[]; total: Sums }

/** A line for each vaccine given, a column for each dose; three columns at least, as on the paper. */
export function monthTable(given: ImmunizationMonth['given']): MonthTable {
  const most = Math.max(3, ...given.map(({ doseNumber }) => doseNumber));
  const doseNumbers = Array.from({ length: most }, (_, index) => index + 1);
  const sumsOf = (these: ImmunizationMonth['given']): Sums => ({
    doses: doseNumbers.map((dose) => these.reduce((sum, { doseNumber, doses }) => sum + (doseNumber === dose ? doses : 0), 0)),
    total: these.reduce((sum, { doses }) => sum + doses, 0), underOne: these.reduce((sum, { underOne }) => sum + underOne, 0),
  });
  const rows = vaccineCodes.filter((vaccine) => given.some((one) => one.vaccine === vaccine)).map((vaccine) => ({ vaccine, ...sumsOf(given.filter((one) => one.vaccine === vaccine)) }));
  return { doseNumbers, rows, total: sumsOf(given) };
}
