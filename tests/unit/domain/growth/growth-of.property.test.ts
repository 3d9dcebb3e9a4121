import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lmsAt } from '../../../../src-shared/domain/growth/lms-at.ts';
import { whoGrowthTables, type GrowthTableName } from '../../../../src-shared/domain/growth/who-growth-tables.ts';
import { valueAt, zScore } from '../../../../src-shared/domain/growth/z-score.ts';

const sex = fc.constantFrom('male' as const, 'female' as const);
const name = fc.constantFrom(...(Object.keys(whoGrowthTables.male) as GrowthTableName[]));
const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (of: 'male' | 'female', table: GrowthTableName, share: number) => {
  const { from, step, rows } = whoGrowthTables[of][table];
  const lms = lmsAt(whoGrowthTables[of][table], from + share * step * (rows.length - 1));
  if (!lms) throw new Error('inside its table every place has a row');
  return lms;
};
const z = fc.double({ min: -7, max: 7, noNaN: true });

it('[GRO8] the z-score of the median is 0, and within ±3 that of a curve is the curve’s', () => {
  fc.assert(fc.property(sex, name, place, fc.double({ min: -3, max: 3, noNaN: true }), (of, table, share, wanted) => {
    const lms = at(of, table, share);
    expect(zScore(lms.m, lms)).toBeCloseTo(0, 9);
    expect(zScore(valueAt(lms, wanted), lms)).toBeCloseTo(wanted, 6);
  }));
});

it('[GRO8] more weight or length never gives a lower z-score, at ±3 too', () => {
  fc.assert(fc.property(sex, name, place, fc.double({ min: 0.3, max: 3, noNaN: true }), fc.double({ min: 1e-6, max: 1, noNaN: true }), (of, table, share, times, more) => {
    const lms = at(of, table, share);
    expect(zScore(lms.m * (times + more), lms)).toBeGreaterThan(zScore(lms.m * times, lms));
  }));
});

it('[GRO1] [GRO3] nothing jumps: a little more value or age is a little more z', () => {
  fc.assert(fc.property(sex, name, place, z, (of, table, share, wanted) => {
    const lms = at(of, table, share);
    const near = at(of, table, Math.min(1, share + 1e-7));
    // Beyond ±3 the value is found by the line that continues the curve.
    const side = Math.sign(wanted);
    const end = valueAt(lms, side * 3);
    const value = Math.abs(wanted) <= 3 ? valueAt(lms, wanted) : end + (Math.abs(wanted) - 3) * (end - valueAt(lms, side * 2));
    fc.pre(value > 0);
    expect(zScore(value, lms)).toBeCloseTo(wanted, 6);
    expect(Math.abs(zScore(value, near) - wanted)).toBeLessThan(1e-3);
  }));
});
