import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { CELL, LIFE, WISH } from '../../../store/checkpoint-cells.ts';
import type { CheckpointThreadData } from '../../../store/checkpoint-cells.ts';
import { createCheckpointer } from '../../../store/checkpointer.ts';
import { openConnection } from '../../../store/driver.ts';
import { aDirectory, aKey } from './store-in-temp-dir.ts';

const threads = vi.hoisted(() => [] as { cells: Int32Array }[]);
/** Of a thread: it takes what it is asked for, and the disk never answers it. */
vi.mock('node:worker_threads', () => ({
  Worker: class extends EventEmitter {
    constructor(_program: URL, { workerData }: { workerData: CheckpointThreadData }) { super(); threads.push(workerData); }
    unref() { /* nothing runs */ }
  },
}));

it('[STO53] a fold that never ends keeps neither a copy nor the closing waiting for ever', () => {
  const file = join(aDirectory(), 'test.db');
  const connection = openConnection({ file, key: aKey(), cipher: 'aegis' });
  const checkpointer = createCheckpointer({ connection, file, key: aKey(), cipher: 'aegis', patienceMs: 40 });
  connection.exec('CREATE TABLE filler (text TEXT)');
  const insert = connection.prepare('INSERT INTO filler (text) VALUES (?)');
  connection.transaction(() => { for (let n = 0; n < 1_200; n += 1) insert.run('x'.repeat(3_500)); }).immediate();
  expect(checkpointer.rest()).toBe(true);
  checkpointer.wrote(1_200);
  const [thread] = threads;
  if (!thread) throw new Error('no thread was started');
  // What is asked for and not begun can be taken back.
  expect(checkpointer.rest()).toBe(true);
  expect(Atomics.load(thread.cells, CELL.wish)).toBe(WISH.nothing);
  Atomics.store(thread.cells, CELL.life, LIFE.open);
  Atomics.store(thread.cells, CELL.wish, WISH.folding);
  expect(checkpointer.rest()).toBe(false);
  checkpointer.close();
  connection.close();
});
