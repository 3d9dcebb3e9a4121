import { describe, expect, it } from 'vitest';
import { patient, type Patient } from '../../../../src-shared/domain/patient/patient.schema.ts';
import { planRestorePatient, planVoidPatient } from '../../../../src-shared/domain/patient/void-patient.ts';
import { aContext, aPatient, NOW_MS } from '../../../support/builders.ts';

const nothing = { encounters: 0, dispenses: 0, immunizations: 0, chronicCare: 0, maternalCare: 0, caseReports: 0, secondRecords: 0, handedOver: false };
const why = { id: aPatient()._id, voidReason: 'enteredInError' as const, note: 'Ghi theo danh sách cũ' };
const back = { id: why.id, restoreReason: 'Có người này thật' };
const later = (ms: number, account = 'lan') => aContext({ nowMs: NOW_MS + ms, account });
const must = (outcome: ReturnType<typeof planVoidPatient>): Patient => { if (!outcome.ok) throw new Error(outcome.refusals[0].code); return outcome.value; };
const refusalOf = (outcome: ReturnType<typeof planVoidPatient>) => (outcome.ok ? undefined : outcome.refusals[0]);

describe('voiding a person’s record', () => {
  it('[PAT25] keeps every word of it, who, when and why, and so does taking it back', () => {
    const before = { ...aPatient({ phone: '0912345678', note: 'Cũ' }), bloodGroup: 'O+' };
    const voided = must(planVoidPatient(before, why, nothing, later(1000)));
    const { voided: how, ...rest } = voided;
    expect(how).toEqual({ at: later(1000).now, by: { account: 'lan', displayName: later(0).displayName, role: later(0).role }, reason: 'enteredInError', note: 'Ghi theo danh sách cũ' });
    expect({ ...before, updatedAt: rest.updatedAt, updatedBy: 'lan', version: rest.version }).toEqual(rest);
    expect(patient.safeParse(voided).error).toBeUndefined();

    const restored = must(planRestorePatient(voided, back, undefined, later(2000, 'hoa')));
    expect(restored).not.toHaveProperty('voided');
    expect(restored.voidings).toEqual([{ ...how, restored: { at: later(2000).now, by: expect.objectContaining({ account: 'hoa' }) as unknown, reason: 'Có người này thật' } }]);
    expect(restored).toMatchObject({ phone: '0912345678', bloodGroup: 'O+' });
    expect(patient.safeParse(restored).error).toBeUndefined();

    const twice = must(planRestorePatient(must(planVoidPatient(restored, why, nothing, later(3000))), back, undefined, later(4000)));
    expect(twice.voidings?.map(({ at }) => at)).toEqual([later(1000).now, later(3000).now]);
  });

  it('[PAT26] is refused while something hangs on it, and says what', () => {
    const person = aPatient();
    expect(refusalOf(planVoidPatient(person, why, { ...nothing, encounters: 2, dispenses: 1 }, aContext()))).toEqual({ code: 'PersonHasRecords', encounters: 2, dispenses: 1 });
    expect(refusalOf(planVoidPatient(person, why, { ...nothing, secondRecords: 1 }, aContext()))).toEqual({ code: 'StandsForOthers' });
    expect(refusalOf(planVoidPatient(person, why, { ...nothing, handedOver: true }, aContext()))).toEqual({ code: 'AlreadyHandedOver' });
  });

  it('[PAT25] once only, of a record this program knows wholly', () => {
    const voided = must(planVoidPatient(aPatient(), why, nothing, aContext()));
    expect(refusalOf(planVoidPatient(voided, why, nothing, aContext()))).toEqual({ code: 'PatientVoided' });
    expect(refusalOf(planVoidPatient(undefined, why, nothing, aContext()))).toEqual({ code: 'PatientNotFound' });
    expect(refusalOf(planVoidPatient({ ...aPatient(), schemaVersion: 99 }, why, nothing, aContext()))).toEqual({ code: 'RecordNewerThanProgram' });
    expect(refusalOf(planRestorePatient(aPatient(), back, undefined, aContext()))).toEqual({ code: 'PatientNotVoided' });
    expect(refusalOf(planRestorePatient(voided, back, 'patients:other', aContext()))).toEqual({ code: 'NationalIdTaken', patientId: 'patients:other' });
  });
});
