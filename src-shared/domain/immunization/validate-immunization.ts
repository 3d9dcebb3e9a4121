import { partialDate } from '../common/fields.ts';
import { dateBounds, datePrecision } from '../common/partial-date.ts';
import type { Refusal } from '../common/refusal.ts';
import type { Patient } from '../patient/patient.schema.ts';
import { expiryDay } from '../supply/expiry-day.ts';
import { isExpired } from '../supply/lot-state.ts';
import type { CardRecord } from './derive-immunization-card.ts';
import { doseKey } from './immunization-schedule.ts';
import type { RecordImmunizationInput } from './immunization.schema.ts';

export interface ValidatedAgainst {
  patient: Pick<Patient, 'bornOn' | 'voided'> | undefined;
  /** Of the person, whichever of their records it was written to, and what came along from another station. */ records: readonly CardRecord[];
}

/**
 * What stops a dose from being written down, each with its field. Refusals: `PatientNotFound`, `PatientVoided`, `OccurredInFuture`, `OccurredBeforeBirth`, `DayNotKnown` (what was done
 * here has its day), `DoseAlreadyGiven {immunizationId, occurredOn}`, `ScreeningReasonMissing`, `NotDoneReasonMissing`, `FieldNotForThis`, `ExpiryNotADate`, `LotExpired {expiresOn}`.
 */
export function validateImmunization(input: RecordImmunizationInput, { patient, records }: ValidatedAgainst, today: string): Refusal[] {
  return [...checkPerson(input, patient, today), ...checkFields(input), ...checkTwice(input, records)];
}

function checkPerson({ occurredOn }: RecordImmunizationInput, patient: ValidatedAgainst['patient'], today: string): Refusal[] {
  const refusals: Refusal[] = !patient ? [{ code: 'PatientNotFound' }] : patient.voided ? [{ code: 'PatientVoided' }] : [];
  if (dateBounds(occurredOn).earliest > today) refusals.push({ code: 'OccurredInFuture', field: 'occurredOn' });
  if (patient && partialDate.safeParse(patient.bornOn).success && dateBounds(occurredOn).latest < dateBounds(patient.bornOn).earliest) refusals.push({ code: 'OccurredBeforeBirth', field: 'occurredOn' });
  return refusals;
}

function checkFields(input: RecordImmunizationInput): Refusal[] {
  const refusals: Refusal[] = [];
  const notDone = input.status === 'notDone';
  const elsewhere = input.place === 'elsewhere';
  if ((notDone || !elsewhere) && datePrecision(input.occurredOn) !== 'day') refusals.push({ code: 'DayNotKnown', field: 'occurredOn' });
  if (notDone && input.notDoneReason === undefined) refusals.push({ code: 'NotDoneReasonMissing', field: 'notDoneReason' });
  if (input.screening && input.screening.outcome !== 'eligible' && input.screening.reason === undefined) refusals.push({ code: 'ScreeningReasonMissing', field: 'screening.reason' });
  const misplaced = [
    ...(notDone || elsewhere ? ['lotId'] : []), ...(notDone ? ['lotNumber', 'expiresOn', 'route', 'site', 'vaccinator', 'observation', 'tradeName'] : ['notDoneReason']),
    ...(elsewhere ? [] : ['placeName']), ...(input.lotId === undefined ? [] : ['lotNumber', 'expiresOn']),
  ] as (keyof RecordImmunizationInput)[];
  for (const field of new Set(misplaced)) if (input[field] !== undefined) refusals.push({ code: 'FieldNotForThis', field });
  if (input.expiresOn === undefined) return refusals;
  const expiresOn = expiryDay(input.expiresOn);
  if (expiresOn === undefined) refusals.push({ code: 'ExpiryNotADate', field: 'expiresOn' });
  else if (!notDone && isExpired({ expiresOn }, dateBounds(input.occurredOn).earliest)) refusals.push({ code: 'LotExpired', expiresOn, field: 'expiresOn' });
  return refusals;
}

/** A dose stands in the book once. That it was not given may be written down as often as it happened, but not of one that was. */
function checkTwice(input: RecordImmunizationInput, records: readonly CardRecord[]): Refusal[] {
  const given = records.find((record) => record.voided === undefined && record.status === 'completed' && doseKey(record) === doseKey(input));
  return given ? [{ code: 'DoseAlreadyGiven', immunizationId: given._id, occurredOn: given.occurredOn, field: 'doseNumber' }] : [];
}
