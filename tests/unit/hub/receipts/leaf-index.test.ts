import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DocumentBody } from '../../../../src-shared/domain/common/document.ts';
import type { Engine, EngineDatabase } from '../../../../src-hub/engine/engine.ts';
import { openHubBook } from '../../../../src-hub/provisioning/hub-book.ts';
import type { HubBook } from '../../../../src-hub/provisioning/hub-book.ts';
import { createLeafIndex } from '../../../../src-hub/receipts/leaf-index.ts';
import { bucketOf } from '../../../../sync/index.ts';

let dir: string, book: HubBook;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'tramxa-index-')); book = openHubBook(dir, Buffer.alloc(32, 7), Date.now); });
afterEach(() => { book.close(); rmSync(dir, { recursive: true, force: true }); });

/** A server's database as far as the index asks of it; what it holds can be put back while it answers. */
function aDatabase() {
  let held: { feed: DocumentBody[]; mark: DocumentBody | undefined } = { feed: [], mark: undefined };
  /** Leaves beside the winning one. */
  const branches = new Map<string, DocumentBody[]>();
  const reads = { marks: 0 };
  const database = {
    name: 'health-25001',
    changes: ({ since }: { since: string }) => {
      const from = Number.parseInt(since, 10) || 0;
      const rows = held.feed.slice(from).map((body, n) => ({ id: body._id, leaves: [body._rev, ...(branches.get(body._id) ?? []).map(({ _rev }) => _rev)], deleted: body._deleted === true, body, sequence: `${from + n + 1}-u` }));
      return Promise.resolve({ rows, sequence: `${Math.max(from, held.feed.length)}-u`, finished: true, restarted: false });
    },
    openRevisions: (id: string, revs: string[]) => Promise.resolve((branches.get(id) ?? []).filter(({ _rev }) => revs.includes(String(_rev))).map((ok) => ({ ok }))),
    readLocal: () => { reads.marks++; return Promise.resolve(held.mark); },
    writeLocal: (_: string, body: DocumentBody) => {
      if (body._rev !== held.mark?._rev) return Promise.resolve({ id: '', error: 'conflict', reason: '' });
      held.mark = { ...body, _rev: `0-${Math.random()}` };
      return Promise.resolve({ id: '', ok: true, rev: held.mark._rev });
    },
  } as unknown as EngineDatabase;
  return {
    reads, engine: { has: () => true, onUpdate: () => () => undefined, use: (_: string, work: (db: EngineDatabase) => unknown) => work(database) } as unknown as Engine,
    write: (id: string, body: Partial<DocumentBody> = {}, beside: DocumentBody[] = []) => {
      branches.set(id, beside);
      held.feed = [...held.feed, { _id: id, _rev: '1-a', device: 'pc1', ...body }];
    },
    copy: () => ({ ...held }),
    putBack: (copy: typeof held) => { held = { ...copy }; },
  };
}

it('[RCP34] a database put back by a server that answered all the while is read anew before anything is claimed of it, for one question a look', async () => {
  const database = aDatabase();
  const index = createLeafIndex(database.engine, book, { write: () => undefined, forget: () => undefined });
  const count = async () => { await index.catchUp('health-25001'); return index.digests('health-25001').get('pc1')?.count() ?? 0; };
  for (const n of [1, 2]) database.write(`patients:${n}`);
  expect(await count()).toBe(2);
  const copy = database.copy();
  for (const n of [3, 4, 5]) database.write(`patients:${n}`);
  expect(await count()).toBe(5);
  database.putBack(copy);
  // As many as were lost and one more: the number in the feed alone says nothing.
  for (const n of [6, 7, 8, 9]) database.write(`patients:${n}`);
  expect(await count()).toBe(6);
  expect(database.reads.marks).toBe(3);
  expect(await count()).toBe(6);
});

it('[HUB83] counts records, not leaves: merged and unmerged branches are one record, a deleted one is none', async () => {
  const database = aDatabase();
  const index = createLeafIndex(database.engine, book, { write: () => undefined, forget: () => undefined });
  const records = async () => { await index.catchUp('health-25001'); return index.records('health-25001'); };
  for (const n of [1, 2, 3]) database.write(`patients:${n}`);
  expect(await records()).toBe(3);
  const other = { _id: 'patients:1', _rev: '2-b', device: 'pc2' };
  database.write('patients:1', { _rev: '2-c' }, [other]);
  expect(await records()).toBe(3);
  database.write('patients:1', { _rev: '3-d', device: 'merge' }, [{ ...other, _rev: '3-e', _deleted: true }]);
  database.write('patients:2', { _rev: '2-f', _deleted: true });
  expect(await records()).toBe(2);
  expect([...index.digests('health-25001').values()].reduce((sum, digest) => sum + digest.count(), 0)).toBe(4);
});

