import type { Lms } from './lms-at.ts';

/** Where the fitted distribution ends: a straight line goes on from here. */
const FITTED_TO = 3;

/** The value that lies `z` standard deviations from the median, within ±3. */
export function valueAt({ l, m, s }: Lms, z: number): number {
  return l === 0 ? m * Math.exp(s * z) : m * (1 + l * s * z) ** (1 / l);
}

/**
 * How many standard deviations a value lies from the median of its standard. Beyond ±3 each further unit is as wide as the step from 2 to 3 (WHO's SD23), which
 * for lengths is the formula itself. VERIFIED: who_growth_lms.json `formula`. [GRO1]
 */
export function zScore(value: number, lms: Lms): number {
  const { l, m, s } = lms;
  const z = l === 0 ? Math.log(value / m) / s : ((value / m) ** l - 1) / (l * s);
  if (Math.abs(z) <= FITTED_TO) return z;
  const side = Math.sign(z);
  const end = valueAt(lms, side * FITTED_TO);
  const width = Math.abs(end - valueAt(lms, side * (FITTED_TO - 1)));
  return side * FITTED_TO + (value - end) / width;
}
