import type { GrowthIndex } from './growth-classes.ts';
import { FOLLOWED_MONTHS, LYING_MORE_CM, STANDS_FROM_MONTHS, type GrowthValue } from './growth-of.ts';
import type { GrowthPoint } from './growth-points.ts';
import { lmsAt } from './lms-at.ts';
import { whoGrowthTables, type GrowthTable, type GrowthTableName } from './who-growth-tables.ts';
import { valueAt } from './z-score.ts';

export const curveZs = [-3, -2, -1, 0, 1, 2, 3] as const;
/** Values of the seven curves at `x`. */
export interface CurveStep { x: number; values: readonly number[] }
export interface ChartPoint extends GrowthValue { on: string; x: number; y: number }
/** A growth chart before it is drawn: `x` in months, or cm of length or height; `pieces`: the curves, broken where standing begins. */
export interface GrowthChart { index: GrowthIndex; unit: 'months' | 'cm'; isLying: boolean; x: Range; y: Range; pieces: readonly (readonly CurveStep[])[]; points: readonly ChartPoint[] }
interface Range { from: number; to: number }

/** Where a value lies between the ends of an axis, 0 to 1; what lies outside, which nobody believes, at its end. */
export const shareOf = ({ from, to }: Range, value: number): number => Math.min(1, Math.max(0, (value - from) / (to - from)));

/** Room around the points of weight for length, in cm. */
const AROUND_CM = 8;
const LEAST_WIDTH_CM = 30;
/** Share of the height left free above and below. */
const MARGIN = 0.03;

/**
 * The curves of one index with a child's points. `untilMonths`: the child's age today: of one under two the chart ends at two. Weight for height is drawn as the last
 * point was measured; points measured the other way are moved by 0.7 cm, as the standard does, and left out where its table has no such size. [GRO8]
 */
export function growthChart(index: GrowthIndex, { sex, points, untilMonths }: { sex: 'male' | 'female'; points: readonly GrowthPoint[]; untilMonths: number }): GrowthChart {
  const tables = whoGrowthTables[sex];
  const isLying = points.findLast((point) => point.indices[index])?.isLying ?? untilMonths < STANDS_FROM_MONTHS;
  const all = index === 'weightForHeight' ? tables[isLying ? 'weightForLength' : 'weightForHeight'] : undefined;
  const placed = points.flatMap((point) => place(point, index, isLying)).filter((point) => !all || lmsAt(all, point.x) !== undefined);
  // One slip of the keyboard must not press the curves flat.
  const believed = placed.filter((point) => point.class !== undefined);
  const x = all ? rangeOf(all, believed) : { from: 0, to: Math.max(untilMonths, ...placed.map((point) => point.x)) <= STANDS_FROM_MONTHS ? STANDS_FROM_MONTHS : FOLLOWED_MONTHS };
  const pieces = (all ? [all] : tablesOfAge[index].map((name) => tables[name])).map((table) => curvesOf(table, x)).filter((piece) => piece.length > 1);
  const values = [...pieces.flat().flatMap((step) => [step.values[0] ?? 0, step.values[6] ?? 0]), ...believed.map((point) => point.y)];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return { index, unit: all ? 'cm' : 'months', isLying, x, y: { from: Math.max(0, least - (most - least) * MARGIN), to: most + (most - least) * MARGIN }, pieces, points: placed };
}

const tablesOfAge: Readonly<Record<GrowthIndex, readonly GrowthTableName[]>> = { weightForAge: ['weightForAge'], heightForAge: ['lengthForAge', 'heightForAge'], bmiForAge: ['bmiForAgeLying', 'bmiForAgeStanding'], weightForHeight: [] };

function place({ on, weightKg, heightCm, ageMonths, isLying: wasLying, indices }: GrowthPoint, index: GrowthIndex, isLying: boolean): ChartPoint[] {
  const value = indices[index];
  if (!value) return [];
  const bmi = weightKg !== undefined && heightCm !== undefined ? weightKg / (heightCm / 100) ** 2 : undefined;
  const moved = heightCm === undefined ? undefined : heightCm + (wasLying === isLying ? 0 : isLying ? LYING_MORE_CM : -LYING_MORE_CM);
  const x = index === 'weightForHeight' ? moved : ageMonths;
  const y = { weightForAge: weightKg, heightForAge: heightCm, weightForHeight: weightKg, bmiForAge: bmi }[index];
  return x === undefined || y === undefined ? [] : [{ on, x, y, ...value }];
}

function rangeOf({ from, step, rows }: GrowthTable, points: readonly ChartPoint[]): Range {
  const to = from + step * (rows.length - 1);
  if (points.length === 0) return { from, to };
  const xs = points.map((point) => point.x);
  const [least, most] = [Math.min(...xs) - AROUND_CM, Math.max(...xs) + AROUND_CM];
  const more = Math.max(0, (LEAST_WIDTH_CM - (most - least)) / 2);
  return { from: Math.max(from, Math.floor((least - more) / 5) * 5), to: Math.min(to, Math.ceil((most + more) / 5) * 5) };
}

function curvesOf(table: GrowthTable, { from, to }: Range): CurveStep[] {
  return table.rows.flatMap((_, row) => {
    const x = table.from + row * table.step;
    const lms = x < from || x > to ? undefined : lmsAt(table, x);
    return lms ? [{ x, values: curveZs.map((z) => valueAt(lms, z)) }] : [];
  });
}
