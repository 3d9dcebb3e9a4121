import { existsSync } from 'node:fs';
import { AbstractLevelDOWN } from 'abstract-leveldown';
import type { AbstractLevelDOWN as LevelDown } from 'abstract-leveldown';
import type { Cipher } from './driver.ts';
import { LevelDownIterator, shaped } from './leveldown-iterator.ts';
import type { IteratorOptions } from './leveldown-iterator.ts';
import { openPairFile } from './pair-file.ts';
import type { PairFile, PairValue, PairWrite } from './pair-file.ts';
import type { PairOfRange } from './range-reader.ts';
import { toKeyBytes, toPairRange, whereOf } from './pair-range.ts';
import type { RangeOptions } from './pair-range.ts';

export interface LevelDownOptions {
  file: string;
  /** Raw 256-bit key; copied, so it may be used for several stores. */
  key: Buffer;
  cipher?: Cipher;
  /** Kibibytes of pages kept in memory, at the most. */
  cacheKib?: number;
}

/** Reading and writing many pairs at once, without a turn of the event loop for each; beside what abstract-leveldown asks for. */
export interface DirectPairs {
  readPair(key: string): string | Buffer | undefined;
  /** Behind `after`, before `before`, in the order of the keys; none behind the one whose value reaches `mostBytes` in all. */
  readRange(after: string, before: string, limit: number, mostBytes?: number): PairOfRange[];
  /** One durable transaction; `undefined` removes. */
  writePairs(values: ReadonlyMap<string, string | Buffer | undefined>): void;
  /** Gives back what was kept in memory to read again; nothing is asked for a while. */
  rest(): void;
}

type Done = (error?: Error | null) => void;
type DoneWith<T> = (error?: Error | null, value?: T) => void;
interface GetOptions { asBuffer?: boolean }
interface OpenOptions { createIfMissing?: boolean; errorIfExists?: boolean }

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
const toStored = (value: unknown): PairValue => (Buffer.isBuffer(value) ? value : String(value));

/**
 * A store of ordered pairs for PouchDB's `leveldb-core` adapter (abstract-leveldown 7) in one encrypted SQLite file: every
 * batch is one durable transaction, an iterator reads one snapshot, one process at a time has the file.
 *
 * ```ts
 * import CoreLevelPouch from 'pouchdb-adapter-leveldb-core';
 *
 * function EncryptedPouch(options, callback) {
 *   CoreLevelPouch.call(this, { ...options, db: openEncryptedPairs }, callback);
 * }
 * EncryptedPouch.valid = () => true;
 * EncryptedPouch.use_prefix = false;
 * PouchDB.plugin((Pouch) => Pouch.adapter('encrypted', EncryptedPouch, true));
 *
 * // PouchDB calls it with the database's name. Let that be the whole path: the adapter keeps open stores by the name of this
 * // function and the name of the database, per process, so two directories may not share names.
 * function openEncryptedPairs(name) { return createLevelDown({ file: `${name}.db`, key }); }
 * const database = new PouchDB('/var/lib/hub/health-25001', { adapter: 'encrypted' });
 * ```
 *
 * `open` answers with `StoreOpenError` as `openStore` does (levelup wraps it: see `cause` or the message). After a fault of
 * reading every later write is refused: PouchDB takes any failed read for "not found" and would write a second first revision
 * over a record it could not read. A fault of writing (disk full) leaves everything as it was, and may be tried again.
 */
export function createLevelDown(options: LevelDownOptions): LevelDown<unknown, unknown> & DirectPairs {
  return new SqliteLevelDown(options) as unknown as LevelDown<unknown, unknown> & DirectPairs;
}

class SqliteLevelDown extends (AbstractLevelDOWN as unknown as new (manifest: object) => { _nextTick(callback: (...values: never[]) => void, ...values: unknown[]): void }) {
  readonly #options: LevelDownOptions;
  readonly #iterators = new Set<LevelDownIterator>();
  #pairs: PairFile | undefined;
  #fault: Error | undefined;

  constructor(options: LevelDownOptions) {
    super({ bufferKeys: true, snapshots: true, permanence: true, clear: true, getMany: true, seek: false, createIfMissing: true, errorIfExists: true });
    this.#options = { ...options, key: Buffer.from(options.key) };
  }

