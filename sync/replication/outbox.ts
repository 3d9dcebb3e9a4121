import type { JournalCore } from './journal-core.ts';
import { storedToWire } from './wire-document.ts';
import type { WireDocument } from './wire-document.ts';

/** `first`: of a document that waits to be sent for the first time; such rows lie in a table of their own. */
export interface OutboxRow {
  first?: 1;
  seq: number; database: string; tbl: string; id: string; rev: string; baseRev: string | null; baseBody: string | null; savedAt: number;
  state: 'waiting' | 'settled' | 'older' | 'denied'; body: string | null;
}
export interface Outgoing { row: OutboxRow; document: WireDocument }

/** As rows of the outbox; the parameter is the database. */
const firstRows = (core: JournalCore, database: string): string => `SELECT 1 AS first, seq, ? AS database, tbl, id, rev, NULL AS baseRev, NULL AS baseBody, savedAt, 'waiting' AS state, NULL AS body FROM ${core.firstTables.of(database)}`;

/** Every row of one document, oldest first. */
export function rowsOf(core: JournalCore, database: string, id: string): OutboxRow[] {
  const seq = core.leavesOf(database, id).find(({ mark }) => mark)?.mark?.seq;
  const first = seq === undefined ? [] : core.store.sql.all<OutboxRow>(`${firstRows(core, database)} WHERE seq = ? AND id = ?`, database, seq, id);
  return [...first, ...core.store.sql.all<OutboxRow>('SELECT * FROM sync_outbox WHERE database = ? AND id = ? ORDER BY seq', database, id)];
}

/** This very version waits to be sent. */
export const waitsAs = (core: JournalCore, database: string, id: string, rev: string): boolean => rowsOf(core, database, id).some((row) => row.rev === rev && row.state === 'waiting');

/** Rows by their numbers, those still there. */
export function rowsByNumber(core: JournalCore, seqs: readonly number[]): OutboxRow[] {
  const { sql } = core.store;
  return seqs.flatMap((seq) => sql.get<OutboxRow>('SELECT * FROM sync_outbox WHERE seq = ?', seq)
    ?? core.databasesUp.flatMap((database) => sql.all<OutboxRow>(`${firstRows(core, database)} WHERE seq = ?`, database, seq)));
}

/** Everything that waits, of all databases. */
export const allWaiting = (core: JournalCore): OutboxRow[] => [...core.databasesUp.flatMap((database) => core.store.sql.all<OutboxRow>(firstRows(core, database), database)), ...core.store.sql.all<OutboxRow>("SELECT * FROM sync_outbox WHERE state = 'waiting'")];

/** How many documents wait, those of one table apart (`ofTable`, they are in `count` too), and since when. */
export function countWaiting(core: JournalCore, table = ''): { count: number; ofTable: number; oldestAt?: string } {
  const { sql } = core.store;
  const among = (condition: string, ...its: string[]): number => [`sync_outbox WHERE state = 'waiting' AND ${condition}`, ...core.firstTables.names.map((name) => `${name} WHERE ${condition}`)]
    .reduce((sum, from) => sum + (sql.get<{ n: number }>(`SELECT COUNT(*) AS n FROM ${from}`, ...its)?.n ?? 0), 0);
  const count = among('true');
  // Counting those of a table means looking at each: not for who asks with every request.
  const ofTable = table === '' ? 0 : among('tbl = ?', table);
  if (count === 0) return { count, ofTable };
  // The first of each database is the oldest: no need to look at all.
  const first = core.databasesUp.flatMap((database) => [
    sql.get<{ savedAt: number }>("SELECT savedAt FROM sync_outbox WHERE database = ? AND state = 'waiting' ORDER BY seq LIMIT 1", database)?.savedAt ?? [],
    sql.get<{ savedAt: number }>(`SELECT savedAt FROM ${core.firstTables.of(database)} ORDER BY seq LIMIT 1`)?.savedAt ?? [],
  ].flat());
  return first.length === 0 ? { count, ofTable } : { count, ofTable, oldestAt: new Date(Math.min(...first)).toISOString() };
}

