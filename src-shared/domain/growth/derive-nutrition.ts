import { ageOn } from '../common/age-on.ts';
import { addMonths } from '../common/partial-date.ts';
import { growthIndices, type GrowthClass, type GrowthIndex } from './growth-classes.ts';
import { STANDS_FROM_MONTHS, type GrowthValue } from './growth-of.ts';
import type { GrowthPoint } from './growth-points.ts';

/** After so long without a weight it is said; chosen here. */
const WEIGHED_EVERY_MONTHS = { underTwo: 3, older: 6 };
/** Values of the year before a day count: the report's period is a year (reports.json `uw`, `stunt`, `waste`); chosen here. */
const COUNTED_MONTHS = 12;

export type LatestValues = Partial<Record<GrowthIndex, GrowthValue & { on: string }>>;
/** What is last known of a child; it holds on any day. */
export interface NutritionStanding { latest: LatestValues; weighedOn?: string; weightKg?: number; measuredOn?: string; heightCm?: number }

/** The last value of each index, which need not be of one day. */
export function deriveNutrition(points: readonly GrowthPoint[]): NutritionStanding {
  const standing: NutritionStanding = { latest: {} };
  for (const { on, weightKg, heightCm, indices } of points) {
    for (const index of growthIndices) { const value = indices[index]; if (value) standing.latest[index] = { on, ...value }; }
    if (weightKg !== undefined) Object.assign(standing, { weighedOn: on, weightKg });
    if (heightCm !== undefined) Object.assign(standing, { measuredOn: on, heightCm });
  }
  return standing;
}

/** Not weighed for too long, or never. [GRO11] */
export function weighingMissed({ weighedOn }: NutritionStanding, bornOn: string, on: string): 'never' | 'long' | undefined {
  if (weighedOn === undefined) return 'never';
  const isUnderTwo = (ageOn(bornOn, on)?.months ?? 0) < STANDS_FROM_MONTHS;
  return weighedOn <= addMonths(on, -(isUnderTwo ? WEIGHED_EVERY_MONTHS.underTwo : WEIGHED_EVERY_MONTHS.older)) ? 'long' : undefined;
}

/** The values of the year before a day: older ones say how a child was, not how it is. */
export function recentValues({ latest }: Pick<NutritionStanding, 'latest'>, on: string): LatestValues {
  const since = addMonths(on, -COUNTED_MONTHS);
  return Object.fromEntries(Object.entries(latest).filter(([, value]) => value.on > since));
}

export const nutritionFindings = ['underweight', 'stunted', 'wasted', 'overweight', 'notWeighed', 'implausible'] as const;
export type NutritionFinding = (typeof nutritionFindings)[number];

/** What a list is filtered by. */
export function hasFinding(finding: NutritionFinding, standing: NutritionStanding, bornOn: string, on: string): boolean {
  const { weightForAge, heightForAge, weightForHeight, ...others } = recentValues(standing, on);
  switch (finding) {
    case 'underweight': return isLow(weightForAge);
    case 'stunted': return isLow(heightForAge);
    case 'wasted': return isLow(weightForHeight);
    case 'overweight': return weightForHeight?.class === 'high' || weightForHeight?.class === 'veryHigh';
    case 'notWeighed': return weighingMissed(standing, bornOn, on) !== undefined;
    case 'implausible': return [weightForAge, heightForAge, weightForHeight, others.bmiForAge].some((value) => value !== undefined && value.class === undefined);
  }
}

const isLow = (value: GrowthValue | undefined): boolean => value?.class === 'low' || value?.class === 'veryLow';

/** Of so many children with a value: how many are low (`veryLow` among them) and high (`veryHigh` among them). */
export interface NutritionCount { of: number; low: number; veryLow: number; high: number; veryHigh: number }
export type NutritionCounts = Record<Exclude<GrowthIndex, 'bmiForAge'>, NutritionCount>;

/** The year's last values in numbers: underweight, stunted, wasted and overweight. [GRO12] */
export function countNutrition(standings: readonly Pick<NutritionStanding, 'latest'>[], on: string): NutritionCounts {
  const recent = standings.map((standing) => recentValues(standing, on));
  const count = (index: GrowthIndex): NutritionCount => {
    const classes = recent.flatMap(({ [index]: value }) => value?.class ?? []);
    const among = (...wanted: GrowthClass[]) => classes.filter((one) => wanted.includes(one)).length;
    return { of: classes.length, low: among('low', 'veryLow'), veryLow: among('veryLow'), high: among('high', 'veryHigh'), veryHigh: among('veryHigh') };
  };
  return { weightForAge: count('weightForAge'), heightForAge: count('heightForAge'), weightForHeight: count('weightForHeight') };
}
