import { vitalSigns } from '../../src-shared/domain/encounter/observations.ts';
import type { BloodPressure } from '../../src-shared/domain/chronic/follow-up.schema.ts';

export type TypedPressure = { pressure: BloodPressure } | { problem: 'notAPressure' | 'pressureOutOfRange' | 'diastolicAbove' } | { empty: true };

const within = (value: number, { min, max }: { min: number; max: number }): boolean => value >= min && value <= max;

/** A blood pressure as it is said and written, in one field: `148/92`, `148 92`, `148-92`. Never guessed from digits that run together. */
export function parseTypedPressure(typed: string): TypedPressure {
  if (typed.trim() === '') return { empty: true };
  const read = /^(\d{2,3})\s*[/\-.,\s]\s*(\d{2,3})$/.exec(typed.trim());
  if (!read) return { problem: 'notAPressure' };
  const pressure = { systolicMmHg: Number(read[1]), diastolicMmHg: Number(read[2]) };
  if (!within(pressure.systolicMmHg, vitalSigns.systolicMmHg) || !within(pressure.diastolicMmHg, vitalSigns.diastolicMmHg)) return { problem: 'pressureOutOfRange' };
  return pressure.diastolicMmHg >= pressure.systolicMmHg ? { problem: 'diastolicAbove' } : { pressure };
}

export const formatPressure = ({ systolicMmHg, diastolicMmHg }: BloodPressure): string => `${String(systolicMmHg)}/${String(diastolicMmHg)}`;

/** `148 92` that was understood becomes `148/92` when its field is left. */
export function tidyPressure(typed: string): string {
  const read = parseTypedPressure(typed);
  return 'pressure' in read ? formatPressure(read.pressure) : typed;
}
