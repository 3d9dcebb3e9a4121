import { Worker } from 'node:worker_threads';
import { CELL, LIFE, WISH } from './checkpoint-cells.ts';
import type { CheckpointThreadData } from './checkpoint-cells.ts';
import type { Cipher, Connection } from './driver.ts';

export interface CheckpointerOptions { connection: Connection; file: string; key: Buffer; cipher: Cipher; /** Of `rest` and of `close`, each; a thread that is not heard of does not keep the program from ending. */ patienceMs?: number }

/** Folds the log into the file in a thread of its own, so that no commit waits for it. */
export interface Checkpointer {
  /** To be called after each commit: it wrote this many rows. */
  wrote(rows: number): void;
  /** Whether no fold is under way; none begins before the next `wrote`. Waits for one that is, but not for ever: a disk may have stopped answering, and everything stands still meanwhile. */
  rest(): boolean;
  /** To be called before the connection is closed. */
  close(): void;
}

/** Pages in the log, not folded yet, from which on they are: as many as SQLite itself would leave there. */
const ENOUGH = 1_000;
/** Pages from which on the log is to begin anew, which it can only with the commit after everything is folded. */
const LONG = 4_096;
/** So few are folded at once, without the thread. */
const FEW = 400;
/** Pages from which on SQLite folds inside a commit: where the thread cannot. */
const LAST_RESORT = 8_192;
/** Looking how long the log is costs as much as two rows do. */
const ROWS_BETWEEN_LOOKS = 100;
/** A commit writes some pages whatever its rows. */
const ROWS_OF_A_COMMIT = 5;
/** Milliseconds, unless told. */
const PATIENCE_MS = 10_000;
/** After which is looked again whether the thread is still there. */
const A_WHILE_MS = 1_000;

export function createCheckpointer({ connection, file, key, cipher, patienceMs = PATIENCE_MS }: CheckpointerOptions): Checkpointer {
  const cells = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  /** For the thread, which is only started when there is work for it. */
  const kept = Buffer.from(key);
  const look = connection.prepare('PRAGMA wal_checkpoint(NOOP)').raw();
  const fold = connection.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  let worker: Worker | undefined;
  let hasFailed = false;
  let rows = 0;
  /** The log was long when last looked at. */
  let isLong = false;

  /** Left to SQLite, as it does by itself. */
  const giveUp = (): void => {
    hasFailed = true;
    if (connection.open) connection.pragma(`wal_autocheckpoint=${ENOUGH}`);
  };
  const start = (): void => {
    try {
      // Built, it lies in a folder of its own; see vite.node.config.ts.
      const program = new URL(import.meta.url.endsWith('.ts') ? './checkpoint-thread.ts' : '../store/checkpoint-thread.js', import.meta.url);
      const data: CheckpointThreadData = { file, key: kept, cipher, cells };
      worker = new Worker(program, { workerData: data, execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 32 } });
      worker.unref();
      worker.on('error', giveUp);
    } catch {
      giveUp();
    }
    kept.fill(0);
  };
  connection.pragma(`wal_autocheckpoint=${LAST_RESORT}`);

  return {
    wrote(more) {
      rows += ROWS_OF_A_COMMIT + more;
      if ((rows < ROWS_BETWEEN_LOOKS && !isLong) || hasFailed || Atomics.load(cells, CELL.wish) !== WISH.nothing) return;
      rows = 0;
      const [, log, folded] = look.get() as [busy: number, log: number, folded: number];
      const left = log - folded;
      isLong = log >= LONG;
      if (left < ENOUGH && !isLong) return;
      if (left < FEW) {
        isLong = false;
        // A full disk: what is in the log is safe there, and is folded another time. The commit stands, and nothing said of folding may seem to be said of it.
        try { fold.get(); } catch { /* see above */ }
        return;
      }
      if (!worker) start();
      Atomics.store(cells, CELL.wish, WISH.fold);
      Atomics.notify(cells, CELL.wish);
    },
    rest() {
      Atomics.compareExchange(cells, CELL.wish, WISH.fold, WISH.nothing);
      const until = performance.now() + patienceMs;
      const isFolding = () => Atomics.load(cells, CELL.wish) === WISH.folding && Atomics.load(cells, CELL.life) === LIFE.open;
      while (isFolding() && performance.now() < until) Atomics.wait(cells, CELL.wish, WISH.folding, Math.min(A_WHILE_MS, patienceMs));
      return !isFolding();
    },
    close() {
      kept.fill(0);
      hasFailed = true;
      Atomics.store(cells, CELL.wish, WISH.end);
      Atomics.notify(cells, CELL.wish);
      // Only one of the two can be first: a thread that comes later opens nothing.
      if (Atomics.compareExchange(cells, CELL.life, LIFE.starting, LIFE.closed) === LIFE.open) Atomics.wait(cells, CELL.life, LIFE.open, patienceMs);
    },
  };
}
