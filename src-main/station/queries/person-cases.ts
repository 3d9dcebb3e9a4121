import type { PersonCases, PersonDisease } from '../../../src-shared/contract/queries.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { stands } from '../../../src-shared/domain/handover/stands.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { caseDeadline, hoursLeft } from '../../../src-shared/domain/surveillance/case-deadline.ts';
import { caseReport, type CaseReport } from '../../../src-shared/domain/surveillance/case-report.schema.ts';
import { caseStandings } from '../../../src-shared/domain/surveillance/case-standings.ts';
import { detectedAt, diseasesIn } from '../../../src-shared/domain/surveillance/detected-at.ts';
import { dosesAgainst } from '../../../src-shared/domain/surveillance/disease-vaccines.ts';
import { joinCases, unreported } from '../../../src-shared/domain/surveillance/join-cases.ts';
import { diseaseOfCode } from '../../../src-shared/domain/surveillance/notifiable-diseases.ts';
import { immunizationsOf } from '../db/immunizations-of.ts';
import { bodyOf, readRecord } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Query } from './query.ts';
import { unitNames } from './unit-names.ts';

/** Reports of a person's cases, whichever of their records they are in and what came along, and what a new report is begun with. [DIS14] */
export const personCases: Query<'personCases'> = ({ patientId }, { db }): PersonCases | null => {
  const person = readRecord<Patient>(db.store, 'patients', patientId);
  if (!person) return null;
  const ids = db.people.recordsOf(patientId);
  const standings = caseStandings(db.caseReports.ofPatients(ids));
  const address = [person.address?.line, person.village].filter((part) => part !== undefined).join(', ');
  return {
    patientId, bornOn: person.bornOn,
    cases: [...standings.map(({ current, rivals, others }) => ({ current, versions: [current, ...rivals, ...others] })), ...carriedCases(db, ids)].sort((a, b) => (a.current.detectedAt < b.current.detectedAt ? 1 : -1)),
    seen: seenOf(db, ids, standings.map(({ current }) => current)), doses: dosesAgainst(immunizationsOf(db, patientId)),
    ...(address === '' ? {} : { address }), ...(person.occupation === undefined ? {} : { occupation: person.occupation }),
  };
};

function seenOf(db: StationDatabase, ids: readonly string[], reports: readonly CaseReport[]): PersonDisease[] {
  const now = db.clock.instant();
  const visits = ids.flatMap((id) => db.store.getWith('encounters', 'patientId', id)).map((stored) => bodyOf<Encounter>(stored)).filter(({ status }) => status === 'submitted' || status === 'amended');
  const seen = visits.flatMap((visit) => diseasesIn(visit.diagnoses).map((diseaseId) => ({
    encounterId: visit._id, personId: '', diseaseId, on: visit.occurredOn, detectedAt: detectedAt(visit, diseaseId), diagnosis: visit.diagnoses.find(({ icd10 }) => diseaseOfCode(icd10)?.id === diseaseId)?.text ?? '',
  })));
  const open = unreported(joinCases(seen, reports.map((report) => ({ personId: '', report }))));
  return seen.map(({ encounterId, diseaseId, on, detectedAt: at, diagnosis }): PersonDisease => {
    const deadlineAt = caseDeadline(diseaseId, at);
    return { encounterId, diseaseId, diagnosis, on, detectedAt: at, ...(deadlineAt === undefined ? {} : { deadlineAt, hoursLeft: hoursLeft(deadlineAt, now) }), toReport: open.some((one) => one.diseaseId === diseaseId && one.encounterIds.includes(encounterId)) };
  }).sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

/** Of another station that handed the person over; back where it was written it stands as our own. */
function carriedCases(db: StationDatabase, ids: readonly string[]) {
  const names = unitNames(db);
  const carried = db.handovers.carried(ids).flatMap(({ transfer, record }) => {
    const read = record.kind === 'caseReport' && stands(record) && db.store.get('caseReports', record.id) === undefined ? caseReport.safeParse({ ...record.body, _id: record.id }) : undefined;
    return read?.success ? [{ report: read.data, from: names(record.unit) ?? (record.unit === transfer.fromUnit ? transfer.fromName : undefined) ?? record.unit }] : [];
  });
  return caseStandings(carried.map(({ report }) => report)).map(({ current, rivals, others }) => ({ current, versions: [current, ...rivals, ...others], carriedFrom: carried.find(({ report }) => report._id === current._id)?.from ?? '' }));
}
