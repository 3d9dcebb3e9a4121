import { z } from 'zod';
import { roles } from '../common/context.ts';
import { documentBase, instant } from '../common/document.ts';
import { text, name, personName, partialDate, dateOn, idOf, oneOf } from '../common/fields.ts';

export const sexes = ['male', 'female', 'undetermined'] as const;
/** Why a record stands for nobody: never meant to be written, two people mixed into one, written to try the program. */
export const patientVoidReasons = ['enteredInError', 'twoPeopleMixed', 'trial'] as const;
export const noNationalIdReasons = ['newborn', 'neverIssued', 'lost', 'foreigner', 'notBrought', 'other'] as const;

const allergy = z.strictObject({ substance: text(120), reaction: text(300).optional() });
const guardianNamed = (fullName: typeof name) => z.strictObject({ fullName, relation: text(60).optional(), nationalId: text(20).optional(), phone: text(20).optional() });
/** Commune code with the code set it belongs to: codes were re-used in 2025. */
const address = z.strictObject({ communeCode: z.string().regex(/^\d{5}$/).optional(), codeSet: z.enum(['2025', 'pre2025']).optional(), line: text(200).optional() });

const fieldsNamed = (personal: typeof name) => ({
  fullName: personal,
  sex: oneOf(sexes),
  /** Known to the day, month or year: `1950-03-02`, `1950-03`, `1950`. */
  bornOn: partialDate,
  /** CCCD, 12 digits, as text. Exactly one of this and `noNationalIdReason`. */
  nationalId: z.string().trim().max(20).optional(),
  noNationalIdReason: oneOf(noNationalIdReasons).optional(),
  /** BHYT: 15 characters (2 letters, 13 digits) or the 10-digit number. */
  insuranceNumber: z.string().trim().max(20).optional(),
  insuranceValidTo: dateOn.optional(),
  village: text(100).optional(),
  householdHead: personal.optional(),
  guardian: guardianNamed(personal).optional(),
  address: address.optional(),
  phone: z.string().trim().max(20).optional(),
  ethnicity: text(60).optional(),
  occupation: text(100).optional(),
  allergies: z.array(allergy).max(50).optional(),
  note: text(2000).optional(),
});
const patientFields = fieldsNamed(personName);
/** A person as a record says it, here or at another station: names may have been written under an older rule. */
export const writtenPerson = z.object(fieldsNamed(name));

export const registerPatientInput = z.strictObject({ id: idOf('patients').optional(), ...patientFields });
export type RegisterPatientInput = z.infer<typeof registerPatientInput>;

/** Every field of the person as it shall be from now on; the version edited is named, so that a change in between is seen. */
export const updatePatientInput = z.strictObject({
  id: idOf('patients'), ...patientFields,
  /** `version` of the record the form was filled from; a refusal `ChangedMeanwhile` when it is no longer the current one. */
  editedVersion: z.string().max(200).optional(),
});
export type UpdatePatientInput = z.infer<typeof updatePatientInput>;

/** `id`: the second record; `sameAsId`: the one that stands for the person from now on. */
export const markSamePersonInput = z.strictObject({ id: idOf('patients'), sameAsId: idOf('patients') });
export const unmarkSamePersonInput = z.strictObject({ id: idOf('patients') });

export const voidPatientInput = z.strictObject({ id: idOf('patients'), voidReason: oneOf(patientVoidReasons), note: text(500).optional() });
export type VoidPatientInput = z.infer<typeof voidPatientInput>;
export const restorePatientInput = z.strictObject({ id: idOf('patients'), restoreReason: text(500) });
export type RestorePatientInput = z.infer<typeof restorePatientInput>;

const person = z.object({ account: z.string(), displayName: z.string(), role: z.enum(roles) });
const voiding = z.object({ at: instant, by: person, reason: oneOf(patientVoidReasons), note: z.string().optional() });

export const patient = documentBase.extend({
  ...writtenPerson.shape,
  /** Who wrote this version; none in a merged one. */
  updatedByName: z.string().optional(),
  bornOnPrecision: z.enum(['day', 'month', 'year']),
  /** Not there in what somebody else's client wrote. */
  allergies: z.array(allergy).optional(),
  /** This record is a second one of the person of that record; set and undone by `markSamePerson`, `unmarkSamePerson`. */
  sameAs: z.object({ patientId: z.string(), at: instant, by: z.string() }).optional(),
  /** Handed over by another station: the record there, and the handover. */
  cameFrom: z.object({ unit: z.string(), patientId: z.string(), handoverId: z.string(), at: instant }).optional(),
  /** Struck out: stands for nobody. Set and undone by `voidPatient`, `restorePatient`. */
  voided: voiding.optional(),
  /** Earlier times it was struck out and taken back, oldest first. */
  voidings: z.array(voiding.extend({ restored: z.object({ at: instant, by: person, reason: z.string() }) })).optional(),
}).loose();
export type Patient = z.infer<typeof patient>;
