import { followUp } from '../../../src-shared/domain/chronic/follow-up.schema.ts';
import type { DerivedRows, Sql, StoredDocument } from '../../../store/index.ts';
import { inTurns } from '../work/in-turns.ts';

/** A visit, checkup or control in force, of its month; `number`: of the record in its table. */
export interface MonthRow { month: string; number: number; day: string; kind: string; patientId: string }

/** Who came when, in the file itself: a month, and a year, are counted without reading a record. Change the version with whatever changes what is written. */
const rowsFrom = (from: 'encounters' | 'followUps', table: string): DerivedRows => ({
  name: table, from, version: '1',
  reset(sql) {
    sql.run(`DROP TABLE IF EXISTS ${table}`);
    sql.run(`CREATE TABLE ${table} (month TEXT NOT NULL, number INTEGER NOT NULL, day TEXT NOT NULL, kind TEXT NOT NULL, patient_id TEXT NOT NULL, PRIMARY KEY (month, number)) WITHOUT ROWID`);
  },
  follow(sql, changes) {
    for (const { number, document, previous } of changes) {
      const [before, after] = [rowOf(from, previous), rowOf(from, document)];
      if (before?.day === after?.day && before?.patientId === after?.patientId && before?.kind === after?.kind) continue;
      if (before) sql.run(`DELETE FROM ${table} WHERE month = ? AND number = ?`, before.day.slice(0, 7), number);
      if (after) sql.run(`INSERT OR REPLACE INTO ${table} (month, number, day, kind, patient_id) VALUES (?, ?, ?, ?, ?)`, after.day.slice(0, 7), number, after.day, after.kind, after.patientId);
    }
  },
});

/** An older file has as many encounters as it has: made in steps. */
export const encounterMonths = rowsFrom('encounters', 'encounter_months');
export const followUpMonths = rowsFrom('followUps', 'follow_up_months');

const day = /^\d{4}-\d{2}-\d{2}$/;

function rowOf(from: 'encounters' | 'followUps', stored: StoredDocument | undefined): Pick<MonthRow, 'day' | 'kind' | 'patientId'> | undefined {
  if (!stored || stored._deleted) return undefined;
  const { patientId, occurredOn, kind, status, voided } = stored as StoredDocument & Readonly<Record<string, unknown>>;
  if (typeof patientId !== 'string' || typeof occurredOn !== 'string' || !day.test(occurredOn)) return undefined;
  if (from === 'followUps') return voided === undefined && followUp.safeParse(stored).success ? { day: occurredOn, kind: 'followUp', patientId } : undefined;
  return (status === 'submitted' || status === 'amended') && typeof kind === 'string' ? { day: occurredOn, kind, patientId } : undefined;
}

/** So many rows take a millisecond or two. */
const PAGE = 1000;

/** Every row of these months, a page at a time. */
export async function eachMonthRow(sql: Sql, table: 'encounter_months' | 'follow_up_months', { from, until }: { from: string; until: string }, take: (row: MonthRow) => void): Promise<void> {
  let [month, number] = [from, -1];
  for (let isMore = true; isMore; ) {
    const rows = sql.all<MonthRow>(`SELECT month, number, day, kind, patient_id AS patientId FROM ${table} WHERE (month, number) > (?, ?) AND month <= ? ORDER BY month, number LIMIT ${PAGE}`, month, number, until);
    await inTurns([rows], ([some = []]) => { for (const row of some) take(row); });
    const last = rows.at(-1);
    isMore = rows.length === PAGE && last !== undefined;
    if (last) [month, number] = [last.month, last.number];
  }
}
