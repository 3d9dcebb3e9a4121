import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../src-shared/domain/common/partial-date.ts';
import { deriveMaternal, derivePregnancy, followedStanding, type MaternalRecords } from '../../../../src-shared/domain/maternal/derive-pregnancy.ts';
import { openMaternal } from '../../../../src-shared/domain/maternal/open-maternal.ts';
import { maternalPart, sumMothers, type CountedRecords } from '../../../../src-shared/domain/maternal/summarize-mothers.ts';
import { aContext, anId } from '../../../support/builders.ts';
import { aBirth, anAntenatalVisit, aPostnatalVisit, aPregnancy } from '../../../support/mothers.ts';

const none: MaternalRecords = { pregnancies: [], visits: [], births: [], postnatal: [] };
const womanBornOn = '1998-05-01';
const start = '2026-01-01';
const at = (weeks: number, days = 0) => addDays(start, weeks * 7 + days);
const dueOn = '2026-10-08';
let seed = 0;
/** Each record its own id. */
const apart = () => aContext({ nowMs: Date.parse('2034-01-01T03:00:00.000Z') + (seed += 1) });
const voided = { at: '2026-05-01T00:00:00.000Z', by: { account: 'lan', displayName: 'Lan', role: 'head' }, reason: 'enteredInError' as const };
const word = (status: 'miscarried' | 'terminated' | 'movedAway' | 'died' | 'active', on: string, time = '2026-06-01T00:00:00.000Z') => ({ status, on, at: time, by: voided.by });

