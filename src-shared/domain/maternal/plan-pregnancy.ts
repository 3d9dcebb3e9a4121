import { collections } from '../collections.ts';
import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome, type Refusal } from '../common/refusal.ts';
import { personOf } from '../encounter/build-encounter.ts';
import { birthOf, wordOn, type CareBirth } from './derive-pregnancy.ts';
import { pregnancy as pregnancySchema, type AmendPregnancyInput, type ChangePregnancyStatusInput, type Pregnancy, type RegisterPregnancyInput, type VoidPregnancyInput } from './pregnancy.schema.ts';
import { askAboutPregnancy, goingOn, validatePregnancy, type PregnancyFacts } from './validate-pregnancy.ts';

const knownFields = Object.keys(pregnancySchema.shape);

/** Begins the care of a pregnancy. Refusals: those of `validatePregnancy`. Warnings: those of `askAboutPregnancy`. */
export function planPregnancy({ id, screenings = [], ...fields }: RegisterPregnancyInput, facts: PregnancyFacts, context: WorkContext): Outcome<Pregnancy> {
  const [first, ...rest] = validatePregnancy({ screenings, ...fields }, facts, context.today);
  if (first) return refused(first, ...rest);
  const [by, at] = [personOf(context), context.now];
  const content = { ...fields, author: by, screenings: screenings.map((one) => ({ ...one, at, by })), statusChanges: [{ on: fields.registeredOn, status: 'active' as const, at, by }] };
  return accepted(buildDocument('pregnancies', content, context, { id, knownFields }), askAboutPregnancy(fields, facts));
}

function hindrance(previous: Pregnancy | undefined): Refusal | undefined {
  if (!previous) return { code: 'PregnancyNotFound' };
  if (previous.voided) return { code: 'PregnancyVoided' };
  return previous.schemaVersion > collections.pregnancies.schemaVersion ? { code: 'RecordNewerThanProgram' } : undefined;
}

/** Says every field as it shall be; tests are added. Refusals: `PregnancyNotFound`, `PregnancyVoided`, `RecordNewerThanProgram`, `ChangedMeanwhile`, those of `validatePregnancy`. */
export function planAmendPregnancy(previous: Pregnancy | undefined, { id, editedVersion, screenings = [], ...fields }: AmendPregnancyInput, facts: PregnancyFacts, context: WorkContext): Outcome<Pregnancy> {
  const hindered = hindrance(previous);
  if (!previous || hindered) return refused(hindered ?? { code: 'PregnancyNotFound' });
  if (editedVersion !== undefined && editedVersion !== previous.version) return refused({ code: 'ChangedMeanwhile' });
  const [first, ...rest] = validatePregnancy({ screenings, ...fields }, { ...facts, ownId: id }, context.today);
  if (first) return refused(first, ...rest);
  const [by, at] = [personOf(context), context.now];
  const { patientId, author, statusChanges } = previous;
  const content = { ...fields, patientId, author, statusChanges, screenings: [...previous.screenings, ...screenings.map((one) => ({ ...one, at, by }))] };
  return accepted(buildDocument('pregnancies', content, context, { previous, knownFields }), askAboutPregnancy(fields, { ...facts, ownId: id }));
}

/**
 * Says what became of a pregnancy; what was said before stays. Refusals: `PregnancyNotFound`, `PregnancyVoided`, `RecordNewerThanProgram`, `OccurredInFuture`, `StatusUnchanged`,
 * `BeforeLastChange {from}`, `AlreadyPregnant {pregnancyId, registeredOn}`, `AlreadyBorn {birthId, bornOn}`.
 */
export function planPregnancyStatus(previous: Pregnancy | undefined, { id, ...change }: ChangePregnancyStatusInput, { pregnancies, births }: Pick<PregnancyFacts, 'pregnancies'> & { births: readonly CareBirth[] }, context: WorkContext): Outcome<Pregnancy> {
  const hindered = hindrance(previous);
  if (!previous || hindered) return refused(hindered ?? { code: 'PregnancyNotFound' });
  if (change.on > context.today) return refused({ code: 'OccurredInFuture', field: 'on' });
  const now = wordOn(previous, context.today);
  if (change.status === now.status) return refused({ code: 'StatusUnchanged', field: 'status' });
  if (change.on < now.since) return refused({ code: 'BeforeLastChange', from: now.since, field: 'on' });
  const birth = birthOf([id], births, context.today);
  if (birth && (change.status === 'miscarried' || change.status === 'terminated')) return refused({ code: 'AlreadyBorn', birthId: birth._id, bornOn: birth.bornOn, field: 'status' });
  const already = change.status === 'active' && !birth ? goingOn(pregnancies.filter(({ _id }) => _id !== id), births, context.today) : undefined;
  if (already) return refused({ code: 'AlreadyPregnant', pregnancyId: already._id, registeredOn: already.registeredOn, field: 'status' });
  const content = { ...previous, statusChanges: [...previous.statusChanges, { ...change, at: context.now, by: personOf(context) }] };
  return accepted(buildDocument('pregnancies', content, context, { previous, knownFields }));
}

/** Strikes a pregnancy out that was entered in error. `hangs`: visits and births of it in force. Refusals: `PregnancyNotFound`, `PregnancyVoided`, `RecordNewerThanProgram`, `PregnancyHasRecords`. */
export function planVoidPregnancy(previous: Pregnancy | undefined, { voidReason, note }: VoidPregnancyInput, hangs: number, context: WorkContext): Outcome<Pregnancy> {
  const hindered = hindrance(previous);
  if (!previous || hindered) return refused(hindered ?? { code: 'PregnancyNotFound' });
  if (hangs > 0) return refused({ code: 'PregnancyHasRecords', records: hangs });
  return accepted(buildDocument('pregnancies', { ...previous, voided: { at: context.now, by: personOf(context), reason: voidReason, note } }, context, { previous, knownFields }));
}
