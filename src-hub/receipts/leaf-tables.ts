import type { Sql } from '../../store/index.ts';
import { bucketOf } from '../../sync/index.ts';
import type { HubBook } from '../provisioning/hub-book.ts';
import { packId, packRev, unpackId, unpackRev } from './pack-hex.ts';

export interface Leaf { id: string; rev: string }
export interface LeafRow { rev: string; device: string }
type Kept = string | Buffer;

const tables = [
  'CREATE TABLE IF NOT EXISTS feedPlaces (database TEXT PRIMARY KEY, sequence TEXT NOT NULL)',
  // A number instead of the database's name in the rows below, of which there are as many as documents.
  'CREATE TABLE IF NOT EXISTS feedNumbers (number INTEGER PRIMARY KEY, database TEXT NOT NULL UNIQUE)',
  // One tree for all questions: the leaves of a document (its bucket follows from its id), and those of a bucket.
  'CREATE TABLE IF NOT EXISTS leaves (feed INTEGER NOT NULL, bucket INTEGER NOT NULL, id NOT NULL, rev NOT NULL, device TEXT NOT NULL, deleted INTEGER NOT NULL, PRIMARY KEY (feed, bucket, id, rev)) WITHOUT ROWID',
  'CREATE INDEX IF NOT EXISTS leavesEnded ON leaves (feed) WHERE deleted = 1',
  'CREATE TABLE IF NOT EXISTS leafDigests (database TEXT NOT NULL, device TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (database, device))',
  // Documents with several living leaves, and since when that is known here.
  'CREATE TABLE IF NOT EXISTS branches (feed INTEGER NOT NULL, bucket INTEGER NOT NULL, id NOT NULL, seenAt INTEGER NOT NULL, PRIMARY KEY (feed, bucket, id)) WITHOUT ROWID',
];

/** Rows of every leaf revision, kept small: they are as many as there are documents below this hub. */
export function openLeafTables(book: HubBook) {
  const isOlder = book.sql.get(`SELECT 1 AS yes FROM pragma_table_info('leaves') WHERE name = 'database'`) !== undefined;
  // What an older program kept is read anew from the feeds.
  if (isOlder) book.inTransaction((sql) => { for (const table of ['leaves', 'branches', 'leafDigests', 'feedPlaces']) sql.run(`DROP TABLE IF EXISTS ${table}`); });
  for (const table of tables) book.sql.run(table);
  const numbers = new Map<string, number>();

  function numberOf(database: string): number {
    let number = numbers.get(database);
    if (number === undefined) {
      book.sql.run('INSERT INTO feedNumbers (database) VALUES (?) ON CONFLICT DO NOTHING', database);
      number = book.sql.get<{ number: number }>('SELECT number FROM feedNumbers WHERE database = ?', database)?.number ?? 0;
      numbers.set(database, number);
    }
    return number;
  }
  const keyOf = (database: string, id: string): [number, number, Kept] => [numberOf(database), bucketOf(id), packId(id)];
  const count = (statement: string, feed: number): number => book.sql.get<{ n: number }>(statement, feed)?.n ?? 0;

  return {
    of: (database: string, id: string): LeafRow[] =>
      book.sql.all<{ rev: Kept; device: string }>('SELECT rev, device FROM leaves WHERE feed = ? AND bucket = ? AND id = ?', ...keyOf(database, id)).map(({ rev, device }) => ({ rev: unpackRev(rev), device })),
    add(sql: Sql, database: string, id: string, { rev, device, deleted }: LeafRow & { deleted: boolean }): void {
      sql.run('INSERT INTO leaves (feed, bucket, id, rev, device, deleted) VALUES (?, ?, ?, ?, ?, ?)', ...keyOf(database, id), packRev(rev), device, deleted ? 1 : 0);
    },
    remove(sql: Sql, database: string, id: string, rev: string): void { sql.run('DELETE FROM leaves WHERE feed = ? AND bucket = ? AND id = ? AND rev = ?', ...keyOf(database, id), packRev(rev)); },
    living: (sql: Sql, database: string, id: string): number =>
      sql.get<{ n: number }>('SELECT COUNT(*) AS n FROM leaves WHERE feed = ? AND bucket = ? AND id = ? AND deleted = 0', ...keyOf(database, id))?.n ?? 0,
    markBranched(sql: Sql, database: string, id: string, isBranched: boolean, now: number): void {
      if (isBranched) sql.run('INSERT INTO branches (feed, bucket, id, seenAt) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING', ...keyOf(database, id), now);
      else sql.run('DELETE FROM branches WHERE feed = ? AND bucket = ? AND id = ?', ...keyOf(database, id));
    },
    forget(sql: Sql, database: string): void { for (const table of ['leaves', 'branches']) sql.run(`DELETE FROM ${table} WHERE feed = (SELECT number FROM feedNumbers WHERE database = ?)`, database); },
    /** Leaves that are tombstones, and those of branched documents beyond the one that counts. */
    beyondRecords: (database: string): number => count('SELECT COUNT(*) AS n FROM leaves WHERE feed = ? AND deleted = 1', numberOf(database))
      + count('SELECT COUNT(*) - COUNT(DISTINCT l.id) AS n FROM branches AS b JOIN leaves AS l ON l.feed = b.feed AND l.bucket = b.bucket AND l.id = b.id AND l.deleted = 0 WHERE b.feed = ?', numberOf(database)),
    inBuckets: (database: string, device: string, buckets: ReadonlySet<number>): Leaf[] =>
      book.sql.all<{ id: Kept; rev: Kept }>('SELECT id, rev FROM leaves WHERE feed = ? AND bucket IN (SELECT value FROM json_each(?)) AND device = ?', numberOf(database), JSON.stringify([...buckets]), device)
        .map(({ id, rev }) => ({ id: unpackId(id), rev: unpackRev(rev) })),
    branchedBefore: (seenBefore: number, limit: number): { database: string; id: string }[] =>
      book.sql.all<{ database: string; id: Kept }>('SELECT f.database, b.id FROM branches b JOIN feedNumbers f ON f.number = b.feed WHERE b.seenAt < ? ORDER BY b.seenAt LIMIT ?', seenBefore, limit).map(({ database, id }) => ({ database, id: unpackId(id) })),
  };
}
