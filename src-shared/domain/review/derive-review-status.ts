import type { Review } from './review.schema.ts';

export type ReviewStatus = 'submitted' | 'returned' | 'accepted';
type Reviewed = { _id: string; version: string };

/** The newest word on the record's current version; none where nobody has spoken of this version. */
export function currentReview(record: Reviewed, reviews: Iterable<Review>): Review | undefined {
  let newest: Review | undefined;
  for (const review of reviews) {
    if (review.decision !== 'returned' && review.decision !== 'accepted') continue;
    if (review.recordId === record._id && review.recordVersion === record.version && (!newest || review.version > newest.version)) newest = review;
  }
  return newest;
}

/** What the newest review says of the record's current version; a corrected record is submitted again by itself. */
export function deriveReviewStatus(record: Reviewed, reviews: Iterable<Review>): ReviewStatus {
  const decision = currentReview(record, reviews)?.decision;
  return decision === 'returned' || decision === 'accepted' ? decision : 'submitted';
}
