import { z } from 'zod';
import { documentBase, instant } from '../common/document.ts';
import { dateOn, idOf, oneOf, partialDate, personName, text } from '../common/fields.ts';
import { expiry } from '../supply/supply.schema.ts';
import { vaccineCodes, vaccineRoutes, vaccineSites } from './vaccines.ts';

/** FHIR Immunization.status; one entered in error is `voided` beside it. */
export const immunizationStatuses = ['completed', 'notDone'] as const;
export const immunizationPlaces = ['here', 'elsewhere'] as const;
/** Tiêm chủng mở rộng, dịch vụ, chiến dịch (immunization_schedule.json; campaigns: Law 114/2025). */
export const immunizationProgrammes = ['expanded', 'service', 'campaign'] as const;
export const screeningOutcomes = ['eligible', 'postponed', 'contraindicated'] as const;
/** How the 30 minutes after the dose went. */
export const observationOutcomes = ['normal', 'reaction', 'notStayed'] as const;
/** FROM KNOWLEDGE. */
export const notDoneReasons = ['outOfStock', 'ill', 'contraindicated', 'familyRefused', 'absent', 'other'] as const;
/** FROM KNOWLEDGE: the common, mild ones are counted apart from the serious ones. */
export const reactionSeverities = ['mild', 'moderate', 'serious'] as const;
export const reactionOutcomes = ['recovered', 'recovering', 'referred', 'sequelae', 'died', 'unknown'] as const;
export const immunizationVoidReasons = ['wrongPatient', 'enteredInError', 'duplicate'] as const;

const fields = {
  patientId: idOf('patients'),
  vaccine: oneOf(vaccineCodes), doseNumber: z.number().int().min(1).max(10),
  /** To the day for what was done here or not done; a paper book may know the month or the year only. */
  occurredOn: partialDate,
  place: oneOf(immunizationPlaces), /** Where, of a dose given elsewhere. */ placeName: text(200).optional(),
  programme: oneOf(immunizationProgrammes).optional(),
  tradeName: text(100).optional(), lotNumber: text(40).optional(),
  /** The lot of the store room it was taken from. */ lotId: idOf('lots').optional(),
  route: oneOf(vaccineRoutes).optional(), site: oneOf(vaccineSites).optional(),
  /** Who gave it; the person working where it was here and nobody else is named. */ vaccinator: personName.optional(),
  screening: z.strictObject({ outcome: oneOf(screeningOutcomes), /** Of what was not `eligible`. */ reason: text(500).optional() }).optional(),
  observation: oneOf(observationOutcomes).optional(),
  notDoneReason: oneOf(notDoneReasons).optional(),
  note: text(2000).optional(),
};

export const recordImmunizationInput = z.strictObject({
  id: idOf('immunizations').optional(), ...fields, /** `completed` unless said otherwise. */ status: oneOf(immunizationStatuses).optional(),
  /** `YYYY-MM-DD`, or `YYYY-MM` as printed = last day of that month. Of a lot of the store room the lot says it. */ expiresOn: expiry.optional(),
});
export type RecordImmunizationInput = z.infer<typeof recordImmunizationInput>;

const reaction = { onsetOn: dateOn, /** How long after the dose, where somebody knows. */ onsetHours: z.number().int().min(0).max(720).optional(), signs: text(500), severity: oneOf(reactionSeverities), outcome: oneOf(reactionOutcomes), treatment: text(500).optional() };
/** What was seen after a dose; what is known later is a further entry. */
export const addImmunizationReactionInput = z.strictObject({ id: idOf('immunizations'), ...reaction });
export type AddImmunizationReactionInput = z.infer<typeof addImmunizationReactionInput>;

export const voidImmunizationInput = z.strictObject({ id: idOf('immunizations'), voidReason: oneOf(immunizationVoidReasons), note: text(500).optional() });
export type VoidImmunizationInput = z.infer<typeof voidImmunizationInput>;

const person = z.object({ account: z.string(), displayName: z.string(), role: z.string() });

/** A dose given, here or elsewhere, or one that was not given and why. Never edited: an error is voided and entered anew. */
export const immunization = documentBase.extend({
  ...z.object(fields).shape, status: z.enum(immunizationStatuses), expiresOn: dateOn.optional(),
  /** The ledger's line that took the dose out of the store room. */ movementId: idOf('stockMovements').optional(),
  author: person,
  /** Oldest first; never overwritten. */
  reactions: z.array(z.object({ ...reaction, at: instant, by: person })),
  voided: z.object({ at: instant, by: person, reason: oneOf(immunizationVoidReasons), note: z.string().optional() }).optional(),
}).loose();
export type Immunization = z.infer<typeof immunization>;
