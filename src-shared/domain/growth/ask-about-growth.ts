import type { Warning } from '../common/refusal.ts';
import { growthOf, type GrowingChild, type GrowthValue, type Measurement } from './growth-of.ts';

const isDoubtful = (value: GrowthValue | undefined): boolean => value !== undefined && value.class === undefined;

/** What somebody should look at again before weight and height of a child are saved: `WeightUnlikely {weightKg}`, `HeightUnlikely {heightCm}`, `WeightForHeightUnlikely {weightKg, heightCm}`. [GRO7] [GRO16] */
export function askAboutGrowth(child: GrowingChild, measurement: Measurement): Warning[] {
  const indices = growthOf(child, measurement)?.indices;
  if (!indices) return [];
  const { weightKg, heightCm } = measurement;
  const warnings: Warning[] = [];
  if (isDoubtful(indices.weightForAge)) warnings.push({ code: 'WeightUnlikely', field: 'observations.weightKg', weightKg });
  if (isDoubtful(indices.heightForAge)) warnings.push({ code: 'HeightUnlikely', field: 'observations.heightCm', heightCm });
  // One of the two alone says which it is.
  if (warnings.length === 0 && (isDoubtful(indices.weightForHeight) || isDoubtful(indices.bmiForAge))) warnings.push({ code: 'WeightForHeightUnlikely', field: 'observations.weightKg', weightKg, heightCm });
  return warnings;
}
