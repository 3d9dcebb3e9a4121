import type { GrowthTable } from './who-growth-tables.ts';

/** Power, median and coefficient of variation of a standard at one age, length or height. */
export interface Lms { l: number; m: number; s: number }

/** Below the distance of two ages or lengths anybody can measure: what a sum of fractions loses must not fall off the table. */
const TINY = 1e-9;

/** On the straight line between two rows; `undefined` outside the table. [GRO3] */
export function lmsAt({ from, step, rows }: GrowthTable, x: number): Lms | undefined {
  const place = (x - from) / step;
  if (place < -TINY || place > rows.length - 1 + TINY) return undefined;
  const below = Math.min(Math.max(0, Math.floor(place)), rows.length - 1);
  const [a, b] = [rows[below], rows[Math.min(below + 1, rows.length - 1)]];
  if (!a || !b) return undefined;
  const share = Math.max(0, place - below);
  const between = (k: 0 | 1 | 2) => a[k] + (b[k] - a[k]) * share;
  return { l: between(0), m: between(1), s: between(2) };
}
