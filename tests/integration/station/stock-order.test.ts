import { expect, it } from 'vitest';
import { orderRows } from '../../../src-main/station/queries/stock-order.ts';
import { readPaper, stationOfLines } from './station-of-lines.ts';
import { aPerson, personId } from './world.ts';

const para = 'medicines:019a0000-0000-7000-8000-000000000001';
const amox = 'medicines:019a0000-0000-7000-8000-000000000002';
const lot = (n: number) => `lots:019a0000-0000-7000-8000-00000000000${String(n)}`;

/** Twenty days of paracetamol, of which some is on hold, and some out of date before its turn; amoxicillin nobody took. */
function aStore() {
  const receive = (lotId: string, medicineId: string, lotNumber: string, expiresOn: string, quantityBaseUnits: number) => ['receiveStock', { lotId, medicineId, lotNumber, expiresOn, quantityBaseUnits, occurredOn: '2026-11-03', source: 'upperLevel' }] as const;
  const lines: (readonly [string, object])[] = [
    ['registerPatient', aPerson(1)],
    ['addMedicine', { id: para, code: 'PARA', inn: 'Paracetamol', strength: '500 mg', form: 'viên nén', baseUnit: 'viên' }], ['addMedicine', { id: amox, code: 'AMOX', inn: 'Amoxicilin', baseUnit: 'viên' }],
    receive(lot(1), para, 'P1', '2029-01-31', 200), receive(lot(2), para, 'P2', '2026-11-26', 100), receive(lot(3), para, 'P3', '2029-01-31', 500), receive(lot(4), amox, 'A1', '2029-01-31', 50),
    ['setLotStatus', { lotId: lot(3), status: 'onHold' }],
    ['dispenseMedicine', { patientId: personId(1), occurredOn: '2026-11-20', items: [{ medicineId: para, lotId: lot(1), quantityBaseUnits: 100 }] }],
  ];
  return stationOfLines(lines);
}

it('[SUP25] [SUP26] [SUP27] an order from what was used, what is on hand and what will expire', () => {
  const db = aStore();
  // Five a day: of the hundred that expire in five days twenty-five can be used.
  expect(orderRows(db, { months: 2, reserve: 0.5 })).toEqual([
    { medicine: { id: amox, code: 'AMOX', inn: 'Amoxicilin', baseUnit: 'viên' }, usableBalance: 50, daysOut: 0, willExpire: 0 },
    { medicine: { id: para, code: 'PARA', inn: 'Paracetamol', strength: '500 mg', form: 'viên nén', baseUnit: 'viên' }, usableBalance: 200, daysOut: 0, perMonth: 150, willExpire: 75, proposed: 250 },
  ]);
});

it('[PAP18] the order on paper has what is wanted, as it was typed, and nothing else', async () => {
  const db = aStore();
  const { text, fileName } = await readPaper(db, { paper: 'stockOrder', size: 'A4', months: 1, reserve: 0, wanted: [{ medicineId: para, quantityBaseUnits: 1200 }] });
  for (const said of ['PHIẾU DỰ TRÙ THUỐC', 'Dùng trong 1 tháng', 'Paracetamol, 500 mg, viên nén', '1.200', '150', '75 sẽ hết hạn', 'Trưởng trạm']) expect(text).toContain(said);
  expect(text).not.toContain('Amoxicilin');
  expect(fileName).toBe('du-tru-thuoc-2026-11-22.pdf');
});