describe('how a woman stands', () => {
  const pregnancy = aPregnancy();
  const stand = (records: Partial<MaternalRecords>, on: string) => derivePregnancy(pregnancy, { ...none, pregnancies: [pregnancy], ...records }, womanBornOn, on);

  it('[MAT9] a pregnancy goes on until a birth of it or a word that it ended; what is voided counts nothing', () => {
    expect(stand({}, at(20))).toMatchObject({ status: 'active', since: '2026-03-01', gestation: { weeks: 20, days: 0 }, kind: 'antenatal' });
    const birth = aBirth(pregnancy);
    expect(stand({ births: [birth] }, '2026-10-03')).toMatchObject({ status: 'active' });
    expect(stand({ births: [birth] }, '2026-10-04')).toMatchObject({ status: 'delivered', since: '2026-10-04', birthId: birth._id, kind: 'postnatal' });
    expect(stand({ births: [birth] }, '2026-10-04')).not.toHaveProperty('gestation');
    expect(stand({ births: [{ ...birth, voided }] }, '2026-10-04').status).toBe('active');
    expect(stand({ births: [{ ...birth, pregnancyId: 'other' }] }, '2026-10-04').status).toBe('active');
    const ended = { ...pregnancy, statusChanges: [...pregnancy.statusChanges, word('miscarried', at(12)), word('active', at(13), '2026-06-02T00:00:00.000Z'), word('terminated', at(15), '2026-06-03T00:00:00.000Z')] };
    expect([at(11), at(12), at(14), at(20)].map((on) => derivePregnancy(ended, none, womanBornOn, on).status)).toEqual(['active', 'miscarried', 'active', 'terminated']);
    expect(derivePregnancy(ended, none, womanBornOn, at(20))).not.toHaveProperty('kind');
    const gone = { ...pregnancy, statusChanges: [...pregnancy.statusChanges, word('movedAway', '2026-10-10')] };
    expect([derivePregnancy(gone, { ...none, births: [birth] }, womanBornOn, '2026-10-09').status, derivePregnancy(gone, { ...none, births: [birth] }, womanBornOn, '2026-10-11').status]).toEqual(['delivered', 'movedAway']);
    expect(deriveMaternal({ ...none, pregnancies: [{ ...pregnancy, voided }] }, womanBornOn, at(20))).toEqual([]);
  });

  it('[MAT10] is on time, due, overdue and past her due day, to the day', () => {
    const said = anAntenatalVisit(pregnancy, at(20), { nextVisitOn: at(24) });
    const state = (records: Partial<MaternalRecords>, on: string) => { const { state: is, nextVisitOn, daysLate } = stand(records, on); return `${is} ${nextVisitOn} ${daysLate}`; };
    expect(state({ visits: [said] }, at(23, 6))).toBe(`onTime ${at(24)} undefined`);
    expect(state({ visits: [said] }, at(24))).toBe(`due ${at(24)} 0`);
    expect(state({ visits: [said] }, at(24, 6))).toBe(`due ${at(24)} 6`);
    expect(state({ visits: [said] }, at(25))).toBe(`overdue ${at(24)} 7`);
    expect(state({ visits: [{ ...said, voided }] }, at(25))).toContain('2026-03-01');
    // Nobody said when: the weeks of the list.
    expect(state({ visits: [anAntenatalVisit(pregnancy, at(20, 1))] }, at(22))).toBe(`onTime ${at(26)} undefined`);
    expect(state({}, '2026-03-01')).toBe('due 2026-03-01 0');
    const far = anAntenatalVisit(pregnancy, at(36), { nextVisitOn: at(42) });
    expect(state({ visits: [far] }, dueOn)).toBe(`onTime ${at(42)} undefined`);
    expect(state({ visits: [far] }, addDays(dueOn, 1))).toBe(`pastDue ${dueOn} 1`);
    expect(state({ visits: [said] }, addDays(dueOn, 3))).toBe(`pastDue ${at(24)} 3`);
    const unknown = aPregnancy({ lastPeriodOn: undefined });
    expect(derivePregnancy(unknown, none, womanBornOn, '2027-03-01')).toMatchObject({ state: 'overdue', planned: [] });
  });

  it('[MAT11] after a birth is followed for 56 days, by the planned visits or what the newest one says', () => {
    const birth = aBirth(pregnancy);
    const state = (on: string, ...postnatal: MaternalRecords['postnatal']) => { const { kind, state: is, nextVisitOn } = stand({ births: [birth], postnatal }, on); return [kind, is, nextVisitOn].join(' '); };
    expect([state('2026-10-04'), state('2026-10-05'), state('2026-10-07'), state('2026-10-08')]).toEqual(['postnatal onTime 2026-10-05', 'postnatal due 2026-10-05', 'postnatal due 2026-10-05', 'postnatal overdue 2026-10-05']);
    const first = aPostnatalVisit(pregnancy, birth, '2026-10-06');
    expect([state('2026-10-07', first), state('2026-10-08', first), state('2026-10-12', first)]).toEqual(['postnatal onTime 2026-10-08', 'postnatal due 2026-10-08', 'postnatal overdue 2026-10-08']);
    const late = aPostnatalVisit(pregnancy, birth, '2026-10-20');
    expect(state('2026-10-21', late)).toBe('postnatal onTime 2026-11-09');
    const said = aPostnatalVisit(pregnancy, birth, '2026-10-20', { nextVisitOn: '2026-10-25' });
    expect([state('2026-10-31', said), state('2026-11-01', said)]).toEqual(['postnatal due 2026-10-25', 'postnatal overdue 2026-10-25']);
    expect(state('2026-11-10', aPostnatalVisit(pregnancy, birth, '2026-11-09'))).toBe('postnatal  ');
    expect([state('2026-11-29'), state('2026-11-30')]).toEqual(['postnatal overdue 2026-10-05', '  ']);
    expect(stand({ births: [{ ...birth, motherStatus: 'died' }] }, '2026-10-05')).not.toHaveProperty('kind');
    expect(followedStanding(deriveMaternal({ ...none, pregnancies: [pregnancy, { ...aPregnancy({ registeredOn: '2026-11-20', lastPeriodOn: '2026-10-20' }, apart()), _id: 'pregnancies:next' }], births: [birth] }, womanBornOn, '2026-11-20'))).toMatchObject({ pregnancyId: 'pregnancies:next', kind: 'antenatal' });
  });

  it('[MAT8] is of high risk by what is unusual of the pregnancy or of its newest visit, not because the day passed', () => {
    const high = anAntenatalVisit(pregnancy, at(20), { haemoglobinGPerL: 90, nextVisitOn: at(24) });
    expect(stand({ visits: [high] }, at(21))).toMatchObject({ isHighRisk: true, alerts: [{ code: 'HaemoglobinLow' }] });
    expect(stand({ visits: [high, anAntenatalVisit(pregnancy, at(24), {}, apart())] }, at(25))).toMatchObject({ isHighRisk: false, alerts: [] });
    expect(stand({}, addDays(dueOn, 1))).toMatchObject({ isHighRisk: false, alerts: [{ code: 'DueDayPassed' }] });
    const risky = aPregnancy({ previousCaesarean: true });
    expect(derivePregnancy(risky, none, womanBornOn, at(21)).isHighRisk).toBe(true);
  });

  it('[MAT12] goes on as ours when one that came along is registered anew, with the visits before', () => {
    const carried = { ...aPregnancy({ lastPeriodOn: '2026-01-10' }, apart()), _id: 'pregnancies:there', isCarried: true };
    const before = { ...anAntenatalVisit(pregnancy, at(10)), pregnancyId: 'pregnancies:there' };
    const records = { ...none, pregnancies: [carried, pregnancy], visits: [before] };
    expect(deriveMaternal(records, womanBornOn, at(20))).toMatchObject([{ pregnancyId: pregnancy._id, isCarried: false, visits: 1, planned: [{ state: 'done' }, {}, {}, {}] }]);
    expect(deriveMaternal({ ...records, pregnancies: [carried] }, womanBornOn, at(20))).toMatchObject([{ pregnancyId: 'pregnancies:there', isCarried: true, visits: 1, kind: 'antenatal' }]);
    const earlier = { ...carried, lastPeriodOn: '2025-10-01', registeredOn: '2025-11-01' };
    expect(deriveMaternal({ ...records, pregnancies: [earlier, pregnancy] }, womanBornOn, at(20)).map(({ visits }) => visits)).toEqual([0, 1]);
  });

  it('[MAT24] stands on any later day the same by what is kept of her in memory', () => {
    const past = { ...aPregnancy({ registeredOn: '2024-03-01', lastPeriodOn: '2024-01-01' }, apart()), _id: anId('pregnancies', 77) };
    const pastBirth = { ...aBirth(past, { bornOn: '2024-10-01' }, apart()), _id: 'births:past' };
    const records: MaternalRecords = { pregnancies: [past, pregnancy], visits: [anAntenatalVisit(pregnancy, at(12), { haemoglobinGPerL: 100 }), anAntenatalVisit(pregnancy, at(20), { nextVisitOn: at(24) }, apart())], births: [pastBirth], postnatal: [] };
    const kept = openMaternal(records, womanBornOn, at(21));
    expect(kept.pregnancies.map(({ _id }) => _id)).toEqual([pregnancy._id]);
    for (const on of [at(21), at(24), at(30), at(41), at(50)]) expect(followedStanding(deriveMaternal(kept, womanBornOn, on))).toEqual(followedStanding(deriveMaternal(records, womanBornOn, on)));
    const born = { ...records, births: [pastBirth, aBirth(pregnancy)] };
    for (const on of ['2026-10-05', '2026-11-20', '2026-12-20']) expect(followedStanding(deriveMaternal(openMaternal(born, womanBornOn, '2026-10-05'), womanBornOn, on))).toEqual(followedStanding(deriveMaternal(born, womanBornOn, on)));
  });
});

