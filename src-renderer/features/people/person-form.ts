import { validatePatient } from '../../../src-shared/domain/patient/validate-patient.ts';
import { normalizePhone } from '../../../src-shared/domain/patient/phone.ts';
import { noNationalIdReasons, registerPatientInput, sexes, type Patient, type RegisterPatientInput } from '../../../src-shared/domain/patient/patient.schema.ts';
import type { Warning } from '../../../src-shared/domain/common/refusal.ts';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import type { Problem, Problems } from '../../ui/problems.ts';

/** The form as typed. */
export interface PersonFields {
  fullName: string; sex: string; bornOn: string; nationalId: string; noNationalIdReason: string; insuranceNumber: string; insuranceValidTo: string;
  village: string; householdHead: string; addressLine: string; phone: string; ethnicity: string; occupation: string;
  guardianName: string; guardianRelation: string; guardianPhone: string; guardianNationalId: string; communeCode: string; allergies: { substance: string; reaction: string }[]; note: string;
}

export const emptyPerson: PersonFields = {
  fullName: '', sex: '', bornOn: '', nationalId: '', noNationalIdReason: '', insuranceNumber: '', insuranceValidTo: '', village: '', householdHead: '', addressLine: '',
  phone: '', ethnicity: '', occupation: '', guardianName: '', guardianRelation: '', guardianPhone: '', guardianNationalId: '', communeCode: '', allergies: [], note: '',
};

export function patientToFields(patient: Patient): PersonFields {
  const { guardian } = patient;
  return {
    fullName: patient.fullName, sex: patient.sex, bornOn: formatDate(patient.bornOn), nationalId: patient.nationalId ?? '', noNationalIdReason: patient.noNationalIdReason ?? '',
    insuranceNumber: patient.insuranceNumber ?? '', insuranceValidTo: patient.insuranceValidTo ? formatDate(patient.insuranceValidTo) : '',
    village: patient.village ?? '', householdHead: patient.householdHead ?? '', addressLine: patient.address?.line ?? '', phone: patient.phone ?? '',
    ethnicity: patient.ethnicity ?? '', occupation: patient.occupation ?? '', guardianName: guardian?.fullName ?? '', guardianRelation: guardian?.relation ?? '', guardianPhone: guardian?.phone ?? '', guardianNationalId: guardian?.nationalId ?? '', communeCode: patient.address?.communeCode ?? '',
    allergies: (patient.allergies ?? []).map(({ substance, reaction }) => ({ substance, reaction: reaction ?? '' })), note: patient.note ?? '',
  };
}

/** Of a newborn: what its mother and the birth say. A name is for the parents to give; no number is issued yet. */
export function newbornFields(mother: Patient, birth: { bornOn: string; babies: readonly { sex: string }[] }, baby: number, relation: string): PersonFields {
  const { village, householdHead, addressLine, communeCode, ethnicity, phone, nationalId } = patientToFields(mother);
  return { ...emptyPerson, sex: birth.babies[baby]?.sex ?? '', bornOn: formatDate(birth.bornOn), noNationalIdReason: 'newborn', village, householdHead, addressLine, communeCode, ethnicity, guardianName: mother.fullName, guardianRelation: relation, guardianPhone: phone, guardianNationalId: nationalId };
}

const typedText = (typed: string) => typed.trim() || undefined;

