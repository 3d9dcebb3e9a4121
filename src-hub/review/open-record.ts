import type { SubmittedRecord } from '../../src-shared/contract/hub-api.ts';
import { databaseName } from '../../src-shared/domain/collections.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import type { Engine, EngineDatabase } from '../engine/engine.ts';
import type { HubBook } from '../provisioning/hub-book.ts';
import { instantOf } from '../provisioning/work-place.ts';

const bodyOf = (found: DocumentBody | 'deleted' | undefined): DocumentBody | null => (found === undefined || found === 'deleted' ? null : found);

async function readAll(database: EngineDatabase, ids: string[]): Promise<DocumentBody[]> {
  const bodies = await Promise.all(ids.map((id) => database.read(id)));
  return bodies.map(bodyOf).filter((body) => body !== null);
}

/** Names of the medicines a dispense speaks of; they lie in the other database. */
async function medicineNames(engine: Engine, unit: string, dispenses: DocumentBody[]): Promise<Record<string, string>> {
  const items = dispenses.flatMap((dispense) => (Array.isArray(dispense['items']) ? dispense['items'] as { medicineId?: unknown; medicineName?: unknown }[] : []));
  const names: Record<string, string> = {};
  for (const { medicineId, medicineName } of items) if (typeof medicineId === 'string') names[medicineId] = typeof medicineName === 'string' ? medicineName : '';
  const resources = databaseName('resources', unit);
  if (!engine.has(resources)) return names;
  const found = await engine.use(resources, (database) => readAll(database, Object.keys(names)));
  for (const medicine of found) names[medicine._id] = [medicine['inn'], medicine['strength']].filter((part) => typeof part === 'string').join(' ') || (names[medicine._id] ?? '');
  return names;
}

/** One record with its patient and what was dispensed for it, as a reviewer opens it. Writes the access log first: no record is seen without a row. */
export async function openRecord(engine: Engine, book: HubBook, now: () => number, account: string, unit: string, recordId: string): Promise<SubmittedRecord | null> {
  const known = book.sql.get<{ patientId: string; receivedAt: string }>('SELECT patientId, receivedAt FROM consoleEncounters WHERE unit = ? AND id = ?', unit, recordId);
  if (!known) return null;
  book.sql.run('INSERT INTO accessLog (at, account, action, unit, recordId) VALUES (?, ?, ?, ?, ?)', instantOf(now()), account, 'openRecord', unit, recordId);
  const dispenseIds = book.sql.all<{ id: string }>('SELECT id FROM consoleDispenses WHERE unit = ? AND patientId = ? AND encounterId = ?', unit, known.patientId, recordId).map((row) => row.id);
  const found = await engine.use(databaseName('health', unit), async (database) => ({
    record: bodyOf(await database.read(recordId)), patient: bodyOf(await database.read(known.patientId)), dispenses: await readAll(database, dispenseIds),
  }));
  if (!found.record || found.record['status'] === 'draft') return null;
  return {
    unit, record: found.record, patient: found.patient, dispenses: found.dispenses, receivedAt: known.receivedAt, rev: String(found.record._rev),
    medicines: await medicineNames(engine, unit, found.dispenses),
  };
}
