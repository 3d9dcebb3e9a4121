import { createHash } from 'node:crypto';
import type { AccessRow, accessActions } from '../../src-shared/contract/hub-api.ts';
import type { HubBook } from './hub-book.ts';

/** Who looked at whose record, when, and why. `recordId`, `patientId`, `purpose`, `note` are `''` where there is none. */
export type AccessEntry = Omit<AccessRow, 'number' | 'unitName' | 'patientName' | 'action'> & { action: (typeof accessActions)[number] };
export type ChainedRow = AccessRow & { hash: string };

export const COLUMNS = 'number, at, account, action, unit, recordId, patientId, purpose, note, hash';

/** Number and hash of the last line that was written. */
export const LOG_END = 'accessLogEnd';

/** Hash of a line and of the one before it: a line that was changed, left out or put in later breaks the chain. */
export function hashOf(previous: string, { number, at, account, action, unit, recordId, patientId, purpose, note }: AccessRow): string {
  return createHash('sha256').update(JSON.stringify([previous, number, at, account, action, unit, recordId, patientId, purpose, note])).digest('hex');
}

/** Writes one line. Call it before what it speaks of is shown. */
export const noteAccess = (book: HubBook, entry: AccessEntry): void => { noteAccesses(book, [entry]); };

/** Writes lines, in one transaction. Call it before what they speak of is shown. */
export function noteAccesses(book: HubBook, entries: readonly AccessEntry[]): void {
  if (entries.length === 0) return;
  book.inTransaction((sql) => {
    let { number, hash } = sql.get<{ number: number; hash: string }>('SELECT number, hash FROM accessEvents ORDER BY number DESC LIMIT 1') ?? { number: 0, hash: '' };
    for (const entry of entries) {
      const row: AccessRow = { number: (number += 1), ...entry };
      hash = hashOf(hash, row);
      sql.run(`INSERT INTO accessEvents (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, row.number, row.at, row.account, row.action, row.unit, row.recordId, row.patientId, row.purpose, row.note, hash);
    }
    // The end of the chain is kept apart: a log cut off at its end would otherwise look whole.
    sql.run(`INSERT INTO settings (name, value) VALUES ('${LOG_END}', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, `${number} ${hash}`);
  });
}

/** Lines of the given units, newest first; only those about one person, or of those who read a whole database, where one is named. */
export function readAccessLog(book: HubBook, { units, patientId, database, limit, offset = 0 }: { units?: string[]; patientId?: string; database?: string; limit: number; offset?: number }): { rows: AccessRow[]; total: number } {
  const where = `WHERE ${units ? 'unit IN (SELECT value FROM json_each(?))' : '1'} AND ${patientId === undefined ? '1' : 'patientId = ?'} AND ${database === undefined ? '1' : "patientId = '' AND action = 'openDatabase' AND recordId = ?"}`;
  const values = [...(units ? [JSON.stringify(units)] : []), ...(patientId === undefined ? [] : [patientId]), ...(database === undefined ? [] : [database])];
  const total = book.sql.get<{ n: number }>(`SELECT COUNT(*) AS n FROM accessEvents ${where}`, ...values)?.n ?? 0;
  const rows = book.sql.all<ChainedRow>(`SELECT ${COLUMNS} FROM accessEvents ${where} ORDER BY number DESC LIMIT ? OFFSET ?`, ...values, limit, offset);
  return { rows: rows.map(({ hash: _hash, ...row }) => row), total };
}
