import { AbstractIterator } from 'abstract-leveldown';
import { createPairCursor } from './pair-cursor.ts';
import type { PairCursor } from './pair-cursor.ts';
import type { PairValue } from './pair-file.ts';
import { toPairRange } from './pair-range.ts';
import type { RangeOptions } from './pair-range.ts';
import type { SnapshotPool } from './snapshot-pool.ts';

export interface IteratorOptions extends RangeOptions { keys?: boolean; values?: boolean; keyAsBuffer?: boolean; valueAsBuffer?: boolean }
export interface IteratorListeners { ended(): void; failed(error: Error): void }
type DoneWithPair = (error?: Error | null, key?: PairValue, value?: PairValue) => void;

interface IteratorBase { _nextTick(callback: (...values: never[]) => void, ...values: unknown[]): void }

/** abstract-leveldown's iterator over one snapshot, taken when the iterator is made. */
export class LevelDownIterator extends (AbstractIterator as unknown as new (db: unknown) => IteratorBase) {
  readonly #cursor: PairCursor;
  readonly #options: IteratorOptions;
  readonly #listeners: IteratorListeners;

  constructor(db: unknown, pool: SnapshotPool, options: IteratorOptions, listeners: IteratorListeners) {
    super(db);
    this.#options = options;
    this.#listeners = listeners;
    this.#cursor = createPairCursor(pool, toPairRange(options), options.values !== false);
  }

  _next(done: DoneWithPair): void {
    const { keys, values, keyAsBuffer, valueAsBuffer } = this.#options;
    try {
      const pair = this.#cursor.next();
      if (!pair) { this._nextTick(done); return; }
      const key = keys === false ? '' : shaped(pair.key, keyAsBuffer !== false);
      const value = values === false ? '' : shaped(pair.value, valueAsBuffer !== false);
      this._nextTick(done, null, key, value);
    } catch (error) {
      const fault = error instanceof Error ? error : new Error(String(error));
      this.#listeners.failed(fault);
      this._nextTick(done, fault);
    }
  }

  _end(done: (error?: Error | null) => void): void {
    this.letGo();
    this.#listeners.ended();
    this._nextTick(done);
  }

  /** Releases the snapshot; what was read already can still be asked for. */
  letGo(): void { this.#cursor.end(); }
}

/** The form a reader asked for: bytes or text. */
export function shaped(value: PairValue, asBuffer: boolean): PairValue {
  if (asBuffer) return Buffer.isBuffer(value) ? value : Buffer.from(value, 'utf8');
  return Buffer.isBuffer(value) ? value.toString('utf8') : value;
}
