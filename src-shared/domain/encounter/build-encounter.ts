import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { encounter, type Encounter, type RecordEncounterInput } from './encounter.schema.ts';

export const encounterKnownFields: readonly string[] = Object.keys(encounter.shape);

/** Who works, as it stands in a record. */
export function personOf(context: WorkContext): Encounter['author'] {
  return { account: context.account, displayName: context.displayName, role: context.role };
}

/** A new checkup or visit; `submitted` unless the input says `draft`. */
export function buildEncounter(kind: Encounter['kind'], input: RecordEncounterInput, context: WorkContext): Encounter {
  const { id, status = 'submitted', ...fields } = input;
  const content = {
    kind, status, ...fields, observations: fields.observations ?? {}, diagnoses: fields.diagnoses ?? [], author: personOf(context),
    submittedAt: status === 'submitted' ? context.now : undefined, amendments: [],
  };
  return buildDocument('encounters', content, context, { id, knownFields: encounterKnownFields });
}
