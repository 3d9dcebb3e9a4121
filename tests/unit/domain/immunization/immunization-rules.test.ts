import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../../src-shared/domain/common/refusal.ts';
import { askAboutImmunization } from '../../../../src-shared/domain/immunization/ask-about-immunization.ts';
import { addImmunizationReactionInput, recordImmunizationInput, voidImmunizationInput, type Immunization } from '../../../../src-shared/domain/immunization/immunization.schema.ts';
import { planImmunization, type ImmunizationFacts } from '../../../../src-shared/domain/immunization/plan-immunization.ts';
import { planImmunizationReaction } from '../../../../src-shared/domain/immunization/plan-immunization-reaction.ts';
import { planVoidImmunization } from '../../../../src-shared/domain/immunization/plan-void-immunization.ts';
import { summarizeImmunizations } from '../../../../src-shared/domain/immunization/summarize-immunizations.ts';
import { isCountedInDoses, isMedicineOfVaccine, isVaccine } from '../../../../src-shared/domain/immunization/vaccine-medicines.ts';
import { findImmunizationProblems } from '../../../../src-shared/domain/review/find-immunization-problems.ts';
import { reversalId } from '../../../../src-shared/domain/supply/plan-reversal.ts';
import type { Lot } from '../../../../src-shared/domain/supply/supply.schema.ts';
import type { OperationInput } from '../../../../src-shared/contract/operations.ts';
import { aContext, aMedicine, anId } from '../../../support/builders.ts';
import { aDose, aDoseInput, fromBook } from '../../../support/immunization.ts';

/** 22 November 2026. */
const context = aContext();
const bornOn = '2026-10-30';
type Given = Partial<OperationInput<'recordImmunization'>>;
const plan = (with_: Given = {}, facts: Partial<ImmunizationFacts> = {}) => planImmunization(aDoseInput(with_), { patient: { bornOn }, records: [], ...facts }, context);
const refusal = (outcome: Outcome<unknown>) => (outcome.ok ? undefined : outcome.refusals[0]);
const value = <T>(outcome: Outcome<T>): T => { if (!outcome.ok) throw new Error(outcome.refusals[0].code); return outcome.value; };
const asked = (outcome: Outcome<unknown>) => (outcome.ok ? outcome.warnings.map(({ code }) => code) : []);
const bare = { lotNumber: undefined, expiresOn: undefined };
const notDone = { status: 'notDone' as const, ...bare };

