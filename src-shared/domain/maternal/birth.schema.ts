import { z } from 'zod';
import { documentBase, instant } from '../common/document.ts';
import { dateOn, idOf, oneOf, text } from '../common/fields.ts';
import { wholeWithin } from '../common/within-limits.ts';
import { sexes } from '../patient/patient.schema.ts';
import { babyStatuses, birthAttendants, birthComplications, birthModes, birthPlaces, maternalVoidReasons, motherStatuses } from './maternal-lists.ts';
import { maternalMeasures } from './maternal-measures.ts';

/** So many at once at most. Chosen here. */
export const BABIES_AT_MOST = 4;

const baby = z.strictObject({
  sex: oneOf(sexes), weightG: wholeWithin(maternalMeasures.babyWeightG).optional(),
  apgar1: wholeWithin(maternalMeasures.apgar).optional(), apgar5: wholeWithin(maternalMeasures.apgar).optional(),
  status: oneOf(babyStatuses),
  /** As the register A4 asks. The child's card counts only what `recordImmunization` wrote there. */ hepB0: z.boolean().optional(),
  vitaminK: z.boolean().optional(), breastfedInFirstHour: z.boolean().optional(),
});
export type Baby = z.infer<typeof baby>;

const fields = {
  patientId: idOf('patients'), pregnancyId: idOf('pregnancies'),
  bornOn: dateOn, /** In the unit's zone, `HH:MM`. */ bornTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'WrongFormat' }).optional(),
  place: oneOf(birthPlaces), /** Which hospital, or where else. */ placeName: text(200).optional(),
  attendant: oneOf(birthAttendants).optional(), mode: oneOf(birthModes),
  /** Completed weeks, as whoever wrote it down says; else reckoned. */ weeks: wholeWithin(maternalMeasures.gestationalWeeks).optional(),
  complications: z.array(oneOf(birthComplications)).max(birthComplications.length).optional(), /** What the list does not say. */ otherComplications: text(300).optional(),
  /** In the order they were born. */ babies: z.array(baby).min(1).max(BABIES_AT_MOST),
  motherStatus: oneOf(motherStatuses),
  note: text(2000).optional(),
};

export const recordBirthInput = z.strictObject({ id: idOf('births').optional(), ...fields });
export type RecordBirthInput = z.infer<typeof recordBirthInput>;

/** Says which person of the book a baby is; without `childId` that it was none of them, and why. `baby`: 0 is the first. */
export const linkNewbornInput = z.strictObject({ id: idOf('births'), baby: z.number().int().min(0).max(BABIES_AT_MOST - 1), childId: idOf('patients').optional(), unlinkReason: oneOf(maternalVoidReasons).optional(), note: text(500).optional() });
export type LinkNewbornInput = z.infer<typeof linkNewbornInput>;

export const voidBirthInput = z.strictObject({ id: idOf('births'), voidReason: oneOf(maternalVoidReasons), note: text(500).optional() });
export type VoidBirthInput = z.infer<typeof voidBirthInput>;

const person = z.object({ account: z.string(), displayName: z.string(), role: z.string() });

/** One birth with its babies; it ends the pregnancy. Never edited: an error is voided and entered anew. */
export const birth = documentBase.extend({
  ...z.object(fields).shape,
  author: person,
  /** Which people of the book the babies are: added, of one baby the last word counts. */
  newborns: z.array(z.object({ baby: z.number().int().min(0), childId: idOf('patients').optional(), /** Why the link before was wrong. */ reason: oneOf(maternalVoidReasons).optional(), note: z.string().optional(), at: instant, by: person })),
  voided: z.object({ at: instant, by: person, reason: oneOf(maternalVoidReasons), note: z.string().optional() }).optional(),
}).loose();
export type Birth = z.infer<typeof birth>;
