import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freezeStore, inspectStore, openStore } from '../../../store/index.ts';
import { aDirectory } from './store-in-temp-dir.ts';

const key = Buffer.alloc(32, 9);
const save = (store: ReturnType<typeof openStore>, from: number, to: number) => {
  for (let n = from; n < to; n += 1) store.commit({ context: 'test', documents: [{ table: 'people', document: { _id: `p${n}`, _rev: '1-a', _deleted: false, _meta: { lwt: 0 }, _attachments: {}, name: 'x'.repeat(900) } }] });
};

it('[DUR1] a frozen store is the file of one moment while it is written on, and everything written meanwhile stays', async () => {
  const file = join(aDirectory(), 'store.db');
  const store = openStore({ file, key });
  store.defineTable({ name: 'people', indexes: [['name']] });
  save(store, 0, 300);
  const frozen = freezeStore(store, key);
  // More than the log takes before it is folded into the file by itself.
  save(store, 300, 900);
  const copy = Buffer.alloc(frozen.bytes);
  let at = 0;
  while (at < copy.length) {
    const part = copy.subarray(at, at + 65_536);
    at += await frozen.read(part, at);
    save(store, 900 + at, 901 + at);
  }
  expect([frozen.isUntouched(), frozen.pageBytes, copy.equals(readFileSync(file))]).toEqual([true, 4096, true]);
  const held = store.count('people');
  frozen.release();
  const copied = join(aDirectory(), 'copy.db');
  writeFileSync(copied, copy);
  expect(inspectStore({ file: copied, key }, ({ problems, documents }) => [problems, documents])).toEqual([[], { people: 300 }]);
  save(store, 1_000_000, 1_000_600);
  await expect.poll(() => frozen.isUntouched(), { timeout: 30_000 }).toBe(false);
  store.close();
  expect(statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
  expect(inspectStore({ file, key }, ({ problems, documents }) => [problems, documents])).toEqual([[], { people: held + 600 }]);
  // Its log was never lost to the copy: a crash in between would have found everything.
  const again = openStore({ file, key });
  const crashed = join(aDirectory(), 'crashed.db');
  const second = freezeStore(again, key);
  again.defineTable({ name: 'people', indexes: [['name']] });
  save(again, 2_000_000, 2_000_100);
  copyFileSync(file, crashed);
  copyFileSync(`${file}-wal`, `${crashed}-wal`);
  const found = openStore({ file: crashed, key });
  expect(found.count('people')).toBe(held + 700);
  found.close();
  second.release();
  again.close();
});
