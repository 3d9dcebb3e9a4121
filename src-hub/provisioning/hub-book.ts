import { randomUUID } from 'node:crypto';
import type { Sql, StorageCore } from '../../store/index.ts';
import { makeOrgTable } from '../organisation/make-org-table.ts';
import { makeAccessLog } from './access-log-table.ts';
import { bookFile } from './hub-files.ts';
import { openBookFile } from '../engine/encrypted-files.ts';

/** The hub's own encrypted file: credentials, accounts, access log, leaf index, digests. */
export interface HubBook {
  readonly sql: Sql;
  /** One transaction; throwing rolls it back. */
  inTransaction(work: (sql: Sql) => void): void;
  setting(name: string): string | undefined;
  setSetting(name: string, value: string | null): void;
  /** What is wrong with the file; empty when nothing is. */
  check(): string[];
  close(): void;
}

const tables = [
  'CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)',
  // Devices of stations and child hubs; `unit` is the station or the child.
  `CREATE TABLE IF NOT EXISTS credentials (user TEXT PRIMARY KEY, kind TEXT NOT NULL, unit TEXT NOT NULL, device TEXT NOT NULL, hash TEXT NOT NULL,
    createdAt TEXT NOT NULL, revokedAt TEXT, lastContactAt TEXT)`,
  // What each device last said of itself: its program's version, how many records waited there, what its station is called.
  'CREATE TABLE IF NOT EXISTS stationWords (user TEXT PRIMARY KEY, appVersion TEXT NOT NULL, waiting INTEGER NOT NULL, unitName TEXT)',
  `CREATE TABLE IF NOT EXISTS accounts (account TEXT PRIMARY KEY, role TEXT NOT NULL, unit TEXT NOT NULL, displayName TEXT NOT NULL, hash TEXT NOT NULL,
    createdAt TEXT NOT NULL, disabledAt TEXT)`,
  // Whose station a unit is: '' = enrolled at this hub, else the child hub that brought it first.
  'CREATE TABLE IF NOT EXISTS unitOwners (unit TEXT PRIMARY KEY, child TEXT NOT NULL)',
  // The secret of an account's authenticator, and the last step of thirty seconds it was used for.
  'CREATE TABLE IF NOT EXISTS secondFactors (account TEXT PRIMARY KEY, secret TEXT NOT NULL, lastStep INTEGER NOT NULL)',
  // Rows turned away at the door, until a later version is stored.
  `CREATE TABLE IF NOT EXISTS refusals (database TEXT NOT NULL, id TEXT NOT NULL, rev TEXT NOT NULL, user TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (database, id))`,
  // Bundles of stations on their way to the hub that opens them; the files lie beside the book. `source`: who brought it.
  `CREATE TABLE IF NOT EXISTS keptBundles (digest TEXT PRIMARY KEY, bytes INTEGER NOT NULL, bundle TEXT NOT NULL, unit TEXT NOT NULL, user TEXT NOT NULL, addressee TEXT NOT NULL,
    source TEXT NOT NULL, keptAt TEXT NOT NULL)`,
];

export function openHubBook(dir: string, key: Buffer, now: () => number): HubBook {
  const core: StorageCore = openBookFile(bookFile(dir), key, now);
  const { sql } = core;
  for (const table of tables) sql.run(table);
  makeAccessLog(sql);
  makeOrgTable(sql);
  return {
    sql,
    inTransaction(work) { core.commit({ documents: [], sql: work, context: 'hub' }); },
    setting: (name) => sql.get<{ value: string }>('SELECT value FROM settings WHERE name = ?', name)?.value,
    setSetting(name, value) {
      if (value === null) sql.run('DELETE FROM settings WHERE name = ?', name);
      else sql.run('INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', name, value);
    },
    check: () => core.check(false),
    close() { core.close(); },
  };
}

/** Names this hub for as long as its book is kept. */
export function uuidOf(book: HubBook): string {
  const uuid = book.setting('uuid') ?? randomUUID().replaceAll('-', '');
  book.setSetting('uuid', uuid);
  return uuid;
}
