import { describe, expect, it } from 'vitest';
import type { DocumentBody } from '../../../../src-shared/domain/common/document.ts';
import { compareForUse } from '../../../../src-shared/domain/supply/compare-for-use.ts';
import { lotState } from '../../../../src-shared/domain/supply/lot-state.ts';
import { planAdjust } from '../../../../src-shared/domain/supply/plan-adjust.ts';
import { planCheckVvm } from '../../../../src-shared/domain/supply/plan-check-vvm.ts';
import { planDispense } from '../../../../src-shared/domain/supply/plan-dispense.ts';
import { planLotStatus } from '../../../../src-shared/domain/supply/plan-lot-status.ts';
import { planReceive } from '../../../../src-shared/domain/supply/plan-receive.ts';
import { checkVvmInput, dispenseMedicineInput, receiveStockInput, type Lot } from '../../../../src-shared/domain/supply/supply.schema.ts';
import { validateResourceDocument } from '../../../../src-shared/domain/supply/validate-resource-document.ts';
import { vvmStage } from '../../../../src-shared/domain/supply/vvm-stage.ts';
import { aContext, aLot, aMedicine, anId, aPatient, NOW_MS } from '../../../support/builders.ts';

/** 22 November 2026. */
const medicine = aMedicine();
const lotOf = (n: number, expiresOn: string, ...stages: number[]): Lot => ({ ...aLot({ id: anId('lots', n), lotNumber: `L${String(n)}`, expiresOn }), ...looks(...stages) });
const looks = (...stages: number[]): Pick<Lot, 'vvmChecks'> => (stages.length === 0 ? {} : { vvmChecks: stages.map((stage, at) => ({ stage, on: '2026-11-01', at: `2026-11-01T0${String(at)}:00:00.000Z`, by: 'hoa' })) });
const look = (lot: Lot | undefined, stage: number, checkedOn = '2026-11-22') => planCheckVvm(checkVvmInput.parse({ lotId: lot?._id ?? anId('lots', 9), vvmStage: stage, checkedOn }), lot, aContext({ nowMs: NOW_MS + 1 }));
const receive = (stage: number | undefined, lots: Lot[] = []) => planReceive(receiveStockInput.parse({ medicineId: medicine._id, lotNumber: 'L1', expiresOn: '2027-06', quantityBaseUnits: 20, occurredOn: '2026-11-22', source: 'programme', ...(stage === undefined ? {} : { vvmStage: stage }) }), { medicine, lots }, aContext());

describe('what is seen of vial monitors', () => {
  it('[SUP30] every look stays, the last one counts, of one instant the worse', () => {
    expect([vvmStage({}), vvmStage(lotOf(1, '2027-06-30', 2, 1)), vvmStage(lotOf(1, '2027-06-30', 3, 2))]).toEqual([undefined, 1, 2]);
    const at = '2026-11-22T03:00:00.000Z';
    expect(vvmStage({ vvmChecks: [{ stage: 3, on: '2026-11-22', at, by: 'hoa' }, { stage: 1, on: '2026-11-22', at, by: 'mai' }] })).toBe(3);
    const outcome = look(lotOf(1, '2027-06-30', 1), 2);
    expect(outcome).toMatchObject({ ok: true, value: { lot: { status: 'usable', vvmChecks: [{ stage: 1 }, { stage: 2, on: '2026-11-22', by: 'hoa' }] } }, warnings: [] });
    if (outcome.ok) expect(validateResourceDocument(outcome.value.lot as DocumentBody)).toEqual([]);
    expect(validateResourceDocument({ ...lotOf(1, '2027-06-30', 1), vvmChecks: [{ stage: 1, on: '2026-11-22', at, by: 'hoa', note: 'chị Hoà' }] } as DocumentBody)).toMatchObject([{ code: 'ValueNotAllowed', field: 'vvmChecks' }]);
  });

  it.each([[0], [5], [1.5]])('[SUP30] a stage %s is none', (vvmStageTyped) => { expect(checkVvmInput.safeParse({ lotId: anId('lots', 1), vvmStage: vvmStageTyped, checkedOn: '2026-11-22' }).success).toBe(false); });

  it('[SUP30] no look at what is not there, is of a newer program, or of a day to come', () => {
    expect(look(undefined, 1)).toMatchObject({ ok: false, refusals: [{ code: 'LotNotFound' }] });
    expect(look({ ...lotOf(1, '2027-06-30'), schemaVersion: 99 }, 1)).toMatchObject({ ok: false, refusals: [{ code: 'RecordNewerThanProgram' }] });
    expect(look(lotOf(1, '2027-06-30'), 1, '2026-11-23')).toMatchObject({ ok: false, refusals: [{ code: 'OccurredInFuture', field: 'checkedOn' }] });
  });

  it('[SUP30] goods that come in say their stage; better ones make a lot no better, and without a look it stays as it is', () => {
    expect(receive(2)).toMatchObject({ ok: true, value: { lotIsNew: true, lot: { status: 'usable', vvmChecks: [{ stage: 2, on: '2026-11-22' }] } }, warnings: [] });
    expect(receive(undefined)).not.toHaveProperty('value.lot.vvmChecks');
    const there = lotOf(1, '2027-06-30', 2);
    expect(receive(1, [there])).toMatchObject({ ok: true, value: { lot: there, lotIsNew: false } });
    expect(receive(1, [there])).not.toHaveProperty('value.lotBefore');
    expect(receive(1, [lotOf(1, '2027-06-30')])).toMatchObject({ value: { lotIsNew: false, lotBefore: {}, lot: { vvmChecks: [{ stage: 1 }] } } });
  });
});

