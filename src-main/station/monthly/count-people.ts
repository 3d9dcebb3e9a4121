import { addDays, addMonths } from '../../../src-shared/domain/common/partial-date.ts';
import { yearFiguresId, type YearFigures } from '../../../src-shared/domain/report/year-figures.schema.ts';
import { eachMonthRow } from '../db/month-rows.ts';
import { readRecord } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { notSent } from '../queries/not-sent.ts';
import { inTurns } from '../work/in-turns.ts';
import { isInsuredOn, type BookPeople, type KnownPerson } from './book-people.ts';
import type { CountedLine, Member, MonthSpan } from './counted-line.ts';
import { dosesOf } from './doses-of.ts';

/** Records that say something of somebody in this time before a day are up to date (reports.json `ehr_updated`, FROM KNOWLEDGE). */
const UPDATED_MONTHS = 12;

/** The population somebody typed for the year of a month. */
export const populationOf = (db: StationDatabase, month: string): number | undefined => {
  const year = month.slice(0, 4);
  return readRecord<YearFigures>(db.store, 'yearFigures', yearFiguresId(db.identity.unit, year))?.population;
};

/** People of the book by the end of the month, and what of theirs is known. [REP3] [REP4] [REP5] */
export async function countPeople(db: StationDatabase, book: BookPeople, { month, from, on }: MonthSpan): Promise<CountedLine[]> {
  const population = populationOf(db, month);
  const everybody = notSent(db, [...(await book.any()).values()]);
  const here: KnownPerson[] = [];
  const seen = await seenSince(db, addDays(addMonths(on, -UPDATED_MONTHS), 1), on);
  await eachInTurns(everybody, (person) => { if (person.writtenOn <= on || seen.has(person.id)) here.push(person); });
  const checked = await checkedUp(db, `${on.slice(0, 4)}-01`, on);
  const lines = { book: [] as Member[], registered: [] as Member[], updated: [] as Member[], old: [] as Member[], insured: [] as Member[], checkup: [] as Member[] };
  await eachInTurns(here, (person) => {
    const member = { patientId: person.id };
    lines.book.push(member);
    if (person.writtenOn >= from && person.writtenOn <= on) lines.registered.push({ ...member, on: person.writtenOn });
    (seen.has(person.id) ? lines.updated : lines.old).push(member);
    if (isInsuredOn(person, on)) lines.insured.push(member);
    if (checked.has(person.id)) lines.checkup.push(member);
  });
  return [
    ...(population === undefined ? [] : [{ id: 'people.population', members: [], typed: population }]),
    { id: 'people.book', members: lines.book, of: population }, { id: 'people.insured', members: lines.insured, of: population }, { id: 'people.checkup', members: lines.checkup, of: population },
    { id: 'people.registered', members: lines.registered }, { id: 'people.updated', members: lines.updated, rest: lines.old },
  ];
}

/** So many people take a millisecond. */
const AT_ONCE = 500;

/** As `inTurns`, for what takes next to nothing each. */
async function eachInTurns<T>(all: readonly T[], work: (one: T) => void): Promise<void> {
  const beginnings = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, n) => n * AT_ONCE);
  for (const from of beginnings) await inTurns([from], () => { for (const one of all.slice(from, from + AT_ONCE)) work(one); });
}

/** Everybody with a visit, checkup, control or dose in these days, by the record that stands for them. */
async function seenSince(db: StationDatabase, from: string, until: string): Promise<Set<string>> {
  const seen = new Set<string>();
  const months = { from: from.slice(0, 7), until: until.slice(0, 7) };
  for (const table of ['encounter_months', 'follow_up_months'] as const) {
    await eachMonthRow(db.store.sql, table, months, ({ day, patientId }) => { if (day >= from && day <= until) seen.add(patientId); });
  }
  for (const { record } of await dosesOf(db, months)) if (record.voided === undefined && record.status === 'completed' && record.occurredOn >= from && record.occurredOn <= until) seen.add(record.patientId);
  return mains(db, seen);
}

async function checkedUp(db: StationDatabase, fromMonth: string, until: string): Promise<Set<string>> {
  const checked = new Set<string>();
  await eachMonthRow(db.store.sql, 'encounter_months', { from: fromMonth, until: until.slice(0, 7) }, ({ day, kind, patientId }) => { if (kind === 'checkup' && day <= until) checked.add(patientId); });
  return mains(db, checked);
}

async function mains(db: StationDatabase, ids: ReadonlySet<string>): Promise<Set<string>> {
  const found = new Set<string>();
  await inTurns([...ids], (some) => { for (const id of some) found.add(db.care.mainOf(id)); });
  return found;
}
