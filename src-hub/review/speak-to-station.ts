import { buildReview } from '../../src-shared/domain/review/build-review.ts';
import { openRequests } from '../../src-shared/domain/review/open-requests.ts';
import type { Encounter } from '../../src-shared/domain/encounter/encounter.schema.ts';
import type { Review } from '../../src-shared/domain/review/review.schema.ts';
import type { HubBook } from '../provisioning/hub-book.ts';
import type { Reader } from './console-reader.ts';
import type { ReviewAnswer, ReviewDesk } from './review-desk.ts';
import { requestsOfUnit } from './reviews-of-record.ts';

export interface StationWord { key: string; unit: string }

/** Only the responsible unit speaks to a station. */
async function say(desk: ReviewDesk, reader: Reader, { key, unit }: StationWord, content: Parameters<typeof buildReview>[1]): Promise<ReviewAnswer> {
  const responsible = desk.org.reviewerOf(unit);
  if (responsible !== desk.place.config.unit) return { ok: false, refusals: [{ code: 'NotResponsible', unit: responsible }] };
  await desk.put(unit, [buildReview(key, content, desk.contextOf(reader, unit))]);
  return { ok: true, count: 1 };
}

/** Asks a station for a record that is missing; it goes away by itself when such a record comes. */
export const askForMissing = (desk: ReviewDesk, reader: Reader, { key, unit, comment, asked }: StationWord & { comment: string; asked: NonNullable<Review['asked']> }): Promise<ReviewAnswer> =>
  say(desk, reader, { key, unit }, { decision: 'requested', comment, asked });

export const withdrawRequest = (desk: ReviewDesk, reader: Reader, { key, unit, requestId }: StationWord & { requestId: string }): Promise<ReviewAnswer> =>
  say(desk, reader, { key, unit }, { decision: 'withdrawn', recordId: requestId });

/** Closes a month of a station, or opens it again. What arrives later for a closed month is taken and marked late, never refused. */
export const lockPeriod = (desk: ReviewDesk, reader: Reader, { key, unit, period, locked }: StationWord & { period: string; locked: boolean }): Promise<ReviewAnswer> =>
  say(desk, reader, { key, unit }, { decision: locked ? 'locked' : 'unlocked', period });

/** Requests of a station that nothing has answered yet. */
export function listOpenRequests(book: HubBook, unit: string): Review[] {
  const requests = requestsOfUnit(book.sql, unit);
  const first = requests[0]?.reviewedAt;
  if (first === undefined) return [];
  const since = book.sql.all<Pick<Encounter, 'kind' | 'status' | 'patientId' | 'occurredOn' | 'createdAt'>>('SELECT kind, status, patientId, occurredOn, createdAt FROM consoleEncounters WHERE unit = ? AND createdAt > ?', unit, first);
  return openRequests(requests, since);
}