  _open({ createIfMissing, errorIfExists }: OpenOptions, done: Done): void {
    const { file, key, cipher = 'aegis', cacheKib } = this.#options;
    this.#answer(done, () => {
      const exists = existsSync(file);
      if (!exists && createIfMissing === false) throw new Error(`${file} does not exist (createIfMissing is false)`);
      if (exists && errorIfExists) throw new Error(`${file} exists (errorIfExists is true)`);
      this.#pairs = openPairFile({ file, key, cipher, cacheKib });
      this.#fault = undefined;
    });
  }

  _close(done: Done): void {
    this.#answer(done, () => {
      for (const iterator of this.#iterators) iterator.letGo();
      this.#iterators.clear();
      const pairs = this.#pairs;
      this.#pairs = undefined;
      pairs?.close();
    });
  }

  _serializeKey(key: unknown): unknown { return Buffer.isBuffer(key) || key === null || key === undefined || key === '' ? key : toKeyBytes(key); }

  _serializeValue(value: unknown): PairValue { return toStored(value); }

  _get(key: Buffer, { asBuffer }: GetOptions, done: DoneWith<PairValue>): void {
    this.#answer(done, () => {
      const value = this.#read(key);
      if (value === undefined) throw new Error('NotFound');
      return shaped(value, asBuffer !== false);
    });
  }

  _getMany(keys: Buffer[], { asBuffer }: GetOptions, done: DoneWith<(PairValue | undefined)[]>): void {
    this.#answer(done, () => keys.map((key) => {
      const value = this.#read(key);
      return value === undefined ? undefined : shaped(value, asBuffer !== false);
    }));
  }

  _put(key: Buffer, value: PairValue, _options: object, done: Done): void { this.#write([{ type: 'put', key, value }], done); }

  _del(key: Buffer, _options: object, done: Done): void { this.#write([{ type: 'del', key }], done); }

  _batch(writes: PairWrite[], _options: object, done: Done): void { this.#write(writes, done); }

  _clear(options: RangeOptions, done: Done): void {
    const range = toPairRange(options);
    this.#answer(done, () => this.#guarded(() => {
      if (range.limit === 0) return;
      const order = range.limit < 0 ? '' : ` ORDER BY key ${range.reverse ? 'DESC' : 'ASC'} LIMIT ${Math.trunc(range.limit)}`;
      const where = order === '' ? whereOf(range.conditions) : `WHERE number IN (SELECT number FROM pairs ${whereOf(range.conditions)}${order})`;
      this.#opened().deleteWhere(where, range.bounds);
    }));
  }

  _iterator(options: IteratorOptions): LevelDownIterator {
    const iterator = new LevelDownIterator(this, this.#opened().snapshots, options, {
      ended: () => { this.#iterators.delete(iterator); },
      failed: (error) => { this.#fault ??= error; },
    });
    this.#iterators.add(iterator);
    return iterator;
  }

  readPair(key: string): PairValue | undefined { return this.#read(Buffer.from(key)); }

  readRange(after: string, before: string, limit: number, mostBytes?: number): PairOfRange[] {
    const pairs = this.#opened();
    try {
      return pairs.range(Buffer.from(after), Buffer.from(before), limit, mostBytes);
    } catch (error) {
      this.#fault ??= asError(error);
      throw error;
    }
  }

  writePairs(values: ReadonlyMap<string, PairValue | undefined>): void {
    const writes = Array.from(values, ([key, value]): PairWrite => (value === undefined ? { type: 'del', key: Buffer.from(key) } : { type: 'put', key: Buffer.from(key), value }));
    this.#guarded(() => { this.#opened().write(writes); });
  }

  rest(): void { this.#pairs?.rest(); }

  #opened(): PairFile {
    if (!this.#pairs) throw new Error('Database is not open');
    return this.#pairs;
  }

  #read(key: Buffer): PairValue | undefined {
    const pairs = this.#opened();
    try {
      return pairs.get(key);
    } catch (error) {
      this.#fault ??= asError(error);
      throw error;
    }
  }

  #write(writes: PairWrite[], done: Done): void { this.#answer(done, () => this.#guarded(() => this.#opened().write(writes))); }

  #guarded(write: () => void): void {
    if (this.#fault) throw new Error(`no writes after a fault: ${this.#fault.message}`, { cause: this.#fault });
    write();
  }

  #answer<T>(done: DoneWith<T>, work: () => T): void {
    let value: T;
    try {
      value = work();
    } catch (error) {
      this._nextTick(done, asError(error));
      return;
    }
    this._nextTick(done, null, value);
  }
}
