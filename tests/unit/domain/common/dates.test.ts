import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, surelyAtLeastYears } from '../../../../src-shared/domain/common/age-on.ts';
import { partialDate } from '../../../../src-shared/domain/common/fields.ts';
import { formatDate } from '../../../../src-shared/domain/common/format-date.ts';
import { addDays, dateBounds, datePrecision, daysBetween, lastDayOfMonth } from '../../../../src-shared/domain/common/partial-date.ts';
import { timeInUnitZone, todayInUnitZone } from '../../../../src-shared/domain/common/today-in-unit-zone.ts';

describe('partial dates', () => {
  it.each(['1950', '1950-03', '1950-03-02', '2024-02-29'])('[PAT13] %s is a date', (date) => {
    expect(partialDate.safeParse(date).success).toBe(true);
  });

  it.each(['2026-02-31', '2023-02-29', '1950-13', '1950-3', '50', '', '1950-00-01', '02/03/1950', '0999', ' 1950', '1950-03-02T00:00:00Z'])('[PAT13] %j is none', (date) => {
    expect(partialDate.safeParse(date).success).toBe(false);
  });

  it('[PAT13] knows how well a date is known and which days it may mean', () => {
    expect(['1950', '1950-02', '1950-02-03'].map(datePrecision)).toEqual(['year', 'month', 'day']);
    expect(dateBounds('1950')).toEqual({ earliest: '1950-01-01', latest: '1950-12-31' });
    expect(dateBounds('2024-02')).toEqual({ earliest: '2024-02-01', latest: '2024-02-29' });
    expect(lastDayOfMonth('2023-02')).toBe('2023-02-28');
  });

  it('[PAT13] the bounds of a random partial date enclose it and are real days', () => {
    const day = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays('1900-01-01', n));
    fc.assert(fc.property(day, fc.constantFrom(4, 7, 10), (on, length) => {
      const partial = on.slice(0, length);
      const { earliest, latest } = dateBounds(partial);
      expect(partialDate.safeParse(partial).success && partialDate.safeParse(earliest).success && partialDate.safeParse(latest).success).toBe(true);
      expect(earliest <= on && on <= latest).toBe(true);
      expect(formatDate(partial).split('/').reverse().join('-')).toBe(partial);
    }));
  });

  it('[PAT16] shows days, months and years the Vietnamese way', () => {
    expect(['1950-03-02', '1950-03', '1950'].map(formatDate)).toEqual(['02/03/1950', '03/1950', '1950']);
  });
});

describe('ageOn', () => {
  it('[PAT14] counts completed years, months and days', () => {
    expect(ageOn('2008-11-22', '2026-11-22')).toEqual({ years: 18, months: 216, days: daysBetween('2008-11-22', '2026-11-22'), approximate: false });
    expect(ageOn('2008-11-23', '2026-11-22')?.years).toBe(17);
    expect(ageOn('2026-11-01', '2026-11-22')).toEqual({ years: 0, months: 0, days: 21, approximate: false });
    expect(ageOn('2008-02-29', '2026-02-28')?.years).toBe(17);
  });

  it('[PAT14] flags an age from a year or month as approximate, counted from 1 July or the 15th', () => {
    expect(ageOn('1950', '2026-06-30')).toMatchObject({ years: 75, approximate: true });
    expect(ageOn('1950', '2026-07-01')).toMatchObject({ years: 76, approximate: true });
    expect(ageOn('1950-03', '2026-03-15')).toMatchObject({ years: 76, approximate: true });
    expect(ageOn('2026', '2026-02-01')).toMatchObject({ years: 0, days: 0, approximate: true });
  });

  it('[PAT14] there is no age before birth', () => {
    expect(ageOn('2026-11-23', '2026-11-22')).toBeUndefined();
    expect(ageOn('2027', '2026-11-22')).toBeUndefined();
  });

  it('[ENC5] is surely of age only when the latest possible birth makes it so', () => {
    expect(surelyAtLeastYears('2008-11-22', '2026-11-22', 18)).toBe(true);
    expect(surelyAtLeastYears('2008', '2026-11-22', 18)).toBe(false);
    expect(surelyAtLeastYears('2007', '2026-11-22', 18)).toBe(true);
    expect(surelyAtLeastYears('2027', '2026-11-22', 0)).toBe(false);
  });
});

describe('todayInUnitZone', () => {
  it('[AUD8] the day turns at midnight in Viet Nam', () => {
    expect(todayInUnitZone(Date.parse('2026-11-22T16:59:59.999Z'))).toBe('2026-11-22');
    expect(todayInUnitZone(Date.parse('2026-11-22T17:00:00.000Z'))).toBe('2026-11-23');
    expect(timeInUnitZone(Date.parse('2026-11-22T17:05:00.000Z'))).toBe('00:05');
  });

  it.each(['America/Los_Angeles', 'Asia/Ho_Chi_Minh', 'Pacific/Kiritimati'])('[AUD8] a process in %s sees the same days', (TZ) => {
    const file = new URL('../../../../src-shared/domain/common/today-in-unit-zone.ts', import.meta.url).href;
    const script = `const { todayInUnitZone } = await import(${JSON.stringify(file)}); console.log(todayInUnitZone(${Date.parse('2026-11-22T18:00:00Z')}))`;
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, TZ } }).toString().trim()).toBe('2026-11-23');
  });
});
