import { collectionOfId } from '../../src-shared/domain/collections.ts';
import { foldForSearch } from '../../src-shared/domain/common/fold-for-search.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import type { Sql } from '../../store/index.ts';
import type { HubBook } from '../provisioning/hub-book.ts';
import { instantOf } from '../provisioning/work-place.ts';
import type { IndexFollower, IndexedDocument } from '../receipts/leaf-index.ts';

const tables = [
  'CREATE TABLE IF NOT EXISTS consolePatients (unit TEXT NOT NULL, id TEXT NOT NULL, fullName TEXT NOT NULL, folded TEXT NOT NULL, bornOn TEXT, PRIMARY KEY (unit, id))',
  `CREATE TABLE IF NOT EXISTS consoleEncounters (unit TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, occurredOn TEXT NOT NULL, submittedAt TEXT,
    patientId TEXT NOT NULL, author TEXT NOT NULL, conclusionClass TEXT, receivedAt TEXT NOT NULL, PRIMARY KEY (unit, id))`,
  'CREATE INDEX IF NOT EXISTS consoleEncountersByDay ON consoleEncounters (occurredOn DESC, id)',
  'CREATE TABLE IF NOT EXISTS consoleDispenses (unit TEXT NOT NULL, id TEXT NOT NULL, patientId TEXT NOT NULL, encounterId TEXT, PRIMARY KEY (unit, id))',
  'CREATE INDEX IF NOT EXISTS consoleDispensesByPatient ON consoleDispenses (unit, patientId)',
  'CREATE TABLE IF NOT EXISTS consoleUnits (unit TEXT PRIMARY KEY, at TEXT NOT NULL)',
  'CREATE TABLE IF NOT EXISTS consoleConflicts (database TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (database, id))',
];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const nameOfAuthor = (author: unknown): string => textOf((author as { displayName?: unknown } | undefined)?.displayName);

function writePatient(sql: Sql, unit: string, id: string, body: DocumentBody | undefined): void {
  if (!body) { sql.run('DELETE FROM consolePatients WHERE unit = ? AND id = ?', unit, id); return; }
  const fullName = textOf(body['fullName']);
  sql.run(
    `INSERT INTO consolePatients (unit, id, fullName, folded, bornOn) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (unit, id) DO UPDATE SET fullName = excluded.fullName, folded = excluded.folded, bornOn = excluded.bornOn`,
    unit, id, fullName, foldForSearch(fullName), textOrNull(body['bornOn']),
  );
}

function writeEncounter(sql: Sql, unit: string, id: string, body: DocumentBody | undefined, at: string): void {
  // Drafts are the station's own business until they are submitted.
  if (!body || body['status'] === 'draft') { sql.run('DELETE FROM consoleEncounters WHERE unit = ? AND id = ?', unit, id); return; }
  sql.run(
    `INSERT INTO consoleEncounters (unit, id, kind, status, occurredOn, submittedAt, patientId, author, conclusionClass, receivedAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (unit, id) DO UPDATE SET kind = excluded.kind, status = excluded.status, occurredOn = excluded.occurredOn, submittedAt = excluded.submittedAt,
       patientId = excluded.patientId, author = excluded.author, conclusionClass = excluded.conclusionClass, receivedAt = excluded.receivedAt`,
    unit, id, textOf(body['kind']), textOf(body['status']), textOf(body['occurredOn']), textOrNull(body['submittedAt']), textOf(body['patientId']), nameOfAuthor(body['author']),
    textOrNull(body['conclusionClass']), at,
  );
}

function writeDispense(sql: Sql, unit: string, id: string, body: DocumentBody | undefined): void {
  if (!body) { sql.run('DELETE FROM consoleDispenses WHERE unit = ? AND id = ?', unit, id); return; }
  sql.run(
    'INSERT INTO consoleDispenses (unit, id, patientId, encounterId) VALUES (?, ?, ?, ?) ON CONFLICT (unit, id) DO UPDATE SET patientId = excluded.patientId, encounterId = excluded.encounterId',
    unit, id, textOf(body['patientId']), textOrNull(body['encounterId']),
  );
}

function writeConflict(sql: Sql, database: string, id: string, body: DocumentBody | undefined): void {
  const isOpen = body !== undefined && body['resolution'] == null && body['resolvedAt'] == null;
  if (isOpen) sql.run('INSERT INTO consoleConflicts (database, id) VALUES (?, ?) ON CONFLICT DO NOTHING', database, id);
  else sql.run('DELETE FROM consoleConflicts WHERE database = ? AND id = ?', database, id);
}

/** Keeps the rows the console lists, in the same transaction as the leaf index: no list ever reads every document. */
export function createConsoleIndex(book: HubBook, now: () => number): IndexFollower {
  for (const table of tables) book.sql.run(table);
  const unitOf = (database: string) => database.slice(database.indexOf('-') + 1);

  function write(sql: Sql, { database, id, body }: IndexedDocument): void {
    const unit = unitOf(database);
    sql.run('INSERT INTO consoleUnits (unit, at) VALUES (?, ?) ON CONFLICT (unit) DO UPDATE SET at = excluded.at', unit, instantOf(now()));
    switch (collectionOfId(id)?.name) {
      case 'patients': return writePatient(sql, unit, id, body);
      case 'encounters': return writeEncounter(sql, unit, id, body, instantOf(now()));
      case 'dispenses': return writeDispense(sql, unit, id, body);
      case 'conflicts': return writeConflict(sql, database, id, body);
      default: return undefined;
    }
  }

  function forget(sql: Sql, database: string): void {
    sql.run('DELETE FROM consoleConflicts WHERE database = ?', database);
    if (!database.startsWith('health-')) return;
    for (const table of ['consolePatients', 'consoleEncounters', 'consoleDispenses']) sql.run(`DELETE FROM ${table} WHERE unit = ?`, unitOf(database));
  }
  return { write, forget };
}
