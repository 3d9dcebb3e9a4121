import { describe, expect, it } from 'vitest';
import { classifyBloodPressure, isEmergencyPressure, isHighPressure, meanPressure } from '../../../../src-shared/domain/chronic/classify-blood-pressure.ts';
import { chronicConditions } from '../../../../src-shared/domain/chronic/chronic-lists.ts';
import { deriveCareState, glucoseOf, pressuresOf, type CareEncounter, type CareRecords } from '../../../../src-shared/domain/chronic/derive-care-state.ts';
import { deriveSuspect } from '../../../../src-shared/domain/chronic/derive-suspect.ts';
import type { Episode } from '../../../../src-shared/domain/chronic/episode.schema.ts';
import { isControlled, pressureGoal } from '../../../../src-shared/domain/chronic/pressure-goal.ts';
import { carePart, sumCare } from '../../../../src-shared/domain/chronic/summarize-care.ts';
import { anEpisode, aFollowUp, readings } from '../../../support/chronic.ts';

const today = '2026-11-22';
const bornOn = '1960-05-01';
const [by, at] = [anEpisode().author, '2026-11-22T03:00:00.000Z'];
const voided = { at, by, reason: 'enteredInError' as const };
let visits = 0;
const visit = (on: string, pressure?: string): CareEncounter => ({ id: `encounters:${(visits += 1)}`, on, at: `${on}T03:00:00.000Z`, ...(pressure === undefined ? {} : { pressure: readings(pressure)[0]! }) });
const state = (records: Partial<CareRecords>, on = today, born = bornOn) => deriveCareState({ episodes: [anEpisode()], followUps: [], encounters: [], ...records }, born, on);
const controlled = (records: Partial<CareRecords>, on = today, born = bornOn) => state(records, on, born).conditions[0]?.controlled;
const became = (one: Episode, ...words: [on: string, status: Episode['statusChanges'][number]['status'], at?: string][]): Episode => ({ ...one, statusChanges: [...one.statusChanges, ...words.map(([on, status, said = at]) => ({ on, status, at: said, by }))] });

