import { collectionOfId, collections } from '../../src-shared/domain/collections.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import { facilityId, facilityProfile } from '../../src-shared/domain/facility/facility.schema.ts';
import { summarizeEquipment } from '../../src-shared/domain/facility/summarize-equipment.ts';
import { summarizeFacility } from '../../src-shared/domain/facility/summarize-facility.ts';
import { report } from '../../src-shared/domain/report/report.schema.ts';
import type { Sql } from '../../store/index.ts';
import type { EngineDatabase } from '../engine/engine.ts';
import type { Gathered, IndexedDocument } from '../receipts/leaf-index.ts';
import { writeColdDecision, writeColdPlaces, writeReading } from './index-cold.ts';

const ANY_DAY = '2026-01-01';
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const isOfEquipment = ({ id }: Pick<IndexedDocument, 'id'>): boolean => ['equipment', 'equipmentEvents'].includes(collectionOfId(id)?.name ?? '');

/** The whole register of a station, once for a slice that brings something of it: a line's state is reckoned from all of its events. */
export async function gatherEquipment(database: EngineDatabase, documents: readonly IndexedDocument[]): Promise<Gathered> {
  const gathered = new Map<string, DocumentBody>();
  if (!documents.some(isOfEquipment)) return gathered;
  for (const { idPrefix } of [collections.equipment, collections.equipmentEvents]) {
    const { rows } = await database.allDocuments({ startKey: `${idPrefix}:`, endKey: `${idPrefix};`, inclusiveEnd: false, withBodies: true });
    for (const row of rows) if ('doc' in row && row.doc) gathered.set(row.id, row.doc);
  }
  return gathered;
}

/** A slice of a station's `resources-*` begins: its stock is counted anew when somebody asks. */
export function beginResources(sql: Sql, unit: string): void {
  sql.run(`INSERT INTO consoleStock (unit, day) VALUES (?, '') ON CONFLICT (unit) DO UPDATE SET day = ''`, unit);
}

/** Keeps what a document of `resources-*` says of its station's people, beds, equipment, fridges and stock, and of its months. */
export function indexResource(sql: Sql, unit: string, document: IndexedDocument, gathered: Gathered): void {
  const { id, body } = document;
  switch (collectionOfId(id)?.name) {
    case 'facilityProfiles': return writeFacility(sql, unit, document);
    case 'equipment': case 'equipmentEvents': return writeEquipment(sql, unit, gathered);
    case 'temperatureReadings': return writeReading(sql, unit, document);
    case 'coldDecisions': return writeColdDecision(sql, unit, document);
    case 'reports': return writeReport(sql, unit, document);
    case 'medicines': sql.run(body ? 'INSERT INTO consoleMedicines (unit, id) VALUES (?, ?) ON CONFLICT DO NOTHING' : 'DELETE FROM consoleMedicines WHERE unit = ? AND id = ?', unit, id); return undefined;
    case 'lots': return writeLot(sql, unit, document);
    case 'stockMovements': return writeMovement(sql, unit, document);
    default: return undefined;
  }
}

function writeFacility(sql: Sql, unit: string, { id, body }: IndexedDocument): void {
  if (id !== facilityId(unit)) return;
  const shape = facilityProfile.safeParse(body);
  if (!shape.success) { sql.run('DELETE FROM consoleFacility WHERE unit = ?', unit); return; }
  const { doctors, nursesMidwives, staff, bedsPlanned, bedsActual, bedsOccupied } = summarizeFacility(shape.data);
  sql.run('INSERT OR REPLACE INTO consoleFacility (unit, doctors, nursesMidwives, staff, bedsPlanned, bedsActual, bedsOccupied, confirmedOn) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    unit, doctors, nursesMidwives, staff, bedsPlanned, bedsActual, bedsOccupied, shape.data.confirmedOn);
}

function writeReport(sql: Sql, unit: string, { id, body }: IndexedDocument): void {
  const shape = report.safeParse(body);
  if (!shape.success) { sql.run('DELETE FROM consoleReports WHERE unit = ? AND id = ?', unit, id); return; }
  const { period, number, version, lockedAt, lockedBy, late, completeness, source, reason, replaces, lines } = shape.data;
  sql.run('INSERT OR REPLACE INTO consoleReports (unit, id, period, number, version, lockedAt, lockedBy, late, completeness, records, reason, replaces, lines) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    unit, id, period, number, version, lockedAt, lockedBy, Number(late), completeness, source.records, reason ?? null, JSON.stringify(replaces), JSON.stringify(lines));
}

/** Registers already written: once for each slice. */
const written = new WeakSet<Gathered>();

function writeEquipment(sql: Sql, unit: string, gathered: Gathered): void {
  if (written.has(gathered)) return;
  written.add(gathered);
  // What works does not depend on the day, only when the next calibration is due.
  const { total, working } = summarizeEquipment(gathered.values(), ANY_DAY);
  sql.run('INSERT OR REPLACE INTO consoleEquipment (unit, total, working) VALUES (?, ?, ?)', unit, total, working);
  writeColdPlaces(sql, unit, gathered);
}

function writeLot(sql: Sql, unit: string, { id, body }: IndexedDocument): void {
  if (!body) { sql.run('UPDATE consoleLots SET isUsable = 0 WHERE unit = ? AND id = ?', unit, id); return; }
  sql.run('INSERT INTO consoleLots (unit, id, medicineId, expiresOn, isUsable) VALUES (?, ?, ?, ?, ?) ON CONFLICT (unit, id) DO UPDATE SET medicineId = excluded.medicineId, expiresOn = excluded.expiresOn, isUsable = excluded.isUsable',
    unit, id, textOf(body['medicineId']), textOf(body['expiresOn']), Number(body['status'] === 'usable'));
}

function writeMovement(sql: Sql, unit: string, { id, body }: IndexedDocument): void {
  const key = keyOf(id);
  const before = sql.get<{ lot: number; quantity: number }>('SELECT lot, quantity FROM consoleMovements WHERE unit = ? AND id = ?', unit, key);
  if (before) sql.run('UPDATE consoleLots SET balance = balance - ? WHERE number = ?', before.quantity, before.lot);
  const [lotId, quantity] = [textOf(body?.['lotId']), body?.['quantityBaseUnits']];
  // One that is no whole number can only come from a foreign program.
  if (lotId === '' || typeof quantity !== 'number' || !Number.isSafeInteger(quantity)) { sql.run('DELETE FROM consoleMovements WHERE unit = ? AND id = ?', unit, key); return; }
  sql.run('INSERT INTO consoleLots (unit, id, balance) VALUES (?, ?, ?) ON CONFLICT (unit, id) DO UPDATE SET balance = balance + excluded.balance', unit, lotId, quantity);
  sql.run('INSERT OR REPLACE INTO consoleMovements (unit, id, lot, quantity) SELECT ?, ?, number, ? FROM consoleLots WHERE unit = ? AND id = ?', unit, key, quantity, unit, lotId);
}

const uuid = /^[^:]+:([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/;
const keyOf = (id: string): Buffer => { const parts = uuid.exec(id); return parts ? Buffer.from(parts.slice(1).join(''), 'hex') : Buffer.from(id); };
