import { describe, expect, it } from 'vitest';
import { amendEncounter } from '../../../../src-shared/domain/encounter/amend-encounter.ts';
import { amendEncounterInput, encounter, type AmendEncounterInput, type Encounter } from '../../../../src-shared/domain/encounter/encounter.schema.ts';
import { validateAmendment } from '../../../../src-shared/domain/encounter/validate-amendment.ts';
import { validateVoid, voidEncounter } from '../../../../src-shared/domain/encounter/void-encounter.ts';
import { aContext, anEncounter, anId, aVisitInput, NOW_MS } from '../../../support/builders.ts';

const adult = { bornOn: '1985-03-15' };
const later = () => aContext({ nowMs: NOW_MS + 60_000, account: 'lan', displayName: 'Lan', role: 'healthWorker', device: 'pc2' });
const amendment = (previous: Encounter, with_: Partial<AmendEncounterInput> = {}) =>
  amendEncounterInput.parse({ ...aVisitInput(), id: previous._id, diagnoses: [{ text: 'Cảm lạnh' }], amendReason: 'Sửa chẩn đoán', ...with_ });
const codes = (previous: Encounter | undefined, input: AmendEncounterInput) => validateAmendment(previous, input, adult, aContext()).refusals.map((r) => r.code);

describe('amendEncounter', () => {
  it('[ENC12] puts the content before at the end of the amendments; author and submission stay', () => {
    const first = anEncounter({ kind: 'visit', symptoms: 'Ho' });
    const second = amendEncounter(first, amendment(first), later());
    const third = amendEncounter(second, amendment(second, { treatment: 'Nghỉ', amendReason: 'Thêm' }), later());
    expect(encounter.safeParse(third).error).toBeUndefined();
    expect(second).toMatchObject({ _id: first._id, status: 'amended', kind: 'visit', author: first.author, submittedAt: first.submittedAt, diagnoses: [{ text: 'Cảm lạnh' }] });
    expect(second).not.toHaveProperty('symptoms');
    expect(second).not.toHaveProperty('amendReason');
    expect(third.amendments).toEqual([
      { at: '2026-11-22T03:01:00.000Z', by: { account: 'lan', displayName: 'Lan', role: 'healthWorker' }, reason: 'Sửa chẩn đoán', before: expect.objectContaining({ symptoms: 'Ho', diagnoses: first.diagnoses, treatment: first.treatment, occurredOn: first.occurredOn }) },
      expect.objectContaining({ reason: 'Thêm', before: expect.objectContaining({ diagnoses: [{ text: 'Cảm lạnh' }], treatment: 'Paracetamol 500 mg' }) }),
    ]);
  });

  it('[ENC12] fields of a newer program stay', () => {
    const first = { ...anEncounter({ kind: 'visit' }), bloodGlucose: 5.1 };
    expect(amendEncounter(first, amendment(first), later())).toMatchObject({ bloodGlucose: 5.1 });
  });

  it('[ENC13] a draft goes on without amendments and is submitted unless it says draft', () => {
    const draft = anEncounter({ kind: 'visit', status: 'draft' });
    expect(draft).not.toHaveProperty('submittedAt');
    const again = amendEncounter(draft, amendment(draft, { status: 'draft' }), later());
    expect(again).toMatchObject({ status: 'draft', amendments: [] });
    expect(again).not.toHaveProperty('submittedAt');
    expect(amendEncounter(again, amendment(again), later())).toMatchObject({ status: 'submitted', amendments: [], submittedAt: '2026-11-22T03:01:00.000Z', author: draft.author });
  });

  it('[ENC13] a draft needs no reason, and the rules of its new status hold', () => {
    const draft = anEncounter({ kind: 'visit', status: 'draft' });
    expect(codes(draft, amendment(draft, { amendReason: undefined }))).toEqual([]);
    expect(codes(draft, amendment(draft, { diagnoses: undefined }))).toEqual(['DiagnosisOrSymptomsMissing']);
    expect(codes(draft, amendment(draft, { diagnoses: undefined, status: 'draft' }))).toEqual([]);
  });

  it('[ENC14] a submitted one needs a reason, goes not back to draft nor to another person', () => {
    const first = anEncounter({ kind: 'visit' });
    expect(codes(first, amendment(first))).toEqual([]);
    expect(codes(first, amendment(first, { amendReason: undefined }))).toEqual(['AmendReasonMissing']);
    expect(codes(first, amendment(first, { status: 'draft' }))).toEqual(['BackToDraft']);
    expect(codes(first, amendment(first, { patientId: anId('patients', 9) }))).toEqual(['PatientChanged']);
    expect(codes(first, amendment(first, { diagnoses: undefined }))).toEqual(['DiagnosisOrSymptomsMissing']);
  });

  it('[ENC14] a voided one is not changed', () => {
    const voided = voidEncounter(anEncounter({ kind: 'visit' }), { id: anId('encounters'), voidReason: 'duplicate' }, later());
    expect(codes(voided, amendment(voided))).toEqual(['EncounterVoided']);
  });

  it('[ENC16] a version no longer current, or of a newer schema, is refused', () => {
    const first = anEncounter({ kind: 'visit' });
    expect(codes(first, amendment(first, { editedVersion: 'x' }))).toEqual(['ChangedMeanwhile']);
    expect(codes(first, amendment(first, { editedVersion: first.version }))).toEqual([]);
    expect(codes({ ...first, schemaVersion: 2 }, amendment(first))).toEqual(['RecordNewerThanProgram']);
    expect(validateVoid({ ...first, schemaVersion: 2 }).refusals).toEqual([{ code: 'RecordNewerThanProgram' }]);
  });

  it('[ENC17] a record that is not there is refused', () => {
    const first = anEncounter({ kind: 'visit' });
    expect(codes(undefined, amendment(first))).toEqual(['EncounterNotFound']);
    expect(validateVoid(undefined).refusals).toEqual([{ code: 'EncounterNotFound' }]);
  });
});

describe('voidEncounter', () => {
  it('[ENC15] keeps every word and says who, when and why', () => {
    const first = anEncounter({ kind: 'visit', symptoms: 'Ho' });
    const voided = voidEncounter({ ...first, _rev: '1-a' }, { id: first._id, voidReason: 'wrongPatient', note: 'Nhầm người' }, later());
    const { status: _s, version: _v, updatedAt: _a, updatedBy: _b, device: _d, ...rest } = first;
    expect(voided).toMatchObject({ ...rest, status: 'voided', voided: { at: '2026-11-22T03:01:00.000Z', by: { account: 'lan', displayName: 'Lan', role: 'healthWorker' }, reason: 'wrongPatient', note: 'Nhầm người' } });
    expect(voided).not.toHaveProperty('_rev');
    expect(encounter.safeParse(voided).error).toBeUndefined();
  });

  it('[ENC15] once only', () => {
    const voided = voidEncounter(anEncounter(), { id: anId('encounters'), voidReason: 'duplicate' }, later());
    expect(validateVoid(voided).refusals).toEqual([{ code: 'EncounterVoided' }]);
    expect(validateVoid(anEncounter()).refusals).toEqual([]);
  });
});
