import type { StorageCore } from '../../store/index.ts';
import type { SyncedCollection } from '../types.ts';
import { unpackMark } from './leaf-mark.ts';
import type { LeafMark } from './leaf-mark.ts';

/**
 * A leaf revision known here. Ordinary ones are marks beside their documents; all others, and those of older files, rows of `sync_leaves`, whose `body` is kept
 * where the document table does not hold it. `turn`: time (`lwt`) of the commit in which it joined, in rows of older files a smaller number.
 */
export interface Leaf { database: string; id: string; rev: string; device: string; /** First byte of the hash of its id. */ bucket: number; turn: number; counted: number; current: number; branch: number; at: number; body: string | null; mark?: LeafMark }
/** A leaf's place in the digests. */
export interface LeafPlace { bucket: number; turn: number }

interface MarkedRow { id: string; rev: string; lwt: number; mark: number; number: number }

const columns = 'database, id, rev, device, bucket, turn, counted, current, branch, at, body';
const pageSize = 500;

export interface LeafBook {
  of(database: string, id: string): Leaf[];
  /** As `of`, of many at once; of ids without leaves nothing. */
  ofMany(database: string, ids: readonly string[]): Map<string, Leaf[]>;
  /** Of these ids, those of which something is known here. */
  known(database: string, ids: readonly string[]): Set<string>;
  /** Number of a device in marks; a new one is noted at once. */
  numberOf(device: string): number;
  /** Counted leaves of a device that joined after a turn, in no order; from an index alone. */
  placesAfter(database: string, device: string, turn: number): LeafPlace[];
  /** The first counted leaf of a device after a turn that fits, by turn, and when it joined where that is noted with it. */
  firstAfter(database: string, device: string, turn: number, fits: (place: LeafPlace) => boolean): { turn: number; at?: number } | undefined;
  /** Counted leaves in the order of turns, but for those of one device; a commit may be cut by the limit. */
  inOrder(database: string, range: { after: number; limit: number; except: string }): { id: string; turn: number }[];
  /** All of one turn, but for those of one device. */
  ofTurn(database: string, turn: number, except: string): { id: string; turn: number }[];
  lastTurn(database: string): number;
  /** Every counted leaf, in pages. */
  all(database: string): Generator<Leaf[]>;
  /** Counted leaves of a device in some buckets, in pages. */
  inBuckets(database: string, device: string, buckets: readonly number[]): Generator<Leaf[]>;
}

/** Collections of one database whose leaves may be marks: a conflict lives with what it speaks of, so its table does not tell the database. */
export const mayBeMarked = (collection: SyncedCollection): boolean => collection.owned && collection.idPrefix !== 'conflict';

export interface LeafBookParts { store: StorageCore; collections: readonly SyncedCollection[]; databaseName: (word: string) => string; collectionOf: (id: string) => SyncedCollection | undefined }

