import { describe, expect, it } from 'vitest';
import { balancesByLotId, lotBalance } from '../../../../src-shared/domain/supply/lot-balance.ts';
import { expiryAlert, lotState } from '../../../../src-shared/domain/supply/lot-state.ts';
import { planAdjust, signOfReason } from '../../../../src-shared/domain/supply/plan-adjust.ts';
import { planLotStatus } from '../../../../src-shared/domain/supply/plan-lot-status.ts';
import { planOpening, planReceive, type ReceiveFacts } from '../../../../src-shared/domain/supply/plan-receive.ts';
import { starterMedicines } from '../../../../src-shared/domain/supply/starter-medicines.ts';
import { addMedicineInput, adjustReasons, lot as lotSchema, receiveStockInput, stockMovement, type Lot, type ReceiveStockInput } from '../../../../src-shared/domain/supply/supply.schema.ts';
import { validateMedicine } from '../../../../src-shared/domain/supply/validate-medicine.ts';
import { aContext, aLot, aMedicine, anId, aReceivedLot } from '../../../support/builders.ts';

const medicine = aMedicine();
const input = (with_: Partial<ReceiveStockInput> = {}) => receiveStockInput.parse({
  medicineId: medicine._id, lotNumber: 'A123', expiresOn: '2027-06', quantityBaseUnits: 100, occurredOn: '2026-11-20', source: 'purchase', documentNumber: 'PX-015', ...with_,
});
const receive = (with_: Partial<ReceiveStockInput> = {}, facts: Partial<ReceiveFacts> = {}) => planReceive(input(with_), { medicine, lots: [], ...facts }, aContext());
const codes = (outcome: ReturnType<typeof receive>) => (outcome.ok ? [] : outcome.refusals.map((r) => r.code));

describe('lotBalance', () => {
  it('[SUP1] is the sum of movements, lot by lot', () => {
    const moves = [{ lotId: 'a', quantityBaseUnits: 100 }, { lotId: 'b', quantityBaseUnits: 5 }, { lotId: 'a', quantityBaseUnits: -30 }];
    expect(lotBalance(moves)).toBe(75);
    expect(lotBalance([])).toBe(0);
    expect([...balancesByLotId(moves)]).toEqual([['a', 70], ['b', 5]]);
  });
});

