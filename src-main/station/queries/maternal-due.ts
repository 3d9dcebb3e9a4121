import type { MaternalDue, MaternalRow } from '../../../src-shared/contract/queries.ts';
import { deriveMaternal, followedStanding, maternalKinds, maternalStates, type PregnancyStanding } from '../../../src-shared/domain/maternal/derive-pregnancy.ts';
import type { TetanusStanding } from '../../../src-shared/domain/maternal/tetanus.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import type { MotherPerson } from '../db/mothers-index.ts';
import { personEntry } from '../db/person-entry.ts';
import { maternalOf } from '../db/maternal-of.ts';
import { readRecord } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { tetanusOf } from '../db/tetanus-of.ts';
import { inTurns } from '../work/in-turns.ts';
import { notSent } from './not-sent.ts';
import { patientRow } from './patient-row.ts';
import type { ParsedQueryInput, Query } from './query.ts';
import { villagesOf } from './villages-of.ts';

const DEFAULT_LIMIT = 100;

export interface FollowedMother { person: MotherPerson; standing: PregnancyStanding }

/** Women of this station who are followed before or after a birth, as they stand today, by village and name. Who was handed over to another station is not among them. */
export async function followedMothers(db: StationDatabase): Promise<FollowedMother[]> {
  const today = db.clock.today();
  const found: FollowedMother[] = [];
  await inTurns(notSent(db, await db.mothers.people()), (some) => {
    for (const person of some) {
      const standing = person.records.pregnancies.length === 0 ? undefined : followedStanding(deriveMaternal(person.records, person.bornOn, today));
      if (standing) found.push({ person, standing });
    }
  });
  return found;
}

/** Women to come by a day. */
export const maternalDue: Query<'maternalDue'> = (input, { db }) => mothersDue(db, input);

/** The same, for paper too, which has every row. */
export async function mothersDue(db: StationDatabase, { until, kind, village, state, highRisk, limit = DEFAULT_LIMIT, offset = 0 }: ParsedQueryInput<'maternalDue'>): Promise<MaternalDue> {
  const followed = await followedMothers(db);
  const due = followed.filter(({ standing }) => standing.nextVisitOn !== undefined && (standing.nextVisitOn <= until || standing.state === 'pastDue'));
  const fits = {
    kind: ({ standing }: FollowedMother) => kind === undefined || standing.kind === kind,
    village: ({ person }: FollowedMother) => village === undefined || (person.village ?? null) === village,
    state: ({ standing }: FollowedMother) => state === undefined || standing.state === state,
    highRisk: ({ standing }: FollowedMother) => highRisk === undefined || standing.isHighRisk,
  };
  /** Those whom every filter but this one lets through. */
  const but = (left?: keyof typeof fits) => due.filter((one) => Object.entries(fits).every(([name, fit]) => name === left || fit(one)));
  const found = but();
  const [byKind, byState] = [but('kind'), but('state')];
  return {
    until, rows: await motherRows(db, found.slice(offset, offset + limit)), total: found.length, people: followed.length, villages: villagesOf(but('village').map(({ person }) => person)),
    states: Object.fromEntries(maternalStates.map((one) => [one, byState.filter(({ standing }) => standing.state === one).length])) as MaternalDue['states'],
    kinds: Object.fromEntries(maternalKinds.map((one) => [one, byKind.filter(({ standing }) => standing.kind === one).length])) as MaternalDue['kinds'],
    highRisk: but('highRisk').filter(({ standing }) => standing.isHighRisk).length,
  };
}

export async function motherRows(db: StationDatabase, mothers: readonly FollowedMother[]): Promise<MaternalRow[]> {
  const rows: MaternalRow[] = [];
  await inTurns(mothers, (some) => {
    for (const { person: { id, records }, standing } of some) {
      const patient = readRecord<Patient>(db.store, 'patients', id);
      if (!patient) continue;
      const plannedPlace = records.pregnancies.find(({ _id }) => _id === standing.pregnancyId)?.plannedPlace;
      const tetanus = standing.kind === 'antenatal' ? tetanusIn(db, id, standing.pregnancyId) : undefined;
      rows.push({
        patient: patientRow(personEntry(patient)), standing, ...(plannedPlace === undefined ? {} : { plannedPlace }), ...(tetanus ? { tetanus } : {}),
        ...(patient.guardian ? { guardian: { fullName: patient.guardian.fullName, ...(patient.guardian.phone === undefined ? {} : { phone: patient.guardian.phone }) } } : {}),
      });
    }
  });
  return rows;
}

function tetanusIn(db: StationDatabase, patientId: string, pregnancyId: string): TetanusStanding | undefined {
  const records = maternalOf(db, patientId);
  const pregnancy = records.pregnancies.find(({ _id }) => _id === pregnancyId);
  return pregnancy && tetanusOf(db, patientId, pregnancy, records, db.clock.today());
}
