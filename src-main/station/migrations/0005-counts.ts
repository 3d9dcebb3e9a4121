import type { Migration } from './migration.ts';

/** Counts of the store room under way, a row for each counted lot: each is kept as it is counted, without the thousand others (decision 0220). */
const definitions = [
  `CREATE TABLE IF NOT EXISTS station_counts (
     id TEXT PRIMARY KEY NOT NULL, started_at TEXT NOT NULL, started_by TEXT NOT NULL, blind INTEGER NOT NULL, medicine_ids TEXT, witness TEXT)`,
  `CREATE TABLE IF NOT EXISTS station_count_lines (
     count_id TEXT NOT NULL, lot_id TEXT NOT NULL, counted INTEGER NOT NULL, book INTEGER NOT NULL, earlier INTEGER NOT NULL, counted_at TEXT NOT NULL, counted_by TEXT NOT NULL,
     reason TEXT, found TEXT, PRIMARY KEY (count_id, lot_id))`,
];

export const counts: Migration = {
  number: 5,
  name: 'counts of the store room',
  step(sql) {
    for (const definition of definitions) sql.run(definition);
    return undefined;
  },
};
