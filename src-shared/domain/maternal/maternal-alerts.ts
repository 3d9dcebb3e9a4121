import { surelyAtLeastYears, ageOn } from '../common/age-on.ts';
import { dateBounds, daysBetween } from '../common/partial-date.ts';
import { isHighPressure, meanPressure } from '../chronic/classify-blood-pressure.ts';
import type { AntenatalVisit } from './antenatal-visit.schema.ts';
import { expectedFundalHeight, gestationOn, type DueDay } from './gestation.ts';
import type { PostnatalVisit } from './postnatal-visit.schema.ts';
import type { Pregnancy } from './pregnancy.schema.ts';

/** What is unusual, with its facts and the field it stands in. `isUrgent`: she is referred at once. */
export type MaternalAlert = { code: MaternalAlertCode; field?: string; isUrgent?: true } & Record<string, unknown>;
export const maternalAlertCodes = [
  'DangerSigns', 'PressureHigh', 'ProteinInUrine', 'FetalHeartUnusual', 'FundalHeightOff', 'HaemoglobinLow', 'HighRiskSaid', 'AgeUnusual', 'PreviousCaesarean', 'RiskFactors', 'DueDayPassed',
  'Fever', 'BleedingUnusual', 'MastitisSeen', 'MoodVeryLow', 'JaundiceSevere', 'CordInfected',
] as const;
export type MaternalAlertCode = (typeof maternalAlertCodes)[number];

/** maternal.json `alerts`, FROM KNOWLEDGE. */
const FETAL_HEART = { low: 110, high: 160 };
const HAEMOGLOBIN_BELOW_G_PER_L = 110;
const YOUNG_BELOW_YEARS = 18;
const OLD_FROM_YEARS = 35;
/** Chosen here. */
const FEVER_FROM_C = 38;

type AntenatalFindings = Pick<AntenatalVisit, 'occurredOn' | 'bloodPressure' | 'urineProtein' | 'fetalHeartPerMin' | 'fundalHeightCm' | 'haemoglobinGPerL' | 'dangerSigns' | 'highRisk'>;

/** What is unusual at an antenatal visit, the most urgent first; 140/90 is high as in everybody (maternal.json `alerts`, FROM KNOWLEDGE). */
export function antenatalAlerts({ occurredOn, bloodPressure, urineProtein, fetalHeartPerMin, fundalHeightCm, haemoglobinGPerL, dangerSigns = [], highRisk }: AntenatalFindings, due: DueDay | undefined): MaternalAlert[] {
  const alerts: MaternalAlert[] = [];
  if (dangerSigns.length > 0) alerts.push({ code: 'DangerSigns', signs: [...dangerSigns], field: 'dangerSigns', isUrgent: true });
  alerts.push(...highPressure(bloodPressure));
  if (urineProtein === 'plus1' || urineProtein === 'plus2' || urineProtein === 'plus3') alerts.push({ code: 'ProteinInUrine', grade: urineProtein, field: 'urineProtein' });
  if (fetalHeartPerMin !== undefined && (fetalHeartPerMin < FETAL_HEART.low || fetalHeartPerMin > FETAL_HEART.high)) alerts.push({ code: 'FetalHeartUnusual', value: fetalHeartPerMin, field: 'fetalHeartPerMin' });
  const weeks = gestationOn(due, occurredOn)?.weeks;
  const expected = weeks === undefined ? undefined : expectedFundalHeight(weeks);
  if (fundalHeightCm !== undefined && expected && (fundalHeightCm < expected.from || fundalHeightCm > expected.until)) alerts.push({ code: 'FundalHeightOff', value: fundalHeightCm, weeks, field: 'fundalHeightCm' });
  if (haemoglobinGPerL !== undefined && haemoglobinGPerL < HAEMOGLOBIN_BELOW_G_PER_L) alerts.push({ code: 'HaemoglobinLow', value: haemoglobinGPerL, field: 'haemoglobinGPerL' });
  if (highRisk) alerts.push({ code: 'HighRiskSaid', field: 'highRisk' });
  return alerts;
}

/** What is unusual of a pregnancy that goes on, on a day. */
export function pregnancyAlerts({ registeredOn, previousCaesarean, riskFactors = [] }: Pick<Pregnancy, 'registeredOn' | 'previousCaesarean' | 'riskFactors'>, { bornOn, due, on }: { bornOn: string; due: DueDay | undefined; on: string }): MaternalAlert[] {
  const alerts: MaternalAlert[] = [];
  const years = ageOn(bornOn, registeredOn)?.years;
  const isYoung = !surelyAtLeastYears(dateBounds(bornOn).earliest, registeredOn, YOUNG_BELOW_YEARS);
  if (years !== undefined && (isYoung || surelyAtLeastYears(bornOn, registeredOn, OLD_FROM_YEARS))) alerts.push({ code: 'AgeUnusual', years });
  if (previousCaesarean) alerts.push({ code: 'PreviousCaesarean', field: 'previousCaesarean' });
  if (riskFactors.length > 0) alerts.push({ code: 'RiskFactors', risks: [...riskFactors], field: 'riskFactors' });
  if (due && on > due.dueOn) alerts.push({ code: 'DueDayPassed', days: daysBetween(due.dueOn, on) });
  return alerts;
}

type PostnatalFindings = Pick<PostnatalVisit, 'bloodPressure' | 'bleeding' | 'fever' | 'temperatureC' | 'breast' | 'mood' | 'babies'>;

/** What is unusual at a visit after the birth, the most urgent first; chosen here. */
export function postnatalAlerts({ bloodPressure, bleeding, fever, temperatureC, breast, mood, babies = [] }: PostnatalFindings): MaternalAlert[] {
  const alerts: MaternalAlert[] = [];
  if (bleeding === 'heavy' || bleeding === 'foul') alerts.push({ code: 'BleedingUnusual', grade: bleeding, field: 'bleeding', isUrgent: true });
  if (temperatureC !== undefined && temperatureC >= FEVER_FROM_C) alerts.push({ code: 'Fever', value: temperatureC, field: 'temperatureC', isUrgent: true });
  else if (fever) alerts.push({ code: 'Fever', field: 'fever', isUrgent: true });
  for (const [at, { jaundice, cord }] of babies.entries()) {
    if (jaundice === 'severe') alerts.push({ code: 'JaundiceSevere', baby: at, field: `babies.${at}.jaundice`, isUrgent: true });
    if (cord === 'infected') alerts.push({ code: 'CordInfected', baby: at, field: `babies.${at}.cord`, isUrgent: true });
  }
  alerts.push(...highPressure(bloodPressure));
  if (breast === 'mastitis') alerts.push({ code: 'MastitisSeen', field: 'breast' });
  if (mood === 'veryLow') alerts.push({ code: 'MoodVeryLow', field: 'mood' });
  return alerts;
}

function highPressure(readings: AntenatalVisit['bloodPressure']): MaternalAlert[] {
  const mean = meanPressure(readings ?? []);
  return mean && isHighPressure(mean) ? [{ code: 'PressureHigh', ...mean, field: 'bloodPressure' }] : [];
}
