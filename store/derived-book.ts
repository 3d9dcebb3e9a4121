import type { Connection } from './driver.ts';
import { quoteName } from './document-table.ts';
import type { StatementCache } from './sql-runner.ts';
import type { StoreMeta } from './store-meta.ts';
import type { TableRegistry } from './table-registry.ts';
import type { CommittedChange, DerivedRows, NumberedChange, Sql, StoredDocument } from './types.ts';

export interface DerivedParts { connection: Connection; cache: StatementCache; sql: Sql; tables: TableRegistry; meta: StoreMeta }
export interface Written { number: number; change: CommittedChange }

/** Who follows which document table; see `DerivedRows`. */
export interface DerivedBook {
  add(rows: DerivedRows): void;
  /** Inside a commit: tells those who follow what it wrote. */
  follow(written: readonly Written[]): void;
  /** The table is gone, and with it what was derived from it; defined again, everything begins anew. */
  forget(table: string): void;
}

/** Documents handed over at once when all rows are made. */
const PAGE = 2_000;
const KEYS = 'derived ';
const metaKey = ({ from, name }: Pick<DerivedRows, 'from' | 'name'>): string => `${KEYS}${from} ${name}`;

export function createDerivedBook({ connection, cache, sql, tables, meta }: DerivedParts): DerivedBook {
  const byTable = new Map<string, DerivedRows[]>();
  /** What earlier openings have derived in this file, by what it is noted under. */
  const noted = connection.prepare('SELECT key FROM store_meta WHERE key LIKE ?').pluck().all(`${KEYS}%`) as string[];

  const makeAll = (rows: DerivedRows): void => {
    const page = cache.prepare(`SELECT number, body FROM ${quoteName(tables.need(rows.from).name)} WHERE number > ? AND deleted = 0 ORDER BY number LIMIT ${PAGE}`);
    rows.reset(sql);
    for (let last: number | undefined = -1; last !== undefined;) {
      const found = page.all(last) as { number: number; body: string }[];
      rows.follow(sql, found.map(({ number, body }): NumberedChange => ({ number, document: JSON.parse(body) as StoredDocument, previous: undefined })));
      last = found.at(-1)?.number;
    }
    meta.set(metaKey(rows), rows.version);
  };

  const isFollowed = (key: string): boolean => [...byTable.values()].some((followers) => followers.some((rows) => metaKey(rows) === key));

  return {
    add(rows) {
      tables.need(rows.from);
      if (meta.get(metaKey(rows)) !== rows.version) connection.transaction(() => makeAll(rows)).immediate();
      byTable.set(rows.from, [...(byTable.get(rows.from) ?? []).filter(({ name }) => name !== rows.name), rows]);
    },
    follow(written) {
      // What nobody follows today would stay behind: it is made anew when somebody does.
      for (const key of noted) if (!isFollowed(key) && written.some(({ change }) => key.startsWith(`${KEYS}${change.table} `))) meta.set(key, '');
      for (const [table, followers] of byTable) {
        const changes = written.filter(({ change }) => change.table === table).map(({ number, change: { document, previous } }): NumberedChange => ({ number, document, previous }));
        if (changes.length > 0) for (const { follow } of followers) follow(sql, changes);
      }
    },
    forget(table) {
      connection.transaction(() => {
        for (const rows of byTable.get(table) ?? []) {
          rows.reset(sql);
          meta.set(metaKey(rows), '');
        }
      }).immediate();
      byTable.delete(table);
    },
  };
}
