import { collections } from '../collections.ts';
import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome } from '../common/refusal.ts';
import { personOf } from '../encounter/build-encounter.ts';
import { postnatalVisit as visitSchema, type PostnatalVisit, type RecordPostnatalVisitInput, type VoidPostnatalVisitInput } from './postnatal-visit.schema.ts';
import type { AskedAboutVisit } from './validate-antenatal-visit.ts';
import { askAboutPostnatalVisit, validatePostnatalVisit, type OfBirth } from './validate-postnatal-visit.ts';

const knownFields = Object.keys(visitSchema.shape);

/** Writes a visit after the birth down. Refusals: those of `validatePostnatalVisit`. Warnings: those of `askAboutPostnatalVisit`. */
export function planPostnatalVisit(input: RecordPostnatalVisitInput, facts: OfBirth & AskedAboutVisit, context: WorkContext): Outcome<PostnatalVisit> {
  const [first, ...rest] = validatePostnatalVisit(input, facts, context.today);
  if (first) return refused(first, ...rest);
  const { id, ...fields } = input;
  return accepted(buildDocument('postnatalVisits', { ...fields, author: personOf(context) }, context, { id, knownFields }), askAboutPostnatalVisit(input, facts));
}

/** Strikes it out; every word of it stays. Refusals: `PostnatalVisitNotFound`, `PostnatalVisitVoided`, `RecordNewerThanProgram`. */
export function planVoidPostnatalVisit(previous: PostnatalVisit | undefined, { voidReason, note }: VoidPostnatalVisitInput, context: WorkContext): Outcome<PostnatalVisit> {
  if (!previous) return refused({ code: 'PostnatalVisitNotFound' });
  if (previous.voided) return refused({ code: 'PostnatalVisitVoided' });
  if (previous.schemaVersion > collections.postnatalVisits.schemaVersion) return refused({ code: 'RecordNewerThanProgram' });
  return accepted(buildDocument('postnatalVisits', { ...previous, voided: { at: context.now, by: personOf(context), reason: voidReason, note } }, context, { previous, knownFields }));
}
