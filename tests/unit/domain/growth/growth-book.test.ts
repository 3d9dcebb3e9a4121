import { describe, expect, it } from 'vitest';
import { countNutrition, deriveNutrition, weighingMissed } from '../../../../src-shared/domain/growth/derive-nutrition.ts';
import { growthChart, shareOf } from '../../../../src-shared/domain/growth/growth-chart.ts';
import { growthIndices } from '../../../../src-shared/domain/growth/growth-classes.ts';
import { growthPoints } from '../../../../src-shared/domain/growth/growth-points.ts';
import { zScore } from '../../../../src-shared/domain/growth/z-score.ts';
import { lmsAt } from '../../../../src-shared/domain/growth/lms-at.ts';
import { whoGrowthTables } from '../../../../src-shared/domain/growth/who-growth-tables.ts';
import { anEncounter } from '../../../support/builders.ts';

const girl = { sex: 'female', bornOn: '2025-01-10' } as const;
let minute = 0;
const visit = (occurredOn: string, size: { kg?: number; cm?: number }, status: 'submitted' | 'amended' | 'draft' | 'voided' = 'submitted') => ({
  ...anEncounter({ kind: 'visit', occurredOn, observations: { ...(size.kg ? { weightKg: { value: size.kg } } : {}), ...(size.cm ? { heightCm: { value: size.cm } } : {}) } }),
  status, createdAt: `2026-11-20T03:${String((minute += 1)).padStart(2, '0')}:00.000Z`,
});

describe('points', () => {
  it('[GRO9] are the days with weight or height, the last written of a day, without drafts and what was voided', () => {
    const points = growthPoints(girl, [
      visit('2026-03-10', { kg: 10.4 }), visit('2025-07-10', { kg: 7, cm: 65.5 }), visit('2025-07-10', { kg: 7.2 }), visit('2026-08-01', {}), visit('2026-09-01', { kg: 11 }, 'draft'), visit('2026-10-01', { kg: 5 }, 'voided'), visit('2026-11-10', { cm: 84 }, 'amended'), visit('2033-01-01', { kg: 22 }),
    ]);
    expect(points.map(({ on, weightKg, heightCm }) => [on, weightKg, heightCm])).toEqual([['2025-07-10', 7.2, 65.5], ['2026-03-10', 10.4, undefined], ['2026-11-10', undefined, 84]]);
    expect(Object.keys(points[0]!.indices)).toEqual([...growthIndices]);
    expect(Object.keys(points[2]!.indices)).toEqual(['heightForAge']);
  });
});

describe('what is last known', () => {
  const standing = deriveNutrition(growthPoints(girl, [visit('2026-02-10', { kg: 6.3, cm: 68.5 }), visit('2026-08-10', { kg: 8 })]));

  it('[GRO10] is the last value of each index, each with its day', () => {
    expect(standing.latest).toMatchObject({ weightForAge: { on: '2026-08-10', class: 'low' }, weightForHeight: { on: '2026-02-10', class: 'low' }, heightForAge: { on: '2026-02-10', class: 'low' } });
    expect(standing).toMatchObject({ weighedOn: '2026-08-10', weightKg: 8, measuredOn: '2026-02-10', heightCm: 68.5 });
  });

  it('[GRO11] not weighed for 3 months below two years, 6 from then on, or never', () => {
    expect(weighingMissed(standing, girl.bornOn, '2026-11-09')).toBeUndefined();
    expect(weighingMissed(standing, girl.bornOn, '2026-11-10')).toBe('long');
    expect(weighingMissed(standing, girl.bornOn, '2027-02-09')).toBeUndefined();
    expect(weighingMissed(standing, girl.bornOn, '2027-02-10')).toBe('long');
    expect(weighingMissed({ latest: {} }, girl.bornOn, '2026-11-22')).toBe('never');
  });

  it('[GRO12] is counted with the last year’s values, of those who have one', () => {
    const heavy = deriveNutrition(growthPoints(girl, [visit('2026-11-10', { kg: 15, cm: 80 })]));
    const wild = deriveNutrition(growthPoints(girl, [visit('2026-11-10', { kg: 95, cm: 84 })]));
    const counts = countNutrition([standing, heavy, wild], '2026-11-22');
    expect(counts.weightForAge).toEqual({ of: 2, low: 1, veryLow: 0, high: 0, veryHigh: 0 });
    expect(counts.heightForAge).toMatchObject({ of: 3, low: 1 });
    expect(counts.weightForHeight).toEqual({ of: 2, low: 1, veryLow: 0, high: 1, veryHigh: 1 });
    expect(countNutrition([standing], '2027-02-11')).toMatchObject({ weightForAge: { of: 1 }, heightForAge: { of: 0 }, weightForHeight: { of: 0 } });
  });
});

describe('the chart', () => {
  const points = growthPoints(girl, [visit('2025-04-10', { kg: 5.6, cm: 59 }), visit('2026-02-10', { kg: 9, cm: 74 }), visit('2027-03-10', { kg: 11.6, cm: 84 })]);

  it('[GRO8] draws the curves of −3 to +3, broken where standing begins, and the points at their places', () => {
    const chart = growthChart('heightForAge', { sex: 'female', points, untilMonths: 27 });
    expect(chart.x).toEqual({ from: 0, to: 60 });
    expect(chart.pieces.map((piece) => [piece[0]?.x, piece.at(-1)?.x])).toEqual([[0, 24], [24, 60]]);
    expect(chart.points.map(({ y }) => y)).toEqual([59, 74, 84]);
    const lms = lmsAt(whoGrowthTables.female.lengthForAge, 12)!;
    expect(chart.pieces[0]?.[12]?.values.map((value) => Math.round(zScore(value, lms)))).toEqual([-3, -2, -1, 0, 1, 2, 3]);
    expect(growthChart('weightForAge', { sex: 'female', points: points.slice(0, 2), untilMonths: 20 }).x.to).toBe(24);
  });

  it('[GRO7] is not pressed flat by a slip of the keyboard, which is drawn at its edge', () => {
    const slip = growthPoints(girl, [visit('2025-04-10', { kg: 5.6, cm: 59 }), visit('2026-02-10', { kg: 90, cm: 74 })]);
    const chart = growthChart('weightForAge', { sex: 'female', points: slip, untilMonths: 15 });
    expect(chart.y.to).toBeLessThan(20);
    expect(chart.points.map(({ y, class: found }) => [shareOf(chart.y, y) < 1, found])).toEqual([[true, 'normal'], [false, undefined]]);
  });

  it('[GRO4] draws weight for height as the last point was measured, the others moved by 0.7 cm, without those its table has no room for', () => {
    const chart = growthChart('weightForHeight', { sex: 'female', points, untilMonths: 27 });
    expect(chart.isLying).toBe(false);
    expect(chart.points.map(({ x }) => Math.round(x * 10) / 10)).toEqual([73.3, 84]);
    expect(growthChart('weightForHeight', { sex: 'female', points: points.slice(0, 2), untilMonths: 13 }).points.map(({ x }) => x)).toEqual([59, 74]);
  });
});
