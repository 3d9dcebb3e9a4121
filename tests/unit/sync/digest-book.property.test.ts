import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openStore } from '../../../store/index.ts';
import type { StorageCore } from '../../../store/index.ts';
import { bucketOf, Digest, encodeDigest } from '../../../sync/index.ts';
import { createDigestBook } from '../../../sync/receipts/digest-book.ts';
import type { DigestBook, DigestChange } from '../../../sync/receipts/digest-book.ts';
import { digestTables } from '../../../sync/receipts/digest-rows.ts';
import { moveDigests } from '../../../sync/receipts/move-digests.ts';
import { aDirectory, aKey } from '../store/store-in-temp-dir.ts';

const devices = ['pc-own', 'pc-other', 'merge'];
const databases = ['health', 'resources'];
/** Few ids, so that buckets meet again and again. */
const aLeaf = fc.record({ database: fc.constantFrom(...databases), device: fc.constantFrom('pc-own', 'pc-own', ...devices), id: fc.nat(20).map((n) => `patients:${n}`), rev: fc.nat(3).map((n) => `1-${n}`) });
const steps = fc.array(fc.array(aLeaf, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 25 });

function open(file: string): StorageCore {
  const store = openStore({ file, key: aKey() });
  for (const table of digestTables) store.sql.run(table);
  return store;
}
const shown = (book: DigestBook) => Object.fromEntries(databases.flatMap((database) => devices.map((device) => [`${database} ${device}`, encodeDigest(book.digest(database, device))])));
const pastOf = (book: DigestBook, database: string, id: string) => [...book.past(database, bucketOf(id))].map(({ turn, count, xor }) => `${turn} ${count} ${xor.toString('hex')}`);

/** Leaves come, and go when they come a second time. */
function play(store: StorageCore, book: DigestBook, commits: readonly Pick<DigestChange, 'database' | 'device' | 'id' | 'rev'>[][], model: Map<string, Digest>, past: Map<string, string[]>): void {
  const there = new Set<string>();
  for (const [n, leaves] of commits.entries()) {
    const changes = leaves.map((leaf): DigestChange => {
      const key = JSON.stringify(leaf);
      const step = there.delete(key) ? -1 : 1;
      if (step === 1) there.add(key);
      const digest = model.get(`${leaf.database} ${leaf.device}`);
      if (step === 1) digest?.add(leaf.id, leaf.rev); else digest?.remove(leaf.id, leaf.rev);
      return { ...leaf, step };
    });
    const draft = book.draft(changes, 1000 + n);
    store.commit({ documents: [], context: 'test', sql: (sql) => draft.write(sql, n + 1, 10 * n) });
    draft.adopt(n + 1);
    for (const key of new Set(leaves.filter(({ device }) => device === 'pc-own').map(({ database, id }) => `${database} ${bucketOf(id)}`))) {
      const [database = '', bucket = ''] = key.split(' ');
      const { count, xor } = model.get(`${database} pc-own`)?.bucket(Number(bucket)) ?? { count: 0, xor: Buffer.alloc(0) };
      past.set(key, [`${n + 1} ${count} ${xor.toString('hex')}`, ...(past.get(key) ?? [])]);
    }
  }
}

it('[SYN64] digests and what is kept of the past are after reopening what they were, however little is kept', () => {
  fc.assert(fc.property(steps, fc.constantFrom(4, 9, 30, 1000), (commits, room) => {
    const file = join(aDirectory(), 'digests.db');
    const store = open(file);
    const model = new Map(databases.flatMap((database) => devices.map((device) => [`${database} ${device}`, new Digest()] as const)));
    const past = new Map<string, string[]>();
    play(store, createDigestBook(store.sql, 'pc-own', room), commits, model, past);
    for (const book of [createDigestBook(store.sql, 'pc-own', room), createDigestBook(store.sql, 'pc-new', room)]) {
      expect(shown(book)).toEqual(Object.fromEntries([...model].map(([key, digest]) => [key, encodeDigest(digest)])));
      expect(book.lastTurn()).toBe(commits.length);
    }
    const own = createDigestBook(store.sql, 'pc-own', room);
    let kept = 0;
    for (const database of databases) {
      for (let n = 0; n <= 20; n += 1) {
        const known = pastOf(own, database, `patients:${n}`);
        const all = past.get(`${database} ${bucketOf(`patients:${n}`)}`) ?? [];
        expect(all.slice(0, known.length)).toEqual(known);
        kept += known.length;
        if (room === 1000) expect(known).toEqual(all);
      }
    }
    expect(kept).toBeLessThanOrEqual(Math.max(room, 6));
    store.close();
  }), { numRuns: 25 });
}, 60_000);

