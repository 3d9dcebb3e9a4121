import { create } from 'zustand';
import type { ImmunizationsDue } from '../../../src-shared/contract/queries.ts';
import { vaccineCodes, type VaccineCode } from '../../../src-shared/domain/immunization/vaccines.ts';

/** What of the list is looked at. `until`: empty for today. `village`: none for every one, `null` for children of whom none is written down. */
export interface DueFilters { until: string; village: string | null | undefined; vaccine: VaccineCode | undefined; late: boolean }

/** Kept so that “back” from a child finds the list as it was. */
export const useDueFilters = create<DueFilters>()(() => ({ until: '', village: undefined, vaccine: undefined, late: false }));

/** As the query and the paper are asked. */
export function filtersToInput({ until, village, vaccine, late }: DueFilters, today: string): { until: string; village?: string | null; vaccine?: VaccineCode; late?: boolean } {
  return { until: until || today, ...(village === undefined ? {} : { village }), ...(vaccine === undefined ? {} : { vaccine }), ...(late ? { late } : {}) };
}

/** Doses to take along, by vaccine, in the order of the list. */
export function dosesNeeded(needed: ImmunizationsDue['needed']): { vaccine: VaccineCode; doses: number }[] {
  return vaccineCodes.flatMap((vaccine) => {
    const doses = needed.reduce((sum, one) => sum + (one.vaccine === vaccine ? one.doses : 0), 0);
    return doses > 0 ? [{ vaccine, doses }] : [];
  });
}