describe('writing down', () => {
  it('[IMM7] wants the day of what was done here or not done, and takes month or year from a paper book', () => {
    for (const occurredOn of ['2026-11', '2026']) {
      expect(refusal(plan({ occurredOn }))).toEqual({ code: 'DayNotKnown', field: 'occurredOn' });
      expect(refusal(plan({ ...notDone, occurredOn, notDoneReason: 'ill' }))).toEqual({ code: 'DayNotKnown', field: 'occurredOn' });
      expect(plan({ occurredOn, place: 'elsewhere', ...bare })).toMatchObject({ ok: true });
    }
  });

  it('[IMM7] takes no day to come and none before the birth, as far as either is known', () => {
    expect(refusal(plan({ occurredOn: '2026-11-23' }))).toEqual({ code: 'OccurredInFuture', field: 'occurredOn' });
    expect(refusal(plan({ occurredOn: '2026-12', place: 'elsewhere', ...bare }))).toEqual({ code: 'OccurredInFuture', field: 'occurredOn' });
    expect(refusal(plan({ occurredOn: '2026-10-29' }))).toEqual({ code: 'OccurredBeforeBirth', field: 'occurredOn' });
    expect(refusal(plan({ occurredOn: '2026-10-30' }))).toBeUndefined();
    expect(refusal(plan({ occurredOn: '2026-10', place: 'elsewhere', ...bare }))).toBeUndefined();
    expect(refusal(plan({ occurredOn: '2026-10-02' }, { patient: { bornOn: '2026-10' } }))).toBeUndefined();
    expect(refusal(plan({}, { patient: undefined }))).toEqual({ code: 'PatientNotFound' });
  });

  it('[IMM8] has a dose once; voided it may be written again', () => {
    const [there] = fromBook('BCG 1 2026-11-01') as [Immunization];
    expect(refusal(plan({}, { records: [there] }))).toEqual({ code: 'DoseAlreadyGiven', immunizationId: there._id, occurredOn: '2026-11-01', field: 'doseNumber' });
    expect(refusal(plan({ ...notDone, notDoneReason: 'ill' }, { records: [there] }))?.code).toBe('DoseAlreadyGiven');
    expect(refusal(plan({ vaccine: 'HEPB0' }, { records: [there] }))).toBeUndefined();
    const voided = { ...there, voided: { at: context.now, by: there.author, reason: 'enteredInError' as const } };
    expect(refusal(plan({}, { records: [voided] }))).toBeUndefined();
  });

  it('[IMM8] takes a dose that was not given as often as it happened, and gives it later', () => {
    expect(refusal(plan(notDone))).toEqual({ code: 'NotDoneReasonMissing', field: 'notDoneReason' });
    const first = value(plan({ ...notDone, notDoneReason: 'outOfStock' })).immunization;
    expect(first).toMatchObject({ status: 'notDone', notDoneReason: 'outOfStock' });
    expect(first).not.toHaveProperty('vaccinator');
    expect(refusal(plan({ ...notDone, notDoneReason: 'ill' }, { records: [first] }))).toBeUndefined();
    expect(refusal(plan({}, { records: [first] }))).toBeUndefined();
  });

  it('[IMM9] wants the reason of what was postponed or contraindicated, and no field of something else', () => {
    expect(refusal(plan({ screening: { outcome: 'postponed' } }))).toEqual({ code: 'ScreeningReasonMissing', field: 'screening.reason' });
    expect(refusal(plan({ ...notDone, notDoneReason: 'ill', screening: { outcome: 'postponed', reason: 'Sốt 38 độ' } }))).toBeUndefined();
    expect(refusal(plan({ screening: { outcome: 'eligible' } }))).toBeUndefined();
    const misplaced: [Given, string][] = [
      [{ ...notDone, notDoneReason: 'ill', lotNumber: 'B-1' }, 'lotNumber'], [{ ...notDone, notDoneReason: 'ill', observation: 'normal' }, 'observation'], [{ notDoneReason: 'ill' }, 'notDoneReason'],
      [{ placeName: 'BV huyện' }, 'placeName'], [{ place: 'elsewhere', lotId: anId('lots') }, 'lotId'], [{ lotId: anId('lots') }, 'lotNumber'],
    ];
    for (const [given, field] of misplaced) expect(refusal(plan(given))).toEqual({ code: 'FieldNotForThis', field });
  });

  it('[IMM9] names whoever works as the one who gave it here, unless somebody else is named', () => {
    expect(value(plan()).immunization).toMatchObject({ vaccinator: context.displayName, author: { account: context.account }, reactions: [], expiresOn: '2028-01-31' });
    expect(value(plan({ vaccinator: 'Lê Văn Tám' })).immunization.vaccinator).toBe('Lê Văn Tám');
    expect(value(plan({ place: 'elsewhere', ...bare })).immunization).not.toHaveProperty('vaccinator');
  });

  it('[IMM10] gives nothing past its expiry', () => {
    expect(refusal(plan({ expiresOn: '2026-11-19' }))).toEqual({ code: 'LotExpired', expiresOn: '2026-11-19', field: 'expiresOn' });
    expect(refusal(plan({ expiresOn: '2026-11' }))).toBeUndefined();
    expect(refusal(plan({ expiresOn: '2026-10' }))).toMatchObject({ code: 'LotExpired', expiresOn: '2026-10-31' });
    expect(refusal(plan({ expiresOn: '2026-13' }))).toEqual({ code: 'ExpiryNotADate', field: 'expiresOn' });
  });
});

