import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { encounterKnownFields, personOf } from './build-encounter.ts';
import type { AmendEncounterInput, Encounter } from './encounter.schema.ts';
import { statusAfterAmendment } from './validate-amendment.ts';

/** What a person filled in; the rest of a record is who, when and what happened to it. */
const contentFields = ['occurredOn', 'reason', 'symptoms', 'observations', 'diagnoses', 'treatment', 'advice', 'conclusionClass', 'nextVisitOn'] as const;

/**
 * The next version of an encounter. The content before goes whole to the end of `amendments`, unless it was a draft,
 * which nobody had relied on. The author stays; who changed it stands in the amendment. `answers`: id of the return it
 * corrects.
 */
export function amendEncounter(previous: Encounter, input: AmendEncounterInput, context: WorkContext, answers?: string): Encounter {
  const { id: _id, status: _status, amendReason, editedVersion: _version, ...fields } = input;
  const status = statusAfterAmendment(previous, input);
  const before = Object.fromEntries(contentFields.filter((field) => previous[field] !== undefined).map((field) => [field, previous[field]]));
  const amendment = { at: context.now, by: personOf(context), reason: amendReason ?? '', before, ...(answers === undefined ? {} : { answers }) };
  const content = {
    kind: previous.kind, status, ...fields, observations: fields.observations ?? {}, diagnoses: fields.diagnoses ?? [], author: previous.author,
    submittedAt: previous.submittedAt ?? (status === 'draft' ? undefined : context.now),
    amendments: previous.status === 'draft' ? previous.amendments : [...previous.amendments, amendment],
  };
  return buildDocument('encounters', content, context, { previous, knownFields: encounterKnownFields });
}

