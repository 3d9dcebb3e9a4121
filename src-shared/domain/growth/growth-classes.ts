export const growthIndices = ['weightForAge', 'heightForAge', 'weightForHeight', 'bmiForAge'] as const;
export type GrowthIndex = (typeof growthIndices)[number];

/** What a value is called depends on its index: `low` is underweight for weight for age, stunted for height for age, wasted for the others. */
export type GrowthClass = 'veryLow' | 'low' | 'normal' | 'high' | 'veryHigh';

/** z-scores beyond are more often a slip of the keyboard than a child. WHO's flags (WHO Anthro), FROM KNOWLEDGE. */
const believable: Readonly<Record<GrowthIndex, { least: number; most: number }>> = {
  weightForAge: { least: -6, most: 5 }, heightForAge: { least: -6, most: 6 }, weightForHeight: { least: -5, most: 5 }, bmiForAge: { least: -5, most: 5 },
};

/** Indices that say too much as well as too little. */
const hasHighClass = (index: GrowthIndex): boolean => index === 'weightForHeight' || index === 'bmiForAge';

/** By WHO's cut-offs of −3, −2, +2 and +3 (FROM KNOWLEDGE); `undefined` for what is not to be believed as it stands. [GRO6] [GRO7] */
export function classifyGrowth(index: GrowthIndex, z: number): GrowthClass | undefined {
  const { least, most } = believable[index];
  if (z < least || z > most) return undefined;
  if (z < -2) return z < -3 ? 'veryLow' : 'low';
  if (z > 2 && hasHighClass(index)) return z > 3 ? 'veryHigh' : 'high';
  return 'normal';
}
