import { create } from 'zustand';
import type { NutritionFinding } from '../../../src-shared/domain/growth/derive-nutrition.ts';

/** What of the list is looked at. `village`: none for every one, `null` for children of whom none is written down. */
export interface NutritionFilters { village: string | null | undefined; finding: NutritionFinding | undefined }

/** Kept so that “back” from a child finds the list as it was. */
export const useNutritionFilters = create<NutritionFilters>()(() => ({ village: undefined, finding: undefined }));

/** As the query and the paper are asked. */
export function filtersToInput({ village, finding }: NutritionFilters): { village?: string | null; finding?: NutritionFinding } {
  return { ...(village === undefined ? {} : { village }), ...(finding === undefined ? {} : { finding }) };
}
