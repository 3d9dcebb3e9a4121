import { partialDate } from '../common/fields.ts';
import { dateBounds } from '../common/partial-date.ts';
import type { Refusal } from '../common/refusal.ts';
import type { Patient } from '../patient/patient.schema.ts';
import type { RecordFollowUpInput } from './follow-up.schema.ts';

export interface FollowUpFacts { patient: Pick<Patient, 'bornOn' | 'voided'> | undefined; /** A visit or checkup of that day has a blood pressure: the follow-up need not say it again. */ hasPressureThatDay: boolean }

/**
 * What stops a follow-up from being written down, each with its field. Refusals: `PatientNotFound`, `PatientVoided`, `OccurredInFuture`, `OccurredBeforeBirth`,
 * `DiastolicNotBelowSystolic`, `NextVisitNotAfter`, `NothingRecorded`.
 */
export function validateFollowUp(input: RecordFollowUpInput, { patient, hasPressureThatDay }: FollowUpFacts, today: string): Refusal[] {
  const refusals: Refusal[] = !patient ? [{ code: 'PatientNotFound' }] : patient.voided ? [{ code: 'PatientVoided' }] : [];
  if (input.occurredOn > today) refusals.push({ code: 'OccurredInFuture', field: 'occurredOn' });
  if (patient && partialDate.safeParse(patient.bornOn).success && input.occurredOn < dateBounds(patient.bornOn).earliest) refusals.push({ code: 'OccurredBeforeBirth', field: 'occurredOn' });
  for (const [at, { systolicMmHg, diastolicMmHg }] of (input.bloodPressure ?? []).entries()) {
    if (diastolicMmHg >= systolicMmHg) refusals.push({ code: 'DiastolicNotBelowSystolic', field: `bloodPressure.${at}.diastolicMmHg` });
  }
  if (input.nextVisitOn !== undefined && input.nextVisitOn <= input.occurredOn) refusals.push({ code: 'NextVisitNotAfter', field: 'nextVisitOn' });
  if (!hasPressureThatDay && !saysSomething(input)) refusals.push({ code: 'NothingRecorded', field: 'bloodPressure' });
  return refusals;
}

/** When to come again is no finding. */
function saysSomething({ id: _id, patientId: _patientId, occurredOn: _occurredOn, nextVisitOn: _nextVisitOn, advice, ...found }: RecordFollowUpInput): boolean {
  return (advice ?? []).length > 0 || Object.values(found).some((value) => value !== undefined);
}
