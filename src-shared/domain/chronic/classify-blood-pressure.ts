import type { BloodPressure } from './follow-up.schema.ts';

/** From the lowest to the highest; the isolated one stands apart, its grade is beside it. */
export const pressureGrades = ['optimal', 'normal', 'highNormal', 'grade1', 'grade2', 'grade3'] as const;
export type PressureGrade = (typeof pressureGrades)[number];
export interface PressureClass { grade: PressureGrade; /** 140 and more over less than 90. */ isolatedSystolic: boolean }

/** From here on a grade begins, mmHg. FROM KNOWLEDGE (ncd.json `bp_classification_adult_office`; QĐ 3192/2010 and VSH 2022 could not be opened). */
const gradeFrom: readonly (readonly [PressureGrade, number, number])[] = [['grade3', 180, 110], ['grade2', 160, 100], ['grade1', 140, 90], ['highNormal', 130, 85], ['normal', 120, 80]];

/** Of an adult, measured at the station: the higher of the two classes counts. */
export function classifyBloodPressure({ systolicMmHg, diastolicMmHg }: BloodPressure): PressureClass {
  const grade = gradeFrom.find(([, systolic, diastolic]) => systolicMmHg >= systolic || diastolicMmHg >= diastolic)?.[0] ?? 'optimal';
  return { grade, isolatedSystolic: systolicMmHg >= HIGH_PRESSURE.systolicMmHg && diastolicMmHg < HIGH_PRESSURE.diastolicMmHg };
}

/** Where hypertension begins. FROM KNOWLEDGE, as the grades. */
export const HIGH_PRESSURE: BloodPressure = { systolicMmHg: 140, diastolicMmHg: 90 };
export const isHighPressure = ({ systolicMmHg, diastolicMmHg }: BloodPressure): boolean => systolicMmHg >= HIGH_PRESSURE.systolicMmHg || diastolicMmHg >= HIGH_PRESSURE.diastolicMmHg;
/** Grade 3: with symptoms the person is transferred at once (ncd.json `bp_rules`, FROM KNOWLEDGE). */
export const isEmergencyPressure = (pressure: BloodPressure): boolean => classifyBloodPressure(pressure).grade === 'grade3';

/** Two readings count as their mean, in whole mmHg. */
export function meanPressure(readings: readonly BloodPressure[]): BloodPressure | undefined {
  const mean = (of: keyof BloodPressure) => Math.round(readings.reduce((sum, one) => sum + one[of], 0) / readings.length);
  return readings.length === 0 ? undefined : { systolicMmHg: mean('systolicMmHg'), diastolicMmHg: mean('diastolicMmHg') };
}
