import { z } from 'zod';
import { documentBase, instant } from '../common/document.ts';
import { dateOn, idOf, oneOf, personName, text } from '../common/fields.ts';
import { within, wholeWithin } from '../common/within-limits.ts';
import { vitalSigns } from '../encounter/observations.ts';
import { birthPlaces, bloodGroups, maternalVoidReasons, pregnancyRisks, pregnancyStatuses, rhesusFactors, screeningResults, screeningTests } from './maternal-lists.ts';
import { maternalMeasures } from './maternal-measures.ts';

const digit = wholeWithin(maternalMeasures.paraDigit);
/** What somebody said of one test on one day. The result of HIV is as sensitive as a note: on no list and on no paper. */
const said = { test: oneOf(screeningTests), result: oneOf(screeningResults), on: dateOn };

const fields = {
  registeredOn: dateOn,
  /** First day of the last period; where it is not known an ultrasound tells the due day. */ lastPeriodOn: dateOn.optional(),
  ultrasoundDue: z.strictObject({ dueOn: dateOn, seenOn: dateOn }).optional(),
  gravida: wholeWithin(maternalMeasures.gravida).optional(),
  /** The four digits of PARA: born at term, born early, lost, living. */
  para: z.strictObject({ term: digit, preterm: digit, lost: digit, living: digit }).optional(),
  previousCaesarean: z.boolean().optional(),
  riskFactors: z.array(oneOf(pregnancyRisks)).max(pregnancyRisks.length).optional(), /** What the list does not say. */ otherRisks: text(300).optional(),
  heightCm: within(vitalSigns.heightCm).optional(), /** Before the pregnancy. */ weightBeforeKg: within(vitalSigns.weightKg).optional(),
  bloodGroup: oneOf(bloodGroups).optional(), rhesus: oneOf(rhesusFactors).optional(),
  /** The highest number given before this pregnancy; 0: none. */ tetanusDosesBefore: wholeWithin({ ...maternalMeasures.tetanusDose, min: 0 }).optional(),
  plannedPlace: oneOf(birthPlaces).optional(),
  husbandName: personName.optional(), husbandPhone: z.string().trim().max(20).optional(),
  note: text(2000).optional(),
};
/** Tests known since; those said before stay. */
const screenings = z.array(z.strictObject(said)).max(12).optional();

export const registerPregnancyInput = z.strictObject({ id: idOf('pregnancies').optional(), patientId: idOf('patients'), ...fields, screenings });
export type RegisterPregnancyInput = z.infer<typeof registerPregnancyInput>;

/** Every field as it shall be from now on; `screenings` are added to those said before. */
export const amendPregnancyInput = z.strictObject({
  id: idOf('pregnancies'), ...fields, screenings,
  /** `version` of the record the form was filled from; a refusal `ChangedMeanwhile` when it is no longer the current one. */ editedVersion: z.string().max(200).optional(),
});
export type AmendPregnancyInput = z.infer<typeof amendPregnancyInput>;

export const changePregnancyStatusInput = z.strictObject({ id: idOf('pregnancies'), on: dateOn, status: oneOf(pregnancyStatuses), reason: text(300).optional() });
export type ChangePregnancyStatusInput = z.infer<typeof changePregnancyStatusInput>;

export const voidPregnancyInput = z.strictObject({ id: idOf('pregnancies'), voidReason: oneOf(maternalVoidReasons), note: text(500).optional() });
export type VoidPregnancyInput = z.infer<typeof voidPregnancyInput>;

const person = z.object({ account: z.string(), displayName: z.string(), role: z.string() });

/** One pregnancy of one woman, cared for at the station. How it stands (weeks, due day, risks) is reckoned, never stored. */
export const pregnancy = documentBase.extend({
  patientId: idOf('patients'), ...z.object(fields).shape,
  author: person,
  /** Oldest first; never overwritten. Of one test the last word counts. */
  screenings: z.array(z.object({ ...said, at: instant, by: person })),
  /** Oldest first, the first from registering; never overwritten. */
  statusChanges: z.array(z.object({ on: dateOn, status: z.enum(pregnancyStatuses), reason: z.string().optional(), at: instant, by: person })),
  voided: z.object({ at: instant, by: person, reason: oneOf(maternalVoidReasons), note: z.string().optional() }).optional(),
}).loose();
export type Pregnancy = z.infer<typeof pregnancy>;
