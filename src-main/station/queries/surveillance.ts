import type { DueCaseRow, OutbreakRow, Surveillance } from '../../../src-shared/contract/queries.ts';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { caseDeadline, hoursLeft } from '../../../src-shared/domain/surveillance/case-deadline.ts';
import { findOutbreaks } from '../../../src-shared/domain/surveillance/find-outbreaks.ts';
import { unreported } from '../../../src-shared/domain/surveillance/join-cases.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { patientRow } from './patient-row.ts';
import type { Query } from './query.ts';
import { stationCases, type StationCases } from './station-cases.ts';

/** Visits so old are not asked about: a station that begins is not asked for years. Chosen here. [DIS4] */
const ASKED_DAYS = 60;

/** What is to be reported, most urgent first, and what may be an outbreak. */
export const surveillance: Query<'surveillance'> = async (_, { db }): Promise<Surveillance> => {
  const found = await recentCases(db);
  return { on: db.clock.today(), due: dueRows(db, found), outbreaks: outbreakRows(found) };
};

/** What is to be reported, for the first page, which asks for nothing else. */
export const casesDue = async (db: StationDatabase): Promise<DueCaseRow[]> => dueRows(db, await recentCases(db));

function recentCases(db: StationDatabase): Promise<StationCases> {
  const today = db.clock.today();
  return stationCases(db, { from: addDays(today, -ASKED_DAYS), until: today, byCase: true });
}

function dueRows(db: StationDatabase, { cases, people }: StationCases): DueCaseRow[] {
  const now = db.clock.instant();
  return unreported(cases).flatMap(({ personId, diseaseId, seenOn, detectedAt, encounterIds: [encounterId] }): DueCaseRow[] => {
    const [person, deadlineAt] = [people.get(personId), caseDeadline(diseaseId, detectedAt)];
    return person && deadlineAt !== undefined && encounterId !== undefined ? [{ patient: patientRow(person), encounterId, diseaseId, seenOn, deadlineAt, hoursLeft: hoursLeft(deadlineAt, now) }] : [];
  }).sort((a, b) => (a.deadlineAt < b.deadlineAt ? -1 : a.deadlineAt > b.deadlineAt ? 1 : 0));
}

function outbreakRows({ cases, people }: StationCases): OutbreakRow[] {
  const placed = cases.map((one) => ({ ...one, village: people.get(one.personId)?.patient.village }));
  return findOutbreaks(placed).map(({ diseaseId, village, from, until, cases: some }) => ({
    diseaseId, village, from, until,
    people: some.flatMap(({ personId, on, report, encounterIds: [encounterId] }) => { const person = people.get(personId); return person ? [{ patient: patientRow(person), on, reported: report !== undefined, ...(encounterId === undefined ? {} : { encounterId }) }] : []; }),
  }));
}
