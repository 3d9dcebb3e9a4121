import { describe, expect, it } from 'vitest';
import { fieldsToPatient, emptyPerson, patientToFields, personDoubts, personProblems, type PersonFields } from '../../../src-renderer/features/people/person-form.ts';
import { emptyEncounter, encounterProblems, fieldsToEncounter, tidyIcd10, vitalNames, type EncounterFacts, type EncounterFields } from '../../../src-renderer/features/encounters/encounter-form.ts';
import { isOnForm } from '../../../src-renderer/ui/is-on-form.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { registerPatientInput } from '../../../src-shared/domain/patient/patient.schema.ts';
import { recordEncounterInput } from '../../../src-shared/domain/encounter/encounter.schema.ts';

const today = '2026-11-22';
const patientId = 'patients:019a0000-0000-7000-8000-000000000001';
const aPerson = (changes: Partial<PersonFields> = {}): PersonFields => ({ ...emptyPerson, fullName: 'Nguyễn Thị Hoà', sex: 'female', bornOn: '15/3/1985', nationalId: '079185001234', ...changes });

describe('the form of a person', () => {
  it('[SCR8] has nothing wrong when filled in, and gives the operation what it takes', () => {
    const fields = aPerson({ phone: '0912 345 678', guardianName: 'Trần Văn Nam', allergies: [{ substance: 'Penicillin', reaction: '' }, { substance: ' ', reaction: '' }] });
    expect(personProblems(fields, today)).toEqual({});
    const input = registerPatientInput.parse(JSON.parse(JSON.stringify(fieldsToPatient(fields))));
    expect(input).toMatchObject({ bornOn: '1985-03-15', allergies: [{ substance: 'Penicillin' }], guardian: { fullName: 'Trần Văn Nam' } });
  });
  it.each<[Partial<PersonFields>, string, string]>([
    [{ fullName: ' ' }, 'fullName', 'required'], [{ fullName: '12' }, 'fullName', 'nameFormat'], [{ sex: '' }, 'sex', 'required'], [{ bornOn: '' }, 'bornOn', 'required'], [{ bornOn: '31/02/1985' }, 'bornOn', 'noSuchDay'], [{ bornOn: '2030' }, 'bornOn', 'inFuture'],
    [{ nationalId: '' }, 'nationalId', 'refusals.NationalIdMissing'], [{ nationalId: '0791850012' }, 'nationalId', 'idLength'], [{ nationalId: '07918500123x' }, 'nationalId', 'idDigits'],
    [{ phone: '12345' }, 'phone', 'refusals.PhoneMalformed'], [{ insuranceNumber: 'XX1' }, 'insuranceNumber', 'refusals.InsuranceNumberMalformed'], [{ guardianName: 'Nam', guardianPhone: '1' }, 'guardianPhone', 'refusals.PhoneMalformed'], [{ guardianPhone: '0912345678' }, 'guardianName', 'required'],
  ])('[SCR8] %j is told at %s', (changes, field, code) => { expect(personProblems(aPerson(changes), today)[field]).toMatchObject({ code }); });
  it('[SCR8] doubts are shown and stop nothing', () => {
    const fields = aPerson({ sex: 'male' });
    expect(personProblems(fields, today)).toEqual({});
    expect(personDoubts(fields, today).map(({ code }) => code)).toContain('NationalIdSexMismatch');
  });
  it('[SCR8] a field the form does not show stays as it was', () => {
    const before = { fullName: 'A B', sex: 'male', bornOn: '1985', nationalId: '079085001234', address: { communeCode: '26734', codeSet: '2025', line: 'Ấp 3' }, guardian: { fullName: 'C', nationalId: '079085009999' }, allergies: [] } as unknown as Patient;
    expect(fieldsToPatient({ ...patientToFields(before), addressLine: 'Ấp 4' }, before)).toMatchObject({ address: { communeCode: '26734', codeSet: '2025', line: 'Ấp 4' }, guardian: { fullName: 'C', nationalId: '079085009999' }, bornOn: '1985' });
    // A code of the set before does not stop the form; a new one is of the set of today.
    expect([personProblems({ ...patientToFields(before) }, today, before).communeCode, personProblems({ ...patientToFields(before), communeCode: '99999' }, today, before).communeCode]).toEqual([undefined, { code: 'refusals.CommuneCodeUnknown', communeCode: '99999' }]);
  });
});

