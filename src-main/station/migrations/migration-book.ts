import { StoreOpenError, type Sql } from '../../../store/index.ts';
import type { Migration } from './migration.ts';

/** What a file knows of the migrations it has been through. */
export interface MigrationBook {
  /** In their order, the half-done one first. @throws StoreOpenError `NewerVersion` where the file has one that this program has not. */
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
export function openMigrationBook(sql: Sql, file: string): MigrationBook {
  const rows = new Map((hasTable(sql, 'station_migrations') ? sql.all<Row>('SELECT number, resume_at, done FROM station_migrations') : []).map((row) => [row.number, row]));
  const hasWork = hasTable(sql, 'station_settings');
  // Files of before the book are of version 1.
  if (hasWork && rows.size === 0) rows.set(1, { number: 1, resume_at: null, done: 1 });
  return {
    hasWork,
    pending(migrations) {
      const known = new Set(migrations.map(({ number }) => number));
      const unknown = [...rows.keys()].filter((number) => !known.has(number));
      if (unknown.length > 0) throw new StoreOpenError('NewerVersion', `${file} has been through change ${Math.max(...unknown)}, which this program does not know`);
      return migrations.filter(({ number }) => rows.get(number)?.done !== 1);
    },
    resumeAt: (number) => rows.get(number)?.resume_at ?? undefined,
    note(inCommit, { number, name }, next) {
      inCommit.run(table);
      inCommit.run('INSERT INTO station_migrations (number, name, resume_at, done) VALUES (?, ?, ?, ?) ON CONFLICT (number) DO UPDATE SET resume_at = excluded.resume_at, done = excluded.done',
        number, name, next ?? null, next === undefined ? 1 : 0);
    },
  };
}
