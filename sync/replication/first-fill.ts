import type { Sql } from '../../store/index.ts';
import { writeCheckpoint } from './checkpoint.ts';
import type { JournalCore } from './journal-core.ts';

/**
 * How far a first fill over a slow line has come: range after range from one fixed sequence (the checkpoint) on, so that a
 * station is of use long before everything is here.
 */
export interface Fill {
  phase: number; since: string;
  /** Where the feed stood when the first range had been read: from there the plain feed goes on. */
  end: string | null;
  /** Milliseconds; records made since are read before older ones. */
  recentFrom: number;
}
export type Range = Readonly<Record<string, unknown>>;

const recentMs = 365 * 24 * 3600_000;

export function readFill(core: JournalCore, database: string): Fill | undefined {
  return core.store.sql.get<Fill>('SELECT phase, since, "end", recentFrom FROM sync_fills WHERE database = ?', database);
}

/** The feed was read up to `since` and is slow: what comes behind is read by use. */
export function beginFill(core: JournalCore, sql: Sql, database: string, since: string): void {
  sql.run('INSERT OR REPLACE INTO sync_fills (database, phase, since, "end", recentFrom) VALUES (?, 0, ?, NULL, ?)', database, since, core.options.now() - recentMs);
}

/** One page of a range was read up to `since`; the last one of it leads to the next range, that of all ranges ends the fill. */
export function moveFill(core: JournalCore, sql: Sql, database: string, fill: Fill, { since, isLast, from }: { since: string; isLast: boolean; from: string }): void {
  if (!isLast) {
    sql.run('UPDATE sync_fills SET since = ? WHERE database = ?', since, database);
    return;
  }
  const end = fill.end ?? since;
  if (fill.phase + 1 < fillRanges(core, database, fill).length) {
    sql.run('UPDATE sync_fills SET phase = ?, since = ?, "end" = ? WHERE database = ?', fill.phase + 1, from, end, database);
    return;
  }
  sql.run('DELETE FROM sync_fills WHERE database = ?', database);
  writeCheckpoint(sql, database, end);
}

/** Selectors that together take each document once: people, then records of the last twelve months, then the rest. */
export function fillRanges(core: JournalCore, database: string, { recentFrom }: Pick<Fill, 'recentFrom'>): Range[] {
  const prefixes = (isFirst: boolean) => core.options.collections.filter((c) => core.databaseName(c.database) === database && (c.fillFirst ?? false) === isFirst).map(({ idPrefix }) => idPrefix);
  const between = (prefix: string, from = '') => ({ _id: { $gte: `${prefix}:${from}`, $lt: `${prefix}:\uffff` } });
  const first = prefixes(true).map((prefix) => between(prefix));
  const recent = prefixes(false).map((prefix) => between(prefix, timeInId(recentFrom)));
  return [first, recent].filter((some) => some.length > 0).map((some): Range => ({ $or: some })).concat({ $nor: [...first, ...recent] });
}

/** Where ids made at that moment begin: a UUID of version 7 begins with its time. */
function timeInId(ms: number): string {
  const hex = Math.max(0, ms).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}
