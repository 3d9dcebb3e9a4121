import { collectionOfId } from '../../src-shared/domain/collections.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import type { Sql } from '../../store/index.ts';
import { Digest, decodeDigest, encodeDigest } from '../../sync/index.ts';
import type { ChangeRow, ChangesPage, Engine, EngineDatabase, Sequence } from '../engine/engine.ts';
import { SLICE_MS, createQuietTime } from '../operations/quiet-time.ts';
import type { QuietTime } from '../operations/quiet-time.ts';
import type { HubBook } from '../provisioning/hub-book.ts';
import { openLeafTables, type Leaf, type LeafRow } from './leaf-tables.ts';
import { isReachedBy, readPlaceMark, writePlaceMark } from './place-mark.ts';
import type { PlaceMark } from './place-mark.ts';

/** A document's state as the index sees it: its winning body, undefined once it is deleted. */
export interface IndexedDocument { database: string; id: string; body: DocumentBody | undefined }
/** Other documents by id, as they are now. */
export type Gathered = ReadonlyMap<string, DocumentBody>;
/** Keeps tables of its own in step with the index. */
export interface IndexFollower {
  /** Once for each slice of a feed that holds something for it, before its documents. */
  begin?(sql: Sql, database: string, slice: { isFromStation: boolean }): void;
  /** Once for each slice, before its transaction: reads what writing these documents will need of others. */
  gather?(database: EngineDatabase, documents: readonly IndexedDocument[]): Promise<Gathered>;
  write(sql: Sql, document: IndexedDocument, gathered: Gathered): void; forget(sql: Sql, database: string): void;
  /** Documents it wants to know of beside those that are counted. */
  follows?(id: string): boolean;
  /** Says when its tables are of another shape than the program's: everything is read anew. */
  isOutdated?(database: string): boolean;
}
export type { Leaf } from './leaf-tables.ts';

export interface LeafIndex {
  /**
   * Reads what is new in the database's feed; the index and its place in the feed are written together, a few documents at a time.
   * `canWait`: nobody waits for it, so that it makes way for those who ask the hub; when the hub ends it stops where it is.
   */
  catchUp(database: string, options?: { canWait?: boolean }): Promise<void>;
  /** Digest of each device's leaves; `''` for bare tombstones. Not to be changed. */
  digests(database: string): Map<string, Digest>;
  /** Records of the station that are not deleted, each once: leaves are more where branches were merged, or are not yet. */
  records(database: string): number;
  /** Leaves of one device in the given buckets. */
  leavesIn(database: string, device: string, buckets: ReadonlySet<number>): Leaf[];
  /** Documents whose living leaves several versions are, seen before this moment (milliseconds). */
  branchedBefore(seenBefore: number): { database: string; id: string }[];
  forget(database: string): void;
}

const PAGE = 250;
const LEAST_IN_SLICE = 4;
const MOST_IN_SLICE = PAGE;
const MOST_BRANCHES = 500;

/** Counted in receipts: what stations write, conflicts included; not reviews, receipts, catalogues or `_design`. */
const isCounted = (id: string): boolean => collectionOfId(id)?.owner === 'station';

const nothing: Gathered = new Map();
interface NewLeaf { rev: string; device: string; deleted: boolean }
interface Step { row: ChangeRow; added: NewLeaf[]; removed: LeafRow[] }

const deviceOf = (body: DocumentBody | undefined): string => (typeof body?.['device'] === 'string' ? body['device'] : '');

/**
 * Follows each station database's feed and knows its leaf revisions, tombstones included, by the device that wrote them.
 * After a restart it goes on from its own place in the feed. `follower` writes more tables in the same transactions.
 */