describe('the counts of a month', () => {
  const october = { from: '2026-10-01', on: '2026-10-31' };
  const count = (records: Partial<CountedRecords>, span = october) => sumMothers([maternalPart({ pregnancies: [], visits: [], births: [], postnatal: [], tetanus: [], ...records }, womanBornOn, span)]);
  const share = (counts: ReturnType<typeof sumMothers>) => Object.fromEntries(counts.indicators.map(({ id, numerator, denominator }) => [id, `${numerator}/${denominator}`]));

  it('[MAT26] counts of births the visits, trimesters, tetanus, attendant and first week, and what babies weighed', () => {
    const pregnancy = aPregnancy({ tetanusDosesBefore: 1 });
    const visits = [at(12, 6), at(13), at(28), at(38)].map((on) => anAntenatalVisit(pregnancy, on, {}, apart()));
    const birth = aBirth(pregnancy, { babies: [{ sex: 'male', weightG: 2499, status: 'live' }, { sex: 'female', weightG: 2500, status: 'died' }, { sex: 'female', weightG: 900, status: 'stillborn' }, { sex: 'male', status: 'live' }] });
    const postnatal = [aPostnatalVisit(pregnancy, birth, '2026-10-11')];
    const all = { pregnancies: [pregnancy], visits, births: [birth], postnatal };
    expect(share(count(all))).toEqual({ anc3in3: '1/1', anc4: '1/1', earlyRegistration: '0/0', tetanusProtected: '0/1', skilledBirth: '1/1', lowBirthWeight: '1/2', postnatalWeek1: '1/1', hivTested: '0/0' });
    expect(count(all)).toMatchObject({ births: 1, registered: 0, pregnant: 0, babies: { live: 3, stillborn: 1, died: 1 }, mothersDied: 0, places: [{ place: 'station', births: 1 }] });
    const missing = { ...all, visits: visits.slice(1), births: [{ ...birth, attendant: 'villageMidwife' as const, motherStatus: 'died' as const }], postnatal: [aPostnatalVisit(pregnancy, birth, '2026-10-12')], tetanus: [{ on: '2026-05-01', doseNumber: 2 }] };
    expect(share(count(missing))).toMatchObject({ anc3in3: '0/1', anc4: '0/1', tetanusProtected: '1/1', skilledBirth: '0/1', postnatalWeek1: '0/1' });
    expect(count(missing).mothersDied).toBe(1);
    expect(share(count({ ...all, tetanus: [{ on: '2026-10-05', doseNumber: 2 }] })).tetanusProtected).toBe('0/1');
    expect(share(count({ ...all, visits: [...visits, anAntenatalVisit(pregnancy, at(30), { tetanusDose: 2 }, apart())] })).tetanusProtected).toBe('1/1');
    expect(count({ ...all, births: [{ ...birth, voided }] }).births).toBe(0);
    expect(count({ ...all, births: [{ ...birth, carriedFromUnit: '25002' }] }).births).toBe(0);
    // Written down twice: one birth.
    expect(count({ ...all, births: [birth, { ...birth, _id: 'births:z' }] }).births).toBe(1);
    expect(count(all, { from: '2026-10-01', on: '2026-10-10' })).toMatchObject({ births: 1, indicators: expect.arrayContaining([{ id: 'postnatalWeek1', numerator: 0, denominator: 1 }]) as unknown });
  });

  it('[MAT26] counts of pregnancies registered whose first visit was early and who was tested', () => {
    const march = { from: '2026-03-01', on: '2026-03-31' };
    const pregnancy = aPregnancy({ screenings: [{ test: 'hiv', result: 'negative', on: '2026-03-01' }] });
    const early = count({ pregnancies: [pregnancy], visits: [anAntenatalVisit(pregnancy, at(12, 6))] }, { from: '2026-03-01', on: '2026-04-30' });
    expect([share(early).earlyRegistration, share(early).hivTested, early.registered, early.pregnant]).toEqual(['1/1', '1/1', 1, 1]);
    expect(share(count({ pregnancies: [pregnancy], visits: [anAntenatalVisit(pregnancy, at(13))] }, { from: '2026-03-01', on: '2026-04-30' })).earlyRegistration).toBe('0/1');
    expect(share(count({ pregnancies: [{ ...pregnancy, screenings: pregnancy.screenings.map((one) => ({ ...one, result: 'declined' as const })) }] }, march))).toMatchObject({ earlyRegistration: '0/1', hivTested: '0/1' });
    expect(count({ pregnancies: [pregnancy] }, { from: '2026-04-01', on: '2026-04-30' })).toMatchObject({ registered: 0, pregnant: 1 });
    expect(count({ pregnancies: [{ ...pregnancy, statusChanges: [...pregnancy.statusChanges, word('died', '2026-03-20')] }] }, march)).toMatchObject({ pregnant: 0, mothersDied: 1 });
  });
});