describe('what must not be given', () => {
  it.each([[3], [4]])('[SUP31] at stage %s a lot is held back at once, at its receipt and later; a recalled one stays recalled', (stage) => {
    expect(receive(stage)).toMatchObject({ ok: true, value: { lot: { status: 'onHold' }, movement: { quantityBaseUnits: 20 } }, warnings: [{ code: 'LotHeldByVvm' }] });
    expect(receive(stage, [lotOf(1, '2027-06-30', 1)])).toMatchObject({ value: { lotBefore: { status: 'usable' }, lot: { status: 'onHold' } }, warnings: [{ code: 'LotHeldByVvm' }] });
    expect(look(lotOf(1, '2027-06-30', 1), stage)).toMatchObject({ value: { lot: { status: 'onHold' } }, warnings: [{ code: 'LotHeldByVvm' }] });
    expect(look({ ...lotOf(1, '2027-06-30'), status: 'recalled' }, stage)).toMatchObject({ value: { lot: { status: 'recalled' } } });
  });

  it('[SUP31] freed by another program it is refused all the same; used again only after a better look', () => {
    const freed = lotOf(1, '2027-06-30', 3);
    expect(lotState(freed, '2026-11-22')).toBe('onHold');
    const give = (lotId?: string) => planDispense(dispenseMedicineInput.parse({ patientId: anId('patients', 1), occurredOn: '2026-11-22', items: [{ medicineId: medicine._id, quantityBaseUnits: 1, ...(lotId === undefined ? {} : { lotId }) }] }), { patient: aPatient({ id: anId('patients', 1) }), medicines: [medicine], lots: [freed], balances: new Map([[freed._id, 5]]) }, aContext());
    expect([give(), give(freed._id)]).toMatchObject([{ refusals: [{ code: 'NotEnoughStock', available: 0 }] }, { refusals: [{ code: 'LotVvmSpent' }] }]);
    expect(planAdjust({ lotId: freed._id, changeBaseUnits: -1, reasonCode: 'sentToPoint', occurredOn: '2026-11-22' }, { lot: freed, balance: 5 }, aContext())).toMatchObject({ refusals: [{ code: 'LotVvmSpent' }] });
    const held: Lot = { ...freed, status: 'onHold' };
    expect(planLotStatus({ lotId: held._id, status: 'usable' }, held, aContext())).toMatchObject({ ok: false, refusals: [{ code: 'LotVvmSpent' }] });
    const better = look(held, 2);
    expect(better).toMatchObject({ value: { lot: { status: 'onHold' } } });
    if (better.ok) expect(planLotStatus({ lotId: held._id, status: 'usable' }, better.value.lot, aContext())).toMatchObject({ ok: true, value: { lot: { status: 'usable' } } });
  });
});

it('[SUP32] stage 2 goes before an earlier expiry; of both at stage 2 the first to expire, and what may not be given never', () => {
  const [soon, second, later, spent, expired] = [lotOf(1, '2027-01-31', 1), lotOf(2, '2027-12-31', 2), lotOf(3, '2028-01-31', 2), lotOf(4, '2027-01-31', 3), lotOf(5, '2026-11-21', 2)];
  expect([soon, later, second].sort(compareForUse)).toEqual([second, later, soon]);
  const lots = [soon, second, later, spent, expired];
  const outcome = planDispense(dispenseMedicineInput.parse({ patientId: anId('patients', 1), occurredOn: '2026-11-22', items: [{ medicineId: medicine._id, quantityBaseUnits: 12 }] }), { patient: aPatient({ id: anId('patients', 1) }), medicines: [medicine], lots, balances: new Map(lots.map(({ _id }) => [_id, 5])) }, aContext());
  expect(outcome.ok && outcome.value.movements.map(({ lotId, quantityBaseUnits }) => [lotId, quantityBaseUnits])).toEqual([[second._id, -5], [later._id, -5], [soon._id, -2]]);
});