describe('a dose from the store room', () => {
  const vials = aMedicine({ code: 'BCG-LO', inn: 'Vắc xin BCG', baseUnit: 'lọ', atc: 'J07AN01' });
  const doses = aMedicine({ code: 'BCG-LIEU', inn: 'Vắc xin BCG', baseUnit: 'liều', atc: 'J07AN01' });
  const aLot = (with_: Partial<Lot> = {}): Lot => ({ ...doses, _id: anId('lots'), medicineId: doses._id, lotNumber: 'L-7', expiresOn: '2027-06-30', status: 'usable', ...with_ });
  const from = (with_: Partial<Lot> = {}, { medicine = doses, balance = 5 } = {}) => plan({ lotId: anId('lots'), ...bare }, { lot: { lot: aLot(with_), medicine, balance } });

  it('[IMM11] takes one from the book, by a line that names no person', () => {
    const { immunization, movement } = value(from());
    expect(immunization).toMatchObject({ lotId: anId('lots'), lotNumber: 'L-7', expiresOn: '2027-06-30', movementId: movement?._id });
    expect(movement).toMatchObject({ kind: 'dispense', quantityBaseUnits: -1, lotId: anId('lots'), medicineId: doses._id, occurredOn: '2026-11-20' });
    expect(JSON.stringify(movement)).not.toMatch(/patients:|immunizations:/);
    expect(asked(from())).toEqual([]);
  });

  it('[IMM11] takes none where none is left, and says that vials are not taken', () => {
    expect(refusal(from({}, { balance: 0 }))).toMatchObject({ code: 'ReductionBelowZero', available: 0, wanted: 1 });
    const ofVials = from({}, { medicine: vials, balance: 0 });
    expect(asked(ofVials)).toEqual(['StockNotMoved']);
    expect(value(ofVials)).not.toHaveProperty('movement');
    expect(value(ofVials).immunization).not.toHaveProperty('movementId');
    expect(isCountedInDoses({ baseUnit: 'Liều' })).toBe(true);
  });

  it('[IMM10] takes no lot that is not there, on hold, recalled or expired', () => {
    expect(refusal(plan({ lotId: anId('lots'), ...bare }))).toMatchObject({ code: 'LotNotFound' });
    expect(refusal(from({ status: 'onHold' }))).toMatchObject({ code: 'LotOnHold' });
    expect(refusal(from({ status: 'recalled' }))).toMatchObject({ code: 'LotRecalled' });
    expect(refusal(from({ expiresOn: '2026-11-19' }))).toMatchObject({ code: 'LotExpired', expiresOn: '2026-11-19' });
    expect(refusal(from({ expiresOn: '2026-11-20' }))).toBeUndefined();
  });

  it('[IMM13] knows a vaccine by its ATC code, the list’s code or name', () => {
    const other = aMedicine({ code: 'PARA', inn: 'Paracetamol', baseUnit: 'viên', atc: 'N02BE01' });
    expect(isMedicineOfVaccine(doses, 'BCG')).toBe(true);
    expect(isMedicineOfVaccine(doses, 'IPV')).toBe(false);
    expect(isMedicineOfVaccine({ code: 'bopv', inn: 'Thuốc uống' }, 'bOPV')).toBe(true);
    expect(isMedicineOfVaccine({ code: 'X', inn: 'lao bcg' }, 'BCG')).toBe(true);
    expect([isVaccine(other), isVaccine(doses), isVaccine({ code: 'X', inn: 'Vắc-xin cúm' }), isVaccine({ code: 'X', inn: 'Vaccine dại' })]).toEqual([false, true, true, true]);
    expect(asked(from({}, { medicine: other }))).toEqual(['LotOfOtherVaccine', 'StockNotMoved']);
  });

  it('[IMM15] voids once with every word kept, and gives the dose back once', () => {
    const { immunization, movement } = value(from());
    const why = voidImmunizationInput.parse({ id: immunization._id, voidReason: 'wrongPatient', note: 'Nhầm cháu Tám' });
    const plan_ = value(planVoidImmunization(immunization, why, [movement!], context));
    expect(plan_.immunization).toMatchObject({ lotNumber: 'L-7', voided: { reason: 'wrongPatient', note: 'Nhầm cháu Tám', by: { account: context.account } } });
    expect(plan_.movement).toMatchObject({ _id: reversalId(movement!._id), kind: 'reversal', quantityBaseUnits: 1, reversalOf: movement!._id });
    expect(refusal(planVoidImmunization(plan_.immunization, why, [], context))).toEqual({ code: 'ImmunizationVoided' });
    expect(refusal(planVoidImmunization(undefined, why, [], context))).toEqual({ code: 'ImmunizationNotFound' });
    expect(refusal(planVoidImmunization({ ...immunization, schemaVersion: 2 }, why, [], context))).toEqual({ code: 'RecordNewerThanProgram' });
    // Another PC gave it back, and its voiding has not come yet.
    expect(value(planVoidImmunization(immunization, why, [movement!, plan_.movement!], context))).not.toHaveProperty('movement');
    expect(refusal(planVoidImmunization(immunization, why, [], context))).toEqual({ code: 'MovementNotFound', movementId: movement!._id });
  });
});

