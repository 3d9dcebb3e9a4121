import { describe, expect, it } from 'vitest';
import { collections } from '../../../../src-shared/domain/collections.ts';
import type { DocumentBody } from '../../../../src-shared/domain/common/document.ts';
import { addMedicineInput, documentNumber, lotNumber } from '../../../../src-shared/domain/supply/supply.schema.ts';
import { fieldsAllowedInResources, validateResourceDocument } from '../../../../src-shared/domain/supply/validate-resource-document.ts';
import { aMedicine, anEncounter, anId, aPatient, aReceivedLot } from '../../../support/builders.ts';

const { lot, movement } = aReceivedLot({ documentNumber: 'PX-015' });
const check = (body: object) => validateResourceDocument(body as DocumentBody);

describe('resources', () => {
  it('[SUP20] medicines, lots and movements as the rules make them may stand there, with what the protocol adds', () => {
    for (const body of [aMedicine(), lot, movement]) expect(check({ ...body, _rev: '1-a', _revisions: { start: 1, ids: ['a'] } })).toEqual([]);
    expect(check({ _id: lot._id, _rev: '2-b', _deleted: true })).toEqual([]);
  });

  it('[SUP20] a field beyond the list is refused by its name, in a tombstone too', () => {
    expect(check({ ...movement, note: 'x' })).toEqual([{ code: 'FieldNotAllowed', field: 'note' }]);
    expect(check({ ...movement, patientId: anId('patients') })).toMatchObject([{ code: 'FieldNotAllowed', field: 'patientId' }, { code: 'PersonNamed' }]);
    expect(check({ _id: lot._id, _deleted: true, fullName: 'Nguyễn Thị Hoà' })).toEqual([{ code: 'FieldNotAllowed', field: 'fullName' }]);
    expect(check({ ...movement, _attachments: { a: {} } })).toEqual([{ code: 'FieldNotAllowed', field: '_attachments' }]);
  });

  it('[SUP20] documents of other collections do not belong there', () => {
    for (const body of [aPatient(), anEncounter(), { _id: 'unknown:1' }, { _id: 'review:1' }, { _id: 'x' }]) expect(check(body)).toEqual([{ code: 'CollectionNotAllowed' }]);
    const inResources = Object.values(collections).filter((c) => c.database === 'resources').map((c) => c.name);
    expect(Object.keys(collections).filter((name) => fieldsAllowedInResources(name as keyof typeof collections) !== undefined)).toEqual(inResources);
  });

  it('[SUP21] no document names a record of a person, at any depth, a conflict neither', () => {
    expect(check({ ...movement, reversalOf: anId('dispenses') })).toMatchObject([{ code: 'PersonNamed', field: 'reversalOf' }]);
    expect(check({ ...lot, createdBy: anId('patients') })).toMatchObject([{ code: 'PersonNamed', field: 'createdBy' }]);
    const conflict = { _id: `conflict:${lot._id}:1-a:1-b`, recordId: lot._id };
    expect(check({ ...conflict, fields: [{ field: 'status' }] })).toEqual([]);
    expect(check({ ...conflict, fields: [{ other: { by: anId('patients') } }] })).toEqual([{ code: 'PersonNamed', field: 'fields' }]);
    expect(check({ _id: 'receipt:79', unit: '79', devices: {} })).toEqual([]);
  });

  it.each([
    ['documentNumber', 'Nguyễn Thị Hoà'], ['documentNumber', '001185012345'], ['documentNumber', '0912345678'], ['source', 'Nguyễn'], ['lotId', 'Hoà'], ['quantityBaseUnits', '5'], ['occurredOn', '2026-02-31'], ['createdBy', 'x'.repeat(200)],
  ])('[SUP22] %s may not be %s', (field, value) => {
    expect(check({ ...movement, [field]: value })).toEqual([{ code: 'ValueNotAllowed', field }]);
  });

  it('[SUP23] what is written on goods holds no number of a person, and what boxes really carry passes', () => {
    const { code, baseUnit } = aMedicine();
    for (const inn of ['Thuốc của Nguyễn Thị Hoà 0912345678', 'CCCD 001185012345']) {
      expect(addMedicineInput.safeParse({ code, baseUnit, inn }).error?.issues).toMatchObject([{ path: ['inn'], message: 'LooksPersonal' }]);
      expect(check({ ...aMedicine(), inn })).toEqual([{ code: 'ValueNotAllowed', field: 'inn' }]);
    }
    for (const of of ['Nguyễn Thị Hoà', 'Nguyễn Thị Hoà 0912345678', '001185012345']) {
      expect(lotNumber.safeParse(of).error?.issues).toMatchObject([{ message: 'LooksPersonal' }]);
      expect(check({ ...lot, lotNumber: of })).toEqual([{ code: 'ValueNotAllowed', field: 'lotNumber' }]);
    }
    for (const real of ['A123', 'L 0912345678', '0324010001', 'LOT 240315', '12345678901234']) expect(lotNumber.safeParse(real).success).toBe(true);
    expect(documentNumber.safeParse('PX-0912345678').success).toBe(true);
  });

  it('[SUP41] what reads as the id of a record of a person is refused as it is typed', () => {
    const { code, baseUnit } = aMedicine();
    for (const inn of ['patients:1', 'Thuốc của Patients: Hoà', 'Review: tốt']) {
      expect(check({ ...aMedicine(), inn })).toEqual([{ code: 'PersonNamed', field: 'inn' }]);
      expect(addMedicineInput.safeParse({ code, baseUnit, inn }).error?.issues).toMatchObject([{ path: ['inn'], message: 'LooksPersonal' }]);
    }
    expect(addMedicineInput.safeParse({ code, baseUnit, inn: 'Outpatients: 5' }).success).toBe(true);
  });
});
