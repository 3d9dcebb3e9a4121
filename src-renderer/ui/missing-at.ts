import type { TierProof } from '../../src-shared/contract/queries.ts';

/** Records on this PC, whichever PC of the station wrote them, that the unit has not proved to hold. */
export const missingAt = ({ missing, othersMissing = 0 }: Pick<TierProof, 'missing' | 'othersMissing'>): number => missing + othersMissing;
