import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore, StoreOpenError } from '../../../store/index.ts';
import { runAndKill, withRunning } from './child.ts';
import { aDirectory } from './temp-dir.ts';

const key = Buffer.alloc(32, 6);
const hasPlaintext = (file: string): boolean => existsSync(file) && /Secret|Nguy|people/.test(readFileSync(file, 'latin1'));

it('[STO18] every commit that returned before kill -9 is there whole, the file is sound, and nothing is readable in it', async () => {
  const file = join(aDirectory(), 'killed.db');
  const acknowledged: string[] = [];
  // Moments spread over start, first commits, and the log being folded into the file.
  for (const [run, lines] of [1, 2, 7, 40, 97, 230, 411, 600].entries()) {
    acknowledged.push(...await runAndKill('./commit-writer.ts', [file, `run${run}`], lines));
    expect([file, `${file}-wal`, `${file}-shm`].filter(hasPlaintext)).toEqual([]);
  }
  const store = openStore({ file, key, mustExist: true });
  const found = store.getMany('people', acknowledged);
  expect(found.map(({ _id }) => _id)).toEqual(acknowledged);
  const people = [...store.iterate('people')].map(({ _id }) => _id).sort();
  expect([...store.iterate('audit')].map(({ _id }) => _id.slice('audit:'.length)).sort()).toEqual(people);
  expect(store.sql.all<{ id: string }>('SELECT id FROM outbox').map(({ id }) => id).sort()).toEqual(people);
  expect(store.check(false)).toEqual([]);
  expect(store.check(true)).toEqual([]);
  store.close();
  expect(hasPlaintext(file)).toBe(false);
});

it('[STO4] a file open in another process is refused, and free at once after kill -9', async () => {
  const file = join(aDirectory(), 'busy.db');
  await withRunning('./commit-writer.ts', [file, 'run'], 1, () => {
    expect(() => openStore({ file, key })).toThrow(StoreOpenError);
    try { openStore({ file, key }); } catch (error) { expect(error).toMatchObject({ code: 'InUse' }); }
  });
  const store = openStore({ file, key });
  expect(store.count('people')).toBeGreaterThan(0);
  store.close();
});
