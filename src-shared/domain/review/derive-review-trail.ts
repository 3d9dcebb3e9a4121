import type { Encounter } from '../encounter/encounter.schema.ts';
import type { Review } from './review.schema.ts';

type Amendment = Encounter['amendments'][number];
/** One word of a reviewer and, for a return, the correction that answered it. */
export interface TrailStep { review: Review; correction?: Amendment }

/** The amendment that answered a return: the one that names it, else the first one after it. */
function correctionOf(review: Review, amendments: readonly Amendment[]): Amendment | undefined {
  return amendments.find(({ answers }) => answers === review._id) ?? amendments.find(({ at, answers }) => answers === undefined && at > review.reviewedAt);
}

/** Every return with its correction and every acceptance, oldest first. */
export function deriveReviewTrail(record: Pick<Encounter, '_id' | 'amendments'>, reviews: Iterable<Review>): TrailStep[] {
  return [...reviews].filter(({ recordId, decision }) => recordId === record._id && (decision === 'returned' || decision === 'accepted'))
    .sort((a, b) => (a.version < b.version ? -1 : 1))
    .map((review) => {
      const correction = review.decision === 'returned' ? correctionOf(review, record.amendments) : undefined;
      return { review, ...(correction ? { correction } : {}) };
    });
}

/** What stood in the version that was returned last, with that return; `undefined` while nothing has been corrected. */
export function lastReturned(trail: readonly TrailStep[]): { review: Review; before: Record<string, unknown> } | undefined {
  for (const { review, correction } of [...trail].reverse()) if (correction) return { review, before: correction.before };
  return undefined;
}