describe('planReceive', () => {
  it('[SUP2] makes a lot and a movement that fit their schemas', () => {
    const outcome = receive({ lotId: anId('lots', 4), id: anId('stockMovements', 5) });
    if (!outcome.ok) throw new Error('refused');
    const { lot, lotIsNew, movement } = outcome.value;
    expect([lotSchema.safeParse(lot).error, stockMovement.safeParse(movement).error]).toEqual([undefined, undefined]);
    expect(lotIsNew).toBe(true);
    expect(lot).toMatchObject({ _id: anId('lots', 4), lotNumber: 'A123', expiresOn: '2027-06-30', status: 'usable' });
    expect(movement).toMatchObject({ _id: anId('stockMovements', 5), kind: 'receive', lotId: lot._id, quantityBaseUnits: 100, source: 'purchase', documentNumber: 'PX-015' });
  });

  it('[SUP2] goods of a lot that is there go to it, spaces and case aside', () => {
    const known = aLot({ lotNumber: 'A 123', expiresOn: '2027-06-30' });
    expect(receive({ lotNumber: 'a123' }, { lots: [known] })).toMatchObject({ ok: true, value: { lot: { _id: known._id }, lotIsNew: false }, warnings: [] });
    expect(receive({ lotId: anId('lots', 77) }, { lots: [known] })).toMatchObject({ ok: true, value: { lot: { _id: known._id } }, warnings: [{ code: 'LotAlreadyKnown', lotId: known._id }] });
    expect(receive({}, { lots: [{ ...known, status: 'recalled' }] })).toMatchObject({ ok: true, warnings: [{ code: 'LotRecalled', lotId: known._id }] });
  });

  it('[SUP2] the same number of another medicine is another lot', () => {
    expect(receive({}, { lots: [aLot({ medicineId: anId('medicines', 9), expiresOn: '2029-01-31' })] })).toMatchObject({ ok: true, value: { lotIsNew: true } });
  });

  it('[SUP3] the same number with another expiry is refused', () => {
    const known = aLot({ expiresOn: '2027-07-31' });
    expect(receive({}, { lots: [known] })).toEqual({ ok: false, refusals: [{ code: 'LotExpiryDiffers', lotId: known._id, expiresOn: '2027-07-31' }] });
  });

  it.each([['2027-02', '2027-02-28'], ['2028-02', '2028-02-29'], ['2027-12', '2027-12-31'], ['2027-12-15', '2027-12-15']])('[SUP4] %s is %s', (expiresOn, day) => {
    expect(receive({ expiresOn })).toMatchObject({ ok: true, value: { lot: { expiresOn: day } } });
  });

  it.each(['2027-13', '2027-00', '2027-02-30'])('[SUP4] %s is refused', (expiresOn) => {
    expect(codes(receive({ expiresOn }))).toEqual(['ExpiryNotADate']);
  });

  it('[SUP5] goods past their expiry are refused, at the opening count they are counted with a warning', () => {
    expect(codes(receive({ expiresOn: '2026-11-19' }))).toEqual(['LotExpired']);
    expect(codes(receive({ expiresOn: '2026-11-20' }))).toEqual([]);
    const { source: _s, documentNumber: _d, ...opening } = input({ expiresOn: '2026-10' });
    expect(planOpening(opening, { medicine, lots: [] }, aContext())).toMatchObject({ ok: true, value: { movement: { kind: 'opening', source: 'opening' } }, warnings: [{ code: 'LotExpired', expiresOn: '2026-10-31' }] });
  });

  it('[SUP14] a day to come is refused', () => {
    expect(codes(receive({ occurredOn: '2026-11-23' }))).toEqual(['OccurredInFuture']);
    expect(planAdjust({ lotId: anId('lots'), changeBaseUnits: 1, reasonCode: 'countSurplus', occurredOn: '2026-11-23' }, { lot: aLot(), balance: 5 }, aContext())).toMatchObject({ ok: false, refusals: [{ code: 'OccurredInFuture' }] });
  });

  it('[SUP19] a medicine that is not there, and an id that another lot has, are refused', () => {
    expect(codes(receive({}, { medicine: undefined }))).toEqual(['MedicineNotFound']);
    const other = aLot({ lotNumber: 'Z9', id: anId('lots', 4) });
    expect(codes(receive({ lotId: other._id }, { lots: [other] }))).toEqual(['LotIdTaken']);
  });

  it.each(['Nguyễn Thị Hoà và con', '001185012345', '0912345678', 'a b', ''])('[SUP22] %j is no voucher number', (documentNumber) => {
    expect(receiveStockInput.safeParse({ ...input(), documentNumber }).success).toBe(false);
  });
});

describe('planAdjust', () => {
  const adjust = (changeBaseUnits: number, reasonCode: (typeof adjustReasons)[number], balance = 10, expiresOn = '2027-06-30') =>
    planAdjust({ lotId: anId('lots'), changeBaseUnits, reasonCode, occurredOn: '2026-11-20' }, { lot: aLot({ id: anId('lots'), expiresOn }), balance }, aContext());

  it.each(adjustReasons)('[SUP6] %s fits one sign only', (reason) => {
    expect(adjust(signOfReason[reason], reason).ok).toBe(true);
    expect(adjust(-signOfReason[reason], reason)).toMatchObject({ ok: false, refusals: [{ code: 'ReasonDoesNotFitSign', reasonCode: reason }] });
  });

  it('[SUP6] destroying as expired what is not is a warning', () => {
    expect(adjust(-1, 'expiredDestroyed')).toMatchObject({ ok: true, warnings: [{ code: 'LotNotExpired' }] });
    expect(adjust(-1, 'expiredDestroyed', 10, '2026-10-31')).toMatchObject({ ok: true, warnings: [] });
  });

  it.each(['usedInProcedure', 'sentToPoint'] as const)('[SUP28] %s takes from a lot that may be handed out, and from no other', (reason) => {
    const of = (fields: Partial<Lot>) => planAdjust({ lotId: anId('lots'), changeBaseUnits: -1, reasonCode: reason, occurredOn: '2026-11-20' }, { lot: { ...aLot({ id: anId('lots') }), ...fields }, balance: 10 }, aContext());
    expect(of({ expiresOn: '2026-11-20' })).toMatchObject({ ok: true, value: { movement: { kind: 'adjust', quantityBaseUnits: -1, reasonCode: reason } } });
    expect(of({ expiresOn: '2026-11-19' })).toEqual({ ok: false, refusals: [{ code: 'LotExpired', lotId: anId('lots'), expiresOn: '2026-11-19' }] });
    expect(of({ status: 'onHold' })).toMatchObject({ ok: false, refusals: [{ code: 'LotOnHold' }] });
    expect(of({ status: 'recalled', expiresOn: '2026-11-19' })).toMatchObject({ ok: false, refusals: [{ code: 'LotRecalled' }] });
  });

  it('[SUP28] what a point gives back comes in, and what is wasted or destroyed may leave a lot that is held or past its expiry', () => {
    expect(adjust(3, 'returnedFromPoint', 0)).toMatchObject({ ok: true, value: { movement: { quantityBaseUnits: 3 } } });
    expect(adjust(-1, 'wastage', 10, '2026-10-31')).toMatchObject({ ok: true });
  });

  it('[SUP7] below zero is refused with what is available', () => {
    expect(adjust(-10, 'wastage')).toMatchObject({ ok: true, value: { movement: { kind: 'adjust', quantityBaseUnits: -10, reasonCode: 'wastage' } } });
    expect(adjust(-11, 'wastage')).toEqual({ ok: false, refusals: [{ code: 'ReductionBelowZero', lotId: anId('lots'), available: 10, wanted: 11 }] });
    expect(adjust(-1, 'wastage', -3)).toMatchObject({ ok: false, refusals: [{ available: 0 }] });
    expect(adjust(2, 'countSurplus', -3)).toMatchObject({ ok: true });
  });

  it('[SUP19] a lot that is not there is refused', () => {
    expect(planAdjust({ lotId: anId('lots'), changeBaseUnits: 1, reasonCode: 'countSurplus', occurredOn: '2026-11-20' }, { lot: undefined, balance: 0 }, aContext())).toMatchObject({ ok: false, refusals: [{ code: 'LotNotFound' }] });
  });
});

