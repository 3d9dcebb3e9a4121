import { coldDecision } from '../../src-shared/domain/cold-chain/cold-decision.schema.ts';
import { coldPlaceKind } from '../../src-shared/domain/cold-chain/cold-place.ts';
import { temperatureReading } from '../../src-shared/domain/cold-chain/temperature-reading.schema.ts';
import { equipment, equipmentEvent, type EquipmentEvent } from '../../src-shared/domain/facility/equipment.schema.ts';
import type { Sql } from '../../store/index.ts';
import type { Gathered, IndexedDocument } from '../receipts/leaf-index.ts';

/** Something of the cold chain of a unit is other than when it was counted. */
function touch(sql: Sql, unit: string): void {
  sql.run(`INSERT INTO consoleCold (unit, day) VALUES (?, '') ON CONFLICT (unit) DO UPDATE SET day = ''`, unit);
}

/** The cold places of a whole register, each with what happened to it; those that are none any more too, for their open alarms. */
export function writeColdPlaces(sql: Sql, unit: string, gathered: Gathered): void {
  const events: EquipmentEvent[] = [];
  for (const document of gathered.values()) { const shape = equipmentEvent.safeParse(document); if (document._id.startsWith('equipmentEvents:') && shape.success) events.push(shape.data); }
  const byLine = Map.groupBy(events, ({ equipmentId }) => equipmentId);
  const before = sql.get('SELECT 1 AS yes FROM consoleColdPlaces WHERE unit = ? LIMIT 1', unit) !== undefined;
  sql.run('DELETE FROM consoleColdPlaces WHERE unit = ?', unit);
  let found = 0;
  for (const document of gathered.values()) {
    if (!document._id.startsWith('equipment:') || document._deleted === true) continue;
    const shape = equipment.safeParse(document);
    if (!shape.success || shape.data.voided || (coldPlaceKind(shape.data) === undefined && shape.data.coldPlace === undefined)) continue;
    sql.run('INSERT INTO consoleColdPlaces (unit, id, line, events) VALUES (?, ?, ?, ?)', unit, shape.data._id, JSON.stringify(shape.data), JSON.stringify(byLine.get(shape.data._id) ?? []));
    found += 1;
  }
  if (before || found > 0) touch(sql, unit);
}

/** A reading that stands; one struck out counts nothing. */
export function writeReading(sql: Sql, unit: string, { id, body }: IndexedDocument): void {
  const shape = temperatureReading.safeParse(body);
  touch(sql, unit);
  if (!shape.success || shape.data._deleted === true || shape.data.voided) { sql.run('DELETE FROM consoleReadings WHERE unit = ? AND id = ?', unit, id); return; }
  const { equipmentId, takenOn } = shape.data;
  sql.run('INSERT OR REPLACE INTO consoleReadings (unit, id, equipmentId, takenOn, body) VALUES (?, ?, ?, ?, ?)', unit, id, equipmentId, takenOn, JSON.stringify(shape.data));
}

export function writeColdDecision(sql: Sql, unit: string, { id, body }: IndexedDocument): void {
  const shape = coldDecision.safeParse(body);
  touch(sql, unit);
  if (!shape.success || shape.data._deleted === true) { sql.run('DELETE FROM consoleColdDecisions WHERE unit = ? AND id = ?', unit, id); return; }
  sql.run('INSERT OR REPLACE INTO consoleColdDecisions (unit, id, equipmentId, body) VALUES (?, ?, ?, ?)', unit, id, shape.data.equipmentId, JSON.stringify(shape.data));
}
