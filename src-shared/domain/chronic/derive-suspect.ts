import { addMonths } from '../common/partial-date.ts';
import { isEmergencyPressure, isHighPressure } from './classify-blood-pressure.ts';
import { pressuresOf, type CareRecords, type PressurePoint } from './derive-care-state.ts';

/** From this age on; the classes are those of adults. */
export const ADULT_FROM_YEARS = 18;
/** How far before the newest measurement the others are counted; chosen here. */
const COUNTED_MONTHS = 12;

/** `measureAgain`: high once. `confirm`: high on two days, or 180/110 and more (ncd.json `bp_rules`, FROM KNOWLEDGE). `days`: on how many days of the twelve months up to the newest. */
export const suspectKinds = ['measureAgain', 'confirm'] as const;
export interface Suspect { kind: (typeof suspectKinds)[number]; pressure: PressurePoint; days: number }

/** Somebody whose newest blood pressure is high and whose hypertension nobody has written down. Diagnosing is a doctor's. */
export function deriveSuspect(records: CareRecords): Suspect | undefined {
  if (records.episodes.some(({ condition, voided }) => condition === 'hypertension' && voided === undefined)) return undefined;
  const pressures = pressuresOf(records);
  const pressure = pressures.at(-1);
  if (!pressure || !isHighPressure(pressure)) return undefined;
  const since = addMonths(pressure.on, -COUNTED_MONTHS);
  const days = new Set(pressures.filter((one) => one.on >= since && isHighPressure(one)).map(({ on }) => on)).size;
  return { kind: days > 1 || isEmergencyPressure(pressure) ? 'confirm' : 'measureAgain', pressure, days };
}