/**
 * The next documents to send, in the order of their commits. The tombstone of a losing branch waits until the merged
 * version has been accepted: were that one refused, the record would be gone at the hub.
 */
export function nextOutgoing(core: JournalCore, database: string, afterSeq: number, limit: number): Outgoing[] {
  const rows = core.store.sql.all<OutboxRow>(`SELECT * FROM sync_outbox AS o WHERE database = ? AND state = 'waiting' AND seq > ?
    AND (body IS NULL OR NOT EXISTS (SELECT 1 FROM sync_outbox AS m WHERE m.database = o.database AND m.id = o.id AND m.body IS NULL AND m.state IN ('waiting', 'denied')))
    ORDER BY seq LIMIT ?`, database, afterSeq, limit);
  rows.push(...core.store.sql.all<OutboxRow>(`${firstRows(core, database)} WHERE seq > ? ORDER BY seq LIMIT ?`, database, afterSeq, limit));
  return rows.sort((a, b) => a.seq - b.seq).slice(0, limit).map((row) => {
    if (row.body !== null) return { row, document: JSON.parse(row.body) as WireDocument };
    const stored = core.store.get(row.tbl, row.id);
    if (!stored) throw new Error(`the outbox names a document the store has not: ${row.tbl}`);
    return { row, document: storedToWire(stored) };
  });
}

/** The hub holds these versions, or descendants of them. Rows with a base are kept until the first hub's receipt proves the version. */
export function settleRows(core: JournalCore, rows: readonly OutboxRow[]): void {
  if (rows.length === 0) return;
  core.commit({
    documents: [], leaves: [], outbox: [], context: 'sync-pushed',
    sql: (sql) => {
      const [news, others] = [rows.filter((row) => row.first), rows.filter((row) => !row.first)];
      for (const database of new Set(news.map((row) => row.database))) {
        sql.run(`DELETE FROM ${core.firstTables.of(database)} WHERE seq IN (SELECT value FROM json_each(?))`, JSON.stringify(news.flatMap((row) => (row.database === database ? [row.seq] : []))));
      }
      const [first, edits] = [rows.filter(({ baseRev }) => baseRev === null), rows.filter(({ baseRev }) => baseRev !== null)];
      const sequences = (some: readonly OutboxRow[]) => JSON.stringify(some.map(({ seq }) => seq));
      sql.run("DELETE FROM sync_outbox WHERE seq IN (SELECT value FROM json_each(?)) AND state IN ('waiting', 'older')", sequences(first));
      sql.run("UPDATE sync_outbox SET state = 'settled' WHERE seq IN (SELECT value FROM json_each(?)) AND state IN ('waiting', 'older')", sequences(edits));
      for (const { seq, database, id } of others) sql.run("DELETE FROM sync_outbox WHERE database = ? AND id = ? AND seq < ? AND state = 'older' AND baseRev IS NULL", database, id, seq);
    },
  });
}

/** Base bodies go once the first hub has proved the version they led to; without receipts, after `keepMs`. */
export function pruneBases(core: JournalCore, isProved: (database: string, id: string) => boolean, olderThan: number): void {
  const ids = core.store.sql.all<{ database: string; id: string; savedAt: number }>(
    "SELECT database, id, MAX(savedAt) AS savedAt FROM sync_outbox WHERE state IN ('settled', 'older') GROUP BY database, id");
  const done = ids.filter(({ database, id, savedAt }) => savedAt < olderThan || isProved(database, id));
  if (done.length === 0) return;
  core.store.commit({
    documents: [], context: 'sync-prune',
    sql: (sql) => {
      for (const { database, id } of done) {
        sql.run(`DELETE FROM sync_outbox WHERE database = ? AND id = ? AND state IN ('settled', 'older')
          AND NOT EXISTS (SELECT 1 FROM sync_outbox WHERE database = ? AND id = ? AND state IN ('waiting', 'denied'))`, database, id, database, id);
      }
    },
  });
}
