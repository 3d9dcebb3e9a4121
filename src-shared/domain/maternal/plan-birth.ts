import { collections } from '../collections.ts';
import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome, type Refusal, type Warning } from '../common/refusal.ts';
import { personOf } from '../encounter/build-encounter.ts';
import type { Patient } from '../patient/patient.schema.ts';
import { birth as birthSchema, type Baby, type Birth, type LinkNewbornInput, type RecordBirthInput, type VoidBirthInput } from './birth.schema.ts';
import { childOf } from './child-of.ts';
import type { CareVisit } from './derive-pregnancy.ts';
import { askAboutBirth, validateBirth } from './validate-birth.ts';
import type { OfPregnancy } from './validate-antenatal-visit.ts';

const knownFields = Object.keys(birthSchema.shape);

/** Writes a birth down; it ends the pregnancy by itself. Refusals: those of `validateBirth`. Warnings: those of `askAboutBirth`. */
export function planBirth(input: RecordBirthInput, facts: OfPregnancy & { visits: readonly CareVisit[] }, context: WorkContext): Outcome<Birth> {
  const [first, ...rest] = validateBirth(input, facts, context.today);
  if (first) return refused(first, ...rest);
  const { id, ...fields } = input;
  return accepted(buildDocument('births', { ...fields, author: personOf(context), newborns: [] }, context, { id, knownFields }), askAboutBirth(input, facts));
}

function hindrance(previous: Birth | undefined): Refusal | undefined {
  if (!previous) return { code: 'BirthNotFound' };
  if (previous.voided) return { code: 'BirthVoided' };
  return previous.schemaVersion > collections.births.schemaVersion ? { code: 'RecordNewerThanProgram' } : undefined;
}

export interface NewbornFacts { child: Pick<Patient, '_id' | 'bornOn' | 'sex' | 'voided'> | undefined; /** Some baby of the station is that person already; given without the one asked about. */ linked: { birthId: string; baby: number } | undefined; isMother: boolean }

/** What is asked about before a person is said to be a baby: `ChildBornOtherDay {bornOn}`, `ChildOtherSex`. */
export function askAboutNewborn({ bornOn }: Pick<Birth, 'bornOn'>, { sex }: Pick<Baby, 'sex'>, child: Pick<Patient, 'bornOn' | 'sex'>): Warning[] {
  const otherDay: Warning[] = bornOn.startsWith(child.bornOn) ? [] : [{ code: 'ChildBornOtherDay', bornOn: child.bornOn, field: 'childId' }];
  return child.sex === sex ? otherDay : [...otherDay, { code: 'ChildOtherSex', field: 'childId' }];
}

/**
 * Says which person of the book a baby is. Refusals: `BirthNotFound`, `BirthVoided`, `RecordNewerThanProgram`, `BabyNotFound`, `PatientNotFound`, `PatientVoided`, `ChildIsMother`,
 * `ChildLinkedAlready {birthId, baby}`. Warnings: those of `askAboutNewborn`.
 */
export function planLinkNewborn(previous: Birth | undefined, { baby, childId, unlinkReason: reason, note }: LinkNewbornInput, { child, linked, isMother }: NewbornFacts, context: WorkContext): Outcome<Birth> {
  const hindered = hindrance(previous);
  if (!previous || hindered) return refused(hindered ?? { code: 'BirthNotFound' });
  const born = previous.babies[baby];
  if (!born || (childId === undefined && childOf(previous, baby) === undefined)) return refused({ code: 'BabyNotFound', field: 'baby' });
  const warnings: Warning[] = [];
  if (childId !== undefined) {
    if (!child) return refused({ code: 'PatientNotFound', field: 'childId' });
    if (child.voided) return refused({ code: 'PatientVoided', field: 'childId' });
    if (isMother) return refused({ code: 'ChildIsMother', field: 'childId' });
    if (linked) return refused({ code: 'ChildLinkedAlready', ...linked, field: 'childId' });
    warnings.push(...askAboutNewborn(previous, born, child));
  }
  const word = childId === undefined ? { ...(reason === undefined ? {} : { reason }), ...(note === undefined ? {} : { note }) } : { childId };
  const newborns = [...previous.newborns, { baby, ...word, at: context.now, by: personOf(context) }];
  return accepted(buildDocument('births', { ...previous, newborns }, context, { previous, knownFields }), warnings);
}

/** Strikes a birth out that was entered in error; the pregnancy goes on again. `hangs`: visits after it, in force. Refusals: `BirthNotFound`, `BirthVoided`, `RecordNewerThanProgram`, `BirthHasRecords`. */
export function planVoidBirth(previous: Birth | undefined, { voidReason, note }: VoidBirthInput, hangs: number, context: WorkContext): Outcome<Birth> {
  const hindered = hindrance(previous);
  if (!previous || hindered) return refused(hindered ?? { code: 'BirthNotFound' });
  if (hangs > 0) return refused({ code: 'BirthHasRecords', records: hangs });
  return accepted(buildDocument('births', { ...previous, voided: { at: context.now, by: personOf(context), reason: voidReason, note } }, context, { previous, knownFields }));
}