export function createLeafIndex(engine: Engine, book: HubBook, follower: IndexFollower, now: () => number = Date.now, quiet: QuietTime = createQuietTime()): LeafIndex {
  const kept = openLeafTables(book);
  const cache = new Map<string, Map<string, Digest>>();
  const running = new Map<string, Promise<void>>();
  /** How many wait for a database to be read. */
  const waiting = new Map<string, number>();
  let sliceRows = MOST_IN_SLICE / 8;

  function digests(database: string): Map<string, Digest> {
    let found = cache.get(database);
    if (!found) {
      found = new Map();
      for (const { device, digest } of book.sql.all<{ device: string; digest: string }>('SELECT device, digest FROM leafDigests WHERE database = ?', database)) found.set(device, decodeDigest(digest) ?? new Digest());
      cache.set(database, found);
    }
    return found;
  }

  async function stepOf(database: EngineDatabase, row: ChangeRow): Promise<Step> {
    const before = kept.of(database.name, row.id);
    const known = new Set(before.map((leaf) => leaf.rev));
    const now = new Set(row.leaves);
    const added: NewLeaf[] = [];
    const others = row.leaves.filter((rev) => !known.has(rev) && rev !== row.body?._rev);
    if (row.body?._rev !== undefined && !known.has(row.body._rev)) added.push({ rev: row.body._rev, device: deviceOf(row.body), deleted: row.deleted });
    for (const one of others.length ? await database.openRevisions(row.id, others) : []) {
      // A leaf that became an ancestor since: the feed brings its successor.
      if ('ok' in one && one.ok._rev !== undefined) added.push({ rev: one.ok._rev, device: deviceOf(one.ok), deleted: one.ok._deleted === true });
    }
    return { row, added, removed: before.filter((leaf) => !now.has(leaf.rev)) };
  }

  function write(sql: Sql, database: string, { row, added, removed }: Step, gathered: Gathered): void {
    for (const { rev } of removed) kept.remove(sql, database, row.id, rev);
    for (const leaf of added) kept.add(sql, database, row.id, leaf);
    noteBranches(sql, database, row, removed.length > 0);
    tell(sql, database, row, gathered);
  }

  function noteBranches(sql: Sql, database: string, { id, leaves }: ChangeRow, hadMore: boolean): void {
    const living = leaves.length > 1 ? kept.living(sql, database, id) : 1;
    if (living > 1 || hadMore || leaves.length > 1) kept.markBranched(sql, database, id, living > 1, now());
  }

  const documentOf = (database: string, row: ChangeRow): IndexedDocument => ({ database, id: row.id, body: row.deleted ? undefined : row.body });
  const tell = (sql: Sql, database: string, row: ChangeRow, gathered: Gathered) => { follower.write(sql, documentOf(database, row), gathered); };

  function forget(database: string): void {
    cache.delete(database);
    book.inTransaction((sql) => {
      for (const table of ['leafDigests', 'feedPlaces']) sql.run(`DELETE FROM ${table} WHERE database = ?`, database);
      kept.forget(sql, database);
      follower.forget(sql, database);
    });
  }

  const placeOf = (name: string) => book.sql.get<{ sequence: string }>('SELECT sequence FROM feedPlaces WHERE database = ?', name)?.sequence ?? '';

  /**
   * A database put back from an older copy, also by a server that answered all the while, no longer holds what the index counted:
   * nothing may be claimed that is not there.
   */
  async function check(database: EngineDatabase): Promise<PlaceMark> {
    const place = placeOf(database.name);
    const mark = await readPlaceMark(database);
    if (place !== '' && (!isReachedBy(place, mark.sequence) || follower.isOutdated?.(database.name) === true)) forget(database.name);
    return mark;
  }

  /** In one transaction: the rows, what follows from them, and the place in the feed up to which all is known then. */
  async function writeRows(database: EngineDatabase, rows: readonly ChangeRow[], sequence: Sequence): Promise<void> {
    const { name } = database;
    const known = digests(name);
    const steps: Step[] = [];
    for (const row of rows) if (isCounted(row.id)) steps.push(await stepOf(database, row));
    const changed = changedDigests(known, steps);
    const gathered = await follower.gather?.(database, steps.map(({ row }) => documentOf(name, row))) ?? nothing;
    book.inTransaction((sql) => {
      const followed = rows.filter((row) => !isCounted(row.id) && follower.follows?.(row.id) === true);
      if (steps.length || followed.length) follower.begin?.(sql, name, { isFromStation: steps.length > 0 });
      for (const step of steps) write(sql, name, step, gathered);
      for (const row of followed) tell(sql, name, row, gathered);
      for (const [device, digest] of changed) {
        sql.run('INSERT INTO leafDigests (database, device, digest) VALUES (?, ?, ?) ON CONFLICT (database, device) DO UPDATE SET digest = excluded.digest', name, device, encodeDigest(digest));
      }
      sql.run('INSERT INTO feedPlaces (database, sequence) VALUES (?, ?) ON CONFLICT (database) DO UPDATE SET sequence = excluded.sequence', name, sequence);
    });
    // The transaction stands: from now on it is what the hub knows.
    for (const [device, digest] of changed) known.set(device, digest);
  }

  /** As many rows at a time as a slice allows. False where it did not come to the end: the hub ends, or the place is another one meanwhile. */
  async function writeSlices(database: EngineDatabase, page: ChangesPage, turn: () => Promise<boolean>): Promise<boolean> {
    let place = placeOf(database.name);
    for (let at = 0; ;) {
      if (!await turn() || placeOf(database.name) !== place) return false;
      const from = process.threadCpuUsage();
      const rows = page.rows.slice(at, at + sliceRows);
      at += rows.length;
      const isLast = at >= page.rows.length;
      place = isLast ? page.sequence : rows.at(-1)?.sequence ?? page.sequence;
      await writeRows(database, rows, place);
      // What it computed, not what it waited for: where others have the processor or CouchDB the word, more and smaller slices cost more.
      const { user, system } = process.threadCpuUsage(from);
      const ms = (user + system) / 1000;
      if (ms > SLICE_MS) sliceRows = Math.max(LEAST_IN_SLICE, Math.floor(sliceRows / 2));
      else if (ms < SLICE_MS / 2 && !isLast) sliceRows = Math.min(MOST_IN_SLICE, sliceRows * 2);
      if (isLast) return true;
    }
  }

  async function read(name: string, canWait: boolean): Promise<void> {
    const since = performance.now();
    const turn = async (): Promise<boolean> => {
      await quiet.turn(since, () => !canWait || waiting.has(name));
      return !(canWait && quiet.isOver);
    };
    let mark: PlaceMark | undefined;
    for (let finished = false; !finished;) {
      if (!await turn()) return;
      finished = await engine.use(name, async (database) => {
        mark ??= await check(database);
        const place = placeOf(name);
        const page = await database.changes({ since: place, limit: PAGE, style: 'all', withBodies: true });
        if (page.sequence === place) return true;
        if (page.restarted && place !== '') { forget(name); return false; }
        mark = await writePlaceMark(database, page.sequence, mark);
        return await writeSlices(database, page, turn) && page.finished;
      });
    }
  }

  return {
    digests,
    catchUp(database, { canWait = false } = {}) {
      const before = running.get(database) ?? Promise.resolve();
      if (!canWait) waiting.set(database, (waiting.get(database) ?? 0) + 1);
      const mine = before.catch(() => undefined).then(() => (engine.has(database) ? read(database, canWait) : undefined));
      const settled = mine.finally(() => {
        if (running.get(database) === settled) running.delete(database);
        if (canWait) return;
        const others = (waiting.get(database) ?? 1) - 1;
        if (others > 0) waiting.set(database, others); else waiting.delete(database);
      });
      running.set(database, settled);
      return settled;
    },
    records: (database) => [...digests(database).values()].reduce((sum, digest) => sum + digest.count(), 0) - kept.beyondRecords(database),
    leavesIn: kept.inBuckets,
    branchedBefore: (seenBefore) => kept.branchedBefore(seenBefore, MOST_BRANCHES),
    forget,
  };
}

/** The digests as they are after these steps; those given are not changed. */
function changedDigests(known: ReadonlyMap<string, Digest>, steps: readonly Step[]): Map<string, Digest> {
  const changed = new Map<string, Digest>();
  const of = (device: string): Digest => {
    const digest = changed.get(device) ?? new Digest([...(known.get(device) ?? new Digest()).buckets]);
    changed.set(device, digest);
    return digest;
  };
  for (const { row, added, removed } of steps) {
    for (const { rev, device } of removed) of(device).remove(row.id, rev);
    for (const { rev, device } of added) of(device).add(row.id, rev);
  }
  return changed;
}