describe('lots and medicines', () => {
  it('[SUP12] usable to the end of the expiry day, pointed out 180, 90 and 30 days before', () => {
    const on = (expiresOn: string) => [lotState({ status: 'usable', expiresOn }, '2026-11-22'), expiryAlert({ expiresOn }, '2026-11-22')];
    expect(on('2026-11-21')).toEqual(['expired', undefined]);
    expect(on('2026-11-22')).toEqual(['expiringSoon', 30]);
    expect(on('2026-12-22')).toEqual(['expiringSoon', 30]);
    expect(on('2026-12-23')).toEqual(['expiringSoon', 90]);
    expect(on('2027-02-21')).toEqual(['expiringSoon', 180]);
    expect(on('2027-05-21')).toEqual(['expiringSoon', 180]);
    expect(on('2027-05-22')).toEqual(['usable', undefined]);
  });

  it('[SUP12] a hold or recall is said first', () => {
    expect(lotState({ status: 'recalled', expiresOn: '2020-01-31' }, '2026-11-22')).toBe('recalled');
    expect(lotState({ status: 'onHold', expiresOn: '2026-12-01' }, '2026-11-22')).toBe('onHold');
  });

  it('[SUP15] the starter list has 88 medicines fit to be added, each with its own code', () => {
    expect(starterMedicines).toHaveLength(88);
    expect(new Set(starterMedicines.map((m) => m.code)).size).toBe(88);
    for (const each of starterMedicines) expect(addMedicineInput.safeParse(each).error).toBeUndefined();
  });

  it('[SUP16] a code names one medicine, whatever its case', () => {
    expect(validateMedicine(addMedicineInput.parse({ code: 'para500', inn: 'X', baseUnit: 'viên' }), [medicine]).refusals).toEqual([{ code: 'MedicineCodeTaken', medicineId: medicine._id }]);
    expect(validateMedicine(addMedicineInput.parse({ code: 'PARA-500', inn: 'X', baseUnit: 'viên' }), [medicine]).refusals).toEqual([]);
  });

  it('[SUP17] holding a lot changes its status only', () => {
    const { lot } = aReceivedLot();
    const outcome = planLotStatus({ lotId: lot._id, status: 'onHold' }, { ...lot, _rev: '1-a', colour: 'red' }, aContext());
    expect(outcome).toMatchObject({ ok: true, value: { lot: { _id: lot._id, status: 'onHold', lotNumber: lot.lotNumber, expiresOn: lot.expiresOn, medicineId: lot.medicineId, colour: 'red', createdAt: lot.createdAt } } });
    expect(outcome.ok && outcome.value.lot).not.toHaveProperty('_rev');
    expect(planLotStatus({ lotId: lot._id, status: 'onHold' }, undefined, aContext())).toMatchObject({ refusals: [{ code: 'LotNotFound' }] });
    expect(planLotStatus({ lotId: lot._id, status: 'onHold' }, { ...lot, schemaVersion: 9 }, aContext())).toMatchObject({ refusals: [{ code: 'RecordNewerThanProgram' }] });
  });
});
