import type { Sql } from '../../../store/index.ts';
import type { Migration } from './migration.ts';

/** What a file knows of the migrations it has been through. */
export interface MigrationBook {
  /** The greatest number the file has been through, or half through, that is not in the list: a newer program wrote it. */
  unknown(migrations: readonly Migration[]): number | undefined;
  /** In their order. */
  pending(migrations: readonly Migration[]): Migration[];
  /** The file holds work, so that a copy must be made before it is changed. */
  readonly hasWork: boolean;
  /** Where a half-done migration goes on. */
  resumeAt(number: number): string | undefined;
  /** Called inside the commit of a step. */
  note(sql: Sql, migration: Migration, next: string | undefined): void;
}

const table = 'CREATE TABLE IF NOT EXISTS station_migrations (number INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL, resume_at TEXT, done INTEGER NOT NULL)';
interface Row { number: number; resume_at: string | null; done: number }

const hasTable = (sql: Sql, name: string): boolean => sql.get("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", name) !== undefined;

/** Reads only; the first note makes the table. */
export function openMigrationBook(sql: Sql): MigrationBook {
  const rows = new Map((hasTable(sql, 'station_migrations') ? sql.all<Row>('SELECT number, resume_at, done FROM station_migrations') : []).map((row) => [row.number, row]));
  const hasWork = hasTable(sql, 'station_settings');
  // Files of before the book are of version 1.
  if (hasWork && !rows.has(1)) rows.set(1, { number: 1, resume_at: null, done: 1 });
  return {
    hasWork,
    unknown: (migrations) => {
      const known = new Set(migrations.map(({ number }) => number));
      return [...rows.keys()].filter((number) => !known.has(number)).sort((a, b) => a - b).at(-1);
    },
    pending: (migrations) => migrations.filter(({ number }) => rows.get(number)?.done !== 1),
    resumeAt: (number) => rows.get(number)?.resume_at ?? undefined,
    note(inCommit, { number, name }, next) {
      inCommit.run(table);
      inCommit.run('INSERT INTO station_migrations (number, name, resume_at, done) VALUES (?, ?, ?, ?) ON CONFLICT (number) DO UPDATE SET resume_at = excluded.resume_at, done = excluded.done',
        number, name, next ?? null, next === undefined ? 1 : 0);
    },
  };
}
