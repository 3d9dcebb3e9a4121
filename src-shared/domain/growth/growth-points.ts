import { measured } from '../encounter/derive-bmi.ts';
import type { Encounter } from '../encounter/encounter.schema.ts';
import { growthOf, type GrowingChild, type Growth } from './growth-of.ts';

/** A day on which a child was weighed or its length or height measured. */
export interface GrowthPoint extends Growth { on: string; weightKg?: number; heightCm?: number }

type Measured = Pick<Encounter, 'occurredOn' | 'createdAt' | 'status' | 'observations'>;

/** The days with weight or height from encounters in any order, oldest first; of a day the last written holds, of weight and of height. [GRO9] */
export function growthPoints(child: GrowingChild, encounters: readonly Measured[]): GrowthPoint[] {
  const days = new Map<string, { weightKg?: number; heightCm?: number }>();
  const written = encounters.filter(({ status }) => status === 'submitted' || status === 'amended').sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  for (const { occurredOn, observations } of written) {
    const [weightKg, heightCm] = [measured(observations, 'weightKg'), measured(observations, 'heightCm')];
    if (weightKg === undefined && heightCm === undefined) continue;
    days.set(occurredOn, { ...days.get(occurredOn), ...(weightKg === undefined ? {} : { weightKg }), ...(heightCm === undefined ? {} : { heightCm }) });
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([on, of]) => {
    const growth = growthOf(child, { on, ...of });
    return growth ? [{ on, ...of, ...growth }] : [];
  });
}