describe('what is asked before saving', () => {
  it('[IMM12] too early for the age, above the latest age', () => {
    expect(asked(plan({ vaccine: 'DPT-VGB-Hib' }))).toEqual(['TooEarlyForAge']);
    expect(plan({ vaccine: 'DPT-VGB-Hib' })).toMatchObject({ warnings: [{ from: '2026-12-29' }] });
    expect(asked(plan({ vaccine: 'HEPB0', occurredOn: '2026-11-06' }))).toEqual([]);
    expect(plan({ vaccine: 'HEPB0', occurredOn: '2026-11-07' })).toMatchObject({ warnings: [{ code: 'AboveLatestAge', latestOn: '2026-11-06' }] });
    expect(asked(plan({ vaccine: 'DPT-VGB-Hib', occurredOn: '2026', place: 'elsewhere', ...bare }))).toEqual([]);
    expect(asked(plan({ vaccine: 'DPT-VGB-Hib', occurredOn: '2026-11', place: 'elsewhere', ...bare }))).toEqual(['TooEarlyForAge']);
  });

  it('[IMM12] too early after the dose before, or without it', () => {
    const old = { patient: { bornOn: '2026-01-31' } };
    const second = { vaccine: 'DPT-VGB-Hib' as const, doseNumber: 2 };
    expect(plan(second, old)).toMatchObject({ warnings: [{ code: 'PreviousDoseMissing', vaccine: 'DPT-VGB-Hib', doseNumber: 1 }] });
    expect(asked(plan({ ...second, place: 'elsewhere', ...bare }, old))).toEqual([]);
    expect(plan(second, { ...old, records: fromBook('DPT-VGB-Hib 1 2026-10-24') })).toMatchObject({ warnings: [{ code: 'TooEarlyAfterDose', vaccine: 'DPT-VGB-Hib', doseNumber: 1, from: '2026-11-21' }] });
    expect(asked(plan(second, { ...old, records: fromBook('DPT-VGB-Hib 1 2026-10-23') }))).toEqual([]);
    // The day before is not known: asked of what is given now, not of what a book says.
    const monthOnly = { ...old, records: fromBook('DPT-VGB-Hib 1 2026-10') };
    expect(asked(plan(second, monthOnly))).toEqual(['TooEarlyAfterDose']);
    expect(asked(plan({ ...second, place: 'elsewhere', ...bare }, monthOnly))).toEqual([]);
    expect(asked(plan({ ...second, occurredOn: '2026-10-20', place: 'elsewhere', ...bare }, monthOnly))).toEqual(['TooEarlyAfterDose']);
  });

  it('[IMM12] given though it was not to be, or without a lot; not of what was not given', () => {
    expect(asked(plan({ screening: { outcome: 'contraindicated', reason: 'Suy giảm miễn dịch' } }))).toEqual(['GivenThoughContraindicated']);
    expect(asked(plan({ screening: { outcome: 'postponed', reason: 'Sốt' }, ...bare }))).toEqual(['GivenThoughPostponed', 'LotNumberMissing']);
    expect(asked(plan({ ...notDone, vaccine: 'JE', notDoneReason: 'contraindicated', screening: { outcome: 'contraindicated', reason: 'Sốc lần trước' } }))).toEqual([]);
  });

  it('[IMM12] the form asks what the operation says', () => {
    const input = aDoseInput({ vaccine: 'IPV', doseNumber: 2, screening: { outcome: 'postponed', reason: 'Sốt' } });
    expect(askAboutImmunization(input, { bornOn, records: [] }).map(({ code }) => code)).toEqual(asked(planImmunization(input, { patient: { bornOn }, records: [] }, context)));
  });
});

describe('reactions', () => {
  const seen = (with_: object) => addImmunizationReactionInput.parse({ id: anId('immunizations'), onsetOn: '2026-11-21', signs: 'Sốt 38,5 °C', severity: 'mild', outcome: 'recovering', ...with_ });

  it('[IMM14] adds to what was noted before and overwrites nothing', () => {
    const once = value(planImmunizationReaction(aDose(), seen({}), context));
    const twice = value(planImmunizationReaction(once, seen({ outcome: 'recovered', treatment: 'Hạ sốt' }), context));
    expect(twice.reactions).toMatchObject([{ outcome: 'recovering', by: { account: context.account } }, { outcome: 'recovered', treatment: 'Hạ sốt' }]);
    expect(twice.reactions[0]).toEqual(once.reactions[0]);
  });

  it('[IMM14] is of a dose that was given and stands, not before it and not of a day to come', () => {
    const dose = aDose();
    expect(refusal(planImmunizationReaction(dose, seen({ onsetOn: '2026-11-19' }), context))).toEqual({ code: 'OnsetBeforeDose', field: 'onsetOn' });
    expect(refusal(planImmunizationReaction(dose, seen({ onsetOn: '2026-11-23' }), context))).toEqual({ code: 'OccurredInFuture', field: 'onsetOn' });
    expect(refusal(planImmunizationReaction(dose, seen({ onsetOn: '2026-11-20' }), context))).toBeUndefined();
    expect(refusal(planImmunizationReaction(aDose({ ...notDone, notDoneReason: 'ill' }), seen({}), context))).toEqual({ code: 'NotGiven' });
    expect(refusal(planImmunizationReaction({ ...dose, voided: { at: context.now, by: dose.author, reason: 'duplicate' } }, seen({}), context))).toEqual({ code: 'ImmunizationVoided' });
    expect(refusal(planImmunizationReaction(undefined, seen({}), context))).toEqual({ code: 'ImmunizationNotFound' });
  });
});

