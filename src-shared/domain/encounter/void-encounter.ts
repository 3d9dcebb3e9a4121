import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import type { Findings } from '../common/findings.ts';
import { collections } from '../collections.ts';
import { encounterKnownFields, personOf } from './build-encounter.ts';
import type { Encounter, VoidEncounterInput } from './encounter.schema.ts';

/** Refusals: `EncounterNotFound`, `EncounterVoided` (once only), `RecordNewerThanProgram`. */
export function validateVoid(previous: Encounter | undefined): Findings {
  if (!previous) return { refusals: [{ code: 'EncounterNotFound' }], warnings: [] };
  if (previous.status === 'voided') return { refusals: [{ code: 'EncounterVoided' }], warnings: [] };
  if (previous.schemaVersion > collections.encounters.schemaVersion) return { refusals: [{ code: 'RecordNewerThanProgram' }], warnings: [] };
  return { refusals: [], warnings: [] };
}

/** Struck out with its reason; every word of it stays (decision 15). */
export function voidEncounter(previous: Encounter, input: VoidEncounterInput, context: WorkContext): Encounter {
  const voided = { at: context.now, by: personOf(context), reason: input.voidReason, note: input.note };
  return buildDocument('encounters', { ...previous, status: 'voided' as const, voided }, context, { previous, knownFields: encounterKnownFields });
}
