import { ageOn } from '../common/age-on.ts';
import type { WorkContext } from '../common/context.ts';
import type { Findings } from '../common/findings.ts';
import { dateBounds } from '../common/partial-date.ts';
import type { Refusal, Warning } from '../common/refusal.ts';
import { collections } from '../collections.ts';
import { communeCodes2025 } from '../org/commune-codes-2025.ts';
import { findSameIdentity, type Identity } from './find-same-identity.ts';
import { isInsuranceNumber, isKnownInsuranceObject } from './insurance-number.ts';
import { nationalIdPattern, readNationalId } from './national-id.ts';
import { normalizePatient } from './normalize-patient.ts';
import type { Patient, RegisterPatientInput, UpdatePatientInput } from './patient.schema.ts';
import { convertOldPhone, isPhone } from './phone.ts';

/** Older than anybody known; a birth date before that is a slip of the keyboard. */
const OLDEST_AGE_YEARS = 130;
/** Children under 6 are found by their parent (identity.json: group TE). FROM KNOWLEDGE. */
const GUARDIAN_NEEDED_UNDER_YEARS = 6;

export interface PatientFacts {
  /** Other people of the station with the same numbers or the same folded name (`nameKey`); more do no harm. */
  others?: Iterable<Identity>;
  /** The version that is changed. */
  previous?: Patient;
}

/**
 * May this person be registered or changed so? Refusals: `NationalIdMissing`, `NationalIdAndReason`,
 * `NationalIdMalformed`, `NationalIdTaken {patientId}`, `InsuranceNumberMalformed`, `PhoneMalformed {field}`, `BornInFuture`,
 * `AgeImplausible {max}`, `CodeSetMissing`, `CommuneCodeUnknown {communeCode}`, `PatientVoided`, `RecordNewerThanProgram`, `ChangedMeanwhile`. docs/specs/patients.md.
 */
export function validatePatient(input: RegisterPatientInput | UpdatePatientInput, context: Pick<WorkContext, 'today'>, facts: PatientFacts = {}): Findings {
  const person = normalizePatient(input);
  const refusals: Refusal[] = [];
  const warnings: Warning[] = [];
  if (facts.previous && facts.previous.schemaVersion > collections.patients.schemaVersion) refusals.push({ code: 'RecordNewerThanProgram' });
  if (facts.previous?.voided) refusals.push({ code: 'PatientVoided' });
  if (facts.previous && 'editedVersion' in input && input.editedVersion !== undefined && input.editedVersion !== facts.previous.version) refusals.push({ code: 'ChangedMeanwhile' });

  checkNationalId(person, refusals, warnings);
  checkInsurance(person, context.today, refusals, warnings);
  checkPhone(person.phone, 'phone', refusals, warnings);
  checkPhone(person.guardian?.phone, 'guardian.phone', refusals, warnings);
  if (person.guardian?.nationalId !== undefined && !nationalIdPattern.test(person.guardian.nationalId)) warnings.push({ code: 'GuardianNationalIdUnusual' });
  checkBirth(person, context.today, refusals, warnings);
  checkAddress(person, facts.previous, refusals);

  const same = findSameIdentity({ ...person, id: facts.previous?._id ?? person.id }, facts.others ?? []);
  if (same.nationalIdOf !== undefined) refusals.push({ code: 'NationalIdTaken', patientId: same.nationalIdOf });
  if (same.insuranceNumberOf !== undefined) warnings.push({ code: 'InsuranceNumberShared', patientId: same.insuranceNumberOf });
  if (same.alike.length > 0) warnings.push({ code: 'PossibleDuplicate', patientIds: same.alike.slice(0, 10) });
  return { refusals, warnings };
}

type Person = RegisterPatientInput | UpdatePatientInput;

function checkNationalId(person: Person, refusals: Refusal[], warnings: Warning[]): void {
  if (person.nationalId === undefined) {
    if (person.noNationalIdReason === undefined) refusals.push({ code: 'NationalIdMissing' });
    return;
  }
  if (person.noNationalIdReason !== undefined) refusals.push({ code: 'NationalIdAndReason' });
  const says = readNationalId(person.nationalId);
  if (!says) { refusals.push({ code: 'NationalIdMalformed' }); return; }
  if (person.sex !== 'undetermined' && says.sex !== person.sex) warnings.push({ code: 'NationalIdSexMismatch' });
  if (says.birthYear !== Number(person.bornOn.slice(0, 4))) warnings.push({ code: 'NationalIdBirthYearMismatch' });
  if (!says.provinceKnown) warnings.push({ code: 'NationalIdProvinceUnknown' });
}

function checkInsurance(person: Person, today: string, refusals: Refusal[], warnings: Warning[]): void {
  if (person.insuranceNumber === undefined) return;
  if (!isInsuranceNumber(person.insuranceNumber)) refusals.push({ code: 'InsuranceNumberMalformed' });
  else if (!isKnownInsuranceObject(person.insuranceNumber)) warnings.push({ code: 'InsuranceObjectUnknown' });
  if (person.insuranceValidTo !== undefined && person.insuranceValidTo < today) warnings.push({ code: 'InsuranceExpired' });
}

function checkPhone(phone: string | undefined, field: string, refusals: Refusal[], warnings: Warning[]): void {
  if (phone === undefined || isPhone(phone)) return;
  if (convertOldPhone(phone) !== undefined) warnings.push({ code: 'PhoneOldElevenDigits', field });
  else refusals.push({ code: 'PhoneMalformed', field });
}

/** A code of 2025 is one of those; of the codes before no list is at hand. What stands in the record already stays, whatever it is. */
function checkAddress({ address }: Person, previous: Patient | undefined, refusals: Refusal[]): void {
  if (address?.communeCode === undefined) return;
  const { communeCode, codeSet } = address;
  if (codeSet === undefined) refusals.push({ code: 'CodeSetMissing', field: 'address.codeSet' });
  else if (codeSet === '2025' && !communeCodes2025().has(communeCode) && (previous?.address?.communeCode !== communeCode || previous.address.codeSet !== codeSet)) refusals.push({ code: 'CommuneCodeUnknown', communeCode });
}

function checkBirth(person: Person, today: string, refusals: Refusal[], warnings: Warning[]): void {
  const age = ageOn(person.bornOn, today);
  if (!age) { refusals.push({ code: 'BornInFuture' }); return; }
  const youngest = ageOn(dateBounds(person.bornOn).latest, today);
  if (youngest && youngest.years > OLDEST_AGE_YEARS) refusals.push({ code: 'AgeImplausible', max: OLDEST_AGE_YEARS });
  if (age.years < GUARDIAN_NEEDED_UNDER_YEARS && person.guardian === undefined) warnings.push({ code: 'GuardianMissing', underYears: GUARDIAN_NEEDED_UNDER_YEARS });
}
