import { currentReview, deriveReviewStatus } from '../../../src-shared/domain/review/derive-review-status.ts';
import { deriveReviewTrail } from '../../../src-shared/domain/review/derive-review-trail.ts';
import { review as reviewSchema, type Review } from '../../../src-shared/domain/review/review.schema.ts';
import { readReviewed } from '../db/read-reviewed.ts';
import type { Query } from './query.ts';

/** What the tiers above said of one record: how it stands now, and every return with its correction. */
export const recordReviews: Query<'recordReviews'> = async ({ id }, { db }) => {
  const reviewed = readReviewed(db.store, id);
  if (!reviewed) return null;
  const { kind, record } = reviewed;
  const screens = await db.screens();
  const found = await screens.find<Review>('reviews', { selector: { recordId: id } });
  const reviews = found.flatMap((body) => { const shape = reviewSchema.safeParse(body); return shape.success ? [shape.data] : []; });
  const current = currentReview(record, reviews);
  return { status: deriveReviewStatus(record, reviews), ...(current ? { current } : {}), trail: deriveReviewTrail({ _id: id, amendments: kind === 'encounter' ? record.amendments : [] }, reviews) };
};