describe('blood pressure', () => {
  it('[CHR1] has the higher of its two classes', () => {
    const classes = [['119/79', 'optimal'], ['120/79', 'normal'], ['119/80', 'normal'], ['129/84', 'normal'], ['130/70', 'highNormal'], ['110/85', 'highNormal'], ['139/89', 'highNormal'], ['140/89', 'grade1'], ['139/90', 'grade1'], ['159/99', 'grade1'], ['160/70', 'grade2'], ['120/100', 'grade2'], ['179/109', 'grade2'], ['180/80', 'grade3'], ['150/110', 'grade3']] as const;
    for (const [pressure, grade] of classes) expect(classifyBloodPressure(readings(pressure)[0]!).grade, pressure).toBe(grade);
    const isolated = (pressure: string) => classifyBloodPressure(readings(pressure)[0]!).isolatedSystolic;
    expect([isolated('140/89'), isolated('185/70'), isolated('140/90'), isolated('139/80')]).toEqual([true, true, false, false]);
    expect([isHighPressure(readings('140/60')[0]!), isHighPressure(readings('120/90')[0]!), isHighPressure(readings('139/89')[0]!)]).toEqual([true, true, false]);
    expect([isEmergencyPressure(readings('180/60')[0]!), isEmergencyPressure(readings('130/110')[0]!), isEmergencyPressure(readings('179/109')[0]!)]).toEqual([true, true, false]);
  });

  it('[CHR2] counts two readings as their mean', () => {
    expect(meanPressure(readings('141/90 138/85'))).toEqual({ systolicMmHg: 140, diastolicMmHg: 88 });
    expect(meanPressure(readings('150/95'))).toEqual({ systolicMmHg: 150, diastolicMmHg: 95 });
    expect(meanPressure([])).toBeUndefined();
    expect(pressuresOf({ followUps: [aFollowUp('2026-11-01', '141/90 138/85')], encounters: [] })).toMatchObject([{ on: '2026-11-01', systolicMmHg: 140, diastolicMmHg: 88, from: 'followUp', pressureClass: { grade: 'grade1' } }]);
  });

  it('[CHR3] is to be below the usual goal of the age, or below a doctor’s', () => {
    expect(pressureGoal([{}], '1947-01-01', today)).toEqual({ systolicBelow: 140, diastolicBelow: 90, isOwn: false });
    expect(pressureGoal([{}], '1946-11-22', today)).toEqual({ systolicBelow: 150, diastolicBelow: 90, isOwn: false });
    // Not surely eighty yet.
    expect(pressureGoal([{}], '1946', today)).toMatchObject({ systolicBelow: 140 });
    expect(pressureGoal([{ goal: { systolicBelow: 130, diastolicBelow: 85 } }, { goal: { systolicBelow: 135, diastolicBelow: 80 } }, {}], '1930', today)).toEqual({ systolicBelow: 130, diastolicBelow: 80, isOwn: true });
    const goal = { systolicBelow: 140, diastolicBelow: 90 };
    expect(['139/89', '140/89', '139/90'].map((pressure) => isControlled(readings(pressure)[0]!, goal))).toEqual([true, false, false]);
    // A goal of what is no longer managed holds no more.
    expect(state({ episodes: [anEpisode(), became(anEpisode({ condition: 'diabetes', goal: { systolicBelow: 130, diastolicBelow: 80 } }), ['2026-05-01', 'stopped'])] }).goal).toMatchObject({ systolicBelow: 140, isOwn: false });
  });

  it('[CHR4] of a visit counts too; of one day the follow-up’s is the last word, what is voided is none', () => {
    expect(state({ encounters: [visit('2026-11-10', '150/95')] }).lastPressure).toMatchObject({ from: 'encounter', on: '2026-11-10', systolicMmHg: 150 });
    expect(state({ encounters: [visit('2026-11-10', '150/95')], followUps: [aFollowUp('2026-11-10', '136/80')] }).lastPressure).toMatchObject({ from: 'followUp', systolicMmHg: 136 });
    expect(state({ encounters: [visit('2026-11-11', '150/95'), visit('2026-11-12')], followUps: [aFollowUp('2026-11-10', '136/80')] })).toMatchObject({ lastPressure: { from: 'encounter' }, lastSeenOn: '2026-11-12' });
    expect(state({ followUps: [{ ...aFollowUp('2026-11-10', '136/80'), voided }] })).not.toHaveProperty('lastPressure');
    // What was measured later says nothing of that day.
    expect(state({ followUps: [aFollowUp('2026-11-10', '136/80')] }, '2026-11-09')).not.toHaveProperty('lastPressure');
  });
});

