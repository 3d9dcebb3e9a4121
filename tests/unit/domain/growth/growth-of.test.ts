import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../src-shared/domain/common/partial-date.ts';
import { classifyGrowth, growthIndices } from '../../../../src-shared/domain/growth/growth-classes.ts';
import { growthOf } from '../../../../src-shared/domain/growth/growth-of.ts';
import { lmsAt } from '../../../../src-shared/domain/growth/lms-at.ts';
import { whoGrowthTables } from '../../../../src-shared/domain/growth/who-growth-tables.ts';
import { valueAt } from '../../../../src-shared/domain/growth/z-score.ts';

const on = '2026-11-22';
/** A child of so many days on that day. */
const aChild = (sex: 'male' | 'female', days: number) => ({ sex, bornOn: addDays(on, -days) });

describe('worked examples of WHO', () => {
  // README and tests of WHO's own package `anthro`, which reckons from a table of days.
  it.each([
    ['male', 1001, 18, 120, { heightForAge: 7.31, weightForAge: 2.2, weightForHeight: -2.39, bmiForAge: -3.01 }],
    ['female', 1000, 15, 80, { heightForAge: -3.5, weightForAge: 0.95, weightForHeight: 4.13, bmiForAge: 4.66 }],
    ['male', 1010, 10, 100, { heightForAge: 1.62, weightForAge: -2.76, weightForHeight: -5.19, bmiForAge: -5.61 }],
    ['male', 1000, 15, 100, { heightForAge: 1.7, weightForAge: 0.69, weightForHeight: -0.29, bmiForAge: -0.58 }],
  ] as const)('[GRO1] [GRO3] a %s child of %i days, %d kg, %d cm', (sex, days, weightKg, heightCm, expected) => {
    const indices = growthOf(aChild(sex, days), { on, weightKg, heightCm })?.indices;
    for (const index of growthIndices) expect(Math.abs((indices?.[index]?.z ?? NaN) - expected[index]), index).toBeLessThan(0.0101);
  });

  it('[GRO1] beyond ±3 an index of weight goes on in steps of SD23', () => {
    const lms = lmsAt(whoGrowthTables.male.weightForAge, 12);
    const [two, three] = [valueAt(lms!, 2), valueAt(lms!, 3)];
    const child = aChild('male', 365);
    // One year is 11.99 of WHO's months.
    expect(growthOf(child, { on, weightKg: three + 2 * (three - two) })?.indices.weightForAge?.z).toBeCloseTo(5, 1);
    expect(growthOf(child, { on, weightKg: three + (three - two) / 2 })?.indices.weightForAge?.z).toBeCloseTo(3.5, 1);
  });

  it('[GRO3] the rounded values of WHO’s field tables lie on their lines', () => {
    const values = (table: keyof typeof whoGrowthTables.male, sex: 'male' | 'female', x: number) => [-3, -2, 0, 2, 3].map((z) => Math.round(valueAt(lmsAt(whoGrowthTables[sex][table], x)!, z) * 10) / 10);
    expect(values('weightForAge', 'male', 12)).toEqual([6.9, 7.7, 9.6, 12, 13.3]);
    expect(values('weightForAge', 'female', 36)).toEqual([9.6, 10.8, 13.9, 18.1, 20.9]);
    expect(values('heightForAge', 'female', 48)).toEqual([89.8, 94.1, 102.7, 111.3, 115.7]);
    expect(values('weightForLength', 'male', 70)).toEqual([6.6, 7.2, 8.4, 10, 10.9]);
  });
});

