import { describe, expect, it } from 'vitest';
import { adjustProblems, emptyAdjust, fieldsToAdjust } from '../../../src-renderer/features/supply/adjust-form.ts';
import { dispenseProblems, fieldsToDispense, previewDispense } from '../../../src-renderer/features/supply/dispense-form.ts';
import { emptyStockIn, fieldsToMedicine, fieldsToStockIn, NEW_MEDICINE, stockInProblems } from '../../../src-renderer/features/supply/stock-in-form.ts';
import type { LotRow, MedicineRow } from '../../../src-shared/contract/queries.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { addMedicineInput, adjustStockInput, dispenseMedicineInput, receiveStockInput } from '../../../src-shared/domain/supply/supply.schema.ts';

const today = '2026-11-22';
const uuid = (n: number) => `019a0000-0000-7000-8000-00000000000${String(n)}`;
const tablets = `medicines:${uuid(3)}`;
const patient = { _id: `patients:${uuid(1)}`, allergies: [{ substance: 'Paracetamol' }] } as unknown as Patient;
const medicine = { _id: tablets, code: 'PARA', inn: 'Paracetamol', strength: '500 mg', baseUnit: 'viên' } as unknown as MedicineRow;
const aLot = (n: number, lotNumber: string, expiresOn: string, balance: number, changes: Partial<LotRow> = {}) =>
  ({ _id: `lots:${uuid(n)}`, medicineId: tablets, lotNumber, expiresOn, balance, status: 'usable', createdAt: '2026-01-01T00:00:00.000Z', ...changes }) as unknown as LotRow;

describe('the forms of the store room', () => {
  const filled = { ...emptyStockIn(today, tablets), lotNumber: 'A 123', expiresOn: '06/2027', quantity: '500', documentNumber: 'PX-015' };

  it('[SCR120] the stage of the vial monitors is a number, or nothing where nobody looked', () => {
    expect(receiveStockInput.parse(fieldsToStockIn({ ...filled, vvm: '3' }, tablets)).vvmStage).toBe(3);
    expect(receiveStockInput.parse(fieldsToStockIn(filled, tablets))).not.toHaveProperty('vvmStage', expect.anything());
  });

  it('[SCR10] a receipt filled in gives the operation what it takes', () => {
    expect(stockInProblems(filled, 'receive', today)).toEqual({});
    expect(receiveStockInput.parse(fieldsToStockIn(filled, tablets))).toMatchObject({ expiresOn: '2027-06', quantityBaseUnits: 500, source: 'upperLevel' });
  });
  it('[SCR10] a receipt says what is missing or cannot be', () => {
    const problems = stockInProblems({ ...filled, medicine: '', lotNumber: '', expiresOn: '13/2027', quantity: '2,5', occurredOn: '23/11/2026', documentNumber: 'số 5' }, 'receive', today);
    expect(Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, problem?.code]))).toEqual(
      { medicine: 'required', lotNumber: 'required', expiresOn: 'noSuchMonth', quantity: 'notWhole', occurredOn: 'inFuture', documentNumber: 'documentFormat' });
  });
  it('[SCR10] goods past their expiry are told at the field before anything is written; what was on the shelf is counted', () => {
    expect(stockInProblems({ ...filled, expiresOn: '10/2026' }, 'receive', today)).toEqual({ expiresOn: { code: 'alreadyExpired' } });
    expect(stockInProblems({ ...filled, expiresOn: '11/2026' }, 'receive', today)).toEqual({});
    expect(stockInProblems({ ...filled, expiresOn: '10/2026' }, 'opening', today)).toEqual({});
  });
  it('[SCR10] a medicine in no list gets a code from its name', () => {
    expect(addMedicineInput.parse(fieldsToMedicine({ ...filled, medicine: NEW_MEDICINE, inn: 'Đạm sữa', strength: '0,5 g', baseUnit: 'gói' }))).toMatchObject({ code: 'DAM-SUA-0-5-G' });
  });
  it('[SCR10] an adjustment takes no more than there is and needs its reason', () => {
    expect(adjustProblems({ ...emptyAdjust(today), quantity: '9' }, 5, today)).toMatchObject({ quantity: { code: 'refusals.ReductionBelowZero', available: 5 }, reasonCode: { code: 'required' } });
    expect(adjustStockInput.parse(fieldsToAdjust({ ...emptyAdjust(today), quantity: '4', reasonCode: 'wastage' }, `lots:${uuid(4)}`))).toMatchObject({ changeBaseUnits: -4, reasonCode: 'wastage' });
  });
  it('[SCR10] a dispense leaves out blank lines', () => {
    const fields = { occurredOn: '22/11/2026', items: [{ medicineId: tablets, quantity: '10', dosage: '' }, { medicineId: '', quantity: ' ', dosage: '' }] };
    expect(dispenseProblems(fields, today)).toEqual({});
    expect(dispenseMedicineInput.parse(fieldsToDispense(fields, patient._id)).items).toHaveLength(1);
    expect(dispenseProblems({ ...fields, items: [{ medicineId: '', quantity: '', dosage: '' }] }, today)).toHaveProperty(['items.0.medicineId']);
  });
  it('[SCR11] [DSP13] shows before it is saved which lots are taken: first expiry first, expired and held ones passed over', () => {
    const lots = [aLot(4, 'B', '2027-06-30', 100), aLot(5, 'A', '2027-01-31', 8), aLot(6, 'OLD', '2026-10-31', 50), aLot(7, 'HELD', '2026-12-31', 50, { status: 'onHold' })];
    const line = (quantity: string) => ({ medicineId: tablets, quantity, dosage: '' });
    const [first, second, third] = previewDispense({ occurredOn: '22/11/2026', items: [line('10'), line('5'), line('500')] }, patient, [medicine], lots, today);
    expect(first).toEqual({ lots: [{ lotNumber: 'A', expiresOn: '2027-01-31', quantity: 8 }, { lotNumber: 'B', expiresOn: '2027-06-30', quantity: 2 }], allergic: true, onNoCard: false });
    expect(previewDispense({ occurredOn: '22/11/2026', items: [line('1')] }, patient, [{ ...medicine, inn: 'Vắc xin Td', atc: 'J07AM51' }], lots, today)).toMatchObject([{ allergic: false, onNoCard: true }]);
    expect(second?.lots).toEqual([{ lotNumber: 'B', expiresOn: '2027-06-30', quantity: 5 }]);
    expect(third).toMatchObject({ lots: [], available: 93 });
  });
});