describe('how somebody stands', () => {
  it('[CHR5] has the last word on each condition until that day', () => {
    const one = became(anEpisode(), ['2026-03-01', 'referred'], ['2026-06-01', 'active'], ['2026-09-01', 'stopped', '2026-09-01T03:00:00.000Z'], ['2026-09-01', 'died', '2026-09-01T04:00:00.000Z']);
    const statuses = ['2026-01-10', '2026-02-28', '2026-03-01', '2026-06-01', '2026-08-31', '2026-09-01'].map((on) => state({ episodes: [one] }, on).conditions[0]?.status);
    expect(statuses).toEqual(['active', 'active', 'referred', 'active', 'active', 'died']);
    expect(state({ episodes: [one] }).conditions[0]).toMatchObject({ condition: 'hypertension', since: '2026-09-01', enrolledOn: '2026-01-10' });
    expect(state({ episodes: [one] }, '2026-01-09').conditions).toEqual([]);
    expect(state({ episodes: [{ ...one, voided }] }).conditions).toEqual([]);
  });

  it('[CHR5] says of several episodes of a condition the one that says most', () => {
    const ended = became(anEpisode({ enrolledOn: '2026-08-01' }), ['2026-09-01', 'stopped']);
    const own = anEpisode({ enrolledOn: '2026-05-01' });
    const carried = { ...anEpisode({ enrolledOn: '2026-10-01' }), isCarried: true };
    expect(state({ episodes: [ended, carried, own] }).conditions).toMatchObject([{ episodeId: own._id, status: 'active', isCarried: false }]);
    expect(state({ episodes: [carried] }).conditions).toMatchObject([{ episodeId: carried._id, isCarried: true }]);
    expect(state({ episodes: [ended, carried] }).conditions[0]).toMatchObject({ episodeId: ended._id });
    expect(state({ episodes: [anEpisode({ condition: 'asthma' }), anEpisode({ condition: 'diabetes' })] }).conditions.map(({ condition }) => condition)).toEqual(['diabetes', 'asthma']);
  });

  it('[CHR6] knows hypertension by the newest blood pressure of three months', () => {
    expect(controlled({ followUps: [aFollowUp('2026-08-22', '138/88')] })).toBe('yes');
    expect(controlled({ followUps: [aFollowUp('2026-08-21', '138/88')] })).toBe('unknown');
    expect(controlled({ followUps: [aFollowUp('2026-10-01', '138/88'), aFollowUp('2026-11-01', '140/80')] })).toBe('no');
    expect(controlled({ followUps: [aFollowUp('2026-11-01', '145/80')] }, today, '1940-01-01')).toBe('yes');
    expect(controlled({})).toBe('unknown');
  });

  it('[CHR6] knows diabetes by the newest fasting glucose or HbA1c that still holds, and other conditions by nothing', () => {
    const diabetes = [anEpisode({ condition: 'diabetes' })];
    const with_ = (...followUps: CareRecords['followUps'][number][]) => controlled({ episodes: diabetes, followUps });
    expect(with_(aFollowUp('2026-11-01', undefined, { fastingGlucoseMmolL: 7.1 }))).toBe('yes');
    expect(with_(aFollowUp('2026-11-01', undefined, { fastingGlucoseMmolL: 7.2 }))).toBe('no');
    expect(with_(aFollowUp('2026-06-01', undefined, { hba1cPercent: 6.9 }))).toBe('yes');
    expect(with_(aFollowUp('2026-05-21', undefined, { hba1cPercent: 6.9 }))).toBe('unknown');
    expect(with_(aFollowUp('2026-08-21', undefined, { fastingGlucoseMmolL: 5 }))).toBe('unknown');
    expect(with_(aFollowUp('2026-10-01', undefined, { hba1cPercent: 8 }), aFollowUp('2026-11-01', undefined, { fastingGlucoseMmolL: 6 }))).toBe('yes');
    expect(with_(aFollowUp('2026-11-01', undefined, { fastingGlucoseMmolL: 6, hba1cPercent: 7 }))).toBe('no');
    expect(with_(aFollowUp('2026-11-01', undefined, { randomGlucoseMmolL: 6 }))).toBe('unknown');
    expect(glucoseOf([aFollowUp('2026-11-01', undefined, { fastingGlucoseMmolL: 6, hba1cPercent: 7, randomGlucoseMmolL: 9 })]).map(({ kind, value }) => `${kind} ${value}`)).toEqual(['random 9', 'fasting 6', 'hba1c 7']);
    for (const condition of chronicConditions.filter((one) => one !== 'hypertension' && one !== 'diabetes')) expect(controlled({ episodes: [anEpisode({ condition })], followUps: [aFollowUp('2026-11-01', '120/70')] }), condition).toBeUndefined();
  });

  it('[CHR7] is to come when the newest follow-up said, else thirty days after it, else after enrolment', () => {
    expect(state({}, '2026-01-20')).toMatchObject({ nextVisitOn: '2026-02-09', state: 'onTime' });
    expect(state({ followUps: [aFollowUp('2026-11-01')] })).toMatchObject({ nextVisitOn: '2026-12-01', state: 'onTime' });
    expect(state({ followUps: [aFollowUp('2026-11-01', undefined, { nextVisitOn: '2026-11-15' }), aFollowUp('2026-10-01', undefined, { nextVisitOn: '2026-12-30' })] })).toMatchObject({ nextVisitOn: '2026-11-15' });
    expect(state({ episodes: [anEpisode({ condition: 'asthma', enrolledOn: '2026-11-20' }), anEpisode({ enrolledOn: '2026-11-10' })] })).toMatchObject({ nextVisitOn: '2026-12-10' });
  });

  it('[CHR7] is controlled by a visit that measured the blood pressure too, and not sent for before thirty days after it', () => {
    const followUps = [aFollowUp('2026-10-01', '150/90', { nextVisitOn: '2026-10-15' })];
    expect(state({ followUps, encounters: [visit('2026-11-01', '142/88')] })).toMatchObject({ nextVisitOn: '2026-12-01', state: 'onTime' });
    // What the follow-up of that day or a later one said stands, and so does a later day.
    expect(state({ followUps, encounters: [visit('2026-10-01', '142/88'), visit('2026-09-20', '142/88')] })).toMatchObject({ nextVisitOn: '2026-10-15' });
    expect(state({ followUps: [aFollowUp('2026-10-01', '150/90', { nextVisitOn: '2026-12-20' })], encounters: [visit('2026-11-01', '142/88')] })).toMatchObject({ nextVisitOn: '2026-12-20' });
    // Nothing was measured.
    expect(state({ followUps, encounters: [visit('2026-11-01')] })).toMatchObject({ nextVisitOn: '2026-10-15', state: 'overdue' });
    expect(state({ encounters: [visit('2026-11-01', '142/88')] })).toMatchObject({ nextVisitOn: '2026-12-01' });
    expect(state({ encounters: [visit('2026-01-09', '142/88')] })).toMatchObject({ nextVisitOn: '2026-02-09' });
  });

  it('[CHR7] is due that day, overdue a week after it, and lost when nobody saw them for three months', () => {
    const followUps = [aFollowUp('2026-11-01', '150/90', { nextVisitOn: '2026-11-15' })];
    const on = (day: string, encounters: CareEncounter[] = []) => { const { state: stands, daysLate } = state({ followUps, encounters }, day); return `${stands} ${daysLate ?? '-'}`; };
    expect(['2026-11-14', '2026-11-15', '2026-11-21', '2026-11-22', '2027-02-01', '2027-02-02'].map((day) => on(day))).toEqual(['onTime -', 'due 0', 'due 6', 'overdue 7', 'overdue 78', 'lost 79']);
    // A visit for a cold is no control, but they are not lost.
    expect(on('2027-02-02', [visit('2027-01-10')])).toBe('overdue 79');
    // Who is told to come in four months is not lost before.
    expect(state({ followUps: [aFollowUp('2026-07-01', undefined, { nextVisitOn: '2026-11-30' })] }).state).toBe('onTime');
    const left = state({ episodes: [became(anEpisode(), ['2026-05-01', 'movedAway'])], followUps });
    expect([left.state, left.nextVisitOn]).toEqual([undefined, undefined]);
  });
});

