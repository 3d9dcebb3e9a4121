import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createCheckpointer } from '../../../store/checkpointer.ts';
import { openConnection } from '../../../store/driver.ts';
import type { Connection } from '../../../store/driver.ts';
import { openStore } from '../../../store/index.ts';
import { aDirectory, aDocument, aKey } from './store-in-temp-dir.ts';

const BATCH = 50;
const patience = { timeout: 30_000, interval: 20 };
type Log = [busy: number, pages: number, folded: number];

const logOf = (connection: Connection): Log => connection.prepare('PRAGMA wal_checkpoint(NOOP)').raw().get() as Log;
/** About a page a row. */
function aConnection(file: string): { connection: Connection; write: () => void } {
  const connection = openConnection({ file, key: aKey(), cipher: 'aegis' });
  connection.exec('CREATE TABLE IF NOT EXISTS filler (number INTEGER PRIMARY KEY, text TEXT)');
  const insert = connection.prepare('INSERT INTO filler (text) VALUES (?)');
  return { connection, write: connection.transaction(() => { for (let n = 0; n < BATCH; n += 1) insert.run('x'.repeat(3_000)); }).immediate };
}

it('[STO53] the log is folded into the file by a thread while commits go on, and begins anew', async () => {
  const file = join(aDirectory(), 'test.db');
  const { connection, write } = aConnection(file);
  const checkpointer = createCheckpointer({ connection, file, key: aKey(), cipher: 'aegis' });
  let longest = 0;
  let restarts = 0;
  for (let n = 0, before = 0; n < 400 && restarts < 2; n += 1) {
    write();
    checkpointer.wrote(BATCH);
    const [, pages] = logOf(connection);
    // It begins anew only after all of it was folded.
    if (pages < before) restarts += 1;
    before = pages;
    longest = Math.max(longest, pages);
    // Others have their turn, as in a process that serves.
    await new Promise((resolve) => { setTimeout(resolve, 2); });
  }
  expect(restarts).toBeGreaterThan(0);
  expect(longest).toBeLessThan(9_000);
  checkpointer.close();
  connection.close();
});

it('[STO53] closing waits for the thread, and leaves no log behind', async () => {
  const file = join(aDirectory(), 'test.db');
  const store = openStore({ file, key: aKey() });
  store.defineTable({ name: 'people', indexes: [] });
  const save = (from: number, to: number) => store.commit({ context: 'test', documents: Array.from({ length: to - from }, (_, n) => ({ table: 'people', document: aDocument(`p${from + n}`, { text: 'x'.repeat(3_000) }) })) });
  for (let n = 0; n < 30; n += 1) save(n * 100, n * 100 + 100);
  const folded = () => store.sql.get<{ checkpointed: number }>('PRAGMA wal_checkpoint(NOOP)')?.checkpointed ?? 0;
  let more = 1_000_000;
  // Looked at before the next commit, with which a log that was folded whole begins anew.
  await expect.poll(() => { const done = folded(); save(more, more += 20); return done; }, patience).toBeGreaterThan(0);
  const count = store.count('people');
  store.close();
  expect(statSync(`${file}-wal`, { throwIfNoEntry: false })).toBeUndefined();
  const again = openStore({ file, key: aKey() });
  expect([again.count('people'), again.check(true)]).toEqual([count, []]);
  again.close();
});

it('[STO53] nothing is folded while it rests', async () => {
  const file = join(aDirectory(), 'test.db');
  const { connection, write } = aConnection(file);
  const checkpointer = createCheckpointer({ connection, file, key: aKey(), cipher: 'aegis' });
  for (let n = 0; n < 40; n += 1) {
    write();
    checkpointer.wrote(BATCH);
  }
  checkpointer.rest();
  const log = logOf(connection);
  await new Promise((resolve) => { setTimeout(resolve, 100); });
  expect(logOf(connection)).toEqual(log);
  // Where the thread was quick, little was left when it was told to rest, and the log begins anew with this: enough comes after it.
  write();
  let [, pages, folded] = logOf(connection);
  let more = 0;
  await expect.poll(() => {
    if ((more += 1) <= 30) write();
    checkpointer.wrote(BATCH * 2);
    const [, pagesNow, foldedNow] = logOf(connection);
    const wasFolded = pagesNow < pages || foldedNow > folded;
    [pages, folded] = [pagesNow, foldedNow];
    return wasFolded;
  }, patience).toBe(true);
  checkpointer.close();
  connection.close();
});

it('[STO53] where the thread cannot do it, SQLite does as it would by itself', async () => {
  const file = join(aDirectory(), 'test.db');
  const { connection, write } = aConnection(file);
  // The thread opens the file with another key.
  const checkpointer = createCheckpointer({ connection, file, key: aKey(8), cipher: 'aegis' });
  const limit = () => connection.pragma('wal_autocheckpoint', { simple: true });
  expect(limit()).toBeGreaterThan(1_000);
  for (let n = 0; n < 60; n += 1) {
    write();
    checkpointer.wrote(BATCH);
  }
  await expect.poll(limit, patience).toBe(1_000);
  write();
  expect(logOf(connection)[2]).toBeGreaterThan(0);
  checkpointer.close();
  connection.close();
});

it('[STO53] a fold that fails says nothing against the commit it comes after', () => {
  const full = () => { throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }); };
  let looks = 0;
  // A long log of which few pages are left, on a full disk.
  const connection = {
    open: true, pragma: () => undefined,
    prepare: (text: string) => (text.includes('NOOP') ? { raw: () => ({ get: () => { looks += 1; return [0, 5_000, 4_900]; } }) } : { get: full }),
  } as unknown as Connection;
  const checkpointer = createCheckpointer({ connection, file: 'none', key: aKey(), cipher: 'aegis' });
  checkpointer.wrote(BATCH * 2);
  expect(looks).toBe(1);
  // Nor is it tried again with each commit.
  checkpointer.wrote(1);
  expect(looks).toBe(1);
  checkpointer.close();
});