it('[RCP35] what an older program kept is read anew, and says the same; a leaf is found by its bucket', async () => {
  const database = aDatabase();
  const id = 'patients:019a0000-0000-7000-8000-00000000002a';
  database.write(id, { _rev: '1-0123456789abcdef0123456789abcdef' });
  book.sql.run('CREATE TABLE leaves (database TEXT NOT NULL, id TEXT NOT NULL, rev TEXT NOT NULL, device TEXT NOT NULL, bucket INTEGER NOT NULL, deleted INTEGER NOT NULL, PRIMARY KEY (database, id, rev))');
  book.sql.run('CREATE TABLE branches (database TEXT NOT NULL, id TEXT NOT NULL, seenAt INTEGER NOT NULL, PRIMARY KEY (database, id))');
  book.sql.run('CREATE TABLE feedPlaces (database TEXT PRIMARY KEY, sequence TEXT NOT NULL)');
  book.sql.run('CREATE TABLE leafDigests (database TEXT NOT NULL, device TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (database, device))');
  book.sql.run(`INSERT INTO leaves VALUES ('health-25001', ?, '1-0123456789abcdef0123456789abcdef', 'pc1', ?, 0)`, id, bucketOf(id));
  book.sql.run(`INSERT INTO feedPlaces VALUES ('health-25001', '1-u')`);
  const index = createLeafIndex(database.engine, book, { write: () => undefined, forget: () => undefined });
  await index.catchUp('health-25001');
  expect([index.records('health-25001'), index.digests('health-25001').get('pc1')?.count()]).toEqual([1, 1]);
  expect(index.leavesIn('health-25001', 'pc1', new Set([bucketOf(id)]))).toEqual([{ id, rev: '1-0123456789abcdef0123456789abcdef' }]);
  expect([index.leavesIn('health-25001', 'pc2', new Set([bucketOf(id)])), index.leavesIn('health-25001', 'pc1', new Set([(bucketOf(id) + 1) % 256]))]).toEqual([[], []]);
  database.write(id, { _rev: '2-a' }, [{ _id: id, _rev: '2-b', device: 'pc2' }]);
  await index.catchUp('health-25001');
  expect(index.branchedBefore(Date.now() + 1000)).toEqual([{ database: 'health-25001', id }]);
  index.forget('health-25001');
  expect([index.records('health-25001'), index.branchedBefore(Date.now() + 1000)]).toEqual([0, []]);
});

it('[HSP2] a hub that ends between two slices goes on from there: nothing is counted twice or left out', async () => {
  const database = aDatabase();
  for (let n = 1; n <= 200; n += 1) database.write(`patients:${n}`);
  const told: string[] = [];
  const follower = { write: (_: unknown, { id }: { id: string }) => { told.push(id); }, forget: () => undefined };
  const counted = (index: ReturnType<typeof createLeafIndex>) => index.digests('health-25001').get('pc1')?.count() ?? 0;
  let turns = 0;
  const endsSoon = { asked: () => () => undefined, turn: () => { turns += 1; return Promise.resolve(); }, end: () => undefined, get isOver() { return turns > 2; } };
  const first = createLeafIndex(database.engine, book, follower, Date.now, endsSoon);
  await first.catchUp('health-25001', { canWait: true });
  const partial = counted(first);
  expect(partial).toBeGreaterThan(0);
  expect(partial).toBeLessThan(200);
  expect(told).toHaveLength(partial);
  const next = createLeafIndex(database.engine, book, follower);
  expect(counted(next)).toBe(partial);
  await next.catchUp('health-25001');
  expect(counted(next)).toBe(200);
  expect([...told].sort()).toEqual([...new Set(told)].sort());
  expect(told).toHaveLength(200);
});

it('[HSP2] a slice that cannot be written leaves the index at the one before it', async () => {
  const database = aDatabase();
  for (let n = 1; n <= 200; n += 1) database.write(`patients:${n}`);
  let told = 0, breaksAt = 60;
  const follower = { write: () => { told += 1; if (told === breaksAt) throw new Error('no room'); }, forget: () => undefined };
  const index = createLeafIndex(database.engine, book, follower);
  const counted = () => index.digests('health-25001').get('pc1')?.count() ?? 0;
  await expect(index.catchUp('health-25001')).rejects.toThrow('no room');
  expect(counted()).toBeLessThan(60);
  breaksAt = -1;
  await index.catchUp('health-25001');
  expect(counted()).toBe(200);
  expect(index.records('health-25001')).toBe(200);
});

it('[RCP41] takes many records at a time although each portion waits for its database', async () => {
  const database = aDatabase();
  let portions = 0;
  const gather = async () => { portions++; await new Promise((resolve) => setTimeout(resolve, 10)); return new Map<string, DocumentBody>(); };
  const index = createLeafIndex(database.engine, book, { write: () => undefined, forget: () => undefined, gather });
  for (let n = 0; n < 1000; n++) database.write(`patients:${n}`);
  await index.catchUp('health-25001');
  expect(index.records('health-25001')).toBe(1000);
  // Four at a time, the least, would be 250.
  expect(portions).toBeLessThan(200);
});
