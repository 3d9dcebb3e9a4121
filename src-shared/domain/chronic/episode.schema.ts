import { z } from 'zod';
import { documentBase, instant } from '../common/document.ts';
import { dateOn, idOf, oneOf, partialDate, text } from '../common/fields.ts';
import { chronicConditions, chronicVoidReasons, complications, conditionFoundBy, episodeStatuses, riskFactors } from './chronic-lists.ts';

const fields = {
  patientId: idOf('patients'),
  condition: oneOf(chronicConditions), icd10: z.string().regex(/^[A-Z]\d{2}(\.\d{1,2})?$/).optional(),
  /** As well as it is known. */ foundOn: partialDate, foundBy: oneOf(conditionFoundBy),
  enrolledOn: dateOn,
  /** Where the doctor wants another blood pressure than is usual: below these, mmHg. Plausible limits chosen here. */
  goal: z.strictObject({ systolicBelow: z.number().int().min(100).max(180), diastolicBelow: z.number().int().min(60).max(110) }).optional(),
  riskFactors: z.array(oneOf(riskFactors)).max(riskFactors.length).optional(),
  complications: z.array(oneOf(complications)).max(complications.length).optional(),
  /** What the list does not say. */ otherComplications: text(300).optional(),
  note: text(2000).optional(),
};

export const enrolConditionInput = z.strictObject({ id: idOf('episodes').optional(), ...fields });
export type EnrolConditionInput = z.infer<typeof enrolConditionInput>;

/** `died` and `movedAway` are said of the person: they go to every condition under management. */
export const changeEpisodeStatusInput = z.strictObject({ id: idOf('episodes'), on: dateOn, status: oneOf(episodeStatuses), reason: text(300).optional() });
export type ChangeEpisodeStatusInput = z.infer<typeof changeEpisodeStatusInput>;

export const voidEpisodeInput = z.strictObject({ id: idOf('episodes'), voidReason: oneOf(chronicVoidReasons), note: text(500).optional() });
export type VoidEpisodeInput = z.infer<typeof voidEpisodeInput>;

const person = z.object({ account: z.string(), displayName: z.string(), role: z.string() });

/** FHIR EpisodeOfCare: one chronic condition of one person under management at the station. What was written at enrolment stays; what becomes of it is added. */
export const episode = documentBase.extend({
  ...z.object(fields).shape,
  author: person,
  /** Oldest first, the first from enrolment; never overwritten. */
  statusChanges: z.array(z.object({ on: dateOn, status: z.enum(episodeStatuses), reason: z.string().optional(), at: instant, by: person })),
  voided: z.object({ at: instant, by: person, reason: oneOf(chronicVoidReasons), note: z.string().optional() }).optional(),
}).loose();
export type Episode = z.infer<typeof episode>;
