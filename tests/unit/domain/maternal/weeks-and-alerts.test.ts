import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../src-shared/domain/common/partial-date.ts';
import { dueDay, expectedFundalHeight, gestationOn } from '../../../../src-shared/domain/maternal/gestation.ts';
import { antenatalAlerts, postnatalAlerts, pregnancyAlerts } from '../../../../src-shared/domain/maternal/maternal-alerts.ts';
import { plannedVisits, proposeNextVisit } from '../../../../src-shared/domain/maternal/planned-visits.ts';
import { postnatalPlan } from '../../../../src-shared/domain/maternal/postnatal-plan.ts';

const start = '2026-01-01';
const due = dueDay({ lastPeriodOn: start })!;
const at = (weeks: number, days = 0) => addDays(start, weeks * 7 + days);
const codes = (alerts: readonly { code: string }[]) => alerts.map(({ code }) => code);
const visit = (_id: string, occurredOn: string) => ({ _id, occurredOn });

describe('weeks and planned visits', () => {
  it('[MAT1] reckons the due day by the last period, or by an ultrasound, and the weeks of any day', () => {
    expect(due).toEqual({ dueOn: '2026-10-08', by: 'lastPeriod' });
    expect(dueDay({ lastPeriodOn: start, ultrasoundDue: { dueOn: '2026-10-15', seenOn: '2026-03-01' } })).toEqual({ dueOn: '2026-10-15', by: 'ultrasound' });
    expect(dueDay({})).toBeUndefined();
    expect([start, '2026-01-07', '2026-01-08', '2026-10-08', '2026-10-10'].map((on) => gestationOn(due, on))).toEqual([{ weeks: 0, days: 0 }, { weeks: 0, days: 6 }, { weeks: 1, days: 0 }, { weeks: 40, days: 0 }, { weeks: 40, days: 2 }]);
    expect(gestationOn(due, '2025-12-31')).toBeUndefined();
    expect(gestationOn(undefined, start)).toBeUndefined();
  });

  it('[MAT2] says of four planned visits which are done, due, late, missed and to come, to the day', () => {
    const states = (on: string, ...days: string[]) => plannedVisits(due, days.map((day) => visit(day, day)), on).map(({ state }) => state).join(' ');
    expect(states(at(5))).toBe('due toCome toCome toCome');
    expect(states(at(10, 6))).toBe('due toCome toCome toCome');
    expect(states(at(11))).toBe('late toCome toCome toCome');
    expect(states(at(12, 6))).toBe('late toCome toCome toCome');
    expect(states(at(13))).toBe('missed due toCome toCome');
    expect(states(at(30), at(12, 6), at(13))).toBe('done done due toCome');
    expect(states(at(34, 6), at(27, 6))).toBe('missed done late toCome');
    expect(states(at(41), at(35), at(40, 6))).toBe('missed missed missed done');
    // What is written down later counts nothing yet.
    expect(states(at(10), at(12))).toBe('due toCome toCome toCome');
    expect(plannedVisits(due, [visit('b', at(20)), visit('a', at(15))], at(30))[1]).toEqual({ fromWeeks: 13, untilWeeks: 27, fromOn: at(13), untilOn: at(27, 6), state: 'done', visitId: 'a' });
  });

  it('[MAT3] proposes the next visit', () => {
    expect([at(5), at(10), at(10, 1), at(18), at(27, 6), at(28), at(29), at(29, 1), at(33), at(37, 1), at(39), at(39, 1), at(41)].map((on) => proposeNextVisit(due, on))).toEqual([at(12), at(12), at(20), at(20), at(30), at(30), at(30), at(34), at(34), at(40), at(40), at(40, 1), at(42)]);
    expect(proposeNextVisit(undefined, '2026-03-01')).toBe('2026-03-29');
  });

  it('[MAT4] plans three visits after the birth', () => {
    const states = (on: string, ...days: string[]) => postnatalPlan('2026-10-01', days.map((day) => visit(day, day)), on).map(({ state }) => state).join(' ');
    expect(states('2026-10-01')).toBe('toCome toCome toCome');
    expect(states('2026-10-02')).toBe('due toCome toCome');
    expect(states('2026-10-04', '2026-10-01')).toBe('done toCome toCome');
    expect(states('2026-10-05', '2026-10-04')).toBe('done due toCome');
    expect(states('2026-10-09')).toBe('missed missed toCome');
    expect(states('2026-11-06', '2026-10-08')).toBe('missed done due');
    expect(states('2026-11-19', '2026-11-18')).toBe('missed missed done');
  });
});

