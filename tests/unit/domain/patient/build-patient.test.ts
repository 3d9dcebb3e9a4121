import { describe, expect, it } from 'vitest';
import { buildPatient } from '../../../../src-shared/domain/patient/build-patient.ts';
import { patient } from '../../../../src-shared/domain/patient/patient.schema.ts';
import { aContext, aPatient, aRegisterPatientInput, NOW_MS } from '../../../support/builders.ts';

describe('buildPatient', () => {
  it('[PAT19] makes a record that fits its schema', () => {
    const made = aPatient({ guardian: { fullName: 'Lê Thị Mai' }, allergies: [{ substance: 'Penicilin' }] });
    expect(patient.safeParse(made).error).toBeUndefined();
    expect(made).toMatchObject({ fullName: 'Nguyễn Thị Hoà', bornOnPrecision: 'day', guardian: { fullName: 'Lê Thị Mai' } });
  });

  it('[PAT19] a change states every known field, keeps those of a newer program, the origin and the unit', () => {
    const previous = { ...aPatient({ phone: '0912345678', note: 'Cũ' }), bloodGroup: 'O+', _meta: { lwt: 1 } };
    const context = aContext({ nowMs: NOW_MS + 1000, account: 'lan', device: 'pc2' });
    const next = buildPatient({ ...aRegisterPatientInput({ phone: '0987654321' }), id: previous._id, editedVersion: previous.version }, context, previous);
    expect(next).toMatchObject({ _id: previous._id, phone: '0987654321', bloodGroup: 'O+', createdBy: 'hoa', updatedBy: 'lan', device: 'pc2', unit: '25001' });
    for (const gone of ['note', 'id', 'editedVersion', '_meta', '_rev']) expect(next).not.toHaveProperty(gone);
    expect(next.version > previous.version).toBe(true);
  });
});
