import { ageOn } from '../common/age-on.ts';
import { partialDate } from '../common/fields.ts';
import { addDays, addMonths, dateBounds, daysBetween } from '../common/partial-date.ts';
import type { Refusal, Warning } from '../common/refusal.ts';
import type { Patient } from '../patient/patient.schema.ts';
import { convertOldPhone, isPhone } from '../patient/phone.ts';
import { birthOf, wordOn, type CareBirth, type CarePregnancy } from './derive-pregnancy.ts';
import { dueDay, startOf } from './gestation.ts';
import { maternalMeasures } from './maternal-measures.ts';
import type { AmendPregnancyInput, RegisterPregnancyInput } from './pregnancy.schema.ts';

export type PregnancyFields = Omit<RegisterPregnancyInput, 'id' | 'patientId'> | Omit<AmendPregnancyInput, 'id'>;
export interface PregnancyFacts {
  patient: Pick<Patient, 'bornOn' | 'voided'> & Partial<Pick<Patient, 'sex'>> | undefined;
  /** Of the woman, whichever of her records they were written to. */ pregnancies: readonly CarePregnancy[]; births: readonly CareBirth[];
  /** The one that is amended. */ ownId?: string;
}

/** Asked about outside; chosen here. */
const USUAL_YEARS = { from: 10, until: 60 };
const DUE_DAYS_DIFFER_BY = 14;
const BIRTHS_APART_MONTHS = 6;

/**
 * What stops a pregnancy from being registered or amended, each with its field. Refusals: `PatientNotFound`, `PatientVoided`, `OccurredInFuture`, `OccurredBeforeBirth`,
 * `LastPeriodAfterRegistered`, `WeeksOutOfRange {weeks}`, `AlreadyPregnant {pregnancyId, registeredOn}`, `PhoneMalformed`.
 */
export function validatePregnancy(input: PregnancyFields, { patient, pregnancies, births, ownId }: PregnancyFacts, today: string): Refusal[] {
  const refusals: Refusal[] = !patient ? [{ code: 'PatientNotFound' }] : patient.voided ? [{ code: 'PatientVoided' }] : [];
  const days: [string, string | undefined][] = [['registeredOn', input.registeredOn], ['lastPeriodOn', input.lastPeriodOn], ['ultrasoundDue.seenOn', input.ultrasoundDue?.seenOn], ...(input.screenings ?? []).map(({ on }, at): [string, string] => [`screenings.${at}.on`, on])];
  for (const [field, on] of days) {
    if (on === undefined) continue;
    if (on > today) refusals.push({ code: 'OccurredInFuture', field });
    else if (patient && partialDate.safeParse(patient.bornOn).success && on < dateBounds(patient.bornOn).earliest) refusals.push({ code: 'OccurredBeforeBirth', field });
  }
  if (input.lastPeriodOn !== undefined && input.lastPeriodOn > input.registeredOn) refusals.push({ code: 'LastPeriodAfterRegistered', field: 'lastPeriodOn' });
  else if (input.lastPeriodOn !== undefined) refusals.push(...weeksOutOfRange(input.lastPeriodOn, input.registeredOn, 'lastPeriodOn'));
  if (input.ultrasoundDue) refusals.push(...weeksOutOfRange(startOf(input.ultrasoundDue), input.ultrasoundDue.seenOn, 'ultrasoundDue.dueOn'));
  const already = ownId === undefined ? goingOn(pregnancies, births, today) : undefined;
  if (already) refusals.push({ code: 'AlreadyPregnant', pregnancyId: already._id, registeredOn: already.registeredOn, field: 'patientId' });
  if (input.husbandPhone !== undefined && !isPhone(input.husbandPhone) && convertOldPhone(input.husbandPhone) === undefined) refusals.push({ code: 'PhoneMalformed', field: 'husbandPhone' });
  return refusals;
}

/** The pregnancy of this station that goes on; one that came along with a handover may be registered anew. */
export const goingOn = (pregnancies: readonly CarePregnancy[], births: readonly CareBirth[], on: string): CarePregnancy | undefined =>
  pregnancies.find((one) => one.voided === undefined && one.isCarried !== true && wordOn(one, on).status === 'active' && !birthOf([one._id], births, on));

/** None where it is within 3 to 44 weeks (maternal.json `ranges`, FROM KNOWLEDGE). */
export function weeksOutOfRange(start: string, on: string, field: string): Refusal[] {
  const weeks = Math.floor(daysBetween(start, on) / 7);
  const { min, max } = maternalMeasures.gestationalWeeks;
  return weeks < min || weeks > max ? [{ code: 'WeeksOutOfRange', weeks, field }] : [];
}

/**
 * What is asked before a pregnancy is saved. Warnings `MotherNotFemale`, `MotherAgeUnusual {years}`, `DueDayUnknown`, `DueDaysDiffer {days}`, `BornShortlyBefore {bornOn}`.
 */
export function askAboutPregnancy(input: PregnancyFields, { patient, births, ownId }: PregnancyFacts): Warning[] {
  const warnings: Warning[] = [];
  if (patient?.sex !== undefined && patient.sex !== 'female') warnings.push({ code: 'MotherNotFemale', field: 'patientId' });
  const years = patient && partialDate.safeParse(patient.bornOn).success ? ageOn(patient.bornOn, input.registeredOn)?.years : undefined;
  if (years !== undefined && (years < USUAL_YEARS.from || years > USUAL_YEARS.until)) warnings.push({ code: 'MotherAgeUnusual', years, field: 'patientId' });
  const due = dueDay(input);
  if (!due) warnings.push({ code: 'DueDayUnknown', field: 'lastPeriodOn' });
  const days = input.lastPeriodOn !== undefined && input.ultrasoundDue ? Math.abs(daysBetween(startOf(input.ultrasoundDue), input.lastPeriodOn)) : 0;
  if (days > DUE_DAYS_DIFFER_BY) warnings.push({ code: 'DueDaysDiffer', days, field: 'ultrasoundDue.dueOn' });
  const began = due ? startOf(due) : addDays(input.registeredOn, -7 * maternalMeasures.gestationalWeeks.min);
  const before = births.filter(({ voided, bornOn, pregnancyId }) => voided === undefined && pregnancyId !== ownId && bornOn <= input.registeredOn && addMonths(bornOn, BIRTHS_APART_MONTHS) > began).map(({ bornOn }) => bornOn).sort().at(-1);
  if (before !== undefined) warnings.push({ code: 'BornShortlyBefore', bornOn: before, field: 'lastPeriodOn' });
  return warnings;
}