export function createLeafBook({ store, collections, databaseName, collectionOf }: LeafBookParts): LeafBook {
  const { sql } = store;
  const devices = new Map(sql.all<{ number: number; device: string }>('SELECT number, device FROM sync_devices').map(({ number, device }) => [device, number]));
  const names = new Map([...devices].map(([device, number]) => [number, device]));
  const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
  /** Quoted names of the tables whose documents may be marked, by database. */
  const tables = new Map<string, string[]>();
  for (const collection of collections.filter(mayBeMarked)) {
    const database = databaseName(collection.database);
    tables.set(database, [...(tables.get(database) ?? []), quote(collection.table)]);
  }
  const tablesOf = (database: string) => tables.get(database) ?? [];
  /** Of those, the tables of these ids. */
  const tablesAmong = (database: string, ids: readonly string[]): string[] => {
    const asked = new Set([...new Set(ids.map((id) => collectionOf(id)?.table ?? ''))].map(quote));
    return tablesOf(database).filter((table) => asked.has(table));
  };
  const toLeaf = (database: string, { id, rev, lwt, mark }: Omit<MarkedRow, 'number'>): Leaf => {
    const unpacked = unpackMark(mark);
    return { database, id, rev, device: names.get(unpacked.device) ?? '', bucket: unpacked.bucket, turn: lwt, counted: 1, current: 1, branch: 0, at: Math.floor(lwt), body: null, mark: unpacked };
  };
  const isDevice = (device: string): string => `mark >> 8 & 4095 = ${devices.get(device) ?? -1}`;

  function* marked(database: string, where: string, ...values: (string | number)[]): Generator<Leaf[]> {
    for (const table of tablesOf(database)) {
      let [lwt, mark, number] = [-1, 0, 0];
      for (;;) {
        const rows = sql.all<MarkedRow>(`SELECT id, rev, lwt, mark, number FROM ${table} WHERE (lwt, mark, number) > (?, ?, ?) AND ${where} ORDER BY lwt, mark, number LIMIT ${pageSize}`, lwt, mark, number, ...values);
        const last = rows.at(-1);
        if (last) yield rows.map((row) => toLeaf(database, row));
        if (!last || rows.length < pageSize) break;
        ({ lwt, mark, number } = last);
      }
    }
  }

  const book: LeafBook = {
    of(database, id) {
      const rows = sql.all<Leaf>(`SELECT ${columns} FROM sync_leaves WHERE database = ? AND id = ?`, database, id);
      const collection = collectionOf(id);
      if (!collection || !mayBeMarked(collection) || databaseName(collection.database) !== database) return rows;
      const row = sql.get<Omit<MarkedRow, 'number'>>(`SELECT id, rev, lwt, mark FROM ${quote(collection.table)} WHERE id = ? AND mark IS NOT NULL`, id);
      return row ? [toLeaf(database, row), ...rows] : rows;
    },
    ofMany(database, ids) {
      const asked = JSON.stringify(ids);
      const found = sql.all<Leaf>(`SELECT ${columns} FROM sync_leaves WHERE database = ? AND id IN (SELECT value FROM json_each(?))`, database, asked);
      for (const table of tablesAmong(database, ids)) {
        for (const row of sql.all<Omit<MarkedRow, 'number'>>(`SELECT id, rev, lwt, mark FROM ${table} WHERE id IN (SELECT value FROM json_each(?)) AND mark IS NOT NULL`, asked)) found.push(toLeaf(database, row));
      }
      return Map.groupBy(found, ({ id }) => id);
    },
    known(database, ids) {
      const asked = JSON.stringify(ids);
      const found = sql.all<{ id: string }>('SELECT DISTINCT id FROM sync_leaves WHERE database = ? AND id IN (SELECT value FROM json_each(?))', database, asked);
      for (const table of tablesAmong(database, ids)) found.push(...sql.all<{ id: string }>(`SELECT id FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`, asked));
      return new Set(found.map(({ id }) => id));
    },
    numberOf(device) {
      let number = devices.get(device);
      if (number === undefined) {
        number = sql.run('INSERT INTO sync_devices (device) VALUES (?)', device).lastInsertRowid;
        devices.set(device, number);
        names.set(number, device);
      }
      return number;
    },
    placesAfter(database, device, turn) {
      const rows = sql.all<LeafPlace>('SELECT bucket, turn FROM sync_leaves WHERE database = ? AND device = ? AND turn > ? AND counted = 1', database, device, turn);
      return tablesOf(database).reduce((all, table) => all.concat(sql.all<LeafPlace>(`SELECT mark & 255 AS bucket, lwt AS turn FROM ${table} WHERE lwt > ? AND ${isDevice(device)}`, turn)), rows);
    },
    firstAfter(database, device, turn, fits) {
      const first = (page: string, ...values: (string | number)[]): { turn: number; at?: number } | undefined => {
        for (let skip = 0; ; skip += pageSize) {
          const rows = sql.all<LeafPlace & { at?: number }>(`${page} LIMIT ${pageSize} OFFSET ?`, ...values, skip);
          const found = rows.find(fits);
          if (found || rows.length < pageSize) return found;
        }
      };
      return [
        first('SELECT bucket, turn, at FROM sync_leaves WHERE database = ? AND device = ? AND turn > ? AND counted = 1 ORDER BY turn', database, device, turn),
        ...tablesOf(database).map((table) => first(`SELECT mark & 255 AS bucket, lwt AS turn FROM ${table} WHERE lwt > ? AND ${isDevice(device)} ORDER BY lwt`, turn)),
      ].reduce((a, b) => (a && (!b || a.turn <= b.turn) ? a : b));
    },
    inOrder(database, { after, limit, except }) {
      const rows = sql.all<{ id: string; turn: number }>('SELECT id, turn FROM sync_leaves WHERE database = ? AND turn > ? AND counted = 1 AND device <> ? ORDER BY turn LIMIT ?', database, after, except, limit);
      for (const table of tablesOf(database)) rows.push(...sql.all<{ id: string; turn: number }>(`SELECT id, lwt AS turn FROM ${table} WHERE lwt > ? AND mark IS NOT NULL AND NOT (${isDevice(except)}) ORDER BY lwt LIMIT ?`, after, limit));
      return rows.sort((a, b) => a.turn - b.turn).slice(0, limit);
    },
    ofTurn(database, turn, except) {
      const rows = sql.all<{ id: string; turn: number }>('SELECT id, turn FROM sync_leaves WHERE database = ? AND turn = ? AND counted = 1 AND device <> ?', database, turn, except);
      for (const table of tablesOf(database)) rows.push(...sql.all<{ id: string; turn: number }>(`SELECT id, lwt AS turn FROM ${table} WHERE lwt = ? AND mark IS NOT NULL AND NOT (${isDevice(except)})`, turn));
      return rows;
    },
    lastTurn(database) {
      const turns = [
        sql.get<{ turn: number | null }>('SELECT MAX(turn) AS turn FROM sync_leaves WHERE database = ?', database),
        ...tablesOf(database).map((table) => sql.get<{ turn: number }>(`SELECT lwt AS turn FROM ${table} WHERE mark IS NOT NULL ORDER BY lwt DESC LIMIT 1`)),
      ];
      return Math.max(0, ...turns.map((row) => row?.turn ?? 0));
    },
    *all(database) {
      for (let [id, rev] = ['', '']; ;) {
        const page = sql.all<Leaf>(`SELECT ${columns} FROM sync_leaves WHERE database = ? AND counted = 1 AND (id, rev) > (?, ?) ORDER BY id, rev LIMIT ${pageSize}`, database, id, rev);
        const last = page.at(-1);
        if (!last) break;
        ({ id, rev } = last);
        yield page;
      }
      yield* marked(database, 'mark IS NOT NULL');
    },
    *inBuckets(database, device, buckets) {
      const wanted = JSON.stringify(buckets);
      for (let [turn, id, rev] = [-1, '', '']; ;) {
        const page = sql.all<Leaf>(`SELECT ${columns} FROM sync_leaves WHERE database = ? AND device = ? AND (turn, id, rev) > (?, ?, ?) AND counted = 1
          AND bucket IN (SELECT value FROM json_each(?)) ORDER BY turn, id, rev LIMIT ${pageSize}`, database, device, turn, id, rev, wanted);
        if (page.length > 0) yield page;
        const last = page.at(-1);
        if (!last || page.length < pageSize) break;
        ({ turn, id, rev } = last);
      }
      yield* marked(database, `${isDevice(device)} AND mark & 255 IN (SELECT value FROM json_each(?))`, wanted);
    },
  };
  return book;
}
