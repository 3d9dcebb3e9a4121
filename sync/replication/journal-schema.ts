import type { Sql, StorageCore } from '../../store/index.ts';
import { digestTables } from '../receipts/digest-rows.ts';
import { moveDigests } from '../receipts/move-digests.ts';
import type { FirstTables } from './first-table.ts';

const statementsFor = (firstTables: FirstTables): string[] => [
  'CREATE TABLE IF NOT EXISTS sync_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
  // state: waiting (to be pushed) · settled (a hub has it; kept for its base) · older (a later save replaced it) · denied.
  // body: the document itself where the table holds another version (a tombstone on a losing branch).
  `CREATE TABLE IF NOT EXISTS sync_outbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, database TEXT NOT NULL, tbl TEXT NOT NULL, id TEXT NOT NULL,
    rev TEXT NOT NULL, baseRev TEXT, baseBody TEXT, savedAt INTEGER NOT NULL, state TEXT NOT NULL, body TEXT)`,
  "CREATE INDEX IF NOT EXISTS sync_outbox_waiting ON sync_outbox (database, seq) WHERE state = 'waiting'",
  'CREATE INDEX IF NOT EXISTS sync_outbox_id ON sync_outbox (database, id)',
  // New documents of this device that wait to be sent for the first time: most of what waits, and nothing is asked of them but the order. Found by the number in their mark.
  // A table of rows for each database: rows are added at the end of one for a third of what an index costs.
  ...firstTables.names.map((table) => `CREATE TABLE IF NOT EXISTS ${table} (seq INTEGER PRIMARY KEY, tbl TEXT NOT NULL, id TEXT NOT NULL, rev TEXT NOT NULL, savedAt INTEGER NOT NULL)`),
  // Numbers of devices in marks.
  'CREATE TABLE IF NOT EXISTS sync_devices (number INTEGER PRIMARY KEY, device TEXT NOT NULL UNIQUE)',
  // Leaf revisions that are no mark beside their document (`leaf-mark.ts`). counted: in the digest. current: the version in the document table. branch: alive beside it, not merged yet.
  // body: of leaves the document table has not; none for the stand-in of a version a hub has and a denied edit replaced.
  `CREATE TABLE IF NOT EXISTS sync_leaves (database TEXT NOT NULL, id TEXT NOT NULL, rev TEXT NOT NULL, device TEXT NOT NULL, bucket INTEGER NOT NULL,
    turn INTEGER NOT NULL, counted INTEGER NOT NULL, current INTEGER NOT NULL, branch INTEGER NOT NULL, at INTEGER NOT NULL, body TEXT, PRIMARY KEY (database, id, rev)) WITHOUT ROWID`,
  // In the order of saving, so that a commit adds to one page; an index by bucket would be written all over.
  'CREATE INDEX IF NOT EXISTS sync_leaves_turn ON sync_leaves (database, device, turn, bucket, counted, at)',
  'DROP INDEX IF EXISTS sync_leaves_bucket',
  // With every column their questions need: else SQLite prefers to read all leaves of the database.
  'CREATE INDEX IF NOT EXISTS sync_leaves_apart ON sync_leaves (database, at) WHERE counted = 0 AND current = 1',
  'CREATE INDEX IF NOT EXISTS sync_leaves_aside ON sync_leaves (database, device, bucket, turn, counted) WHERE current = 0',
  'DROP INDEX IF EXISTS sync_leaves_uncounted',
  'DROP INDEX IF EXISTS sync_leaves_hidden',
  'CREATE INDEX IF NOT EXISTS sync_leaves_branch ON sync_leaves (database, at) WHERE branch = 1',
  ...digestTables,
  `CREATE TABLE IF NOT EXISTS sync_denied (database TEXT NOT NULL, id TEXT NOT NULL, tbl TEXT NOT NULL, rev TEXT NOT NULL, at INTEGER NOT NULL,
    reason TEXT NOT NULL, deniedBy TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (database, id))`,
  'CREATE TABLE IF NOT EXISTS sync_checkpoints (database TEXT PRIMARY KEY, since TEXT NOT NULL, hub TEXT NOT NULL)',
  'CREATE TABLE IF NOT EXISTS sync_fills (database TEXT PRIMARY KEY, phase INTEGER NOT NULL, since TEXT NOT NULL, "end" TEXT, recentFrom INTEGER NOT NULL)',
  `CREATE TABLE IF NOT EXISTS sync_receipts (database TEXT NOT NULL, unit TEXT NOT NULL, tier TEXT NOT NULL, publishedAt TEXT NOT NULL, arrivedAt INTEGER NOT NULL,
    body TEXT NOT NULL, PRIMARY KEY (database, unit))`,
  // What came and cannot be kept as a document: by name, so that somebody can see to it; it stays at the hub.
  `CREATE TABLE IF NOT EXISTS sync_unkept (database TEXT NOT NULL, id TEXT NOT NULL, rev TEXT NOT NULL, device TEXT NOT NULL, at INTEGER NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (database, id)) WITHOUT ROWID`,
  'CREATE TABLE IF NOT EXISTS foreign_documents (database TEXT NOT NULL, id TEXT NOT NULL, rev TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (database, id))',
];

/** Files of the second version keep neither a number of an outbox row nor a note with the past. */
function addColumns(sql: Sql): void {
  const present = new Set(sql.all<{ name: string }>("SELECT name FROM pragma_table_info('sync_past')").map(({ name }) => name));
  for (const column of ['seq INTEGER', 'note TEXT']) if (!present.has(column.split(' ', 1)[0] ?? '')) sql.run(`ALTER TABLE sync_past ADD COLUMN ${column}`);
}

/** The tables of replication, beside the documents in the same file. Idempotent. */
export function createJournalTables(store: StorageCore, firstTables: FirstTables): void {
  store.commit({ documents: [], context: 'sync-tables', sql: (sql) => { for (const statement of statementsFor(firstTables)) sql.run(statement); addColumns(sql); moveDigests(sql); } });
}
