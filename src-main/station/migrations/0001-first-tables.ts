import type { Migration } from './migration.ts';

/** Tables beside the documents (decision 5): each is written in the same commit as the records it speaks of. */
const definitions = [
  'CREATE TABLE IF NOT EXISTS station_settings (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)',
  `CREATE TABLE IF NOT EXISTS station_done_keys (
     key TEXT PRIMARY KEY NOT NULL, operation TEXT NOT NULL, input_hash TEXT NOT NULL, answer TEXT NOT NULL, at TEXT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS station_drafts (
     account TEXT NOT NULL, key TEXT NOT NULL, form TEXT NOT NULL, patient_id TEXT, content TEXT NOT NULL, updated_at TEXT NOT NULL,
     PRIMARY KEY (account, key))`,
  'CREATE TABLE IF NOT EXISTS station_audit_head (device TEXT PRIMARY KEY NOT NULL, chain_index INTEGER NOT NULL, hash TEXT NOT NULL)',
];

/** The tables as they were when files were not numbered yet. */
export const firstTables: Migration = {
  number: 1,
  name: 'first tables',
  step(sql) {
    for (const definition of definitions) sql.run(definition);
    return undefined;
  },
};
