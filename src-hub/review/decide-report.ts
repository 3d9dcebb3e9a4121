import { buildReview } from '../../src-shared/domain/review/build-review.ts';
import { validateReview, type ReviewInput } from '../../src-shared/domain/review/validate-review.ts';
import { deriveReviewStatus } from '../../src-shared/domain/review/derive-review-status.ts';
import type { Reader } from './console-reader.ts';
import { openReport } from './list-reports.ts';
import type { ReviewAnswer, ReviewDesk } from './review-desk.ts';
import { reviewsOfRecord } from './reviews-of-record.ts';

export interface DecideReportInput extends ReviewInput { key: string; unit: string; period: string }

/** Accepts what counts of a station's month, or returns it with words for the whole or for lines. The same key a second time writes nothing. [REP17] */
export async function decideReport(desk: ReviewDesk, reader: Reader, { key, unit, period, ...input }: DecideReportInput): Promise<ReviewAnswer> {
  const { book, config } = desk.place;
  if (book.sql.get('SELECT 1 AS done FROM consoleReviews WHERE unit = ? AND id = ?', unit, `review:${key}`)) return { ok: true, count: 0 };
  const current = openReport({ book, org: desk.org }, unit, period)?.versions[0];
  const refusals = validateReview(current && { version: current.version, status: 'submitted' }, input, {
    ownUnit: config.unit, responsibleUnit: desk.org.reviewerOf(unit), account: reader.account,
    status: current ? deriveReviewStatus({ _id: current.reportId, version: current.version }, reviewsOfRecord(book.sql, unit, current.reportId)) : 'submitted',
  });
  if (refusals.length > 0 || !current) return { ok: false, refusals };
  const { decision, version, comment, comments } = input;
  await desk.put(unit, [buildReview(key, { decision, recordId: current.reportId, recordVersion: version, ...(comment === undefined ? {} : { comment }), ...(comments?.length ? { comments } : {}) }, desk.contextOf(reader, unit))]);
  return { ok: true, count: 1 };
}
