import { buildReview } from '../../src-shared/domain/review/build-review.ts';
import { validateReview, type ReviewInput } from '../../src-shared/domain/review/validate-review.ts';
import type { ReviewStatus } from '../../src-shared/domain/review/derive-review-status.ts';
import type { Claims } from './claims.ts';
import type { Reader } from './console-reader.ts';
import type { ReviewAnswer, ReviewDesk } from './review-desk.ts';

export interface DecideInput extends ReviewInput { key: string; unit: string; recordId: string }

/** Accepts a record, or returns it with a reason and comments at fields. The same key a second time writes nothing. */
export async function decideRecord(desk: ReviewDesk, claims: Claims, reader: Reader, { key, unit, recordId, ...input }: DecideInput): Promise<ReviewAnswer> {
  const { book, config } = desk.place;
  if (book.sql.get('SELECT 1 AS done FROM consoleReviews WHERE unit = ? AND id = ?', unit, `review:${key}`)) return { ok: true, count: 0 };
  const record = book.sql.get<{ version: string; status: string; reviewStatus: ReviewStatus }>('SELECT version, status, reviewStatus FROM consoleEncounters WHERE unit = ? AND id = ?', unit, recordId);
  const claim = claims.of(unit, recordId);
  const refusals = validateReview(record, input, {
    ownUnit: config.unit, responsibleUnit: desk.org.reviewerOf(unit), account: reader.account, status: record?.reviewStatus ?? 'submitted', ...(claim ? { claim } : {}),
  });
  if (refusals.length > 0) return { ok: false, refusals };
  const { decision, version, comment, comments } = input;
  await desk.put(unit, [buildReview(key, { decision, recordId, recordVersion: version, ...(comment === undefined ? {} : { comment }), ...(comments?.length ? { comments } : {}) }, desk.contextOf(reader, unit))]);
  claims.release(unit, recordId, reader.account);
  return { ok: true, count: 1 };
}
