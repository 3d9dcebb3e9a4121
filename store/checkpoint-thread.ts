import { workerData } from 'node:worker_threads';
import { CELL, LIFE, WISH } from './checkpoint-cells.ts';
import type { CheckpointThreadData } from './checkpoint-cells.ts';
import { openConnection } from './driver.ts';
import type { Connection } from './driver.ts';

/** The thread of `createCheckpointer`: a connection of its own that folds the log into the file when asked, and is closed when told. */
const { file, key: bytes, cipher, cells } = workerData as CheckpointThreadData;
/** It reads the log past its cache. */
const CACHE_KIB = 100;

function serve(connection: Connection): void {
  // Waits for nobody, and nobody waits for it: commits go on meanwhile.
  const fold = connection.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  for (;;) {
    Atomics.wait(cells, CELL.wish, WISH.nothing);
    const wish = Atomics.compareExchange(cells, CELL.wish, WISH.fold, WISH.folding);
    if (wish === WISH.end) return;
    // Asked for, and not any more.
    if (wish !== WISH.fold) continue;
    // A full disk, or another one at it: what is in the log is safe there, and is folded another time.
    try { fold.get(); } catch { /* see above */ }
    if (Atomics.compareExchange(cells, CELL.wish, WISH.folding, WISH.nothing) === WISH.end) return;
    Atomics.notify(cells, CELL.wish);
  }
}

// Buffers come over as plain bytes.
const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
if (Atomics.compareExchange(cells, CELL.life, LIFE.starting, LIFE.open) === LIFE.starting) {
  try {
    const connection = openConnection({ file, key, cipher, cacheKib: CACHE_KIB });
    key.fill(0);
    try { serve(connection); } finally { connection.close(); }
  } finally {
    Atomics.store(cells, CELL.life, LIFE.closed);
    Atomics.notify(cells, CELL.life);
  }
}
key.fill(0);
