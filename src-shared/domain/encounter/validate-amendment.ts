import type { WorkContext } from '../common/context.ts';
import type { Findings } from '../common/findings.ts';
import type { Refusal } from '../common/refusal.ts';
import { collections } from '../collections.ts';
import type { Patient } from '../patient/patient.schema.ts';
import type { AmendEncounterInput, Encounter } from './encounter.schema.ts';
import { validateEncounter } from './validate-encounter.ts';

/**
 * May `previous` be changed so? Beside those of `validateEncounter`: `EncounterNotFound`, `EncounterVoided`,
 * `PatientChanged`, `BackToDraft`, `AmendReasonMissing`, `ChangedMeanwhile`, `RecordNewerThanProgram`.
 */
export function validateAmendment(
  previous: Encounter | undefined, input: AmendEncounterInput, patient: Pick<Patient, 'bornOn' | 'voided'> | undefined, context: Pick<WorkContext, 'today' | 'role'>,
): Findings {
  if (!previous) return { refusals: [{ code: 'EncounterNotFound' }], warnings: [] };
  if (previous.status === 'voided') return { refusals: [{ code: 'EncounterVoided' }], warnings: [] };
  const refusals: Refusal[] = [];
  if (previous.schemaVersion > collections.encounters.schemaVersion) refusals.push({ code: 'RecordNewerThanProgram' });
  if (input.editedVersion !== undefined && input.editedVersion !== previous.version) refusals.push({ code: 'ChangedMeanwhile' });
  if (input.patientId !== previous.patientId) refusals.push({ code: 'PatientChanged' });
  const status = statusAfterAmendment(previous, input);
  if (previous.status !== 'draft') {
    if (input.status === 'draft') refusals.push({ code: 'BackToDraft' });
    if (input.amendReason === undefined) refusals.push({ code: 'AmendReasonMissing', field: 'amendReason' });
  }
  const found = validateEncounter(previous.kind, input, status === 'draft' ? 'draft' : 'submitted', patient, context, previous.status === 'draft' ? undefined : previous.conclusionClass);
  return { refusals: [...refusals, ...found.refusals], warnings: found.warnings };
}

/** A draft goes on as draft or is submitted (the default); anything submitted becomes amended. */
export function statusAfterAmendment(previous: Encounter, input: AmendEncounterInput): 'draft' | 'submitted' | 'amended' {
  return previous.status === 'draft' ? input.status ?? 'submitted' : 'amended';
}
