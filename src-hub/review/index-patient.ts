import { collections } from '../../src-shared/domain/collections.ts';
import { foldForSearch } from '../../src-shared/domain/common/fold-for-search.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import type { Sql } from '../../store/index.ts';
import type { EngineDatabase } from '../engine/engine.ts';
import type { Gathered, IndexedDocument } from '../receipts/leaf-index.ts';
import { judgeEncounter } from './index-encounter.ts';

/** Documents asked for in one question. */
const MOST_AT_ONCE = 250;

/** Not handed over to another station; such a record is the trace of somebody who is elsewhere now. */
const isHere = `NOT EXISTS (SELECT 1 FROM consoleHandedOver o JOIN consoleHandovers h ON h.unit = o.unit AND h.id = o.id WHERE o.unit = consolePatients.unit AND o.patientId = consolePatients.id AND h.status = 'sent')`;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** One citizen number in more than one book: marks all of them, in whichever commune they are. A book the person was handed over from does not count. */
function markShared(sql: Sql, nationalId: string): void {
  const found = sql.get<{ n: number; marked: number | null }>(`SELECT SUM(${isHere}) AS n, SUM(shared) AS marked FROM consolePatients WHERE nationalId = ?`, nationalId);
  const isShared = (found?.n ?? 0) > 1;
  // Mostly there is one, unmarked.
  if (found && (found.marked ?? 0) !== (isShared ? found.n : 0)) sql.run(`UPDATE consolePatients SET shared = ${isShared ? `(${isHere})` : '0'} WHERE nationalId = ?`, nationalId);
}

/** A person was handed over, or taken back. */
export function markPersonShared(sql: Sql, unit: string, id: string): void {
  const nationalId = sql.get<{ nationalId: string | null }>('SELECT nationalId FROM consolePatients WHERE unit = ? AND id = ?', unit, id)?.nationalId;
  if (typeof nationalId === 'string') markShared(sql, nationalId);
}

/** Whether a person's records are judged by another birth date from now on. */
function isBornAnew(sql: Sql, unit: string, { id, body }: Pick<IndexedDocument, 'id' | 'body'>): boolean {
  const before = sql.get<{ bornOn: string | null }>('SELECT bornOn FROM consolePatients WHERE unit = ? AND id = ?', unit, id);
  return before === undefined ? body !== undefined : body === undefined || before.bornOn !== textOrNull(body['bornOn']);
}

const recordsOf = (sql: Sql, unit: string, patientId: string): string[] => sql.all<{ id: string }>('SELECT id FROM consoleEncounters WHERE unit = ? AND patientId = ?', unit, patientId).map(({ id }) => id);

/** The records that are judged again when these documents are written, as they are now: their text is nowhere but in their database. */
export async function gatherRecords(sql: Sql, unit: string, database: EngineDatabase, documents: readonly IndexedDocument[]): Promise<Gathered> {
  const people = documents.filter(({ id, body }) => id.startsWith(`${collections.patients.idPrefix}:`) && isBornAnew(sql, unit, { id, body })).map(({ id }) => id);
  const gathered = new Map<string, DocumentBody>();
  if (people.length === 0) return gathered;
  for (const { id, body } of documents) if (body) gathered.set(id, body);
  const others = people.flatMap((person) => recordsOf(sql, unit, person)).filter((id) => !gathered.has(id));
  for (let from = 0; from < others.length; from += MOST_AT_ONCE) {
    const { rows } = await database.allDocuments({ keys: others.slice(from, from + MOST_AT_ONCE), withBodies: true });
    for (const row of rows) if ('doc' in row && row.doc) gathered.set(row.id, row.doc);
  }
  return gathered;
}

/** Keeps the row of a person; their records are judged anew where the birth date matters and changed. */
export function indexPatient(sql: Sql, unit: string, id: string, body: DocumentBody | undefined, gathered: Gathered): void {
  const isAnew = isBornAnew(sql, unit, { id, body });
  const before = sql.get<{ nationalId: string | null }>('SELECT nationalId FROM consolePatients WHERE unit = ? AND id = ?', unit, id);
  const [bornOn, nationalId] = [textOrNull(body?.['bornOn']), textOrNull(body?.['nationalId'])];
  if (!body) sql.run('DELETE FROM consolePatients WHERE unit = ? AND id = ?', unit, id);
  else {
    const fullName = textOf(body['fullName']);
    sql.run(
      `INSERT INTO consolePatients (unit, id, fullName, folded, bornOn, nationalId) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (unit, id) DO UPDATE SET fullName = excluded.fullName, folded = excluded.folded, bornOn = excluded.bornOn, nationalId = excluded.nationalId, shared = 0`,
      unit, id, fullName, foldForSearch(fullName), bornOn, nationalId,
    );
  }
  for (const number of new Set([before?.nationalId, nationalId])) if (typeof number === 'string') markShared(sql, number);
  if (isAnew) for (const record of recordsOf(sql, unit, id)) judgeEncounter(sql, unit, record, gathered.get(record));
}
