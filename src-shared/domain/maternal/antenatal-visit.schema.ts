import { z } from 'zod';
import { bloodPressure } from '../chronic/follow-up.schema.ts';
import { documentBase, instant } from '../common/document.ts';
import { dateOn, idOf, oneOf, text } from '../common/fields.ts';
import { within, wholeWithin } from '../common/within-limits.ts';
import { vitalSigns } from '../encounter/observations.ts';
import { antenatalAdvice, dangerSigns, maternalVoidReasons, oedemaGrades, presentations, urineGrades } from './maternal-lists.ts';
import { maternalMeasures } from './maternal-measures.ts';

const glucose = within(maternalMeasures.glucoseMmolL);

const fields = {
  patientId: idOf('patients'), pregnancyId: idOf('pregnancies'),
  occurredOn: dateOn,
  weightKg: within(vitalSigns.weightKg).optional(),
  /** Two readings a minute or two apart; their mean counts. */ bloodPressure: z.array(bloodPressure).min(1).max(2).optional(),
  oedema: oneOf(oedemaGrades).optional(),
  fundalHeightCm: within(maternalMeasures.fundalHeightCm).optional(), girthCm: within(maternalMeasures.girthCm).optional(),
  fetalHeartPerMin: wholeWithin(maternalMeasures.fetalHeartPerMin).optional(), presentation: oneOf(presentations).optional(),
  haemoglobinGPerL: wholeWithin(maternalMeasures.haemoglobinGPerL).optional(),
  urineProtein: oneOf(urineGrades).optional(), urineGlucose: oneOf(urineGrades).optional(),
  /** What was seen, in words. */ ultrasound: text(500).optional(),
  /** 75 g of glucose, at 24 to 28 weeks. */
  glucoseLoad: z.strictObject({ fastingMmolL: glucose.optional(), oneHourMmolL: glucose.optional(), twoHourMmolL: glucose.optional() }).optional(),
  /** Given at this visit. */ ironFolate: z.boolean().optional(), calcium: z.boolean().optional(),
  /** Number of the dose given at this visit. */ tetanusDose: wholeWithin(maternalMeasures.tetanusDose).optional(),
  dangerSigns: z.array(oneOf(dangerSigns)).max(dangerSigns.length).optional(),
  /** What whoever examined her says, beside what is reckoned. */ highRisk: z.boolean().optional(),
  advice: z.array(oneOf(antenatalAdvice)).max(antenatalAdvice.length).optional(),
  nextVisitOn: dateOn.optional(), referredTo: text(200).optional(),
  note: text(2000).optional(),
};

export const recordAntenatalVisitInput = z.strictObject({ id: idOf('antenatalVisits').optional(), ...fields });
export type RecordAntenatalVisitInput = z.infer<typeof recordAntenatalVisitInput>;

export const voidAntenatalVisitInput = z.strictObject({ id: idOf('antenatalVisits'), voidReason: oneOf(maternalVoidReasons), note: text(500).optional() });
export type VoidAntenatalVisitInput = z.infer<typeof voidAntenatalVisitInput>;

const person = z.object({ account: z.string(), displayName: z.string(), role: z.string() });

/** One antenatal visit. Never edited: an error is voided and entered anew. */
export const antenatalVisit = documentBase.extend({
  ...z.object(fields).shape,
  author: person,
  voided: z.object({ at: instant, by: person, reason: oneOf(maternalVoidReasons), note: z.string().optional() }).optional(),
}).loose();
export type AntenatalVisit = z.infer<typeof antenatalVisit>;
