import { isHighPressure } from '../../../src-shared/domain/chronic/classify-blood-pressure.ts';
import { pressuresOf } from '../../../src-shared/domain/chronic/derive-care-state.ts';
import { followUp } from '../../../src-shared/domain/chronic/follow-up.schema.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import type { DerivedRows, Sql, StoredDocument } from '../../../store/index.ts';
import { inTurns } from '../work/in-turns.ts';
import { careEncounterOf } from './chronic-of.ts';

/** Who was measured when, and whether it was high, in the file itself: thirty thousand people are looked through without reading their records. Change the version with whatever changes what is written. */
const rowsFrom = (from: 'encounters' | 'followUps', table: string): DerivedRows => ({
  name: table, from, version: '1',
  reset(sql) {
    sql.run(`DROP TABLE IF EXISTS ${table}`);
    sql.run(`CREATE TABLE ${table} (day TEXT NOT NULL, number INTEGER NOT NULL, patient_id TEXT NOT NULL, high INTEGER NOT NULL, PRIMARY KEY (day, number)) WITHOUT ROWID`);
  },
  follow(sql, changes) {
    for (const { number, document, previous } of changes) {
      const [before, after] = [rowOf(from, previous), rowOf(from, document)];
      if (before?.day === after?.day && before?.patientId === after?.patientId && before?.high === after?.high) continue;
      if (before) sql.run(`DELETE FROM ${table} WHERE day = ? AND number = ?`, before.day, number);
      if (after) sql.run(`INSERT OR REPLACE INTO ${table} (day, number, patient_id, high) VALUES (?, ?, ?, ?)`, after.day, number, after.patientId, after.high);
    }
  },
});

/** An older file has as many encounters as it has: made in steps. */
export const encounterPressureRows = rowsFrom('encounters', 'encounter_pressures');
export const followUpPressureRows = rowsFrom('followUps', 'follow_up_pressures');

function rowOf(from: 'encounters' | 'followUps', stored: StoredDocument | undefined): { day: string; patientId: string; high: 0 | 1 } | undefined {
  if (!stored || stored._deleted) return undefined;
  const patientId = (stored as StoredDocument & { patientId?: unknown }).patientId;
  if (typeof patientId !== 'string') return undefined;
  const read = from === 'followUps' ? followUp.safeParse(stored) : undefined;
  const [point] = pressuresOf({ encounters: from === 'encounters' ? careEncounterOf(stored as StoredDocument & Encounter) : [], followUps: read?.success ? [read.data] : [] });
  return point && { day: point.on, patientId, high: isHighPressure(point) ? 1 : 0 };
}

/** So many rows take a millisecond or two. */
const PAGE = 1000;

/** Whose record (a second one too) a blood pressure was measured in, on these days; the high ones only where asked. */
export async function measuredPeople(sql: Sql, { from, until, highOnly = false }: { from: string; until: string; highOnly?: boolean }): Promise<Set<string>> {
  const found = new Set<string>();
  for (const { name } of [encounterPressureRows, followUpPressureRows]) {
    let [day, number] = [from, -1];
    for (let isMore = true; isMore; ) {
      const rows = sql.all<{ day: string; number: number; patient_id: string; high: number }>(`SELECT day, number, patient_id, high FROM ${name} WHERE (day, number) > (?, ?) AND day <= ? ORDER BY day, number LIMIT ${PAGE}`, day, number, until);
      await inTurns([rows], ([some = []]) => { for (const row of some) if (!highOnly || row.high === 1) found.add(row.patient_id); });
      const last = rows.at(-1);
      isMore = rows.length === PAGE && last !== undefined;
      if (last) [day, number] = [last.day, last.number];
    }
  }
  return found;
}
