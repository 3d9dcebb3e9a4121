import { describe, expect, it } from 'vitest';
import type { Observations } from '../../../../src-shared/domain/encounter/observations.ts';
import { vitalCourses } from '../../../../src-shared/domain/encounter/vital-courses.ts';

const adult = { bornOn: '1985-03-15' };
const child = { bornOn: '2024-01-10' };

const on = (occurredOn: string, observations: Observations, with_: { status?: 'draft' | 'submitted' | 'amended' | 'voided'; createdAt?: string } = {}) => (
  { occurredOn, observations, status: 'submitted' as const, createdAt: `${occurredOn}T01:00:00.000Z`, ...with_ });
const pressure = (systolic: number, diastolic: number): Observations => ({ systolicMmHg: { value: systolic }, diastolicMmHg: { value: diastolic } });
const size = (heightCm: number, weightKg: number): Observations => ({ heightCm: { value: heightCm }, weightKg: { value: weightKg } });

describe('vitalCourses', () => {
  it('[ENC21] tells what was measured on two days or more, oldest first', () => {
    expect(vitalCourses([on('2026-03-02', { ...pressure(152, 94), ...size(160, 62) }), on('2026-01-05', pressure(138, 84))], adult))
      .toEqual([{ name: 'bloodPressure', points: [{ on: '2026-01-05', value: 138, low: 84 }, { on: '2026-03-02', value: 152, low: 94 }] }]);
    expect(vitalCourses([on('2026-03-02', pressure(152, 94)), on('2026-03-02', pressure(150, 92))], adult)).toEqual([]);
  });

  it('[ENC21] height while growing, BMI after that, weight always', () => {
    const twice = [on('2026-01-05', size(100, 15)), on('2026-06-05', size(104, 16.2))];
    expect(vitalCourses(twice, child).map(({ name }) => name)).toEqual(['weightKg', 'heightCm']);
    expect(vitalCourses(twice, adult).map(({ name, points }) => [name, points.at(-1)?.value])).toEqual([['weightKg', 16.2], ['bmi', 15]]);
  });

  it('[ENC21] leaves out drafts, voided ones and what was not measured; of a day the last written counts', () => {
    const heavy = (weightKg: number): Observations => ({ weightKg: { value: weightKg } });
    const told = vitalCourses([
      on('2026-01-05', heavy(60)), on('2026-02-05', heavy(90), { status: 'voided' }), on('2026-02-06', heavy(91), { status: 'draft' }),
      on('2026-02-07', { weightKg: { notMeasured: 'noDevice' } }),
      on('2026-03-05', heavy(62), { createdAt: '2026-03-05T03:00:00.000Z', status: 'amended' }), on('2026-03-05', heavy(99), { createdAt: '2026-03-05T02:00:00.000Z' }),
    ], adult);
    expect(told).toEqual([{ name: 'weightKg', points: [{ on: '2026-01-05', value: 60 }, { on: '2026-03-05', value: 62 }] }]);
  });
});
