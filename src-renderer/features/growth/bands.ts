import type { GrowthClass, GrowthIndex } from '../../../src-shared/domain/growth/growth-classes.ts';

/** Between which curves (their places among the seven) a class lies; open below or above. */
export interface Band { name: GrowthClass; from?: number; to?: number }

const low: readonly Band[] = [{ name: 'veryLow', to: 0 }, { name: 'low', from: 0, to: 1 }];

/** From below to above. Weight and height for age have no class above. */
export function bandsOf(index: GrowthIndex): readonly Band[] {
  return index === 'weightForAge' || index === 'heightForAge' ? [...low, { name: 'normal', from: 1 }] : [...low, { name: 'normal', from: 1, to: 5 }, { name: 'high', from: 5, to: 6 }, { name: 'veryHigh', from: 6 }];
}