describe('who is reckoned', () => {
  it('[GRO2] boys and girls up to 60 completed months', () => {
    const ask = (sex: 'male' | 'female' | 'undetermined', bornOn: string, day = on) => growthOf({ sex, bornOn }, { on: day, weightKg: 17, heightCm: 105 });
    expect(Object.keys(ask('male', '2021-11-22')?.indices ?? {})).toEqual([...growthIndices]);
    expect(ask('male', '2021-10-23')?.indices.weightForAge).toBeDefined();
    expect(ask('male', '2021-10-22')).toBeUndefined();
    expect(ask('undetermined', '2023-11-22')).toBeUndefined();
    expect(ask('female', '2027-01-01')).toBeUndefined();
    expect(growthOf({ sex: 'male', bornOn: '2023-11-22' }, { on, weightKg: 15, heightCm: 125 })?.indices.weightForHeight).toBeUndefined();
    expect(growthOf({ sex: 'male', bornOn: '2023-11-22' }, { on, weightKg: 15 })?.indices).toEqual({ weightForAge: { z: expect.closeTo(0.35, 1) as number, class: 'normal' } });
  });

  it('[GRO4] lying below 24 months, standing from then on', () => {
    const at = (days: number) => growthOf(aChild('female', days), { on, heightCm: 80 });
    expect(at(730)?.isLying).toBe(true);
    expect(at(731)?.isLying).toBe(false);
    // WHO’s anthro: a girl of 24 months, 77.5 cm.
    expect(growthOf(aChild('female', 731), { on, heightCm: 77.5 })?.indices.heightForAge?.z).toBeCloseTo(-2.55, 1);
    // Standing one is 0.7 cm shorter: the same centimetres say more.
    expect(at(731)!.indices.heightForAge!.z).toBeGreaterThan(at(730)!.indices.heightForAge!.z);
  });

  it('[GRO5] a birth known to the month counts from its 15th; of one known to the year only weight for height is said', () => {
    const exact = growthOf({ sex: 'male', bornOn: '2025-03-15' }, { on, weightKg: 10, heightCm: 78 });
    const about = growthOf({ sex: 'male', bornOn: '2025-03' }, { on, weightKg: 10, heightCm: 78 });
    expect(about).toEqual({ ...exact, isAgeAbout: true });
    const year = growthOf({ sex: 'male', bornOn: '2025' }, { on, weightKg: 10, heightCm: 78 });
    expect(year).toEqual({ isLying: true, indices: { weightForHeight: exact?.indices.weightForHeight } });
    expect(growthOf({ sex: 'male', bornOn: '2023' }, { on, weightKg: 12, heightCm: 87 })?.isLying).toBe(false);
    expect(growthOf({ sex: 'male', bornOn: '2023' }, { on, weightKg: 12, heightCm: 86.9 })?.isLying).toBe(true);
  });
});

describe('classes', () => {
  it('[GRO6] −2 and +2 are in order, what lies beyond is not', () => {
    expect([-3.01, -3, -2.01, -2, 0, 2, 2.01, 3, 3.01].map((z) => classifyGrowth('weightForHeight', z))).toEqual(['veryLow', 'low', 'low', 'normal', 'normal', 'normal', 'high', 'high', 'veryHigh']);
    expect([-3.01, -2.01, 3.5].map((z) => classifyGrowth('weightForAge', z))).toEqual(['veryLow', 'low', 'normal']);
    expect([-3.01, -2.01, 3.5].map((z) => classifyGrowth('heightForAge', z))).toEqual(['veryLow', 'low', 'normal']);
    expect([2.01, 3.01].map((z) => classifyGrowth('bmiForAge', z))).toEqual(['high', 'veryHigh']);
  });

  it('[GRO7] beyond the limits of belief there is no class', () => {
    const limits = { weightForAge: [-6, 5], heightForAge: [-6, 6], weightForHeight: [-5, 5], bmiForAge: [-5, 5] } as const;
    for (const index of growthIndices) {
      const [least, most] = limits[index];
      expect(classifyGrowth(index, least), index).toBe('veryLow');
      expect(classifyGrowth(index, most), index).toBeDefined();
      expect(classifyGrowth(index, least - 0.01), index).toBeUndefined();
      expect(classifyGrowth(index, most + 0.01), index).toBeUndefined();
    }
    // 12,5 kg typed without its comma.
    expect(growthOf(aChild('male', 800), { on, weightKg: 125 })?.indices.weightForAge).toEqual({ z: expect.any(Number) as number });
  });
});
