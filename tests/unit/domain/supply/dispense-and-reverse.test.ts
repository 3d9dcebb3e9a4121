import { describe, expect, it } from 'vitest';
import { planDispense, type DispenseFacts, type DispensePlan } from '../../../../src-shared/domain/supply/plan-dispense.ts';
import { planReversal, reversalId } from '../../../../src-shared/domain/supply/plan-reversal.ts';
import { dispense as dispenseSchema, stockMovement, type Dispense, type DispenseMedicineInput, type Lot, type Medicine, type StockMovement } from '../../../../src-shared/domain/supply/supply.schema.ts';
import { aContext, aLot, aMedicine, anEncounter, anId, aPatient, aReceivedLot, NOW_MS } from '../../../support/builders.ts';

const medicine = aMedicine();
const patient = aPatient();
const lotOf = (n: number, expiresOn: string, with_: Partial<Lot> = {}): Lot => ({ ...aLot({ id: anId('lots', n), lotNumber: `L${n}`, expiresOn }), ...with_ });

/** `stock`: lots with what they hold. */
function dispense(items: Partial<DispenseMedicineInput['items'][number]>[], stock: [Lot, number][], with_: Partial<DispenseMedicineInput> = {}, facts: Partial<DispenseFacts> = {}) {
  const input = { patientId: patient._id, occurredOn: '2026-11-20', ...with_, items: items.map((item) => ({ medicineId: medicine._id, quantityBaseUnits: 10, ...item })) };
  return planDispense(input, { patient, medicines: [medicine], lots: stock.map(([lot]) => lot), balances: new Map(stock.map(([lot, n]) => [lot._id, n])), ...facts }, aContext());
}
const taken = (outcome: ReturnType<typeof dispense>) => (outcome.ok ? outcome.value.movements.map((m) => [Number(m.lotId.slice(-4)), m.quantityBaseUnits]) : outcome.refusals);
const planned = (outcome: ReturnType<typeof dispense>): DispensePlan => { if (!outcome.ok) throw new Error(outcome.refusals[0].code); return outcome.value; };