it('[SYN102] the last note of the own device stays, however little of the past is kept', () => {
  const file = join(aDirectory(), 'notes.db');
  const store = open(file);
  const book = createDigestBook(store.sql, 'pc-own', 4);
  const commit = (n: number, device: string, note?: string) => {
    const draft = book.draft([{ step: 1, database: 'health', device, id: `patients:${n}`, rev: '1-a' }], n, note);
    store.commit({ documents: [], context: 'test', sql: (sql) => draft.write(sql, n, 0) });
    draft.adopt(n);
  };
  commit(1, 'pc-own', 'one');
  commit(2, 'pc-own', 'two');
  for (let n = 3; n < 40; n += 1) commit(n, n % 5 === 0 ? 'pc-other' : 'pc-own');
  expect([book.note(), createDigestBook(store.sql, 'pc-own', 4).note(), createDigestBook(store.sql, 'pc-new', 4).note()]).toEqual(['two', 'two', undefined]);
  expect(store.sql.get<{ n: number }>('SELECT COUNT(*) AS n FROM sync_past')?.n).toBeLessThan(8);
  expect(() => commit(40, 'pc-other', 'three')).toThrow('a note needs a document of this device');
  store.close();
});

it('[SYN64] a file of the first layout is read as it was', () => {
  const store = open(join(aDirectory(), 'old.db'));
  store.sql.run('CREATE TABLE sync_digests (database TEXT, device TEXT, bucket INTEGER, turn INTEGER, count INTEGER, xor BLOB)');
  store.sql.run('CREATE TABLE sync_ring (database TEXT, device TEXT, bucket INTEGER, turn INTEGER, count INTEGER, xor BLOB, at INTEGER)');
  const xor = (fill: number) => Buffer.alloc(16, fill);
  for (const [device, bucket, turn, fill] of [['pc-own', 5, 1, 1], ['pc-own', 6, 1, 2], ['pc-own', 5, 3, 3], ['pc-was', 7, 2, 4]] as const) {
    store.sql.run('INSERT INTO sync_ring VALUES (?, ?, ?, ?, ?, ?, ?)', 'health', device, bucket, turn, turn, xor(fill), 100 + turn);
  }
  for (const [device, bucket, turn, fill] of [['pc-other', 5, 2, 9], ['pc-was', 7, 4, 8]] as const) store.sql.run('INSERT INTO sync_digests VALUES (?, ?, ?, ?, ?, ?)', 'health', device, bucket, turn, 1, xor(fill));
  store.commit({ documents: [], context: 'test', sql: moveDigests });
  store.commit({ documents: [], context: 'test', sql: moveDigests });
  const book = createDigestBook(store.sql, 'pc-own');
  expect([book.lastTurn(), book.lastOwnAt(), book.devices('health').sort()]).toEqual([4, 103, ['pc-other', 'pc-own', 'pc-was']]);
  expect(book.digest('health', 'pc-own').bucket(5)).toEqual({ count: 3, xor: xor(3) });
  expect(book.digest('health', 'pc-own').bucket(6)).toEqual({ count: 1, xor: xor(2) });
  expect(book.digest('health', 'pc-was').bucket(7)).toEqual({ count: 1, xor: xor(8) });
  expect([...book.past('health', 5)].map(({ turn }) => turn)).toEqual([3, 1]);
  store.close();
});
