import { describe, expect, it } from 'vitest';
import { deriveTetanus, type TetanusDose } from '../../../../src-shared/domain/maternal/tetanus.ts';

/** Registered on 1 March; the weeks are counted from 1 January, so that week 32 begins on 13 August 2026. */
const due = { dueOn: '2026-10-08', by: 'lastPeriod' as const };
const stands = (on: string, ...doses: TetanusDose[]) => deriveTetanus({ registeredOn: '2026-03-01', due, doses }, on);

describe('the next dose of tetanus', () => {
  it('[MAT37] is the first at registering where none is known', () => {
    expect(stands('2026-03-01')).toEqual({ given: 0, next: { doseNumber: 1, fromOn: '2026-03-01', state: 'due' } });
    expect(stands('2026-03-01', { doseNumber: 0 })).toMatchObject({ given: 0, next: { doseNumber: 1 } });
  });

  it.each([[1, '2026-04-29', 2], [2, '2026-10-01', 3], [3, '2027-04-01', 4], [4, '2027-04-01', 5]])('[MAT37] after dose %i of 1 April of this pregnancy comes from %s on', (doseNumber, fromOn, next) => {
    const dose = { doseNumber, on: '2026-04-01' };
    expect(stands('2026-04-02', dose)).toEqual({ given: doseNumber, lastOn: '2026-04-01', next: { doseNumber: next, fromOn, state: 'toCome' } });
    expect(stands(fromOn, dose).next?.state).toBe('due');
  });

  it('[MAT37] is due at registering after one of before this pregnancy, 28 days after it at the soonest', () => {
    expect(stands('2026-03-01', { doseNumber: 2, on: '2023-05-04' }).next).toEqual({ doseNumber: 3, fromOn: '2026-03-01', state: 'due' });
    expect(stands('2026-03-01', { doseNumber: 3 }).next).toEqual({ doseNumber: 4, fromOn: '2026-03-01', state: 'due' });
    expect(deriveTetanus({ registeredOn: '2026-01-10', due, doses: [{ doseNumber: 1, on: '2025-12-31' }] }, '2026-01-10').next).toEqual({ doseNumber: 2, fromOn: '2026-01-28', state: 'toCome' });
    // Without a due day the pregnancy is taken to begin with its registering.
    expect(deriveTetanus({ registeredOn: '2026-03-01', due: undefined, doses: [{ doseNumber: 1, on: '2026-02-20' }] }, '2026-03-01').next).toEqual({ doseNumber: 2, fromOn: '2026-03-20', state: 'toCome' });
    expect(deriveTetanus({ registeredOn: '2026-03-01', due: undefined, doses: [{ doseNumber: 2, on: '2026-03-01' }] }, '2026-03-02').next?.fromOn).toBe('2026-08-31');
  });

  it('[MAT37] is none after the fifth; the highest number known counts, and what comes later than the day does not', () => {
    expect(stands('2026-03-01', { doseNumber: 5, on: '2020-01-01' }, { doseNumber: 2, on: '2026-02-01' })).toEqual({ given: 5, lastOn: '2020-01-01' });
    expect(stands('2026-04-10', { doseNumber: 1, on: '2026-04-01' }, { doseNumber: 2, on: '2026-05-01' })).toMatchObject({ given: 1, lastOn: '2026-04-01' });
    expect(stands('2026-06-10', { doseNumber: 1 }, { doseNumber: 1, on: '2026-04-01' }, { doseNumber: 1, on: '2026-05-01' })).toMatchObject({ given: 1, lastOn: '2026-05-01' });
  });

  it('[MAT37] is late from 32 weeks on with fewer than two, once it can be given', () => {
    expect(['2026-08-12', '2026-08-13'].map((on) => stands(on).next?.state)).toEqual(['due', 'late']);
    expect(stands('2026-08-20', { doseNumber: 1, on: '2026-08-01' }).next).toEqual({ doseNumber: 2, fromOn: '2026-08-29', state: 'toCome' });
    expect(stands('2026-08-29', { doseNumber: 1, on: '2026-08-01' }).next?.state).toBe('late');
    expect(stands('2026-08-20', { doseNumber: 2, on: '2023-01-01' }).next?.state).toBe('due');
  });
});
