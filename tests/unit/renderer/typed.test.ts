import { describe, expect, it } from 'vitest';
import { parseTypedDate } from '../../../src-renderer/ui/parse-typed-date.ts';
import { parseTypedNumber } from '../../../src-renderer/ui/parse-typed-number.ts';
import { tidyDate, tidyNumber } from '../../../src-renderer/ui/tidy-typed.ts';

const today = '2026-11-22';

describe('a number as typed', () => {
  it('[SCR4] 36,8 and 36.8 are one number', () => {
    expect(parseTypedNumber('abc', { min: 1 })).toEqual({ problem: 'notACount' });
    expect([parseTypedNumber('36,8', { decimals: 1 }), parseTypedNumber(' 36.8 ', { decimals: 1 })]).toEqual([{ value: 36.8 }, { value: 36.8 }]);
  });
  it.each([['', { empty: true }], ['abc', { problem: 'notANumber' }], ['3,6,8', { problem: 'notANumber' }], ['1.200,5', { problem: 'notANumber' }], ['36,85', { problem: 'tooManyDecimals' }], ['368', { problem: 'outOfRange' }], ['-37', { problem: 'outOfRange' }], ['36,80', { value: 36.8 }]])(
    '[SCR4] %j as a temperature', (typed, read) => { expect(parseTypedNumber(typed, { min: 33, max: 43, decimals: 1 })).toEqual(read); });
  it('[SCR4] a whole number has no part', () => {
    expect(parseTypedNumber('72,5')).toEqual({ problem: 'notWhole' });
    expect(parseTypedNumber('72,0')).toEqual({ value: 72 });
  });
  it.each([['1.000', 1000], ['1,000', 1000], ['12 500', 12_500], ['1.250.000', 1_250_000], ['1000', 1000]])('[SCR4] of a whole number %j is said in groups: %d', (typed, value) => {
    expect(parseTypedNumber(typed, { min: 1, max: 10_000_000 })).toEqual({ value });
  });
  it.each([['0.500', 'notWhole'], ['1.50', 'notWhole'], ['1.000,5', 'notACount'], ['1.000,000', 'notACount']])('[SCR4] %j is no number in groups', (typed, problem) => {
    expect(parseTypedNumber(typed, { min: 1, max: 10_000_000 })).toEqual({ problem });
  });
  it('[SCR4] where a part is measured the sign is a decimal sign', () => { expect(parseTypedNumber('36.800', { decimals: 1 })).toEqual({ value: 36.8 }); });
});

describe('a date as typed', () => {
  it.each([['15/03/1985', '1985-03-15'], ['15/3/1985', '1985-03-15'], ['15-3-1985', '1985-03-15'], ['15.03.1985', '1985-03-15'], ['15 3 1985', '1985-03-15'], ['15031985', '1985-03-15'], ['29/02/2024', '2024-02-29']])(
    '[SCR5] %j is %s', (typed, date) => { expect(parseTypedDate(typed, { today })).toEqual({ date }); });
  it.each([['3/1985', '1985-03'], ['03/1985', '1985-03'], ['1985', '1985']])('[SCR5] %j is enough where the day is not known', (typed, date) => {
    expect(parseTypedDate(typed, { partial: true, today })).toEqual({ date });
    expect(parseTypedDate(typed, { today })).toEqual({ problem: 'notADate', typed });
  });
  it.each([['31/02/2026', 'noSuchDay'], ['29/02/2025', 'noSuchDay'], ['15/13/1985', 'noSuchMonth'], ['00/05/1985', 'noSuchDay'], ['15/3/85', 'notADate'], ['hôm qua', 'notADate'], ['1/2/3/1985', 'notADate'], ['23/11/2026', 'inFuture'], ['01/01/1700', 'tooLongAgo']])(
    '[SCR5] %j is told as %s', (typed, problem) => { expect(parseTypedDate(typed, { today })).toMatchObject({ problem }); });
  it('[SCR5] a month or year that has begun is not the future', () => {
    expect(parseTypedDate('11/2026', { partial: true, today })).toEqual({ date: '2026-11' });
    expect(parseTypedDate('12/2026', { partial: true, today })).toMatchObject({ problem: 'inFuture' });
  });
  it('[SCR5] an expiry is typed as on the box', () => {
    expect([parseTypedDate('06/2027', { expiry: true }), parseTypedDate('15/06/2027', { expiry: true })]).toEqual([{ date: '2027-06' }, { date: '2027-06-15' }]);
    expect(parseTypedDate('2027', { expiry: true })).toMatchObject({ problem: 'notAnExpiry' });
  });
});

describe('tidying when a field is left', () => {
  it('[SCR6] writes out a date it understood and leaves anything else as typed', () => {
    expect(['5/3/1985', '31/02/1985', '15/3/8', ''].map(tidyDate({ partial: true }))).toEqual(['05/03/1985', '31/02/1985', '15/3/8', '']);
  });
  it('[SCR6] gives a number the decimal sign of the language and leaves anything else as typed', () => {
    expect(['36.8', '36,8', '36,', 'abc'].map(tidyNumber('vi'))).toEqual(['36,8', '36,8', '36,', 'abc']);
    expect(tidyNumber('en')('36,8')).toBe('36.8');
  });
});
