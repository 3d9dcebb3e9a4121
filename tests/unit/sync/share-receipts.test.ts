import { afterEach, beforeEach, expect, it } from 'vitest';
import { partsOf } from '../../../sync/replication/journal.ts';
import { readSharedReceipts, takeSharedReceipts } from '../../../sync/topology/share-receipts.ts';
import { aSyncWorld } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';

let pc1: SyncWorld;
beforeEach(() => { pc1 = aSyncWorld(); });
afterEach(() => { pc1.close(); });

it('[LAN10] of one hub\'s receipts the later one stands, also where its clock was put back between them; of a hub set up anew the time tells', () => {
  const parts = partsOf(pc1.journal);
  const receipt = (rev: string, publishedAt: string, createdAt = '2026-01-01') =>
    ({ database: 'health-25001', unit: '769', body: JSON.stringify({ _id: 'receipt:769', _rev: rev, unit: '769', tier: 'district', database: 'health-25001', publishedAt, createdAt, devices: {} }) });
  const take = (...its: Parameters<typeof receipt>) => {
    takeSharedReceipts(parts, { mark: '', path: undefined, receipts: [receipt(...its)] });
    return readSharedReceipts(parts.core).receipts.map(({ body }) => (JSON.parse(body) as { _rev: string })._rev)[0];
  };
  expect(take('1-a', '2026-11-22')).toBe('1-a');
  expect(take('3-c', '2026-11-21')).toBe('3-c');
  expect(take('2-b', '2026-11-22')).toBe('3-c');
  expect(take('3-d', '2026-11-22')).toBe('3-d');
  expect(take('3-c', '2026-11-21')).toBe('3-d');
  expect(take('1-e', '2026-11-23', '2026-11-23')).toBe('1-e');
});
