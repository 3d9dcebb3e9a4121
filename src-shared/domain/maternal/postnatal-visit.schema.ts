import { z } from 'zod';
import { bloodPressure } from '../chronic/follow-up.schema.ts';
import { documentBase, instant } from '../common/document.ts';
import { dateOn, idOf, oneOf, text } from '../common/fields.ts';
import { within, wholeWithin } from '../common/within-limits.ts';
import { vitalSigns } from '../encounter/observations.ts';
import { BABIES_AT_MOST } from './birth.schema.ts';
import { babyFeedings, bleedingGrades, breastFindings, contraceptions, cordFindings, jaundiceGrades, maternalVoidReasons, moods, postnatalAdvice, postnatalPlaces } from './maternal-lists.ts';
import { maternalMeasures } from './maternal-measures.ts';

const baby = z.strictObject({ weightG: wholeWithin(maternalMeasures.babyWeightG).optional(), jaundice: oneOf(jaundiceGrades).optional(), cord: oneOf(cordFindings).optional(), feeding: oneOf(babyFeedings).optional() });

const fields = {
  patientId: idOf('patients'), pregnancyId: idOf('pregnancies'),
  occurredOn: dateOn, place: oneOf(postnatalPlaces),
  bleeding: oneOf(bleedingGrades).optional(), /** What she says; the temperature where it was taken. */ fever: z.boolean().optional(), temperatureC: within(vitalSigns.temperatureC).optional(),
  breast: oneOf(breastFindings).optional(), mood: oneOf(moods).optional(),
  bloodPressure: z.array(bloodPressure).min(1).max(2).optional(),
  /** In the order of the birth. */ babies: z.array(baby).max(BABIES_AT_MOST).optional(),
  contraception: oneOf(contraceptions).optional(),
  advice: z.array(oneOf(postnatalAdvice)).max(postnatalAdvice.length).optional(),
  nextVisitOn: dateOn.optional(), referredTo: text(200).optional(),
  note: text(2000).optional(),
};

export const recordPostnatalVisitInput = z.strictObject({ id: idOf('postnatalVisits').optional(), ...fields });
export type RecordPostnatalVisitInput = z.infer<typeof recordPostnatalVisitInput>;

export const voidPostnatalVisitInput = z.strictObject({ id: idOf('postnatalVisits'), voidReason: oneOf(maternalVoidReasons), note: text(500).optional() });
export type VoidPostnatalVisitInput = z.infer<typeof voidPostnatalVisitInput>;

const person = z.object({ account: z.string(), displayName: z.string(), role: z.string() });

/** One visit to a mother and her newborn, after the birth. Never edited: an error is voided and entered anew. */
export const postnatalVisit = documentBase.extend({
  ...z.object(fields).shape,
  author: person,
  voided: z.object({ at: instant, by: person, reason: oneOf(maternalVoidReasons), note: z.string().optional() }).optional(),
}).loose();
export type PostnatalVisit = z.infer<typeof postnatalVisit>;
