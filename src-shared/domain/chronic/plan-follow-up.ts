import { collections } from '../collections.ts';
import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome } from '../common/refusal.ts';
import { personOf } from '../encounter/build-encounter.ts';
import { askAboutFollowUp, type AskedAboutFollowUp } from './ask-about-follow-up.ts';
import { followUp as followUpSchema, type FollowUp, type RecordFollowUpInput, type VoidFollowUpInput } from './follow-up.schema.ts';
import { validateFollowUp, type FollowUpFacts } from './validate-follow-up.ts';

const knownFields = Object.keys(followUpSchema.shape);

/** Writes a control visit down. Refusals: those of `validateFollowUp`. Warnings: those of `askAboutFollowUp`. */
export function planFollowUp(input: RecordFollowUpInput, facts: FollowUpFacts & AskedAboutFollowUp, context: WorkContext): Outcome<FollowUp> {
  const [first, ...rest] = validateFollowUp(input, facts, context.today);
  if (first) return refused(first, ...rest);
  const { id, ...fields } = input;
  return accepted(buildDocument('followUps', { ...fields, author: personOf(context) }, context, { id, knownFields }), askAboutFollowUp(input, facts));
}

/** Strikes a follow-up out; every word of it stays. Refusals: `FollowUpNotFound`, `FollowUpVoided`, `RecordNewerThanProgram`. */
export function planVoidFollowUp(previous: FollowUp | undefined, { voidReason, note }: VoidFollowUpInput, context: WorkContext): Outcome<FollowUp> {
  if (!previous) return refused({ code: 'FollowUpNotFound' });
  if (previous.voided) return refused({ code: 'FollowUpVoided' });
  if (previous.schemaVersion > collections.followUps.schemaVersion) return refused({ code: 'RecordNewerThanProgram' });
  const content = { ...previous, voided: { at: context.now, by: personOf(context), reason: voidReason, note } };
  return accepted(buildDocument('followUps', content, context, { previous, knownFields }));
}
