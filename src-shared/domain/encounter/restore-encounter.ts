import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import type { Findings } from '../common/findings.ts';
import { collections } from '../collections.ts';
import type { Patient } from '../patient/patient.schema.ts';
import { encounterKnownFields, personOf } from './build-encounter.ts';
import type { Encounter, RestoreEncounterInput } from './encounter.schema.ts';

/** Refusals: `EncounterNotFound`, `EncounterNotVoided`, `RecordNewerThanProgram`, `PatientVoided`: an encounter in force is never left to a record that is nobody's. */
export function validateRestore(previous: Encounter | undefined, patient?: Pick<Patient, 'voided'>): Findings {
  if (!previous) return { refusals: [{ code: 'EncounterNotFound' }], warnings: [] };
  if (previous.status !== 'voided') return { refusals: [{ code: 'EncounterNotVoided' }], warnings: [] };
  if (previous.schemaVersion > collections.encounters.schemaVersion) return { refusals: [{ code: 'RecordNewerThanProgram' }], warnings: [] };
  if (patient?.voided) return { refusals: [{ code: 'PatientVoided' }], warnings: [] };
  return { refusals: [], warnings: [] };
}

/** Taken back out of the voided ones: who voided it and why stays among its amendments. A draft is a draft again, whatever was submitted is amended. */
export function restoreEncounter(previous: Encounter, { restoreReason }: RestoreEncounterInput, context: WorkContext): Encounter {
  const { voided, ...content } = previous;
  const amendment = { at: context.now, by: personOf(context), reason: restoreReason, before: { status: 'voided', voided } };
  return buildDocument('encounters', { ...content, status: previous.submittedAt === undefined ? 'draft' as const : 'amended' as const, amendments: [...previous.amendments, amendment] }, context, { previous, knownFields: encounterKnownFields });
}