describe('who may be ill', () => {
  const suspect = (records: Partial<CareRecords>) => deriveSuspect({ episodes: [], followUps: [], encounters: [], ...records });

  it('[CHR18] is whoever was high last and is in no register for it', () => {
    expect(suspect({ encounters: [visit('2026-11-01', '142/80')] })).toMatchObject({ kind: 'measureAgain', days: 1, pressure: { on: '2026-11-01' } });
    expect(suspect({ encounters: [visit('2026-10-01', '142/80'), visit('2026-11-01', '139/89')] })).toBeUndefined();
    expect(suspect({ encounters: [visit('2026-11-01', '142/80')], episodes: [became(anEpisode(), ['2026-03-01', 'stopped'])] })).toBeUndefined();
    expect(suspect({ encounters: [visit('2026-11-01', '142/80')], episodes: [{ ...anEpisode(), voided }] })).toBeDefined();
    expect(suspect({ followUps: [aFollowUp('2026-11-01', '150/92')], episodes: [anEpisode({ condition: 'diabetes' })] })).toMatchObject({ kind: 'measureAgain' });
    expect(suspect({})).toBeUndefined();
  });

  it('[CHR18] is to be confirmed when high on two days of twelve months, or from 180/110 on', () => {
    expect(suspect({ encounters: [visit('2026-10-01', '142/80'), visit('2026-11-01', '150/80')] })).toMatchObject({ kind: 'confirm', days: 2 });
    expect(suspect({ encounters: [visit('2026-11-01', '142/80'), visit('2026-11-01', '150/80')] })).toMatchObject({ kind: 'measureAgain', days: 1 });
    expect(suspect({ encounters: [visit('2025-10-31', '142/80'), visit('2026-11-01', '150/80')] })).toMatchObject({ kind: 'measureAgain', days: 1 });
    expect(suspect({ encounters: [visit('2025-11-01', '142/80'), visit('2026-11-01', '150/80')] })).toMatchObject({ kind: 'confirm', days: 2 });
    expect(suspect({ encounters: [visit('2026-11-01', '150/110')] })).toMatchObject({ kind: 'confirm', days: 1 });
  });
});

