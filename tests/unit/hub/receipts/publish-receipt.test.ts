import { expect, it } from 'vitest';
import type { DocumentBody } from '../../../../src-shared/domain/common/document.ts';
import type { Engine } from '../../../../src-hub/engine/engine.ts';
import { publishReceipt } from '../../../../src-hub/receipts/publish-receipt.ts';
import { Digest } from '../../../../sync/index.ts';

it('[RCP42] a receipt that two write at the same moment is written, not a fault', async () => {
  let stored: DocumentBody | undefined;
  let generation = 0;
  const database = {
    // Both have read before either writes.
    read: async () => { const found = stored; await new Promise((resolve) => { setTimeout(resolve, 5); }); return found; },
    write: ([document]: DocumentBody[]) => Promise.resolve(document && document._rev === stored?._rev ? [{ id: document._id, ok: true, rev: (stored = { ...document, _rev: `${(generation += 1)}-a` })._rev }] : [{ id: 'receipt:769', error: 'conflict', reason: '' }]),
  };
  const engine = { use: (_: string, work: (db: typeof database) => unknown) => work(database) } as unknown as Engine;
  const digestOf = (count: number) => { const digest = new Digest(); for (let n = 0; n < count; n += 1) digest.add(`patients:${n}`, '1-a'); return new Map([['pc1', digest]]); };
  const publish = (count: number) => publishReceipt(engine, { database: 'health-25001', unit: '769', tier: 'district', digests: digestOf(count), at: '2026-11-22T03:00:00.000Z', refusedAbove: undefined });
  expect((await Promise.all([publish(1), publish(1)])).sort()).toEqual([false, true]);
  expect(await Promise.all([publish(2), publish(3)])).toEqual([true, true]);
  expect(generation).toBe(3);
});
