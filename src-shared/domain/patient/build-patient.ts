import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { datePrecision } from '../common/partial-date.ts';
import { normalizePatient } from './normalize-patient.ts';
import { patient, type Patient, type RegisterPatientInput, type UpdatePatientInput } from './patient.schema.ts';

/**
 * The record of a person: new, or the next version of `previous` with every known field as the input says it.
 * Names stay as typed (NFC); numbers are kept in their one normal form.
 */
export function buildPatient(input: RegisterPatientInput | UpdatePatientInput, context: WorkContext, previous?: Patient): Patient {
  const { id, editedVersion: _version, ...fields }: Partial<UpdatePatientInput> & RegisterPatientInput = normalizePatient(input);
  const content = { ...fields, bornOnPrecision: datePrecision(fields.bornOn), allergies: fields.allergies ?? [], sameAs: previous?.sameAs, cameFrom: previous?.cameFrom, voidings: previous?.voidings };
  return buildDocument('patients', content, context, { id, previous, knownFields: Object.keys(patient.shape) });
}
