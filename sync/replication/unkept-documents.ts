import type { Sql } from '../../store/index.ts';
import type { UnkeptDocument } from '../types.ts';
import type { JournalCore } from './journal-core.ts';

interface UnkeptRow { id: string; rev: string; device: string; at: number; reason: string }

/** Documents that came and could not be kept, oldest first. */
export function listUnkept(core: JournalCore): UnkeptDocument[] {
  return core.store.sql.all<UnkeptRow>('SELECT id, rev, device, at, reason FROM sync_unkept ORDER BY at, id').map(({ at, ...row }) => ({ ...row, at: new Date(at).toISOString() }));
}

/** What a page brought that cannot be kept is noted by name; of `kept` nothing is noted any more. */
export function writeUnkept(core: JournalCore, sql: Sql, database: string, unkept: ReadonlyMap<string, { document: unknown; reason: string }>, kept: Iterable<string>): void {
  for (const [id, { document, reason }] of unkept) {
    const { _rev: rev, device } = (typeof document === 'object' ? document ?? {} : {}) as Record<string, unknown>;
    sql.run('INSERT OR REPLACE INTO sync_unkept (database, id, rev, device, at, reason) VALUES (?, ?, ?, ?, ?, ?)',
      database, id.toWellFormed(), textOf(rev), textOf(device), core.options.now(), reason);
  }
  if (!sql.get('SELECT 1 FROM sync_unkept LIMIT 1')) return;
  for (const id of kept) if (!unkept.has(id)) sql.run('DELETE FROM sync_unkept WHERE database = ? AND id = ?', database, id);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.toWellFormed() : '');
