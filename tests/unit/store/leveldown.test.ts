import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { createLevelDown } from '../../../store/index.ts';
import { aDirectory, aKey } from './store-in-temp-dir.ts';

async function opened(file: string, fill = 7) {
  const db = createLevelDown({ file, key: aKey(fill) });
  await (promisify(db.open.bind(db)) as () => Promise<void>)();
  return {
    db,
    put: promisify(db.put.bind(db)) as (key: unknown, value: unknown) => Promise<void>,
    get: promisify(db.get.bind(db)) as (key: unknown, options?: object) => Promise<unknown>,
    close: promisify(db.close.bind(db)) as () => Promise<void>,
  };
}

async function keysOf(iterator: AsyncIterable<[unknown, unknown]>): Promise<string[]> {
  const keys: string[] = [];
  for await (const [key] of iterator) keys.push(String(key));
  return keys;
}

it('[STO43] keys are ordered by their bytes, text as UTF-8', async () => {
  const { db, put, close } = await opened(join(aDirectory(), 'pairs.db'));
  for (const key of ['z', 'a', 'đ', '\u{1F600}', '\uFFFD', Buffer.from([0x7f]), 'ab']) await put(key, 'x');
  const asText = { keyAsBuffer: false };
  expect(await keysOf(db.iterator(asText) as never)).toEqual(['a', 'ab', 'z', '\x7f', 'đ', '\uFFFD', '\u{1F600}']);
  expect(await keysOf(db.iterator({ ...asText, gt: 'a', lte: 'đ', reverse: true, limit: 2 }) as never)).toEqual(['đ', '\x7f']);
  await close();
});

it('[STO44] an iterator of several pages reads the snapshot of its making', async () => {
  const { db, put, close } = await opened(join(aDirectory(), 'pairs.db'));
  const key = (n: number) => String(n).padStart(4, '0');
  await promisify(db.batch.bind(db) as never)(Array.from({ length: 700 }, (_, n) => ({ type: 'put', key: key(n), value: 'v' })) as never);
  const iterator = db.iterator({ keyAsBuffer: false }) as unknown as AsyncIterable<[unknown, unknown]>;
  const seen: string[] = [];
  for await (const [found] of iterator) {
    seen.push(String(found));
    if (seen.length === 20) { await put(key(300) + 'x', 'new'); await promisify(db.del.bind(db) as never)(key(500) as never); }
  }
  expect(seen).toEqual(Array.from({ length: 700 }, (_, n) => key(n)));
  expect(await keysOf(db.iterator({ gte: key(300), lt: key(302), keyAsBuffer: false }) as never)).toEqual([key(300), `${key(300)}x`, key(301)]);
  await close();
});

it('[STO45] one opener, its own key, and files of the other kind refused', async () => {
  const file = join(aDirectory(), 'pairs.db');
  const { put, close } = await opened(file);
  await put('a', 'b');
  await expect(opened(file)).rejects.toMatchObject({ code: 'InUse' });
  await close();
  await expect(opened(file, 9)).rejects.toMatchObject({ code: 'WrongKey' });
  const again = await opened(file);
  expect(await again.get('a', { asBuffer: false })).toBe('b');
  await again.close();
});

it('[STO46] after a fault of reading nothing is written any more', async () => {
  const file = join(aDirectory(), 'pairs.db');
  const first = await opened(file);
  for (let n = 0; n < 40; n += 1) await first.put(`key${n}`, 'x'.repeat(3_000));
  await first.close();
  const bytes = readFileSync(file);
  for (let at = 4096 * 8; at + 200 < bytes.length; at += 4096) bytes.fill(0xee, at + 100, at + 200);
  writeFileSync(file, bytes);
  const damaged = await opened(file);
  const answers = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => damaged.get(`key${n}`)));
  const faults = answers.filter((answer) => answer.status === 'rejected').map(({ reason }) => String(reason));
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.some((fault) => /notfound/i.test(fault))).toBe(false);
  await expect(damaged.put('new', 'value')).rejects.toThrow('after a fault');
  await damaged.close();
});
