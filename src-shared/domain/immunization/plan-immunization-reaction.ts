import { collections } from '../collections.ts';
import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { dateBounds } from '../common/partial-date.ts';
import { accepted, refused, type Outcome, type Refusal } from '../common/refusal.ts';
import { personOf } from '../encounter/build-encounter.ts';
import { immunization as immunizationSchema, type AddImmunizationReactionInput, type Immunization } from './immunization.schema.ts';

/** Nothing more is said of a record that is not there, is voided or is of a newer program. */
export function immunizationHindrance(previous: Immunization | undefined): Refusal | undefined {
  if (!previous) return { code: 'ImmunizationNotFound' };
  if (previous.voided) return { code: 'ImmunizationVoided' };
  return previous.schemaVersion > collections.immunizations.schemaVersion ? { code: 'RecordNewerThanProgram' } : undefined;
}

/** Adds what was seen after a dose; what was noted before stays. Refusals: those of `immunizationHindrance`, `NotGiven`, `OccurredInFuture`, `OnsetBeforeDose`. */
export function planImmunizationReaction(previous: Immunization | undefined, { id: _id, ...reaction }: AddImmunizationReactionInput, context: WorkContext): Outcome<Immunization> {
  const hindrance = immunizationHindrance(previous);
  if (!previous || hindrance) return refused(hindrance ?? { code: 'ImmunizationNotFound' });
  if (previous.status !== 'completed') return refused({ code: 'NotGiven' });
  if (reaction.onsetOn > context.today) return refused({ code: 'OccurredInFuture', field: 'onsetOn' });
  if (reaction.onsetOn < dateBounds(previous.occurredOn).earliest) return refused({ code: 'OnsetBeforeDose', field: 'onsetOn' });
  const content = { ...previous, reactions: [...previous.reactions, { ...reaction, at: context.now, by: personOf(context) }] };
  return accepted(buildDocument('immunizations', content, context, { previous, knownFields: Object.keys(immunizationSchema.shape) }));
}