describe('a month’s counts', () => {
  it('[IMM19] counts what was given here by vaccine and dose, what was not and why, and reactions', () => {
    const [bcg, other, missed] = [aDose(), aDose(), aDose({ ...notDone, notDoneReason: 'ill' })];
    const mild = { ...aDose({ vaccine: 'JE' }), reactions: [{ onsetOn: '2026-11-21', signs: 'Sốt', severity: 'mild' as const, outcome: 'recovered' as const, at: context.now, by: bcg.author }] };
    const serious = { ...mild, reactions: [...mild.reactions, { ...mild.reactions[0]!, severity: 'serious' as const }] };
    const voided = { ...aDose(), voided: { at: context.now, by: bcg.author, reason: 'duplicate' as const } };
    const elsewhere = aDose({ place: 'elsewhere' });
    const said = summarizeImmunizations([...[serious, mild, bcg, missed, voided, elsewhere].map((record) => ({ record, bornOn: '2026-10' })), { record: other, bornOn: '2025-11-20' }]);
    expect(said).toEqual({
      given: [{ vaccine: 'BCG', doseNumber: 1, doses: 2, underOne: 1 }, { vaccine: 'JE', doseNumber: 1, doses: 2, underOne: 2 }],
      notDone: [{ vaccine: 'BCG', doseNumber: 1, reason: 'ill', doses: 1 }], withReaction: 2, withSeriousReaction: 1,
    });
  });
});

describe('what a program that knows no rules wrote', () => {
  it('[IMM25] is judged, whatever days it has', () => {
    const [dose, early] = [aDose(), aDose({ vaccine: 'JE', occurredOn: '2026-11-01' })];
    const codesOf = (body: unknown, born: string | undefined) => findImmunizationProblems(body, born === undefined ? undefined : { bornOn: born }).map(({ code }) => code);
    for (const born of ['', '2026-99-99', 'hôm qua']) {
      expect(codesOf(early, born)).not.toContain('TooEarlyForAge');
      expect(summarizeImmunizations([{ record: dose, bornOn: born }]).given).toMatchObject([{ doses: 1, underOne: 0 }]);
      expect(planImmunization(aDoseInput({ vaccine: 'JE' }), { patient: { bornOn: born }, records: [] }, context)).toBeDefined();
    }
    expect(codesOf(early, bornOn)).toEqual(['TooEarlyForAge']);
    expect(codesOf(early, undefined)).toEqual([]);
    for (const broken of [{ ...dose, createdAt: '2026-99-99T03:00:00.000Z' }, { ...dose, occurredOn: '2026-02-31' }, { ...dose, reactions: 'x' }, {}, null]) expect(codesOf(broken, bornOn)).toEqual(['NotReadable']);
    expect(codesOf({ ...dose, expiresOn: '2026-11-19' }, bornOn)).toEqual(['LotExpired']);
    expect(codesOf({ ...dose, expiresOn: '2026-11-19', voided: { at: context.now, by: dose.author, reason: 'duplicate' } }, bornOn)).toEqual([]);
  });
});

describe('what the door of the form takes', () => {
  it('[IMM9] takes words of the lists only, and no field that is not one', () => {
    const input = aDoseInput();
    for (const wrong of [{ vaccine: 'COVID' }, { doseNumber: 0 }, { doseNumber: 1.5 }, { place: 'home' }, { programme: 'x' }, { reactions: [] }, { movementId: anId('stockMovements') }]) expect(recordImmunizationInput.safeParse({ ...input, ...wrong }).success).toBe(false);
  });
});
