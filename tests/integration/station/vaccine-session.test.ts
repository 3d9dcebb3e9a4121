import { expect, it } from 'vitest';
import type { VaccineSession, VaccineWastageRow } from '../../../src-shared/contract/queries.ts';
import { anId } from '../../support/builders.ts';
import { aPerson, personId } from './world.ts';
import { ask, did, exchange, twoPcs } from './two-pcs.ts';

const [td, tablets, inVials] = [anId('medicines', 1), anId('medicines', 2), anId('medicines', 3)];
const [used, other, empty] = [anId('lots', 1), anId('lots', 2), anId('lots', 3)];
const on = '2026-03-02';
type Work = Parameters<typeof ask>[0];
const session = (work: Work, day = on) => ask<VaccineSession>(work, 'vaccineSession', { on: day });
const wastage = (work: Work, month: string) => ask<VaccineWastageRow[]>(work, 'vaccineWastage', { month });
const nothing = { given: 0, wastage: 0, damagedDestroyed: 0, expiredDestroyed: 0 };

it('[SUP33] [SUP34] [SUP35] a session of two PCs: what was given stands first, what was thrown away leaves the ledger once, and the month says the wastage', async () => {
  const [one, two] = await twoPcs();
  await did(one, 'addMedicine', { id: td, code: 'Td', inn: 'Vắc xin Td', baseUnit: 'liều', atc: 'J07AM51' });
  await did(one, 'addMedicine', { id: tablets, code: 'PARA', inn: 'Paracetamol', baseUnit: 'liều' });
  await did(one, 'addMedicine', { id: inVials, code: 'BCG', inn: 'Vắc xin BCG', baseUnit: 'lọ' });
  const received = { occurredOn: '2026-02-01', source: 'programme' };
  await did(one, 'receiveStock', { medicineId: td, lotId: other, lotNumber: 'TD-0', expiresOn: '2030-01', quantityBaseUnits: 20, ...received });
  await did(one, 'receiveStock', { medicineId: td, lotId: used, lotNumber: 'TD-1', expiresOn: '2031-01', quantityBaseUnits: 20, ...received });
  await did(one, 'receiveStock', { medicineId: tablets, lotId: empty, lotNumber: 'P-1', expiresOn: '2031-01', quantityBaseUnits: 20, ...received });
  await did(one, 'receiveStock', { medicineId: inVials, lotId: anId('lots', 4), lotNumber: 'B-1', expiresOn: '2031-01', quantityBaseUnits: 5, ...received });
  for (const n of [1, 2]) await did(one, 'registerPatient', aPerson(n, { bornOn: '2018-08-01' }));
  const dose = (n: number) => ({ patientId: personId(n), vaccine: 'Td', doseNumber: 1, occurredOn: on, place: 'here', lotId: used });
  await did(one, 'recordImmunization', dose(1));
  await exchange(one, two);
  await did(two, 'recordImmunization', dose(2));
  const thrown = await did(two, 'discardStock', { occurredOn: on, lines: [{ lotId: used, quantityBaseUnits: 7, reasonCode: 'wastage' }, { lotId: other, quantityBaseUnits: 1, reasonCode: 'damagedDestroyed' }] });
  await exchange(one, two);
  for (const work of [one, two]) {
    expect(await session(work)).toMatchObject({ rows: [{ _id: used, balance: 11, use: { ...nothing, given: 2, wastage: 7 } }, { _id: other, balance: 19, use: { ...nothing, damagedDestroyed: 1 } }], vials: ['Vắc xin BCG'] });
    expect((await session(work, '2026-03-01')).rows.map(({ _id, use }) => [_id, use])).toEqual([[other, nothing], [used, nothing]]);
    expect(await wastage(work, '2026-03')).toEqual([{ vaccine: 'Td', name: expect.stringContaining('Td') as string, use: { given: 2, wastage: 7, damagedDestroyed: 1, expiredDestroyed: 0 } }]);
    expect(await wastage(work, '2026-02')).toEqual([]);
    expect(await work.verify()).toMatchObject({ ok: true });
  }
  await did(one, 'reverseStock', { movementId: thrown });
  expect((await session(one)).rows[0]).toMatchObject({ _id: used, balance: 18, use: { ...nothing, given: 2 } });
  expect(await wastage(one, '2026-03')).toMatchObject([{ use: { given: 2, wastage: 0, damagedDestroyed: 1 } }]);
  await did(one, 'discardStock', { occurredOn: on, lines: [{ lotId: used, quantityBaseUnits: 18, reasonCode: 'wastage' }] });
  expect((await session(one)).rows[0]).toMatchObject({ _id: used, balance: 0 });
});

it('[SUP33] one lot that has too little left refuses the whole, and nothing is written', async () => {
  const [one] = await twoPcs();
  await did(one, 'addMedicine', { id: td, code: 'Td', inn: 'Vắc xin Td', baseUnit: 'liều', atc: 'J07AM51' });
  for (const [lotId, lotNumber] of [[used, 'TD-1'], [other, 'TD-2']]) await did(one, 'receiveStock', { medicineId: td, lotId, lotNumber, expiresOn: '2031-01', quantityBaseUnits: 3, occurredOn: on, source: 'programme' });
  await expect(did(one, 'discardStock', { occurredOn: on, lines: [{ lotId: used, quantityBaseUnits: 2, reasonCode: 'wastage' }, { lotId: other, quantityBaseUnits: 4, reasonCode: 'wastage' }] })).rejects.toThrow('ReductionBelowZero');
  expect((await session(one)).rows.map(({ balance }) => balance)).toEqual([3, 3]);
});
