import { daysBetween } from '../common/partial-date.ts';
import type { Warning } from '../common/refusal.ts';
import { isEmergencyPressure, meanPressure } from './classify-blood-pressure.ts';
import type { FollowUp, RecordFollowUpInput } from './follow-up.schema.ts';

/** Below it, mmol/L: hypoglycaemia (ncd.json `diabetes`, FROM KNOWLEDGE). */
export const HYPOGLYCAEMIA_BELOW_MMOL_L = 3.9;
/** A prescription of a listed chronic disease lasts 90 days at most (TT 26/2025/TT-BYT, FROM KNOWLEDGE, unverified); two days for the way. */
const NEXT_VISIT_WITHIN_DAYS = 92;

export interface AskedAboutFollowUp {
  /** Some condition of the person is under management. */ underManagement: boolean;
  /** Of the person, whichever of their records they were written to. */ followUps: readonly Pick<FollowUp, '_id' | 'occurredOn' | 'voided'>[];
}

/**
 * What somebody should look at again before a follow-up is saved; it is saved all the same, once they have. Warnings `PressureVeryHigh {systolicMmHg, diastolicMmHg}` (180/110 and
 * more: transferred at once where there are symptoms), `GlucoseVeryLow {value}`, `NextVisitFar {days}`, `FollowUpThatDay {followUpId}`, `NotUnderManagement`.
 */
export function askAboutFollowUp(input: RecordFollowUpInput, { underManagement, followUps }: AskedAboutFollowUp): Warning[] {
  const warnings: Warning[] = [];
  const mean = meanPressure(input.bloodPressure ?? []);
  if (mean && isEmergencyPressure(mean)) warnings.push({ code: 'PressureVeryHigh', ...mean, field: 'bloodPressure' });
  for (const field of ['fastingGlucoseMmolL', 'randomGlucoseMmolL'] as const) {
    const value = input[field];
    if (value !== undefined && value < HYPOGLYCAEMIA_BELOW_MMOL_L) warnings.push({ code: 'GlucoseVeryLow', value, field });
  }
  const days = input.nextVisitOn === undefined ? 0 : daysBetween(input.occurredOn, input.nextVisitOn);
  if (days > NEXT_VISIT_WITHIN_DAYS) warnings.push({ code: 'NextVisitFar', days, field: 'nextVisitOn' });
  const thatDay = followUps.find(({ occurredOn, voided, _id }) => occurredOn === input.occurredOn && voided === undefined && _id !== input.id);
  if (thatDay) warnings.push({ code: 'FollowUpThatDay', followUpId: thatDay._id, field: 'occurredOn' });
  if (!underManagement) warnings.push({ code: 'NotUnderManagement', field: 'patientId' });
  return warnings;
}
