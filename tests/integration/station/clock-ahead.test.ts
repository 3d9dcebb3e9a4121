import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStationDatabase } from '../../../src-main/station/db/station-database.ts';
import { createHybridClock } from '../../../src-shared/domain/common/hybrid-clock.ts';
import { aPatient } from '../../support/builders.ts';
import { atEnd, tempDir } from './world.ts';

const hour = 3600_000;

it('[AUD12] a record of a PC whose clock is two days ahead is taken; that PC is noted, its time is not adopted', async () => {
  const now = Date.parse('2026-11-22T03:00:00Z');
  const identity = { unit: '25001', unitName: 'Trạm y tế An Bình', device: 'pc-own', instance: 'i', practice: false };
  const db = openStationDatabase({ file: join(tempDir(), 'station.db'), key: randomBytes(32), identity, now: () => now, mustExist: false });
  atEnd(() => db.close());
  const stamp = (device: string, hoursAhead: number) => createHybridClock({ now: () => now + hoursAhead * hour, device }).next();
  const take = (n: number, device: string, version: string) => db.journal.save({ documents: [{ body: { ...aPatient(), _id: `patients:019a0000-0000-7000-8000-00000000000${n}`, unit: '25001', device, version, createdAt: '2026-11-22T03:00:00.000Z', createdBy: 'lan', updatedAt: '2026-11-22T03:00:00.000Z', updatedBy: 'lan', schemaVersion: 1 } }], context: 'test' });
  const next = () => db.contextFor({ account: 'lan', displayName: 'Lan', role: 'head' }).nextVersion();
  expect(db.clockAhead()).toBeUndefined();
  take(1, 'pc-late', stamp('pc-late', -48));
  take(2, 'pc-near', stamp('pc-near', 1));
  expect(next() > stamp('pc-near', 1)).toBe(true);
  take(3, 'pc-far', stamp('pc-far', 48));
  expect(next() < stamp('pc-far', 47)).toBe(true);
  expect(db.clockAhead()).toEqual({ device: 'pc-far', aheadMs: 48 * hour });
  expect(db.store.count('patients')).toBe(3);
});
