import type { Encounter } from '../encounter/encounter.schema.ts';
import type { Review } from './review.schema.ts';

type Answering = Pick<Encounter, 'kind' | 'status' | 'patientId' | 'occurredOn' | 'createdAt'>;

const answers = ({ asked, reviewedAt }: Review, record: Answering): boolean =>
  asked !== undefined && record.status !== 'draft' && record.status !== 'voided' && record.kind === asked.kind && record.createdAt > reviewedAt
  && (asked.patientId === undefined || asked.patientId === record.patientId) && (asked.occurredOn === undefined || asked.occurredOn === record.occurredOn);

/** Requests for a missing record that are neither withdrawn nor answered by a record written since; oldest first. */
export function openRequests(reviews: readonly Review[], records: Iterable<Answering>): Review[] {
  const withdrawn = new Set(reviews.filter(({ decision }) => decision === 'withdrawn').map(({ recordId }) => recordId));
  const known = [...records];
  return reviews.filter((one) => one.decision === 'requested' && !withdrawn.has(one._id) && !known.some((record) => answers(one, record)))
    .sort((a, b) => (a.version < b.version ? -1 : 1));
}
