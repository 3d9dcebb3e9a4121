import { z } from 'zod';
import { documentBase, instant } from '../common/document.ts';
import { text, dateOn, idOf, oneOf } from '../common/fields.ts';
import { observations } from './observations.ts';

const encounterKinds = ['checkup', 'visit'] as const;
export const healthClasses = ['I', 'II', 'III', 'IV', 'V'] as const;
export const encounterStatuses = ['draft', 'submitted', 'amended', 'voided'] as const;
export const voidReasons = ['wrongPatient', 'enteredInError', 'duplicate'] as const;

const diagnosis = z.strictObject({ icd10: z.string().regex(/^[A-Z]\d{2}(\.\d{1,2})?$/).optional(), text: text(300) });

/** What a person fills in; what is required is required at submission, never for a draft (docs/specs/encounters.md). */
const encounterFields = {
  patientId: idOf('patients'),
  occurredOn: dateOn,
  reason: text(500).optional(),
  symptoms: text(2000).optional(),
  observations: observations.optional(),
  diagnoses: z.array(diagnosis).max(30).optional(),
  treatment: text(4000).optional(),
  advice: text(2000).optional(),
  /** Class of health I–V; checkups only. */
  conclusionClass: z.enum(healthClasses).optional(),
  nextVisitOn: dateOn.optional(),
};

export const recordEncounterInput = z.strictObject({
  id: idOf('encounters').optional(),
  ...encounterFields,
  /** `submitted` unless said otherwise. */
  status: z.enum(['draft', 'submitted']).optional(),
});
export type RecordEncounterInput = z.infer<typeof recordEncounterInput>;

/** A draft goes on or is submitted; a submitted one gets a new version, with the reason. */
export const amendEncounterInput = z.strictObject({
  ...encounterFields, id: idOf('encounters'), status: z.enum(['draft', 'submitted']).optional(), amendReason: text(500).optional(),
  /** `version` of the record the form was filled from; a refusal `ChangedMeanwhile` when it is no longer the current one. */
  editedVersion: z.string().max(200).optional(),
});
export type AmendEncounterInput = z.infer<typeof amendEncounterInput>;

export const voidEncounterInput = z.strictObject({ id: idOf('encounters'), voidReason: oneOf(voidReasons), note: text(500).optional() });
export type VoidEncounterInput = z.infer<typeof voidEncounterInput>;

/** Voided by mistake: taken back, with the reason. */
export const restoreEncounterInput = z.strictObject({ id: idOf('encounters'), restoreReason: text(500) });
export type RestoreEncounterInput = z.infer<typeof restoreEncounterInput>;

const person = z.object({ account: z.string(), displayName: z.string(), role: z.string() });

export const encounter = documentBase.extend({
  kind: z.enum(encounterKinds),
  status: z.enum(encounterStatuses),
  ...z.object(encounterFields).shape,
  observations,
  diagnoses: z.array(diagnosis),
  author: person,
  submittedAt: instant.optional(),
  /** Earlier versions, oldest first, each with who changed it, when and why, and the content before. */
  amendments: z.array(z.object({ at: instant, by: person, reason: z.string(), before: z.record(z.string(), z.unknown()), /** Id of the reviewer's return it answers. */ answers: z.string().optional() })),
  voided: z.object({ at: instant, by: person, reason: oneOf(voidReasons), note: z.string().optional() }).optional(),
}).loose();
export type Encounter = z.infer<typeof encounter>;
