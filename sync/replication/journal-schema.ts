import type { StorageCore } from '../../store/index.ts';

const statements = [
  'CREATE TABLE IF NOT EXISTS sync_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
  // state: waiting (to be pushed) · settled (a hub has it; kept for its base) · older (a later save replaced it) · denied.
  // body: the document itself where the table holds another version (a tombstone on a losing branch).
  `CREATE TABLE IF NOT EXISTS sync_outbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, database TEXT NOT NULL, tbl TEXT NOT NULL, id TEXT NOT NULL,
    rev TEXT NOT NULL, baseRev TEXT, baseBody TEXT, savedAt INTEGER NOT NULL, state TEXT NOT NULL, body TEXT)`,
  "CREATE INDEX IF NOT EXISTS sync_outbox_waiting ON sync_outbox (database, seq) WHERE state = 'waiting'",
  'CREATE INDEX IF NOT EXISTS sync_outbox_id ON sync_outbox (database, id)',
  // Every leaf revision known here. counted: in the digest. current: the version in the document table. branch: alive beside it, not merged yet.
  // body: of leaves the document table has not; none for the stand-in of a version a hub has and a denied edit replaced.
  `CREATE TABLE IF NOT EXISTS sync_leaves (database TEXT NOT NULL, id TEXT NOT NULL, rev TEXT NOT NULL, device TEXT NOT NULL, bucket INTEGER NOT NULL,
    turn INTEGER NOT NULL, counted INTEGER NOT NULL, current INTEGER NOT NULL, branch INTEGER NOT NULL, at INTEGER NOT NULL, body TEXT, PRIMARY KEY (database, id, rev)) WITHOUT ROWID`,
  'CREATE INDEX IF NOT EXISTS sync_leaves_bucket ON sync_leaves (database, device, bucket, turn)',
  'CREATE INDEX IF NOT EXISTS sync_leaves_uncounted ON sync_leaves (database) WHERE counted = 0 AND current = 1',
  'CREATE INDEX IF NOT EXISTS sync_leaves_hidden ON sync_leaves (database, device, bucket, turn) WHERE current = 0',
  'CREATE INDEX IF NOT EXISTS sync_leaves_branch ON sync_leaves (database, at) WHERE branch = 1',
  // Of the own device the newest entry of the ring is the digest; small rows, a page each commit: no rowid beside the key.
  `CREATE TABLE IF NOT EXISTS sync_digests (database TEXT NOT NULL, device TEXT NOT NULL, bucket INTEGER NOT NULL, turn INTEGER NOT NULL, count INTEGER NOT NULL,
    xor BLOB NOT NULL, PRIMARY KEY (database, device, bucket)) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS sync_ring (database TEXT NOT NULL, device TEXT NOT NULL, bucket INTEGER NOT NULL, turn INTEGER NOT NULL, count INTEGER NOT NULL, xor BLOB NOT NULL,
    at INTEGER NOT NULL, PRIMARY KEY (database, device, bucket, turn)) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS sync_denied (database TEXT NOT NULL, id TEXT NOT NULL, tbl TEXT NOT NULL, rev TEXT NOT NULL, at INTEGER NOT NULL,
    reason TEXT NOT NULL, deniedBy TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (database, id))`,
  'CREATE TABLE IF NOT EXISTS sync_checkpoints (database TEXT PRIMARY KEY, since TEXT NOT NULL, hub TEXT NOT NULL)',
  `CREATE TABLE IF NOT EXISTS sync_receipts (database TEXT NOT NULL, unit TEXT NOT NULL, tier TEXT NOT NULL, publishedAt TEXT NOT NULL, arrivedAt INTEGER NOT NULL,
    body TEXT NOT NULL, PRIMARY KEY (database, unit))`,
  'CREATE TABLE IF NOT EXISTS foreign_documents (database TEXT NOT NULL, id TEXT NOT NULL, rev TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (database, id))',
];

/** The tables of replication, beside the documents in the same file. Idempotent. */
export function createJournalTables(store: StorageCore): void {
  store.commit({ documents: [], context: 'sync-tables', sql: (sql) => { for (const statement of statements) sql.run(statement); } });
}
