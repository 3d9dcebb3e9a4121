import type { StationDatabase } from '../db/station-database.ts';
import { inTurns } from '../work/in-turns.ts';

const ofMonth: readonly { table: string; rows: string }[] = [{ table: 'encounters', rows: 'encounter_months' }, { table: 'followUps', rows: 'follow_up_months' }, { table: 'immunizations', rows: 'immunization_months' }];

/** How many visits, controls and doses of a month were written or changed after a version stamp; those struck out since are no longer of the month, and are not among them. [REP11] */
export async function changedSince(db: StationDatabase, month: string, newest: string): Promise<number> {
  let changed = 0;
  for (const { table, rows } of ofMonth) {
    const numbers = db.store.sql.all<{ number: number }>(`SELECT number FROM ${rows} WHERE month = ?`, month).map(({ number }) => number);
    await inTurns(numbers, (some) => { for (const stored of db.store.getNumbered(table, some)) if (typeof stored['version'] === 'string' && stored['version'] > newest) changed += 1; });
  }
  return changed;
}
