import { collections } from '../collections.ts';
import { withoutUndefined } from '../common/build-document.ts';
import type { Review } from './review.schema.ts';

/** Who says it, where and when. `reviewerUnit`: unit of the hub; `unit`: the station. */
export interface ReviewContext { now: string; unit: string; reviewerUnit: string; account: string; displayName: string; nextVersion: () => string }

/** A reviewer's word as a new document of the station's database. `key` is minted by the form once, so that a second press writes nothing. */
export function buildReview(
  key: string, content: Pick<Review, 'decision'> & Partial<Pick<Review, 'recordId' | 'recordVersion' | 'comment' | 'comments' | 'asked' | 'period'>>, context: ReviewContext,
): Review {
  const { now, unit, reviewerUnit, account, displayName, nextVersion } = context;
  return withoutUndefined({
    _id: `${collections.reviews.idPrefix}:${key}`, recordId: '', recordVersion: '', ...content, reviewedAt: now, reviewedBy: { account, displayName, unit: reviewerUnit },
    unit, device: `hub-${reviewerUnit}`, createdAt: now, createdBy: account, updatedAt: now, updatedBy: account, version: nextVersion(), schemaVersion: collections.reviews.schemaVersion,
  }) as Review;
}
