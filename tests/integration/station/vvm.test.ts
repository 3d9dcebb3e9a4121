import { expect, it } from 'vitest';
import type { ConflictRow, LotRow } from '../../../src-shared/contract/queries.ts';
import { vvmStage } from '../../../src-shared/domain/supply/vvm-stage.ts';
import { anId } from '../../support/builders.ts';
import { ask, did, exchange, twoPcs } from './two-pcs.ts';
import { until } from './world.ts';

const [vaccine, soon, later] = [anId('medicines', 1), anId('lots', 1), anId('lots', 2)];
const occurredOn = '2026-03-02';
const lotsOf = (work: Parameters<typeof ask>[0], query: 'lotsOnHand' | 'vaccineLots') => ask<LotRow[]>(work, query, query === 'vaccineLots' ? { vaccine: 'Td' } : { medicineId: vaccine, includeEmpty: true });

it('[SUP30] [SUP31] [SUP32] vial monitors seen at two PCs stand both after an exchange; stage 2 is offered first, stage 3 no more', async () => {
  const [one, two] = await twoPcs();
  await did(one, 'addMedicine', { id: vaccine, code: 'Td', inn: 'Vắc xin Td', baseUnit: 'liều', atc: 'J07AM51' });
  await did(one, 'receiveStock', { medicineId: vaccine, lotId: soon, lotNumber: 'TD-1', expiresOn: '2031-01', quantityBaseUnits: 20, occurredOn, source: 'programme', vvmStage: 1 });
  await did(one, 'receiveStock', { medicineId: vaccine, lotId: later, lotNumber: 'TD-2', expiresOn: '2031-12', quantityBaseUnits: 20, occurredOn, source: 'programme', vvmStage: 2 });
  expect((await lotsOf(one, 'vaccineLots')).map(({ _id }) => _id)).toEqual([later, soon]);
  await exchange(one, two);
  await did(one, 'checkVvm', { lotId: soon, vvmStage: 2, checkedOn: occurredOn });
  await did(two, 'checkVvm', { lotId: soon, vvmStage: 3, checkedOn: occurredOn });
  await exchange(one, two);
  for (const work of [one, two]) {
    const lot = (await lotsOf(work, 'lotsOnHand')).find(({ _id }) => _id === soon);
    expect(lot).toMatchObject({ status: 'onHold', state: 'onHold', vvmChecks: [{ stage: 1 }, { stage: expect.any(Number) as number }, { stage: expect.any(Number) as number }] });
    expect(lot && vvmStage(lot)).toBe(3);
    expect((await lotsOf(work, 'vaccineLots')).map(({ _id }) => _id)).toEqual([later]);
    expect(await ask<ConflictRow[]>(work, 'conflictInbox')).toEqual([]);
    expect(await work.verify()).toMatchObject({ ok: true });
    await until(async () => (await work.exchange({})).receipts.every(({ missing }) => missing === 0));
  }
});
