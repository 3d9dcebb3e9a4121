import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Engine } from '../../../../src-hub/engine/engine.ts';
import { createReconcileAbove } from '../../../../src-hub/receipts/reconcile-above.ts';
import type { LeafIndex } from '../../../../src-hub/receipts/leaf-index.ts';
import type { Upstream } from '../../../../src-hub/upstream/start-upstream.ts';
import { Digest, encodeDigest } from '../../../../sync/index.ts';

beforeEach(() => { vi.useFakeTimers({ toFake: ['performance', 'Date'] }); });
afterEach(() => { vi.useRealTimers(); });

it('[RCP32] what is lost again on its way up is offered again, each time after twice as long', async () => {
  const digest = new Digest();
  digest.add('patients:1', '1-a');
  const index = { digests: () => new Map([['pc-1', digest]]), leavesIn: () => [{ id: 'patients:1', rev: '1-a' }] } as unknown as LeafIndex;
  const engine = { has: () => true, use: (_: string, work: (db: unknown) => unknown) => work({ read: () => Promise.resolve(undefined) }) } as unknown as Engine;
  const offers: unknown[] = [];
  const up = { isCaughtUp: () => true, resend: (...its: unknown[]) => { offers.push(its); return Promise.resolve(1); } } as unknown as Upstream;
  const reconcile = createReconcileAbove(engine, index, () => up, () => '79', 1000);
  const after = async (ms: number) => { vi.advanceTimersByTime(ms); return reconcile.look('health-25001'); };

  expect(await after(0)).toBe(1000);
  expect(await after(1000)).toBe(2000);
  expect(offers).toEqual([['health-25001', { 'patients:1': ['1-a'] }]]);
  expect(await after(1000)).toBe(1000);
  expect(offers).toHaveLength(1);
  expect(await after(1000)).toBe(4000);
  expect(offers).toHaveLength(2);
  for (let round = 0; round < 20; round += 1) await after(3600_000);
  expect(await after(0)).toBe(10 * 60_000);
});

it('[RCP33] where the parent lacks nothing and yet says something else, or holds what is not here at all, what it holds is fetched', async () => {
  const [mine, theirs, more] = [new Digest(), new Digest(), new Digest()];
  mine.add('patients:1', '1-a');
  theirs.add('patients:1', '2-b');
  more.add('patients:2', '1-c');
  const index = { digests: () => new Map([['pc-1', mine]]), leavesIn: () => [{ id: 'patients:1', rev: '1-a' }] } as unknown as LeafIndex;
  const asked: string[] = [];
  const up = { isCaughtUp: () => true, resend: () => Promise.resolve(0), fetchLacking: (database: string) => { asked.push(database); return Promise.resolve(1); } } as unknown as Upstream;
  for (const above of [{ 'pc-1': encodeDigest(theirs) }, { 'pc-1': encodeDigest(mine), 'pc-2': encodeDigest(more) }]) {
    const receipt = { _id: 'receipt:79', unit: '79', tier: 'province', devices: above };
    const engine = { has: () => true, use: (_: string, work: (db: unknown) => unknown) => work({ read: () => Promise.resolve(receipt) }) } as unknown as Engine;
    const reconcile = createReconcileAbove(engine, index, () => up, () => '79', 1000);
    await reconcile.look('health-25001');
    vi.advanceTimersByTime(1000);
    await reconcile.look('health-25001');
  }
  expect(asked).toEqual(['health-25001', 'health-25001']);
});