describe('planDispense', () => {
  it('[DSP1] first expiry first, then first received', () => {
    const stock: [Lot, number][] = [[lotOf(1, '2028-01-31'), 50], [lotOf(2, '2027-01-31', { createdAt: '2026-02-01T00:00:00.000Z' }), 6], [lotOf(3, '2027-01-31', { createdAt: '2026-01-01T00:00:00.000Z' }), 3]];
    expect(taken(dispense([{ quantityBaseUnits: 2 }], stock))).toEqual([[3, -2]]);
    expect(taken(dispense([{ quantityBaseUnits: 10 }], stock))).toEqual([[3, -3], [2, -6], [1, -1]]);
  });

  it('[DSP2] passes over what is expired, held, recalled, empty or short', () => {
    const stock: [Lot, number][] = [
      [lotOf(1, '2026-11-19'), 50], [lotOf(2, '2026-12-31', { status: 'onHold' }), 50], [lotOf(3, '2026-12-31', { status: 'recalled' }), 50],
      [lotOf(4, '2026-12-31'), 0], [lotOf(5, '2026-12-31'), -4], [lotOf(6, '2028-12-31'), 50], [lotOf(7, '2026-12-31', { medicineId: anId('medicines', 9) }), 50],
    ];
    expect(taken(dispense([{}], stock))).toEqual([[6, -10]]);
  });

  it('[DSP3] refuses a lot past its expiry date on the day of dispensing', () => {
    const lot = lotOf(1, '2026-11-19');
    expect(taken(dispense([{ lotId: lot._id }], [[lot, 50]]))).toEqual([{ code: 'LotExpired', lotId: lot._id, expiresOn: '2026-11-19', item: 0 }]);
    expect(taken(dispense([{ lotId: lot._id }], [[lot, 50]], { occurredOn: '2026-11-19' }))).toEqual([[1, -10]]);
  });

  it.each([['onHold', 'LotOnHold'], ['recalled', 'LotRecalled']] as const)('[DSP4] refuses a named lot that is %s', (status, code) => {
    const lot = lotOf(1, '2028-01-31', { status });
    expect(taken(dispense([{ lotId: lot._id }], [[lot, 50]]))).toEqual([{ code, lotId: lot._id, item: 0 }]);
  });

  it('[DSP5] refuses more than the named lot holds', () => {
    const lot = lotOf(1, '2028-01-31');
    expect(taken(dispense([{ lotId: lot._id }], [[lot, 9], [lotOf(2, '2028-01-31'), 99]]))).toEqual([{ code: 'ReductionBelowZero', lotId: lot._id, available: 9, wanted: 10, item: 0 }]);
  });

  it('[DSP6] refuses more than all usable lots hold', () => {
    expect(taken(dispense([{}], [[lotOf(1, '2028-01-31'), 4], [lotOf(2, '2028-01-31'), 5], [lotOf(3, '2020-01-31'), 50]]))).toEqual([{ code: 'NotEnoughStock', medicineId: medicine._id, available: 9, wanted: 10, item: 0 }]);
  });

  it('[DSP7] items of one record share the stock', () => {
    const stock: [Lot, number][] = [[lotOf(1, '2027-01-31'), 12], [lotOf(2, '2028-01-31'), 9]];
    expect(taken(dispense([{}, {}], stock))).toEqual([[1, -10], [1, -2], [2, -8]]);
    expect(taken(dispense([{}, {}, {}], stock))).toEqual([{ code: 'NotEnoughStock', medicineId: medicine._id, available: 1, wanted: 10, item: 2 }]);
    expect(taken(dispense([{ lotId: anId('lots', 1) }, { lotId: anId('lots', 1) }], stock))).toMatchObject([{ code: 'ReductionBelowZero', available: 2, item: 1 }]);
  });

  it('[DSP8] the record says who got what; the movements name no person', () => {
    const encounter = anEncounter({ kind: 'visit', patientId: patient._id });
    const { dispense: record, movements } = planned(dispense([{ quantityBaseUnits: 15, dosage: 'Ngày 2 lần' }], [[lotOf(1, '2027-01-31'), 10], [lotOf(2, '2028-01-31'), 10]], { id: anId('dispenses', 8), encounterId: encounter._id }, { encounter }));
    expect(dispenseSchema.safeParse(record).error).toBeUndefined();
    expect(record).toMatchObject({ _id: anId('dispenses', 8), patientId: patient._id, encounterId: encounter._id, dispensedOn: '2026-11-20', status: 'dispensed', dispensedBy: { account: 'hoa' } });
    expect(record.items).toEqual(movements.map((m) => ({ medicineId: medicine._id, medicineName: 'Paracetamol 500 mg', lotId: m.lotId, quantityBaseUnits: -m.quantityBaseUnits, dosage: 'Ngày 2 lần', movementId: m._id })));
    for (const movement of movements) {
      expect(stockMovement.safeParse(movement).error).toBeUndefined();
      expect(JSON.stringify(movement)).not.toMatch(/patients:|encounters:|dispenses:|Hoà/);
    }
  });

  it('[DSP9] the person must be there, the encounter be theirs and not voided', () => {
    const stock: [Lot, number][] = [[lotOf(1, '2027-01-31'), 10]];
    const codes = (with_: Partial<DispenseMedicineInput>, facts: Partial<DispenseFacts>) => { const o = dispense([{}], stock, with_, facts); return o.ok ? [] : o.refusals.map((r) => r.code); };
    const visit = anEncounter({ kind: 'visit', patientId: patient._id });
    expect(codes({}, { patient: undefined })).toEqual(['PatientNotFound']);
    expect(codes({ encounterId: visit._id }, {})).toEqual(['EncounterNotFound']);
    expect(codes({ encounterId: visit._id }, { encounter: { ...visit, patientId: anId('patients', 9) } })).toEqual(['EncounterOfOtherPatient']);
    expect(codes({ encounterId: visit._id }, { encounter: { ...visit, status: 'voided' } })).toEqual(['EncounterVoided']);
    expect(codes({ encounterId: visit._id }, { encounter: visit })).toEqual([]);
  });

  it('[DSP10] a recorded allergy to the substance is a warning', () => {
    const allergic = (substance: string, inn: string) => {
      const outcome = dispense([{}], [[lotOf(1, '2027-01-31'), 10]], {}, { patient: { ...patient, allergies: [{ substance }] }, medicines: [{ ...medicine, inn }] });
      return outcome.ok && outcome.warnings.map((w) => w.code);
    };
    expect(allergic('Amoxicillin (uống)', 'Amoxicilin + acid clavulanic')).toEqual(['AllergyRecorded']);
    expect(allergic('PARACETAMOL', 'Paracetamol')).toEqual(['AllergyRecorded']);
    expect(allergic('Tôm, cua', 'Paracetamol')).toEqual([]);
    expect(allergic('acid', 'Acid acetylsalicylic')).toEqual([]);
    // As somebody else's client may have written the person.
    const { allergies: _, ...bare } = patient;
    expect(dispense([{}], [[lotOf(1, '2027-01-31'), 10]], {}, { patient: bare, medicines: [medicine] })).toMatchObject({ ok: true, warnings: [] });
  });

  it('[DSP13] a vaccine that has cards here is a warning, another one is none', () => {
    const said = (with_: Partial<Medicine>) => {
      const outcome = dispense([{}], [[lotOf(1, '2027-01-31'), 10]], {}, { medicines: [{ ...medicine, ...with_ }] });
      return outcome.ok && outcome.warnings;
    };
    expect(said({ inn: 'Vắc xin Td', atc: 'J07AM51' })).toEqual([{ code: 'VaccineOnNoCard', item: 0, medicineId: medicine._id }]);
    expect(said({ code: 'bcg' })).toMatchObject([{ code: 'VaccineOnNoCard' }]);
    expect(said({ inn: 'Vắc xin dại', atc: 'J07BG01' })).toEqual([]);
  });

  it('[SUP19] a medicine or lot that is not there, or of another medicine, is refused; so is a day to come', () => {
    const lot = lotOf(1, '2027-01-31', { medicineId: anId('medicines', 9) });
    expect(taken(dispense([{ medicineId: anId('medicines', 5) }], []))).toMatchObject([{ code: 'MedicineNotFound', medicineId: anId('medicines', 5), item: 0 }]);
    expect(taken(dispense([{ lotId: anId('lots', 5) }], []))).toMatchObject([{ code: 'LotNotFound' }]);
    expect(taken(dispense([{ lotId: lot._id }], [[lot, 10]]))).toMatchObject([{ code: 'LotOfOtherMedicine' }]);
    expect(taken(dispense([{}], [[lotOf(2, '2027-01-31'), 10]], { occurredOn: '2026-11-23' }))).toMatchObject([{ code: 'OccurredInFuture' }]);
  });
});

