import { randomBytes } from 'node:crypto';
import { uuidV7 } from '../../src-shared/domain/common/uuid-v7.ts';
import { buildReview } from '../../src-shared/domain/review/build-review.ts';
import type { Claims } from './claims.ts';
import type { Reader } from './console-reader.ts';
import { listSubmitted, type SubmittedQuery } from './list-submitted.ts';
import type { ReviewAnswer, ReviewDesk } from './review-desk.ts';

/** Written at once; the form asks again for more, so that nobody waits for minutes. */
const AT_ONCE = 500;

/**
 * Accepts what is shown and clean: waiting, without a problem, not late, not of the random share, not corrected after a
 * return, not in another reviewer's hands, and this hub's to review. `count` says how many.
 */
export async function acceptClean(desk: ReviewDesk, claims: Claims, reader: Reader, query: SubmittedQuery): Promise<ReviewAnswer> {
  const { config, now } = desk.place;
  const units = query.units.filter((unit) => desk.org.reviewerOf(unit) === config.unit);
  const { rows } = listSubmitted(desk.place, { ...query, units, review: 'submitted', mark: 'clean', limit: AT_ONCE, offset: 0 });
  const free = rows.filter(({ unit, recordId }) => (claims.of(unit, recordId)?.account ?? reader.account) === reader.account);
  for (const unit of new Set(free.map((row) => row.unit))) {
    const context = desk.contextOf(reader, unit);
    await desk.put(unit, free.filter((row) => row.unit === unit).map(({ recordId, version }) => buildReview(uuidV7(now(), randomBytes(10)), { decision: 'accepted', recordId, recordVersion: version }, context)));
  }
  return { ok: true, count: free.length };
}
