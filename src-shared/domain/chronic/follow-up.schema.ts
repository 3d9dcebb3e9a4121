import { z } from 'zod';
import { documentBase, instant } from '../common/document.ts';
import { dateOn, idOf, oneOf, text } from '../common/fields.ts';
import { within, wholeWithin, type Limits } from '../common/within-limits.ts';
import { vitalSigns } from '../encounter/observations.ts';
import { adviceGiven, chronicVoidReasons } from './chronic-lists.ts';

/** Plausible limits of what only a follow-up measures (a hard refusal outside); chosen here as those of `vitalSigns` are. `missedDays`: whole days. */
export const followUpMeasures = {
  fastingGlucoseMmolL: { unit: 'mmol/L', min: 1, max: 50, decimals: 1 },
  randomGlucoseMmolL: { unit: 'mmol/L', min: 1, max: 50, decimals: 1 },
  hba1cPercent: { unit: '%', min: 3, max: 20, decimals: 1 },
  missedDays: { unit: 'd', min: 0, max: 366, decimals: 0 },
} as const satisfies Record<string, Limits>;

/** One reading, mmHg. */
export const bloodPressure = z.strictObject({ systolicMmHg: wholeWithin(vitalSigns.systolicMmHg), diastolicMmHg: wholeWithin(vitalSigns.diastolicMmHg) });
export type BloodPressure = z.infer<typeof bloodPressure>;

const fields = {
  patientId: idOf('patients'),
  occurredOn: dateOn,
  /** Two readings a minute or two apart; their mean counts (ncd.json `bp_rules`, FROM KNOWLEDGE). */
  bloodPressure: z.array(bloodPressure).min(1).max(2).optional(),
  pulsePerMin: wholeWithin(vitalSigns.pulsePerMin).optional(), weightKg: within(vitalSigns.weightKg).optional(), waistCm: within(vitalSigns.waistCm).optional(),
  fastingGlucoseMmolL: within(followUpMeasures.fastingGlucoseMmolL).optional(), randomGlucoseMmolL: within(followUpMeasures.randomGlucoseMmolL).optional(), hba1cPercent: within(followUpMeasures.hba1cPercent).optional(),
  /** Days without medicine since the visit before. */ missedDays: wholeWithin(followUpMeasures.missedDays).optional(),
  symptoms: text(2000).optional(), sideEffects: text(500).optional(),
  advice: z.array(oneOf(adviceGiven)).max(adviceGiven.length).optional(),
  nextVisitOn: dateOn.optional(), referredTo: text(200).optional(),
  note: text(2000).optional(),
};

export const recordFollowUpInput = z.strictObject({ id: idOf('followUps').optional(), ...fields });
export type RecordFollowUpInput = z.infer<typeof recordFollowUpInput>;

export const voidFollowUpInput = z.strictObject({ id: idOf('followUps'), voidReason: oneOf(chronicVoidReasons), note: text(500).optional() });
export type VoidFollowUpInput = z.infer<typeof voidFollowUpInput>;

const person = z.object({ account: z.string(), displayName: z.string(), role: z.string() });

/** One control visit of a person; it serves all conditions they have. Never edited: an error is voided and entered anew. */
export const followUp = documentBase.extend({
  ...z.object(fields).shape,
  author: person,
  voided: z.object({ at: instant, by: person, reason: oneOf(chronicVoidReasons), note: z.string().optional() }).optional(),
}).loose();
export type FollowUp = z.infer<typeof followUp>;
