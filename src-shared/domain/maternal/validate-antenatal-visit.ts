import { daysBetween } from '../common/partial-date.ts';
import type { Refusal, Warning } from '../common/refusal.ts';
import type { Patient } from '../patient/patient.schema.ts';
import type { AntenatalVisit, RecordAntenatalVisitInput } from './antenatal-visit.schema.ts';
import { birthOf, wordOn, type CareBirth, type CarePregnancy } from './derive-pregnancy.ts';
import { dueDay, startOf } from './gestation.ts';
import { antenatalAlerts } from './maternal-alerts.ts';
import { weeksOutOfRange } from './validate-pregnancy.ts';

/** `isHers`: of this woman, whichever of her records it was written to, or came along with her. */
export interface OfPregnancy { patient: Pick<Patient, 'bornOn' | 'voided'> | undefined; pregnancy: CarePregnancy | undefined; isHers: boolean; births: readonly CareBirth[] }
/** A visit after so many days is asked about: the longest step of the visits that are proposed is eight weeks; a week for the way. Chosen here. */
const NEXT_VISIT_WITHIN_DAYS = 63;

/**
 * What stops an antenatal visit from being written down, each with its field. Refusals: those of `pregnancyHindrances`, `OccurredInFuture`, `VisitAfterBirth {bornOn}`,
 * `PregnancyEnded {status, on}`, `WeeksOutOfRange {weeks}`, `DiastolicNotBelowSystolic`, `NextVisitNotAfter`, `NothingRecorded`.
 */
export function validateAntenatalVisit(input: RecordAntenatalVisitInput, facts: OfPregnancy, today: string): Refusal[] {
  const refusals = pregnancyHindrances(facts);
  if (input.occurredOn > today) refusals.push({ code: 'OccurredInFuture', field: 'occurredOn' });
  if (facts.pregnancy) {
    const { pregnancy } = facts;
    const birth = birthOf([pregnancy._id], facts.births, today);
    const word = wordOn(pregnancy, input.occurredOn);
    if (birth && input.occurredOn > birth.bornOn) refusals.push({ code: 'VisitAfterBirth', bornOn: birth.bornOn, field: 'occurredOn' });
    else if (word.status !== 'active' && word.since < input.occurredOn) refusals.push({ code: 'PregnancyEnded', status: word.status, on: word.since, field: 'occurredOn' });
    const due = dueDay(pregnancy);
    if (due) refusals.push(...weeksOutOfRange(startOf(due), input.occurredOn, 'occurredOn'));
  }
  refusals.push(...visitHindrances(input));
  const { id: _id, patientId: _patientId, pregnancyId: _pregnancyId, occurredOn: _occurredOn, nextVisitOn: _nextVisitOn, ...found } = input;
  if (!saysSomething(found)) refusals.push({ code: 'NothingRecorded', field: 'bloodPressure' });
  return refusals;
}

/** Refusals `PatientNotFound`, `PatientVoided`, `PregnancyNotFound`, `PregnancyVoided`, `PregnancyOfAnother`. */
export function pregnancyHindrances({ patient, pregnancy, isHers }: OfPregnancy): Refusal[] {
  const refusals: Refusal[] = !patient ? [{ code: 'PatientNotFound' }] : patient.voided ? [{ code: 'PatientVoided' }] : [];
  if (!pregnancy) refusals.push({ code: 'PregnancyNotFound', field: 'pregnancyId' });
  else if (pregnancy.voided) refusals.push({ code: 'PregnancyVoided', field: 'pregnancyId' });
  else if (!isHers) refusals.push({ code: 'PregnancyOfAnother', field: 'pregnancyId' });
  return refusals;
}

/** What every visit is held to: `DiastolicNotBelowSystolic`, `NextVisitNotAfter`. */
export function visitHindrances({ occurredOn, bloodPressure, nextVisitOn }: Pick<RecordAntenatalVisitInput, 'occurredOn' | 'bloodPressure' | 'nextVisitOn'>): Refusal[] {
  const refusals: Refusal[] = (bloodPressure ?? []).flatMap(({ systolicMmHg, diastolicMmHg }, at) => (diastolicMmHg >= systolicMmHg ? [{ code: 'DiastolicNotBelowSystolic', field: `bloodPressure.${at}.diastolicMmHg` }] : []));
  if (nextVisitOn !== undefined && nextVisitOn <= occurredOn) refusals.push({ code: 'NextVisitNotAfter', field: 'nextVisitOn' });
  return refusals;
}

/** An empty list, or a box that is not ticked, says nothing. */
export const saysSomething = (found: object): boolean => Object.values(found).some((value) => value !== undefined && value !== false && !(Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && Object.keys(one).length === 0)) && !(isPlain(value) && Object.keys(value).length === 0));
const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

export interface AskedAboutVisit { /** Of this pregnancy. */ visits: readonly Pick<AntenatalVisit, '_id' | 'occurredOn' | 'voided'>[] }

/** What is asked before an antenatal visit is saved: whatever is unusual at it (`antenatalAlerts`), `VisitThatDay {visitId}`, `NextVisitFar {days}`. */
export function askAboutAntenatalVisit(input: RecordAntenatalVisitInput, { pregnancy, visits }: AskedAboutVisit & { pregnancy: CarePregnancy | undefined }): Warning[] {
  const warnings: Warning[] = [...antenatalAlerts(input, pregnancy && dueDay(pregnancy)).filter(({ code }) => code !== 'HighRiskSaid'), ...visitThatDay(input, visits)];
  const days = input.nextVisitOn === undefined ? 0 : daysBetween(input.occurredOn, input.nextVisitOn);
  if (days > NEXT_VISIT_WITHIN_DAYS) warnings.push({ code: 'NextVisitFar', days, field: 'nextVisitOn' });
  return warnings;
}

export function visitThatDay(input: { id?: string | undefined; occurredOn: string }, visits: AskedAboutVisit['visits']): Warning[] {
  const same = visits.find(({ occurredOn, voided, _id }) => occurredOn === input.occurredOn && voided === undefined && _id !== input.id);
  return same ? [{ code: 'VisitThatDay', visitId: same._id, field: 'occurredOn' }] : [];
}
