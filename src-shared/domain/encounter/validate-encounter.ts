import { surelyAtLeastYears } from '../common/age-on.ts';
import type { WorkContext } from '../common/context.ts';
import type { Findings } from '../common/findings.ts';
import { dateBounds } from '../common/partial-date.ts';
import type { Refusal, Warning } from '../common/refusal.ts';
import type { Patient } from '../patient/patient.schema.ts';
import { mayConclude } from './may-conclude.ts';
import { measured } from './derive-bmi.ts';
import type { AmendEncounterInput, Encounter, RecordEncounterInput } from './encounter.schema.ts';
import { vitalSigns, type VitalSignName } from './observations.ts';

/** From this age a checkup ends in a class I–V (form M01/M03); under it M02 says normal or problems. TT 32/2023 Phụ lục XXIV, VERIFIED. */
export const CLASS_FROM_YEARS = 18;

/**
 * May this be saved with this status? A draft needs a person and a possible day, nothing more. Refusals:
 * `PatientNotFound`, `PatientVoided`, `OccurredInFuture`, `OccurredBeforeBirth`; when submitted also `ReasonMissing`,
 * `VitalSignMissing {vitalSign}`, `ConclusionClassMissing`, `ConclusionNotAllowed`, `ConclusionClassNotForVisit`, `DiagnosisOrSymptomsMissing`,
 * `DiastolicNotBelowSystolic`, `NextVisitNotAfter`. docs/specs/encounters.md.
 */
export function validateEncounter(
  kind: Encounter['kind'], input: RecordEncounterInput | AmendEncounterInput, status: 'draft' | 'submitted',
  patient: Pick<Patient, 'bornOn' | 'voided'> | undefined, context: Pick<WorkContext, 'today' | 'role'>,
  /** The class somebody who may conclude has given already. */ concludedBefore?: Encounter['conclusionClass'],
): Findings {
  const refusals: Refusal[] = [];
  const warnings: Warning[] = [];
  if (!patient) refusals.push({ code: 'PatientNotFound' });
  if (patient?.voided) refusals.push({ code: 'PatientVoided' });
  if (input.occurredOn > context.today) refusals.push({ code: 'OccurredInFuture', field: 'occurredOn' });
  if (patient && input.occurredOn < dateBounds(patient.bornOn).earliest) refusals.push({ code: 'OccurredBeforeBirth', field: 'occurredOn' });
  if (status === 'draft') return { refusals, warnings };

  const systolic = measured(input.observations, 'systolicMmHg');
  const diastolic = measured(input.observations, 'diastolicMmHg');
  if (systolic !== undefined && diastolic !== undefined && diastolic >= systolic) refusals.push({ code: 'DiastolicNotBelowSystolic', field: 'observations.diastolicMmHg' });
  if (input.nextVisitOn !== undefined && input.nextVisitOn <= input.occurredOn) refusals.push({ code: 'NextVisitNotAfter', field: 'nextVisitOn' });
  if (kind === 'checkup') checkCheckup(input, patient, context, { refusals, warnings }, concludedBefore);
  else checkVisit(input, refusals);
  return { refusals, warnings };
}

type Input = RecordEncounterInput | AmendEncounterInput;

function checkCheckup(
  input: Input, patient: Pick<Patient, 'bornOn' | 'voided'> | undefined, context: Pick<WorkContext, 'role'>, { refusals, warnings }: Findings, concludedBefore: Encounter['conclusionClass'],
): void {
  if (input.reason === undefined) refusals.push({ code: 'ReasonMissing', field: 'reason' });
  for (const [vitalSign, { requiredAtCheckup }] of Object.entries(vitalSigns)) {
    if (requiredAtCheckup && input.observations?.[vitalSign as VitalSignName] === undefined) refusals.push({ code: 'VitalSignMissing', vitalSign, field: `observations.${vitalSign}` });
  }
  const adult = patient !== undefined && surelyAtLeastYears(patient.bornOn, input.occurredOn, CLASS_FROM_YEARS);
  if (adult && input.conclusionClass === undefined) refusals.push({ code: 'ConclusionClassMissing', field: 'conclusionClass' });
  if (input.conclusionClass === undefined || input.conclusionClass === concludedBefore) return;
  if (!mayConclude(context.role)) refusals.push({ code: 'ConclusionNotAllowed', field: 'conclusionClass' });
  // Whether a head is a doctor is a matter of her licence; until licences are recorded it is said, not refused.
  else if (context.role === 'head') warnings.push({ code: 'ConcludedByNonDoctor' });
}

function checkVisit(input: Input, refusals: Refusal[]): void {
  if ((input.diagnoses ?? []).length === 0 && input.symptoms === undefined) refusals.push({ code: 'DiagnosisOrSymptomsMissing', field: 'diagnoses' });
  if (input.conclusionClass !== undefined) refusals.push({ code: 'ConclusionClassNotForVisit', field: 'conclusionClass' });
}