describe('a month', () => {
  const span = { from: '2026-11-01', on: '2026-11-30' };
  const part = (records: Partial<CareRecords>) => carePart({ episodes: [anEpisode()], followUps: [], encounters: [], ...records }, bornOn, span);

  it('[CHR19] counts each person in the shares they belong to', () => {
    expect(part({ followUps: [aFollowUp('2026-11-01', '130/80')] })).toEqual({ active: ['hypertension'], enrolled: [], left: [], shares: { bpControl: true, missedVisit: false } });
    expect(part({ followUps: [aFollowUp('2026-08-29', '130/80')] }).shares).toEqual({ bpControl: false, missedVisit: true });
    expect(part({ encounters: [visit('2026-08-30')] }).shares).toEqual({ bpControl: false, missedVisit: false });
    // Registered for less than six months.
    expect(part({ episodes: [anEpisode({ enrolledOn: '2026-05-31' })] }).shares).toEqual({ missedVisit: true });
    expect(part({ episodes: [anEpisode({ condition: 'diabetes', enrolledOn: '2026-11-20' })], followUps: [aFollowUp('2026-11-20', undefined, { fastingGlucoseMmolL: 6 })] })).toEqual({ active: ['diabetes'], enrolled: ['diabetes'], left: [], shares: { missedVisit: false, dmControl: true } });
    // What is written down later belongs to another month.
    expect(part({ followUps: [aFollowUp('2026-12-01', '130/80')] }).shares).toEqual({ bpControl: false, missedVisit: true });
    expect(part({ episodes: [became(anEpisode(), ['2026-11-05', 'referred'])] })).toEqual({ active: [], enrolled: [], left: [{ condition: 'hypertension', status: 'referred' }], shares: {} });
    expect(part({ episodes: [became(anEpisode(), ['2026-10-05', 'referred'])] }).left).toEqual([]);
  });

  it('[CHR19] sums them by indicator and by condition', () => {
    const parts = [part({ followUps: [aFollowUp('2026-11-01', '130/80')] }), part({}), part({ episodes: [anEpisode({ condition: 'diabetes', enrolledOn: '2026-11-20' }), anEpisode()] }), part({ episodes: [became(anEpisode(), ['2026-11-05', 'died'])] })];
    expect(sumCare(parts)).toEqual({
      people: 3, indicators: [{ id: 'bpControl', numerator: 1, denominator: 3 }, { id: 'missedVisit', numerator: 1, denominator: 3 }, { id: 'dmControl', numerator: 0, denominator: 1 }],
      conditions: [{ condition: 'hypertension', enrolled: 0, active: 3, left: [{ status: 'died', people: 1 }] }, { condition: 'diabetes', enrolled: 1, active: 1, left: [] }],
    });
  });
});
