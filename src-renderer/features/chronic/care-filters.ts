import { create } from 'zustand';
import type { QueryInput } from '../../../src-shared/contract/queries.ts';
import type { ChronicCondition } from '../../../src-shared/domain/chronic/chronic-lists.ts';
import type { CareState } from '../../../src-shared/domain/chronic/derive-care-state.ts';

/** What of the list is looked at. `until`: empty for today. `village`: none for every one, `null` for people of whom none is written down. */
export interface CareFilters { until: string; village: string | null | undefined; condition: ChronicCondition | undefined; state: CareState | undefined }

/** Kept so that “back” from a person finds the list as it was. */
export const useCareFilters = create<CareFilters>()(() => ({ until: '', village: undefined, condition: undefined, state: undefined }));

/** As the query and the paper are asked. */
export function filtersToInput({ until, village, condition, state }: CareFilters, today: string): Omit<QueryInput<'careDue'>, 'limit' | 'offset'> {
  return { until: until || today, ...(village === undefined ? {} : { village }), ...(condition === undefined ? {} : { condition }), ...(state === undefined ? {} : { state }) };
}
