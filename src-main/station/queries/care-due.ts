import type { CareDue, CareRow } from '../../../src-shared/contract/queries.ts';
import { careStates, deriveCareState, type CareStanding, type CareState } from '../../../src-shared/domain/chronic/derive-care-state.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import type { CarePerson } from '../db/care-index.ts';
import { personEntry } from '../db/person-entry.ts';
import { readRecord } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { inTurns } from '../work/in-turns.ts';
import { notSent } from './not-sent.ts';
import { patientRow } from './patient-row.ts';
import type { ParsedQueryInput, Query } from './query.ts';
import { villagesOf } from './villages-of.ts';

const DEFAULT_LIMIT = 100;

/** People of this station to come for a control by a day, by village and name, as they stand today. Who was handed over to another station is not among them. */
export const careDue: Query<'careDue'> = (input, { db }) => peopleDue(db, input);

type Due = { person: CarePerson; standing: CareStanding & { state: CareState; nextVisitOn: string } };

/** The same, for paper too, which has every row. */
export async function peopleDue(db: StationDatabase, { until, condition, village, state, limit = DEFAULT_LIMIT, offset = 0 }: ParsedQueryInput<'careDue'>): Promise<CareDue> {
  const today = db.clock.today();
  const due: Due[] = [];
  let people = 0;
  await inTurns(notSent(db, await db.care.people()), (some) => {
    for (const person of some) {
      const { state: stands, nextVisitOn, ...standing } = deriveCareState(person.records, person.bornOn, today);
      if (stands === undefined || nextVisitOn === undefined) continue;
      people += 1;
      const conditions = standing.conditions.filter(({ status }) => status === 'active');
      if (nextVisitOn <= until && (condition === undefined || conditions.some((one) => one.condition === condition))) due.push({ person, standing: { ...standing, conditions, state: stands, nextVisitOn } });
    }
  });
  const inVillage = village === undefined ? due : due.filter(({ person }) => (person.village ?? null) === village);
  const ofState = state === undefined ? due : due.filter(({ standing }) => standing.state === state);
  const found = state === undefined ? inVillage : inVillage.filter(({ standing }) => standing.state === state);
  const rows: CareRow[] = [];
  await inTurns(found.slice(offset, offset + limit), (some) => { for (const one of some) rows.push(...rowOf(one, db)); });
  return {
    until, rows, total: found.length, people, villages: villagesOf(ofState.map(({ person }) => person)),
    states: Object.fromEntries(careStates.map((one) => [one, inVillage.filter(({ standing }) => standing.state === one).length])) as CareDue['states'],
  };
}

function rowOf({ person: { id }, standing }: Due, db: StationDatabase): CareRow[] {
  const patient = readRecord<Patient>(db.store, 'patients', id);
  if (!patient) return [];
  const { guardian } = patient;
  return [{ patient: patientRow(personEntry(patient)), ...standing, ...(guardian ? { guardian: { fullName: guardian.fullName, ...(guardian.phone === undefined ? {} : { phone: guardian.phone }) } } : {}) }];
}
