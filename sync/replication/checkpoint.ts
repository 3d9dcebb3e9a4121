import type { Sql } from '../../store/index.ts';
import { sequenceNumber } from '../transport/if-known.ts';
import type { KnownAs } from '../transport/if-known.ts';
import type { JournalCore } from './journal-core.ts';

/** The hub's opaque `last_seq` of a database, and which hub said it. `'0'` where nothing was pulled yet. */
export function readCheckpoint(core: JournalCore, database: string): { since: string; hub: string } {
  return core.store.sql.get<{ since: string; hub: string }>('SELECT since, hub FROM sync_checkpoints WHERE database = ?', database) ?? { since: '0', hub: '' };
}

export function writeCheckpoint(sql: Sql, database: string, since: string): void {
  sql.run("INSERT INTO sync_checkpoints (database, since, hub) VALUES (?, ?, '') ON CONFLICT (database) DO UPDATE SET since = excluded.since", database, since);
}

/** The hub is another one, or another state of it: everything is read again, from the start. */
export function restartCheckpoint(sql: Sql, database: string, hub: string): void {
  sql.run('DELETE FROM sync_fills WHERE database = ?', database);
  sql.run("INSERT INTO sync_checkpoints (database, since, hub) VALUES (?, '0', ?) ON CONFLICT (database) DO UPDATE SET since = '0', hub = excluded.hub", database, hub);
}

/** Kept: the hub was found to be another one, or another state of it, and has not said since what it holds. */
export const receiptOwedMark = (database: string): string => `receiptOwed:${database}`;

/** How a database was when its feed was last read; `undefined` where its hub was never met. */
export function knownAs(core: JournalCore, database: string): KnownAs | undefined {
  const { hub, since } = readCheckpoint(core, database);
  return hub === '' ? undefined : { identity: hub, sequence: sequenceNumber(since) || 0 };
}

/** Sequences are opaque, but begin with a number that only grows in one database. */
export const isBefore = (sequence: unknown, since: string): boolean => sequenceNumber(sequence) < sequenceNumber(since);
