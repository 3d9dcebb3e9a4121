import type { Review } from './review.schema.ts';

export type ReviewStatus = 'submitted' | 'returned' | 'accepted';

/** What the newest review says of the record's current version; a corrected record is submitted again by itself. */
export function deriveReviewStatus(record: { _id: string; version: string }, reviews: Iterable<Review>): ReviewStatus {
  let newest: Review | undefined;
  for (const review of reviews) {
    if (review.recordId === record._id && review.recordVersion === record.version && (!newest || review.version > newest.version)) newest = review;
  }
  return newest?.decision ?? 'submitted';
}