const facts = (changes: Partial<EncounterFacts> = {}): EncounterFacts => ({ kind: 'checkup', patient: { _id: patientId, bornOn: '1985-03-15' }, today, role: 'doctor', unitWords: (unit) => unit, ...changes });
const aCheckup = (changes: Partial<EncounterFields> = {}): EncounterFields => ({
  ...emptyEncounter(today), reason: 'Khám định kỳ', conclusionClass: 'II',
  vitals: { heightCm: { typed: '156,5', notMeasured: '' }, weightKg: { typed: '52.5', notMeasured: '' }, pulsePerMin: { typed: '', notMeasured: 'noDevice' }, systolicMmHg: { typed: '118', notMeasured: '' }, diastolicMmHg: { typed: '74', notMeasured: '' } }, ...changes,
});

describe('the form of an encounter', () => {
  it('[SCR9] has nothing wrong when filled in, "not measured" being an answer, and gives the operation what it takes', () => {
    expect(encounterProblems(aCheckup(), 'submitted', facts())).toEqual({});
    const input = recordEncounterInput.parse(JSON.parse(JSON.stringify(fieldsToEncounter(aCheckup({ diagnoses: [{ icd10: 'j069', text: 'Ho' }, { icd10: '', text: ' ' }] }), patientId))));
    expect(input.observations).toEqual({ heightCm: { value: 156.5 }, weightKg: { value: 52.5 }, pulsePerMin: { notMeasured: 'noDevice' }, systolicMmHg: { value: 118 }, diastolicMmHg: { value: 74 } });
    expect(input.diagnoses).toEqual([{ icd10: 'J06.9', text: 'Ho' }]);
  });
  it('[SCR9] what is missing stops a submission, never a draft', () => {
    const fields = aCheckup({ reason: '', conclusionClass: '', vitals: {} });
    expect(Object.keys(encounterProblems(fields, 'submitted', facts())).sort()).toEqual(['conclusionClass', 'observations.diastolicMmHg', 'observations.heightCm', 'observations.pulsePerMin', 'observations.systolicMmHg', 'observations.weightKg', 'reason']);
    expect(encounterProblems(fields, 'draft', facts())).toEqual({});
  });
  it('[SCR9] a number that cannot be stops a draft too', () => {
    const fields = aCheckup({ vitals: { temperatureC: { typed: '368', notMeasured: '' } } });
    expect(encounterProblems(fields, 'draft', facts())).toEqual({ 'observations.temperatureC': { code: 'outOfRange', min: 33, max: 43, unit: 'Cel' } });
  });
  it('[SCR9] diastolic above systolic, a code without words and a wrong code are told', () => {
    const fields = aCheckup({ vitals: { ...aCheckup().vitals, diastolicMmHg: { typed: '130', notMeasured: '' } }, diagnoses: [{ icd10: 'J06.9', text: '' }, { icd10: 'JJ', text: 'Ho' }] });
    const problems = encounterProblems(fields, 'submitted', facts());
    expect(Object.fromEntries(Object.entries(problems).map(([path, problem]) => [path, problem?.code]))).toEqual({
      'observations.diastolicMmHg': 'refusals.DiastolicNotBelowSystolic', 'diagnoses.0.text': 'needsText', 'diagnoses.1.icd10': 'icdFormat' });
  });
  it('[SCR9] changing a submitted record asks why', () => {
    expect(encounterProblems(aCheckup(), 'submitted', facts({ amending: true }))).toHaveProperty('amendReason');
  });
  it('[SCR9] every measure of the domain is on the form; codes are tidied', () => {
    expect(vitalNames).toContain('spo2Percent');
    expect(['j06.9', 'J069', 'a00', ''].map(tidyIcd10)).toEqual(['J06.9', 'J06.9', 'A00', '']);
  });
});

it('[SCR35] a comment is offered only at fields the form of that kind has', () => {
  expect([isOnForm('conclusionClass', 'visit'), isOnForm('conclusionClass', 'checkup'), isOnForm('treatment', 'visit')]).toEqual([false, true, true]);
});
