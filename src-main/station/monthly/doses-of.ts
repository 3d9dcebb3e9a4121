import type { Immunization } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import { isReadable } from '../db/immunizations-of.ts';
import { bodyOf } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { inTurns } from '../work/in-turns.ts';

/** Doses given or not given here in these months, with the number of each record. */
export async function dosesOf(db: StationDatabase, { from, until }: { from: string; until: string }): Promise<{ number: number; record: Immunization }[]> {
  const numbers = db.store.sql.all<{ number: number }>('SELECT number FROM immunization_months WHERE month >= ? AND month <= ? ORDER BY month, number', from, until).map(({ number }) => number);
  const found: { number: number; record: Immunization }[] = [];
  await inTurns(numbers, (some) => {
    for (const number of some) for (const stored of db.store.getNumbered('immunizations', [number])) { const record = bodyOf<Immunization>(stored); if (isReadable(record)) found.push({ number, record }); }
  });
  return found;
}