/** What the operation is given. `before`: fields this form does not show stay as they were. */
export function fieldsToPatient(fields: PersonFields, before?: Patient): RegisterPatientInput {
  const born = parseTypedDate(fields.bornOn, { partial: true });
  const validTo = parseTypedDate(fields.insuranceValidTo);
  const nationalId = typedText(fields.nationalId);
  const reason = noNationalIdReasons.find((r) => r === fields.noNationalIdReason);
  const guardianName = typedText(fields.guardianName);
  const communeCode = typedText(fields.communeCode);
  const line = typedText(fields.addressLine);
  return {
    fullName: fields.fullName.trim(), sex: sexes.find((s) => s === fields.sex) ?? 'undetermined', bornOn: 'date' in born ? born.date : '',
    nationalId, noNationalIdReason: nationalId === undefined ? reason : undefined,
    insuranceNumber: typedText(fields.insuranceNumber), insuranceValidTo: 'date' in validTo ? validTo.date : undefined,
    village: typedText(fields.village), householdHead: typedText(fields.householdHead), phone: typedText(fields.phone), ethnicity: typedText(fields.ethnicity), occupation: typedText(fields.occupation),
    address: line !== undefined || communeCode !== undefined ? { line, communeCode, codeSet: communeCode === undefined ? undefined : communeCode === before?.address?.communeCode ? before.address.codeSet : '2025' } : undefined,
    guardian: guardianName === undefined ? undefined : { fullName: guardianName, relation: typedText(fields.guardianRelation), phone: typedText(fields.guardianPhone), nationalId: typedText(fields.guardianNationalId) },
    allergies: fields.allergies.filter(({ substance }) => substance.trim()).map(({ substance, reaction }) => ({ substance: substance.trim(), reaction: typedText(reaction) })),
    note: typedText(fields.note),
  };
}

/** Field each rule of `validatePatient` speaks of. */
const fieldOfCode: Record<string, string> = {
  NationalIdMissing: 'nationalId', NationalIdAndReason: 'nationalId', NationalIdMalformed: 'nationalId', NationalIdTaken: 'nationalId',
  InsuranceNumberMalformed: 'insuranceNumber', BornInFuture: 'bornOn', AgeImplausible: 'bornOn', CommuneCodeUnknown: 'communeCode',
};

/** Everything wrong with the form now, by field, from the same rules the station keeps. `before`: the record that is changed. */
export function personProblems(fields: PersonFields, today: string, before?: Patient): Problems {
  const problems: Problems = {};
  if (!fields.fullName.trim()) problems.fullName = { code: 'required' };
  else if (!registerPatientInput.shape.fullName.safeParse(fields.fullName.trim()).success) problems.fullName = { code: 'nameFormat' };
  if (!fields.sex) problems.sex = { code: 'required' };
  const born = parseTypedDate(fields.bornOn, { partial: true, today });
  if ('empty' in born) problems.bornOn = { code: 'required' };
  if ('problem' in born) problems.bornOn = { code: born.problem, typed: born.typed };
  const validTo = parseTypedDate(fields.insuranceValidTo);
  if ('problem' in validTo) problems.insuranceValidTo = { code: validTo.problem, typed: validTo.typed };
  if ((fields.guardianRelation.trim() || fields.guardianPhone.trim() || fields.guardianNationalId.trim()) && !fields.guardianName.trim()) problems.guardianName = { code: 'required' };

  if (fields.communeCode.trim() && !/^\d{5}$/.test(fields.communeCode.trim())) problems.communeCode = { code: 'communeCode' };

  const { refusals } = validatePatient({ ...fieldsToPatient(fields, before), bornOn: 'date' in born ? born.date : today }, { today }, before ? { previous: before } : {});
  for (const { code, field, ...facts } of refusals) {
    const path = field === 'guardian.phone' ? 'guardianPhone' : typeof field === 'string' ? field : fieldOfCode[code];
    if (path !== undefined) problems[path] ??= countDigits(fields, path) ?? { code: `refusals.${code}`, ...facts };
  }
  return problems;
}

/** Twelve digits are easier to get right when told how many there are. */
function countDigits(fields: PersonFields, path: string): Problem | undefined {
  const digits = fields.nationalId.replace(/[\s.-]/g, '');
  if (path !== 'nationalId' || digits === '') return undefined;
  if (!/^\d+$/.test(digits)) return { code: 'idDigits' };
  return digits.length === 12 ? undefined : { code: 'idLength', count: digits.length };
}

/** Doubts worth showing while there is time to look again; they never stop the save. */
export function personDoubts(fields: PersonFields, today: string): Warning[] {
  const born = parseTypedDate(fields.bornOn, { partial: true, today });
  return 'date' in born && fields.sex ? validatePatient(fieldsToPatient(fields), { today }).warnings.filter(({ code }) => code !== 'PossibleDuplicate') : [];
}

/** Spaces and +84 away, once the field is left. */
export function tidyPhone(typed: string): string {
  return normalizePhone(typed.trim());
}
