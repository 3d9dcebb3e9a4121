import type { Sql } from '../../store/index.ts';
import type { JournalCore } from '../replication/journal-core.ts';

const statements = [
  // Bundles made here, until an answer says they were taken.
  'CREATE TABLE IF NOT EXISTS sync_bundles (id TEXT PRIMARY KEY, madeAt TEXT NOT NULL, documents INTEGER NOT NULL, savedFrom TEXT, savedTo TEXT, takenAt TEXT)',
  'CREATE TABLE IF NOT EXISTS sync_bundle_rows (seq INTEGER NOT NULL, bundle TEXT NOT NULL, PRIMARY KEY (seq, bundle)) WITHOUT ROWID',
];

export interface MadeBundle { id: string; madeAt: string; documents: number; savedFrom: string | null; savedTo: string | null; /** When the home hub took it, by its answer. */ takenAt: string | null }

/** Cores whose tables are there. */
const made = new WeakSet<JournalCore>();

export function createStickTables(core: JournalCore): void {
  if (made.has(core)) return;
  made.add(core);
  core.store.commit({ documents: [], context: 'stick-tables', sql: (sql) => { for (const statement of statements) sql.run(statement); } });
}

export const madeBundles = ({ store }: JournalCore): MadeBundle[] => store.sql.all<MadeBundle>('SELECT id, madeAt, documents, savedFrom, savedTo, takenAt FROM sync_bundles ORDER BY madeAt');

/** A bundle is whole: from now on its documents are on a stick. */
export function rememberBundle({ store, changed }: JournalCore, bundle: Omit<MadeBundle, 'takenAt'>, seqs: readonly number[]): void {
  store.commit({
    documents: [], context: 'stick-made',
    sql: (sql) => {
      sql.run('INSERT OR REPLACE INTO sync_bundles (id, madeAt, documents, savedFrom, savedTo, takenAt) VALUES (?, ?, ?, ?, ?, NULL)', bundle.id, bundle.madeAt, bundle.documents, bundle.savedFrom, bundle.savedTo);
      for (const seq of seqs) sql.run('INSERT OR IGNORE INTO sync_bundle_rows (seq, bundle) VALUES (?, ?)', seq, bundle.id);
    },
  });
  changed();
}

/** Taken at the home hub; the rows it held need not be known any longer. */
export function forgetRows(sql: Sql, bundle: string, takenAt: string): void {
  sql.run('UPDATE sync_bundles SET takenAt = ? WHERE id = ?', takenAt, bundle);
  sql.run('DELETE FROM sync_bundle_rows WHERE bundle = ?', bundle);
}