describe('planReversal', () => {
  const { movement: receipt } = aReceivedLot({ quantityBaseUnits: 100, lotId: anId('lots', 1) });
  const given = (quantity: number) => planned(dispense([{ quantityBaseUnits: quantity }], [[lotOf(1, '2027-06-30'), 100]]));
  const reverse = (input: { movementId?: string; dispenseId?: string; reason?: 'wrongPatient' }, movements: StockMovement[], record?: Dispense) => planReversal(input, { movements, dispense: record }, aContext({ nowMs: NOW_MS + 86_400_000 }));

  it('[SUP8] is the opposite of its movement, today', () => {
    const outcome = reverse({ movementId: receipt._id }, [receipt]);
    expect(outcome).toMatchObject({ ok: true, value: { movements: [{ kind: 'reversal', lotId: receipt.lotId, quantityBaseUnits: -100, occurredOn: '2026-11-23', reversalOf: receipt._id }] } });
    expect(outcome.ok && stockMovement.safeParse(outcome.value.movements[0]).error).toBeUndefined();
  });

  it('[SUP8] once only', () => {
    const first = reverse({ movementId: receipt._id }, [receipt]);
    expect(first.ok && reverse({ movementId: receipt._id }, [receipt, ...first.value.movements])).toEqual({ ok: false, refusals: [{ code: 'AlreadyReversed', movementId: receipt._id }] });
  });

  it('[SUP8] made on two PCs that know nothing of each other, it is one line of the ledger', () => {
    const ids = [1, 2].map(() => { const outcome = reverse({ movementId: receipt._id }, [receipt]); return outcome.ok ? outcome.value.movements[0]?._id : undefined; });
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(receipt._id);
    expect(ids[0]).toBe(reversalId(receipt._id));
    expect(reversalId(reversalId(receipt._id))).toBe(receipt._id);
  });

  it('[SUP9] names exactly one thing, not a reversal, not a movement of a dispense', () => {
    const plan = given(10);
    const undone = reverse({ movementId: receipt._id }, [receipt]);
    const reversal = undone.ok ? undone.value.movements : [];
    expect(reverse({}, [receipt])).toMatchObject({ refusals: [{ code: 'OneTargetNeeded' }] });
    expect(reverse({ movementId: receipt._id, dispenseId: plan.dispense._id }, [receipt])).toMatchObject({ refusals: [{ code: 'OneTargetNeeded' }] });
    expect(reverse({ movementId: reversal[0]?._id }, [receipt, ...reversal])).toMatchObject({ refusals: [{ code: 'ReversalNotReversible' }] });
    expect(reverse({ movementId: plan.movements[0]?._id }, [receipt, ...plan.movements], plan.dispense)).toMatchObject({ refusals: [{ code: 'ReverseWholeDispense', dispenseId: plan.dispense._id }] });
  });

  it('[SUP10] a receipt whose goods have left is not undone', () => {
    expect(reverse({ movementId: receipt._id }, [receipt, ...given(10).movements])).toEqual({ ok: false, refusals: [{ code: 'ReductionBelowZero', lotId: receipt.lotId, available: 90, wanted: 100 }] });
  });

  it('[SUP11] undoing a dispense gives back all of it and marks the record', () => {
    const plan = planned(dispense([{ quantityBaseUnits: 15 }], [[lotOf(1, '2027-01-31'), 10], [lotOf(2, '2028-01-31'), 10]]));
    const outcome = reverse({ dispenseId: plan.dispense._id, reason: 'wrongPatient' }, plan.movements, { ...plan.dispense, _rev: '1-a' });
    expect(outcome).toMatchObject({ value: { dispense: { reversed: { at: new Date(NOW_MS + 86_400_000).toISOString(), reason: 'wrongPatient', by: { account: 'hoa' } } } } });
    expect(outcome).toMatchObject({ ok: true, value: { dispense: { _id: plan.dispense._id, status: 'reversed', items: plan.dispense.items, patientId: patient._id }, movements: [{ quantityBaseUnits: 10 }, { quantityBaseUnits: 5 }] } });
    expect(outcome.ok && outcome.value.dispense).not.toHaveProperty('_rev');
    expect(outcome.ok && reverse({ dispenseId: plan.dispense._id }, [...plan.movements, ...outcome.value.movements], outcome.value.dispense)).toMatchObject({ refusals: [{ code: 'AlreadyReversed' }] });
    expect(outcome.ok && reverse({ dispenseId: plan.dispense._id }, [...plan.movements, ...outcome.value.movements], plan.dispense)).toMatchObject({ refusals: [{ code: 'AlreadyReversed' }, { code: 'AlreadyReversed' }] });
  });

  it('[SUP11] not while a movement of it is not here', () => {
    const plan = given(10);
    expect(reverse({ dispenseId: plan.dispense._id }, [], plan.dispense)).toMatchObject({ refusals: [{ code: 'MovementNotFound', movementId: plan.movements[0]?._id }] });
  });

  it('[SUP19] what is not there is refused', () => {
    expect(reverse({ movementId: anId('stockMovements') }, [])).toMatchObject({ refusals: [{ code: 'MovementNotFound' }] });
    expect(reverse({ dispenseId: anId('dispenses') }, [])).toMatchObject({ refusals: [{ code: 'DispenseNotFound' }] });
  });
});
