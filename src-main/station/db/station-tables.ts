import type { Sql } from '../../../store/index.ts';

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

export function createStationTables(sql: Sql): void {
  for (const definition of definitions) sql.run(definition);
}
