import { collections } from '../collections.ts';
import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome, type Refusal } from '../common/refusal.ts';
import { patient as patientSchema, type Patient, type RestorePatientInput, type VoidPatientInput } from './patient.schema.ts';

/** What hangs on a person's record and would be left without a person. */
export interface HangsOn { /** Visits and checkups that are not voided, drafts too. */ encounters: number; /** Not undone. */ dispenses: number; /** Doses given or not given, not voided. */ immunizations: number; /** Conditions and follow-ups, not voided. */ chronicCare: number; /** Pregnancies, visits and births, not voided. */ maternalCare: number; /** Cases whose report counts. */ caseReports: number; /** Second records linked to this one. */ secondRecords: number; /** Handed over to another station and not taken back. */ handedOver: boolean }

/**
 * Strikes out a record that stands for nobody; every word of it stays, and it can be taken back. Refusals: `PatientNotFound`, `PatientVoided`,
 * `PersonHasRecords {encounters, dispenses}`, `PersonHasImmunizations {immunizations}`, `PersonHasChronicCare {records}`, `PersonHasMaternalCare {records}`, `PersonHasCaseReports {records}` (void those first, or link the record with the right person's), `StandsForOthers`, `AlreadyHandedOver`, `RecordNewerThanProgram`.
 */
export function planVoidPatient(previous: Patient | undefined, { voidReason, note }: VoidPatientInput, hangs: HangsOn, context: WorkContext): Outcome<Patient> {
  const refusal = hindrance(previous) ?? hanging(hangs);
  if (!previous || refusal) return refused(refusal ?? { code: 'PatientNotFound' });
  if (previous.voided) return refused({ code: 'PatientVoided' });
  return changed(previous, { voided: { at: context.now, by: personOf(context), reason: voidReason, note } }, context);
}

/** Takes it back; who voided it and why stays in `voidings`. Refusals: `PatientNotFound`, `PatientNotVoided`, `NationalIdTaken {patientId}`, `RecordNewerThanProgram`. */
export function planRestorePatient(previous: Patient | undefined, { restoreReason }: RestorePatientInput, /** Somebody else who has the same citizen number by now. */ sameNumberOf: string | undefined, context: WorkContext): Outcome<Patient> {
  const refusal = hindrance(previous);
  if (!previous || refusal) return refused(refusal ?? { code: 'PatientNotFound' });
  const { voided } = previous;
  if (!voided) return refused({ code: 'PatientNotVoided' });
  if (sameNumberOf !== undefined) return refused({ code: 'NationalIdTaken', patientId: sameNumberOf });
  const restored = { at: context.now, by: personOf(context), reason: restoreReason };
  return changed(previous, { voided: undefined, voidings: [...previous.voidings ?? [], { ...voided, restored }] }, context);
}

const hindrance = (previous: Patient | undefined): Refusal | undefined =>
  previous && previous.schemaVersion > collections.patients.schemaVersion ? { code: 'RecordNewerThanProgram' } : undefined;

function hanging({ encounters, dispenses, immunizations, chronicCare, maternalCare, caseReports, secondRecords, handedOver }: HangsOn): Refusal | undefined {
  if (encounters > 0 || dispenses > 0) return { code: 'PersonHasRecords', encounters, dispenses };
  if (immunizations > 0) return { code: 'PersonHasImmunizations', immunizations };
  if (chronicCare > 0) return { code: 'PersonHasChronicCare', records: chronicCare };
  if (maternalCare > 0) return { code: 'PersonHasMaternalCare', records: maternalCare };
  if (caseReports > 0) return { code: 'PersonHasCaseReports', records: caseReports };
  if (secondRecords > 0) return { code: 'StandsForOthers' };
  return handedOver ? { code: 'AlreadyHandedOver' } : undefined;
}

const personOf = ({ account, displayName, role }: WorkContext) => ({ account, displayName, role });

const changed = (previous: Patient, content: Partial<Patient>, context: WorkContext): Outcome<Patient> =>
  accepted(buildDocument('patients', { ...previous, ...content }, context, { previous, knownFields: Object.keys(patientSchema.shape) }));
