import { collections } from '../collections.ts';
import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome } from '../common/refusal.ts';
import { personOf } from '../encounter/build-encounter.ts';
import { antenatalVisit as visitSchema, type AntenatalVisit, type RecordAntenatalVisitInput, type VoidAntenatalVisitInput } from './antenatal-visit.schema.ts';
import { askAboutAntenatalVisit, validateAntenatalVisit, type AskedAboutVisit, type OfPregnancy } from './validate-antenatal-visit.ts';

const knownFields = Object.keys(visitSchema.shape);

/** Writes an antenatal visit down. Refusals: those of `validateAntenatalVisit`. Warnings: those of `askAboutAntenatalVisit`. */
export function planAntenatalVisit(input: RecordAntenatalVisitInput, facts: OfPregnancy & AskedAboutVisit, context: WorkContext): Outcome<AntenatalVisit> {
  const [first, ...rest] = validateAntenatalVisit(input, facts, context.today);
  if (first) return refused(first, ...rest);
  const { id, ...fields } = input;
  return accepted(buildDocument('antenatalVisits', { ...fields, author: personOf(context) }, context, { id, knownFields }), askAboutAntenatalVisit(input, facts));
}

/** Strikes it out; every word of it stays. Refusals: `AntenatalVisitNotFound`, `AntenatalVisitVoided`, `RecordNewerThanProgram`. */
export function planVoidAntenatalVisit(previous: AntenatalVisit | undefined, { voidReason, note }: VoidAntenatalVisitInput, context: WorkContext): Outcome<AntenatalVisit> {
  if (!previous) return refused({ code: 'AntenatalVisitNotFound' });
  if (previous.voided) return refused({ code: 'AntenatalVisitVoided' });
  if (previous.schemaVersion > collections.antenatalVisits.schemaVersion) return refused({ code: 'RecordNewerThanProgram' });
  return accepted(buildDocument('antenatalVisits', { ...previous, voided: { at: context.now, by: personOf(context), reason: voidReason, note } }, context, { previous, knownFields }));
}
