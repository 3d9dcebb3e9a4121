import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import type { CaseReport } from '../../../src-shared/domain/surveillance/case-report.schema.ts';
import { caseStandings } from '../../../src-shared/domain/surveillance/case-standings.ts';
import { joinCases, type DiseaseCase, type ReportedDisease, type SeenDisease } from '../../../src-shared/domain/surveillance/join-cases.ts';
import type { PersonEntry } from '../db/person-entry.ts';
import { seenBetween } from '../db/seen-diseases.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { inTurns } from '../work/in-turns.ts';

export interface StationCases { cases: DiseaseCase[]; /** By the id of the record that stands for the person. */ people: ReadonlyMap<string, PersonEntry> }
/** What is of one case lies at most so far apart from its beginning, as far as is looked. Chosen here. */
const JOINED_OVER_DAYS = 60;

/** Cases of people of this station seen from a day on, joined with what was before them. Who was handed over or struck out is not among them. [DIS4] [DIS13] */
export async function stationCases(db: StationDatabase, { from, until, byCase }: { from: string; until: string; byCase?: boolean }): Promise<StationCases> {
  const since = addDays(from, -JOINED_OVER_DAYS);
  const rows = await seenBetween(db.store.sql, { from: since, until, ...(byCase === undefined ? {} : { byCase }) });
  await db.caseReports.ready();
  const standing = caseStandings(db.caseReports.all()).map(({ current }) => current).filter(({ detectedAt }) => isBetween(detectedAt, since, until));
  const people = await peopleOf(db, [...rows, ...standing].map(({ patientId }) => patientId));
  const seen = rows.flatMap(({ day, disease, patientId, encounterId, detectedAt }): SeenDisease[] => { const person = people.get(patientId); return person ? [{ encounterId, personId: person.patient._id, diseaseId: disease, on: day, detectedAt }] : []; });
  const reported = standing.flatMap((report): ReportedDisease[] => { const person = people.get(report.patientId); return person ? [{ personId: person.patient._id, report }] : []; });
  return { cases: joinCases(seen, reported).filter(({ seenOn }) => seenOn >= from && seenOn <= until), people };
}

const isBetween = (at: string, from: string, until: string): boolean => { const on = todayInUnitZone(Date.parse(at)); return on >= from && on <= until; };

/** Whose records these are, by any of them; nobody who is away or struck out. */
export async function peopleOf(db: StationDatabase, patientIds: readonly string[]): Promise<Map<string, PersonEntry>> {
  const found = new Map<string, PersonEntry>();
  await inTurns([...new Set(patientIds)], (some) => {
    for (const id of some) {
      const own = db.people.get(id);
      const entry = own?.patient.sameAs === undefined ? own : db.people.get(own.patient.sameAs);
      if (!entry || entry.patient.voided || db.handovers.away(entry.patient._id)) continue;
      found.set(id, entry);
      found.set(entry.patient._id, entry);
    }
  });
  return found;
}

/** What counts of every case of these records. */
export const standingsOf = (reports: readonly CaseReport[]): CaseReport[] => caseStandings(reports).map(({ current }) => current);
