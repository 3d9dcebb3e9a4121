import { buildDocument } from '../common/build-document.ts';
import { collections } from '../collections.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome, type Warning } from '../common/refusal.ts';
import { patient as patientSchema, type Patient } from './patient.schema.ts';

export interface MarkFacts { second: Patient | undefined; firstId: string; first: Patient | undefined; /** Others are marked as second records of this one. */ standsForOthers: boolean }

/**
 * Says that a record is a second one of somebody's: a link, nothing is moved or lost. A main record that has not arrived here yet (another
 * PC of the station wrote it) is a warning `SamePersonNotHere`. Refusals: `PatientNotFound`, `PatientVoided` (either of them), `SameRecord`,
 * `AlreadySamePerson {patientId}`, `StandsForOthers` (others are marked as this one: mark the other way round), `RecordNewerThanProgram`.
 * A target that is itself a second record stands for nobody: `SamePersonElsewhere {patientId}` names the one that does.
 */
export function planMarkSame({ second, firstId, first, standsForOthers }: MarkFacts, context: WorkContext): Outcome<Patient> {
  if (!second) return refused({ code: 'PatientNotFound' });
  if (second.voided || first?.voided) return refused({ code: 'PatientVoided' });
  if (second._id === firstId) return refused({ code: 'SameRecord' });
  if (second.sameAs) return refused({ code: 'AlreadySamePerson', patientId: second.sameAs.patientId });
  if (first?.sameAs) return refused({ code: 'SamePersonElsewhere', patientId: first.sameAs.patientId });
  if (standsForOthers) return refused({ code: 'StandsForOthers' });
  return changed(second, { patientId: firstId, at: context.now, by: context.account }, context, first ? [] : [{ code: 'SamePersonNotHere' }]);
}

/** Undoes the link. Refusals: `PatientNotFound`, `NotMarkedSame`, `RecordNewerThanProgram`. */
export function planUnmarkSame(second: Patient | undefined, context: WorkContext): Outcome<Patient> {
  if (!second) return refused({ code: 'PatientNotFound' });
  return second.sameAs ? changed(second, undefined, context) : refused({ code: 'NotMarkedSame' });
}

function changed(previous: Patient, sameAs: Patient['sameAs'], context: WorkContext, warnings: Warning[] = []): Outcome<Patient> {
  if (previous.schemaVersion > collections.patients.schemaVersion) return refused({ code: 'RecordNewerThanProgram' });
  return accepted(buildDocument('patients', { ...previous, sameAs }, context, { previous, knownFields: Object.keys(patientSchema.shape) }), warnings);
}
