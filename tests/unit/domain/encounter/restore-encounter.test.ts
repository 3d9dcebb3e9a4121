import { describe, expect, it } from 'vitest';
import { encounter } from '../../../../src-shared/domain/encounter/encounter.schema.ts';
import { restoreEncounter, validateRestore } from '../../../../src-shared/domain/encounter/restore-encounter.ts';
import { validateVoid, voidEncounter } from '../../../../src-shared/domain/encounter/void-encounter.ts';
import { aContext, anEncounter, aPatient } from '../../../support/builders.ts';

const voidedOf = (first: ReturnType<typeof anEncounter>) => voidEncounter(first, { id: first._id, voidReason: 'wrongPatient', note: 'Nhầm người' }, aContext());
const restored = (first: ReturnType<typeof anEncounter>) => restoreEncounter(voidedOf(first), { id: first._id, restoreReason: 'Hủy nhầm' }, aContext({ account: 'lan' }));

describe('restoreEncounter', () => {
  it('[ENC20] brings every word back; who voided it and why, and why it came back, stay to be read', () => {
    const first = anEncounter({ kind: 'visit', symptoms: 'Ho' });
    const again = restored(first);
    expect(again).toMatchObject({ symptoms: 'Ho', diagnoses: first.diagnoses, author: first.author, submittedAt: first.submittedAt, status: 'amended' });
    expect(again).not.toHaveProperty('voided');
    expect(again.amendments).toMatchObject([{ reason: 'Hủy nhầm', by: { account: 'lan' }, before: { status: 'voided', voided: { reason: 'wrongPatient', note: 'Nhầm người' } } }]);
    expect(encounter.safeParse(again).error).toBeUndefined();
    expect(validateVoid(again).refusals).toEqual([]);
  });

  it('[ENC20] a draft is a draft again', () => {
    expect(restored(anEncounter({ kind: 'visit', status: 'draft' })).status).toBe('draft');
  });

  it('[ENC20] only what is voided, and not a record of a newer program', () => {
    const first = anEncounter();
    expect(validateRestore(first).refusals).toEqual([{ code: 'EncounterNotVoided' }]);
    expect(validateRestore(undefined).refusals).toEqual([{ code: 'EncounterNotFound' }]);
    expect(validateRestore(voidedOf(first)).refusals).toEqual([]);
    expect(validateRestore({ ...voidedOf(first), schemaVersion: 9 }).refusals).toEqual([{ code: 'RecordNewerThanProgram' }]);
  });

  it('[PAT27] not while the record of the person is voided: that one is used again first', () => {
    const patient = aPatient();
    const voided = { at: '2026-11-22T03:00:00.000Z', by: { account: 'lan', displayName: 'Lan', role: 'head' as const }, reason: 'trial' as const };
    expect(validateRestore(voidedOf(anEncounter()), { ...patient, voided }).refusals).toEqual([{ code: 'PatientVoided' }]);
    expect(validateRestore(voidedOf(anEncounter()), patient).refusals).toEqual([]);
  });
});
