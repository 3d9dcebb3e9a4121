import type { DueChild, ImmunizationsDue } from '../../../src-shared/contract/queries.ts';
import { addDays, addMonths } from '../../../src-shared/domain/common/partial-date.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { stateOn, type DoseLine, type OpenDose } from '../../../src-shared/domain/immunization/derive-immunization-card.ts';
import { doseKey, immunizationSchedule, LATE_AFTER_DAYS, type DoseKey } from '../../../src-shared/domain/immunization/immunization-schedule.ts';
import type { ChildStanding } from '../db/children-index.ts';
import { personEntry } from '../db/person-entry.ts';
import { readRecord } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { inTurns } from '../work/in-turns.ts';
import { patientRow } from './patient-row.ts';
import type { ParsedQueryInput, Query } from './query.ts';

const DEFAULT_LIMIT = 100;
/** From this age on some dose was given somewhere; before it, nothing written may mean nothing given. Chosen here. */
const MONTHS_BEFORE_A_BOOK = 2;

/** Children of this station with doses to be given by a day, by village and name. Who was handed over to another station is not among them. */
export const immunizationsDue: Query<'immunizationsDue'> = (input, { db }) => childrenDue(db, input);

/** The same, for paper too, which has every row. */
export async function childrenDue(db: StationDatabase, { until, village, vaccine, late, limit = DEFAULT_LIMIT, offset = 0 }: ParsedQueryInput<'immunizationsDue'>): Promise<ImmunizationsDue> {
  const wasSent = new Set(db.handovers.sent().map(({ patientId }) => patientId));
  const children = (await db.children.under(until)).filter(({ id }) => !wasSent.has(id) || db.handovers.away(id) === undefined);
  const lateIfDueBy = addDays(until, -LATE_AFTER_DAYS);
  const due = children.flatMap((child) => {
    const doses = child.open.flatMap((dose) => lineIfDue(dose, until, lateIfDueBy)).filter((dose) => (vaccine === undefined || dose.vaccine === vaccine) && (!late || dose.state === 'late'));
    return doses.length > 0 ? [{ child, doses }] : [];
  });
  const found = village === undefined ? due : due.filter(({ child }) => (child.village ?? null) === village);
  const bookFrom = addMonths(until, -MONTHS_BEFORE_A_BOOK);
  const isWithoutBook = ({ hasRecords, born }: ChildStanding) => !hasRecords && born.latest <= bookFrom;
  const known = found.filter(({ child }) => !isWithoutBook(child));
  const rows: DueChild[] = [];
  await inTurns(found.slice(offset, offset + limit), (some) => { for (const { child, doses } of some) rows.push(...rowOf(child, doses, db).map((row) => (isWithoutBook(child) ? { ...row, withoutBook: true as const } : row))); });
  return {
    until, total: found.length, children: children.length, villages: villagesOf(due.map(({ child }) => child)), needed: neededOf(known.flatMap(({ doses }) => doses)), withoutBook: found.length - known.length,
    rows,
  };
}

function lineIfDue(dose: OpenDose, until: string, lateIfDueBy: string): DoseLine[] {
  const state = stateOn(dose, until, lateIfDueBy);
  return state === 'due' || state === 'late' ? [{ ...dose, state }] : [];
}

function rowOf({ id, hasRecords }: ChildStanding, doses: DoseLine[], db: StationDatabase): DueChild[] {
  const person = readRecord<Patient>(db.store, 'patients', id);
  if (!person) return [];
  const { guardian } = person;
  return [{
    patient: patientRow(personEntry(person)), doses: doses.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)), hasRecords,
    ...(guardian ? { guardian: { fullName: guardian.fullName, ...(guardian.phone === undefined ? {} : { phone: guardian.phone }) } } : {}),
  }];
}

/** In the order of the children, which is by village. */
function villagesOf(children: readonly ChildStanding[]): { village?: string; children: number }[] {
  const counts = new Map<string | undefined, number>();
  for (const { village } of children) counts.set(village, (counts.get(village) ?? 0) + 1);
  return [...counts].map(([village, count]) => ({ ...(village === undefined ? {} : { village }), children: count }));
}

/** In the order of the schedule. */
function neededOf(doses: readonly DoseKey[]): (DoseKey & { doses: number })[] {
  const counts = new Map<string, number>();
  for (const dose of doses) counts.set(doseKey(dose), (counts.get(doseKey(dose)) ?? 0) + 1);
  return immunizationSchedule.flatMap(({ vaccine, doseNumber }) => {
    const count = counts.get(doseKey({ vaccine, doseNumber }));
    return count === undefined ? [] : [{ vaccine, doseNumber, doses: count }];
  });
}
