import type { Connection } from './driver.ts';
import { BODY, parseBody } from './document-body.ts';
import { quoteName } from './document-table.ts';
import type { StatementCache } from './sql-runner.ts';
import type { StoreMeta } from './store-meta.ts';
import type { TableRegistry } from './table-registry.ts';
import type { CommittedChange, DerivedRows, NumberedChange, Sql, StoredDocument } from './types.ts';

export interface DerivedParts { connection: Connection; cache: StatementCache; sql: Sql; tables: TableRegistry; meta: StoreMeta }
export interface Written { number: number; change: CommittedChange }

/** Who follows which document table; see `DerivedRows`. */
export interface DerivedBook {
  /** Has the rows followed from now on; yields, between transactions, which share of those that had to be made is made (0 to 1). Nothing to make, nothing yielded. */
  add(rows: DerivedRows): Generator<number, void>;
  /** Inside a commit: tells those who follow what it wrote. */
  follow(written: readonly Written[]): void;
  /** Whether somebody is told of what is written to the table. */
  isFollowed(table: string): boolean;
  /** The table is gone, and with it what was derived from it; defined again, everything begins anew. */
  forget(table: string): void;
}

/** Documents handed over in one transaction when all rows are made. */
const PAGE = 1_000;
const KEYS = 'derived ';
const metaKey = ({ from, name }: Pick<DerivedRows, 'from' | 'name'>): string => `${KEYS}${from} ${name}`;

export function createDerivedBook({ connection, cache, sql, tables, meta }: DerivedParts): DerivedBook {
  const byTable = new Map<string, DerivedRows[]>();
  /** What earlier openings have derived in this file, by what it is noted under. */
  const noted = connection.prepare('SELECT key FROM store_meta WHERE key LIKE ?').pluck().all(`${KEYS}%`) as string[];

  /** One transaction of making them, noted in the file: another opening goes on after it. Answers the share that is made. */
  const makePage = (rows: DerivedRows, half: string): number => {
    const table = quoteName(tables.need(rows.from).name);
    const kept = meta.get(metaKey(rows));
    // Made of another version, not followed in between, or never begun.
    if (!kept?.startsWith(half)) rows.reset(sql);
    const after = kept?.startsWith(half) ? Number(kept.slice(half.length)) : -1;
    const found = cache.prepare(`SELECT number, ${BODY} AS body FROM ${table} WHERE number > ? AND deleted = 0 ORDER BY number LIMIT ${PAGE}`).all(after) as { number: number; body: Buffer }[];
    if (found.length > 0) rows.follow(sql, found.map(({ number, body }): NumberedChange => ({ number, document: parseBody<StoredDocument>(body), previous: undefined })));
    const last = found.length < PAGE ? undefined : found.at(-1)?.number;
    meta.set(metaKey(rows), last === undefined ? rows.version : `${half}${last}`);
    return last === undefined ? 1 : last / Number(cache.prepare(`SELECT MAX(number) FROM ${table}`).pluck().get());
  };

  const hasFollower = (key: string): boolean => [...byTable.values()].some((followers) => followers.some((rows) => metaKey(rows) === key));

  return {
    *add(rows) {
      tables.need(rows.from);
      const key = metaKey(rows);
      const others = (): DerivedRows[] => (byTable.get(rows.from) ?? []).filter(({ name }) => name !== rows.name);
      byTable.set(rows.from, others());
      while (meta.get(key) !== rows.version) {
        if (!noted.includes(key)) noted.push(key);
        yield connection.transaction(() => makePage(rows, `${rows.version} up to `)).immediate();
      }
      byTable.set(rows.from, [...others(), rows]);
    },
    follow(written) {
      // What nobody follows today would stay behind: it is made anew when somebody does.
      for (const key of noted) if (!hasFollower(key) && written.some(({ change }) => key.startsWith(`${KEYS}${change.table} `))) meta.set(key, '');
      for (const [table, followers] of byTable) {
        const changes = written.filter(({ change }) => change.table === table).map(({ number, change: { document, previous } }): NumberedChange => ({ number, document, previous }));
        if (changes.length > 0) for (const { follow } of followers) follow(sql, changes);
      }
    },
    isFollowed: (table) => (byTable.get(table)?.length ?? 0) > 0,
    forget(table) {
      connection.transaction(() => {
        for (const { reset } of byTable.get(table) ?? []) reset(sql);
        for (const key of noted) if (key.startsWith(`${KEYS}${table} `)) meta.set(key, '');
      }).immediate();
      byTable.delete(table);
    },
  };
}
