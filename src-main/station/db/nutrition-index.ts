import { deriveNutrition, type NutritionStanding } from '../../../src-shared/domain/growth/derive-nutrition.ts';
import type { GrowingChild } from '../../../src-shared/domain/growth/growth-of.ts';
import type { GrowthPoint } from '../../../src-shared/domain/growth/growth-points.ts';
import { createYoungPeople, type YoungPeople, type YoungPeopleSources, type YoungPerson } from './young-people.ts';

/** The standard ends after 60 completed months. */
const FOLLOWED_YEARS = 5;

interface Nutrition { bornOn: string; nutrition: NutritionStanding }
/** A child with the last values of its growth: they hold on any day. */
export type GrowingStanding = YoungPerson & Nutrition;
export type NutritionIndex = YoungPeople<Nutrition>;

export function createNutritionIndex({ pointsOf, ...sources }: YoungPeopleSources & { pointsOf(patientId: string, child: GrowingChild): GrowthPoint[] }): NutritionIndex {
  return createYoungPeople(sources, { years: FOLLOWED_YEARS, table: 'encounters', derive: ({ _id: id, bornOn, sex }) => ({ bornOn, nutrition: deriveNutrition(pointsOf(id, { bornOn, sex })) }) });
}