describe('what is unusual', () => {
  it('[MAT5] of an antenatal visit, from the limit on and not before it', () => {
    const of = (with_: object, on = at(30)) => codes(antenatalAlerts({ occurredOn: on, ...with_ }, due));
    const pressure = (...readings: [number, number][]) => ({ bloodPressure: readings.map(([systolicMmHg, diastolicMmHg]) => ({ systolicMmHg, diastolicMmHg })) });
    expect(of({ ...pressure([139, 89]), urineProtein: 'trace', fetalHeartPerMin: 110, fundalHeightCm: 28, haemoglobinGPerL: 110, dangerSigns: [], highRisk: false })).toEqual([]);
    expect(of(pressure([140, 80]))).toEqual(['PressureHigh']);
    expect(of(pressure([130, 90]))).toEqual(['PressureHigh']);
    expect(of(pressure([150, 80], [120, 80]))).toEqual([]);
    for (const urineProtein of ['plus1', 'plus2', 'plus3']) expect(of({ urineProtein })).toEqual(['ProteinInUrine']);
    for (const fetalHeartPerMin of [109, 161]) expect(of({ fetalHeartPerMin })).toEqual(['FetalHeartUnusual']);
    expect(of({ fetalHeartPerMin: 160 })).toEqual([]);
    for (const fundalHeightCm of [27.9, 32.1]) expect(of({ fundalHeightCm })).toEqual(['FundalHeightOff']);
    expect(of({ fundalHeightCm: 32 })).toEqual([]);
    expect([of({ fundalHeightCm: 10 }, at(19, 6)), of({ fundalHeightCm: 10 }, at(20)), of({ fundalHeightCm: 10 }, at(36, 6)), of({ fundalHeightCm: 10 }, at(37))]).toEqual([[], ['FundalHeightOff'], ['FundalHeightOff'], []]);
    expect(codes(antenatalAlerts({ occurredOn: at(30), fundalHeightCm: 10 }, undefined))).toEqual([]);
    expect(of({ haemoglobinGPerL: 109 })).toEqual(['HaemoglobinLow']);
    expect(of({ highRisk: true })).toEqual(['HighRiskSaid']);
    expect(antenatalAlerts({ occurredOn: at(30), haemoglobinGPerL: 90, dangerSigns: ['bleeding'] }, due)).toEqual([{ code: 'DangerSigns', signs: ['bleeding'], field: 'dangerSigns', isUrgent: true }, { code: 'HaemoglobinLow', value: 90, field: 'haemoglobinGPerL' }]);
    expect([expectedFundalHeight(19), expectedFundalHeight(20), expectedFundalHeight(36), expectedFundalHeight(37)]).toEqual([undefined, { from: 18, until: 22 }, { from: 34, until: 38 }, undefined]);
  });

  it('[MAT6] of a pregnancy, by the age she surely has, and by the due day', () => {
    const of = (bornOn: string, with_: object = {}, on = '2026-10-08') => codes(pregnancyAlerts({ registeredOn: '2026-03-01', ...with_ }, { bornOn, due, on }));
    expect([of('2008-03-01'), of('2008-03-02'), of('1991-03-02'), of('1991-03-01')]).toEqual([[], ['AgeUnusual'], [], ['AgeUnusual']]);
    // Known to the year: 17 or 18, 34 or 35.
    expect([of('2008'), of('2009'), of('1991'), of('1990')]).toEqual([[], ['AgeUnusual'], [], ['AgeUnusual']]);
    expect(of('1998-05-01', { previousCaesarean: true, riskFactors: ['heart'] })).toEqual(['PreviousCaesarean', 'RiskFactors']);
    expect(of('1998-05-01', {}, '2026-10-09')).toEqual(['DueDayPassed']);
    expect(pregnancyAlerts({ registeredOn: '2026-03-01' }, { bornOn: '1998-05-01', due, on: '2026-10-10' })).toEqual([{ code: 'DueDayPassed', days: 2 }]);
  });

  it('[MAT7] of a visit after the birth', () => {
    const of = (with_: Parameters<typeof postnatalAlerts>[0]) => postnatalAlerts(with_).map(({ code, isUrgent }) => `${code}${isUrgent ? '!' : ''}`);
    expect(of({ bleeding: 'normal', fever: false, temperatureC: 37.9, breast: 'cracked', mood: 'low', babies: [{ jaundice: 'mild', cord: 'wet' }], bloodPressure: [{ systolicMmHg: 139, diastolicMmHg: 89 }] })).toEqual([]);
    expect([of({ bleeding: 'heavy' }), of({ bleeding: 'foul' }), of({ temperatureC: 38 }), of({ fever: true }), of({ fever: true, temperatureC: 37 })]).toEqual([['BleedingUnusual!'], ['BleedingUnusual!'], ['Fever!'], ['Fever!'], ['Fever!']]);
    expect(of({ babies: [{}, { jaundice: 'severe', cord: 'infected' }], breast: 'mastitis', mood: 'veryLow', bloodPressure: [{ systolicMmHg: 140, diastolicMmHg: 89 }] })).toEqual(['JaundiceSevere!', 'CordInfected!', 'PressureHigh', 'MastitisSeen', 'MoodVeryLow']);
    expect(postnatalAlerts({ babies: [{}, { jaundice: 'severe' }] })).toEqual([{ code: 'JaundiceSevere', baby: 1, field: 'babies.1.jaundice', isUrgent: true }]);
  });
});
