import type { RequestedRow, ReturnedRow } from '../../../src-shared/contract/queries.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { stands } from '../../../src-shared/domain/handover/stands.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { openRequests } from '../../../src-shared/domain/review/open-requests.ts';
import { caseStandingOf } from '../db/case-standing-of.ts';
import { readReviewed, type Reviewed } from '../db/read-reviewed.ts';
import type { Screens } from '../db/screens.ts';
import type { StationDatabase } from '../db/station-database.ts';

/** Records that were returned and not corrected yet; the one that waits longest first. */
export function returnedRows(db: StationDatabase): ReturnedRow[] {
  return db.returns.returnedRecordIds().flatMap((recordId): ReturnedRow[] => {
    const reviewed = readReviewed(db.store, recordId);
    const record = reviewed?.record;
    const review = record && stands({ body: record }) ? db.returns.openReturn(record) : undefined;
    if (!reviewed || !record || !review) return [];
    // A further version answers it: the one returned is never changed.
    if (reviewed.kind === 'caseReport' && caseStandingOf(db, recordId)?.current._id !== recordId) return [];
    return [{
      recordId, ...whatOf(reviewed), patientId: record.patientId, patientName: db.people.get(record.patientId)?.patient.fullName ?? '', returnedAt: review.reviewedAt,
      returnedBy: review.reviewedBy, fields: (review.comments ?? []).map(({ field }) => field), ...(review.comment === undefined ? {} : { reason: review.comment }),
    }];
  }).sort((a, b) => (a.returnedAt < b.returnedAt ? -1 : 1));
}

function whatOf({ kind, record }: Reviewed): Pick<ReturnedRow, 'kind' | 'dose' | 'condition' | 'diseaseId' | 'occurredOn'> {
  switch (kind) {
    case 'encounter': return { kind: record.kind, occurredOn: record.occurredOn };
    case 'immunization': return { kind, dose: { vaccine: record.vaccine, doseNumber: record.doseNumber }, occurredOn: record.occurredOn };
    case 'episode': return { kind, condition: record.condition, occurredOn: record.enrolledOn };
    case 'pregnancy': return { kind, occurredOn: record.registeredOn };
    case 'birth': return { kind, occurredOn: record.bornOn };
    case 'caseReport': return { kind, diseaseId: record.diseaseId, occurredOn: todayInUnitZone(Date.parse(record.detectedAt)) };
    case 'antenatalVisit': case 'postnatalVisit': case 'followUp': return { kind, occurredOn: record.occurredOn };
  }
}

/** What a reviewer asked for and nobody has written since. */
export async function requestedRows(db: StationDatabase, screens: Screens): Promise<RequestedRow[]> {
  const requests = db.returns.requests();
  const asked = requests.filter(({ decision }) => decision === 'requested');
  if (asked.length === 0) return [];
  const since = asked.map(({ reviewedAt }) => reviewedAt).sort()[0] ?? '';
  const records = await screens.find<Encounter>('encounters', { selector: { createdAt: { $gt: since } } });
  return openRequests(requests, records).map(({ _id, asked: what, comment = '', reviewedAt, reviewedBy }) => {
    const patientName = what?.patientId === undefined ? undefined : db.people.get(what.patientId)?.patient.fullName;
    return {
      id: _id, kind: what?.kind ?? 'checkup', comment, askedAt: reviewedAt, askedBy: reviewedBy, ...(what?.occurredOn === undefined ? {} : { occurredOn: what.occurredOn }),
      ...(what?.patientId !== undefined && patientName !== undefined ? { patientId: what.patientId, patientName } : {}),
    };
  });
}
