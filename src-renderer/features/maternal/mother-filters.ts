import { create } from 'zustand';
import type { QueryInput } from '../../../src-shared/contract/queries.ts';
import type { MaternalKind, MaternalState } from '../../../src-shared/domain/maternal/derive-pregnancy.ts';

/** What of the list is looked at. `until`: empty for today. `village`: none for every one, `null` for people of whom none is written down. */
export interface MotherFilters { until: string; village: string | null | undefined; kind: MaternalKind | undefined; state: MaternalState | undefined; highRisk: boolean; /** Of the births expected. */ month: string | undefined }

/** Kept so that “back” from a person finds the list as it was. */
export const useMotherFilters = create<MotherFilters>()(() => ({ until: '', village: undefined, kind: undefined, state: undefined, highRisk: false, month: undefined }));

/** As the query of who is due, and its paper, are asked. */
export function filtersToDue({ until, village, kind, state, highRisk }: MotherFilters, today: string): Omit<QueryInput<'maternalDue'>, 'limit' | 'offset'> {
  return { until: until || today, ...(village === undefined ? {} : { village }), ...(kind === undefined ? {} : { kind }), ...(state === undefined ? {} : { state }), ...(highRisk ? { highRisk: true as const } : {}) };
}

/** As the query of the births expected is asked. */
export function filtersToExpected({ village, highRisk, month }: MotherFilters): Omit<QueryInput<'expectedBirths'>, 'limit' | 'offset'> {
  return { ...(village === undefined ? {} : { village }), ...(month === undefined ? {} : { month }), ...(highRisk ? { highRisk: true as const } : {}) };
}
