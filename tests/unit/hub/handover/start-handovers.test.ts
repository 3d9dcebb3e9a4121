import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startHandovers } from '../../../../src-hub/handover/start-handovers.ts';
import { initHub } from '../../../../src-hub/main.ts';
import { openWorkPlace, type OpenPlace } from '../../../../src-hub/provisioning/open-work-place.ts';
import { claimUnit } from '../../../../src-hub/provisioning/unit-owners.ts';
import { createLeafIndex } from '../../../../src-hub/receipts/leaf-index.ts';
import { createConsoleIndex } from '../../../../src-hub/review/console-index.ts';

let dir: string, place: OpenPlace, handovers: ReturnType<typeof startHandovers>;
const uuid = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const sentBy = { account: 'lan', displayName: 'Lan', role: 'head' };
const aHandover = (n: number, toUnit: string) => ({
  _id: `handovers:${uuid(n)}`, _rev: '1-a', unit: '25001', device: 'pc-aaaaaaaa', patientId: `patients:${uuid(n)}`, patientIds: [`patients:${uuid(n)}`], toUnit, reason: 'movedHome', sentAt: '2026-11-22T03:00:00.000Z', sentBy, status: 'sent',
  createdAt: '2026-11-22T03:00:00.000Z', createdBy: 'lan', updatedAt: '2026-11-22T03:00:00.000Z', updatedBy: 'lan', version: '1', schemaVersion: 1,
});
const write = (...documents: ReturnType<typeof aHandover>[]) => place.engine.use('health-25001', (database) => database.write(documents, { minted: true }));
const rows = (table: string) => place.book.sql.get<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`)?.n;
const transferAt = (unit: string, n: number) => place.engine.use(`health-${unit}`, (database) => database.read(`transfer:${uuid(n)}`));
const soon = (look: () => void | Promise<void>) => vi.waitFor(look, { timeout: 20_000, interval: 20 });

const start = () => { handovers = startHandovers(place, createLeafIndex(place.engine, place.book, createConsoleIndex(place.book, place.now)), () => undefined); };

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'tramxa-handovers-'));
  await initHub({ dir, unit: '79', tier: 'province', port: 0 });
  place = openWorkPlace(dir);
  for (const unit of ['25001', '25002']) { claimUnit(place.book, unit, 'child.769'); await place.engine.create(`health-${unit}`); }
  start();
});
afterEach(async () => { await handovers.stop(); await place.close(); rmSync(dir, { recursive: true, force: true }); });

it('[HOV17] what a hub below carries, or goes to a station not known here, is not looked at with every write', async () => {
  await write(...Array.from({ length: 20 }, (_, n) => aHandover(n, n % 2 === 0 ? '25002' : '30001')));
  await soon(() => { expect([rows('handoverDue'), rows('handoverLeft')]).toEqual([0, 20]); });
  await write(aHandover(50, '25002'));
  await soon(() => { expect([rows('handoverDue'), rows('handoverLeft')]).toEqual([0, 21]); });
});

it('[HOV17] it is carried once the station comes, or once no hub below stands between', async () => {
  await write(aHandover(1, '25002'), aHandover(2, '30001'));
  await soon(() => { expect([rows('handoverDue'), rows('handoverLeft')]).toEqual([0, 2]); });
  claimUnit(place.book, '30001', 'child.770');
  await place.engine.create('health-30001');
  await soon(async () => { expect(await transferAt('30001', 2)).toMatchObject({ kind: 'arriving', fromUnit: '25001' }); });
  expect([await transferAt('25002', 1), rows('handoverLeft')]).toEqual([undefined, 1]);
  place.book.sql.run(`UPDATE unitOwners SET child = '' WHERE unit IN ('25001', '25002')`);
  handovers.orgChanged();
  await soon(async () => { expect(await transferAt('25002', 1)).toMatchObject({ kind: 'arriving', fromUnit: '25001' }); });
  await soon(() => { expect([rows('handoverDue'), rows('handoverLeft')]).toEqual([0, 0]); });
});

it('[HOV2] a hub that ended before it had read what came carries it at its next start, though nothing more is written', async () => {
  await handovers.stop();
  place.book.sql.run(`UPDATE unitOwners SET child = ''`);
  await write(aHandover(1, '25002'));
  start();
  await soon(async () => { expect(await transferAt('25002', 1)).toMatchObject({ kind: 'arriving', fromUnit: '25001' }); });
});
