import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConflictRow, QueryAnswer, QueryInput, QueryName } from '../../../src-shared/contract/queries.ts';
import type { ReportMonth } from '../../../src-shared/contract/reports.ts';
import type { Person } from '../../../src-main/station/accounts/accounts.ts';
import { openStationDatabase, type StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { prepareOperation } from '../../../src-main/station/operations/prepare-operation.ts';
import { runOperation } from '../../../src-main/station/operations/run-operation.ts';
import { stationQueries } from '../../../src-main/station/queries/index.ts';
import type { Query, QueryFacts } from '../../../src-main/station/queries/query.ts';
import { makePaper } from '../../../src-main/station/reports/make-paper.ts';
import { verifyStation } from '../../../src-main/station/verify/verify-station.ts';
import { sampleLines } from '../../../src-shared/domain/practice/sample-load-lines.ts';
import { reportForms, reportLines, type ReportNumber } from '../../../src-shared/domain/report/report-lines.ts';
import { pdfText } from '../../support/pdf-text.ts';
import { aPerson, atEnd, personId, tempDir } from './world.ts';
import { ask, did, exchange, twoPcs } from './two-pcs.ts';

const lan: Person = { account: 'lan', displayName: 'Lan', role: 'head' };

/** A station whose clock can be set. */
function aStation() {
  let nowMs = Date.parse('2026-09-20T05:00:00.000Z');
  const file = join(tempDir(), 'station.db');
  const db: StationDatabase = openStationDatabase({ file, key: randomBytes(32), identity: { unit: '25001', unitName: 'A', device: 'pc-test', instance: randomBytes(4).toString('hex'), practice: false }, now: () => (nowMs += 10), mustExist: false });
  db.settings.set('identity', db.identity);
  atEnd(() => db.close());
  let keys = 0;
  const tell = (operation: string, input: unknown, person = lan) => runOperation(db, person, { operation, key: `k${(keys += 1)}`, input });
  const must = (operation: string, input: unknown) => { const answer = tell(operation, input); if (!answer.ok) throw new Error(`${operation} ${JSON.stringify(answer.refusals)}`); return answer.result.id; };
  const show = async <N extends QueryName>(query: N, input: QueryInput<N>): Promise<QueryAnswer<N>> => (stationQueries[query] as Query<N>)(input as never, { db } as QueryFacts);
  const numbers = async (month: string): Promise<ReportNumber[]> => (await Promise.all(reportForms.map(async (form) => (await show('reportForm', { month, form })).numbers))).flat();
  return {
    db, tell, must, show, numbers, at: (day: string) => { nowMs = Date.parse(`${day}T05:00:00.000Z`); },
    one: async (month: string, line: string) => (await numbers(month)).find(({ id }) => id === line),
    async lock(period: string, more: object = {}, person = lan) {
      await prepareOperation(db, { operation: 'lockReport', input: { period } });
      return tell('lockReport', { period, shown: await numbers(period), ...more }, person);
    },
    somebody: (n: number, with_: Record<string, unknown> = {}) => must('registerPatient', aPerson(n, with_)),
    visit: (n: number, occurredOn: string, with_: object = {}) => must('recordVisit', { patientId: personId(n), occurredOn, symptoms: 'Ho', ...with_ }),
  };
}
const refusal = (answer: ReturnType<ReturnType<typeof aStation>['tell']>) => (answer.ok ? undefined : answer.refusals[0]?.code);

describe('the numbers of a month', () => {
  it('[REP3] [REP4] counts the people of the book by its end, and shares of a population that was typed', async () => {
    const { somebody, must, one, at, tell, numbers } = aStation();
    somebody(1, { bornOn: '1960-05-01' });
    somebody(2, { bornOn: '1990-05-01' });
    somebody(3, { bornOn: '1985-05-01' });
    at('2026-10-06');
    somebody(4, { bornOn: '2022-05-01' });
    must('markSamePerson', { id: personId(3), sameAsId: personId(1) });
    expect(await one('2026-09', 'people.book')).toEqual({ id: 'people.book', value: 2 });
    expect(await one('2026-10', 'people.book')).toEqual({ id: 'people.book', value: 3 });
    expect(await one('2026-10', 'people.registered')).toEqual({ id: 'people.registered', value: 1 });
    expect((await numbers('2026-10')).some(({ id }) => id === 'people.population')).toBe(false);
    expect(refusal(tell('recordYearFigures', { year: '2026', population: 300 }, { ...lan, role: 'doctor' }))).toBe('RoleNotAllowed');
    must('recordYearFigures', { year: '2026', population: 300 });
    expect(await one('2026-10', 'people.book')).toEqual({ id: 'people.book', value: 3, of: 300 });
    expect(await one('2026-10', 'people.population')).toEqual({ id: 'people.population', value: 300 });
    must('voidPatient', { id: personId(2), voidReason: 'enteredInError' });
    expect(await one('2026-10', 'people.book')).toMatchObject({ value: 2 });
  });

  it('[REP3] [REP5] counts visits and checkups in force by whom they were of, and records seen in twelve months', async () => {
    const { somebody, visit, one, at, must, show } = aStation();
    somebody(1, { bornOn: '1960-05-01', insuranceNumber: 'GD4790123456789', insuranceValidTo: '2026-10-15' });
    somebody(2, { bornOn: '2022-05-01' });
    somebody(3, { bornOn: '1985-05-01' });
    at('2026-11-02');
    visit(1, '2026-10-10');
    visit(1, '2026-10-20');
    visit(2, '2026-10-31');
    const wrong = visit(3, '2026-10-05');
    visit(3, '2026-10-06', { status: 'draft' });
    visit(3, '2026-11-01');
    must('voidEncounter', { id: wrong, voidReason: 'enteredInError' });
    expect(await one('2026-10', 'visits.total')).toEqual({ id: 'visits.total', value: 3 });
    expect(await one('2026-10', 'visits.insured')).toMatchObject({ value: 1 });
    expect(await one('2026-10', 'visits.underSix')).toMatchObject({ value: 1 });
    expect(await one('2026-10', 'visits.sixty')).toMatchObject({ value: 2 });
    expect(await one('2026-10', 'visits.people')).toMatchObject({ value: 2 });
    expect(await one('2026-10', 'people.updated')).toEqual({ id: 'people.updated', value: 2, of: 3 });
    expect(await one('2026-11', 'people.updated')).toEqual({ id: 'people.updated', value: 3, of: 3 });
    expect(await one('2026-11', 'visits.year')).toMatchObject({ value: 4 });
    const records = await show('reportRecords', { month: '2026-10', line: 'people.updated', rest: true });
    expect(records).toMatchObject({ total: 1, value: 2, of: 3, hasRest: true, rows: [{ patientId: personId(3) }] });
  });

  it('[REP5] [REP6] counts doses given here, children as the page of nutrition does, chronic care as its own, and the store room', async () => {
    const { somebody, must, one, at, show } = aStation();
    somebody(1, { bornOn: '2025-10-12', noNationalIdReason: 'newborn', guardian: { fullName: 'Lan' } });
    somebody(2, { bornOn: '1960-05-01' });
    at('2026-11-02');
    const dose = (vaccine: string, doseNumber: number, occurredOn: string, place = 'here') => must('recordImmunization', { patientId: personId(1), vaccine, doseNumber, occurredOn, place, ...(place === 'here' ? { lotNumber: 'L1', expiresOn: '2027-06', screening: { outcome: 'eligible' }, observation: 'normal' } : {}) });
    for (const [vaccine, n] of [['BCG', 1], ['DPT-VGB-Hib', 1], ['DPT-VGB-Hib', 2], ['DPT-VGB-Hib', 3], ['bOPV', 1], ['bOPV', 2], ['bOPV', 3], ['IPV', 1]] as const) dose(vaccine, n, `2026-0${Math.min(9, n + 5)}-01`, 'elsewhere');
    expect(await one('2026-10', 'vaccination.full')).toEqual({ id: 'vaccination.full', value: 0, of: 1 });
    const measles = dose('MVVAC', 1, '2026-10-05');
    expect(await one('2026-10', 'doses.MVVAC1')).toMatchObject({ value: 1 });
    expect(await one('2026-10', 'doses.BCG1')).toMatchObject({ value: 0 });
    expect(await one('2026-10', 'vaccination.full')).toEqual({ id: 'vaccination.full', value: 1, of: 1 });
    expect(await one('2026-09', 'vaccination.full')).toEqual({ id: 'vaccination.full', value: 0, of: 0 });
    must('voidImmunization', { id: measles, voidReason: 'wrongPatient' });
    expect(await one('2026-10', 'doses.MVVAC1')).toMatchObject({ value: 0 });
    must('recordVisit', { patientId: personId(1), occurredOn: '2026-10-07', symptoms: 'Cân', observations: { weightKg: { value: 6.5 }, heightCm: { value: 74 } } });
    must('recordVisit', { patientId: personId(1), occurredOn: '2026-11-01', symptoms: 'Cân', observations: { weightKg: { value: 9.5 } } });
    expect(await one('2026-10', 'children.underweight')).toEqual({ id: 'children.underweight', value: 1, of: 1 });
    expect(await one('2026-11', 'children.underweight')).toEqual({ id: 'children.underweight', value: 0, of: 1 });
    expect(await one('2026-09', 'children.notWeighed')).toEqual({ id: 'children.notWeighed', value: 1, of: 1 });
    must('enrolCondition', { patientId: personId(2), condition: 'hypertension', foundOn: '2026', foundBy: 'visit', enrolledOn: '2026-10-09' });
    expect(await one('2026-10', 'chronic.enrolled')).toMatchObject({ value: 1 });
    const month = await show('careMonth', { month: '2026-10' });
    expect(await one('2026-10', 'chronic.screened')).toMatchObject({ value: month.indicators.at(-1)?.numerator, of: month.indicators.at(-1)?.denominator });
    const medicineId = must('addMedicine', { code: 'PARA500', inn: 'Paracetamol', baseUnit: 'viên' });
    must('receiveStock', { medicineId, lotNumber: 'A1', expiresOn: '2031-01-01', quantityBaseUnits: 10, occurredOn: '2026-11-01', source: 'upperLevel' });
    expect(await one('2026-10', 'stock.listed')).toMatchObject({ value: 0 });
    expect(await one('2026-11', 'stock.available')).toEqual({ id: 'stock.available', value: 1, of: 1 });
    must('dispenseMedicine', { patientId: personId(2), occurredOn: '2026-11-02', items: [{ medicineId, quantityBaseUnits: 10 }] });
    expect(await one('2026-11', 'stock.available')).toEqual({ id: 'stock.available', value: 0, of: 1 });
    expect(await one('2026-11', 'stock.days')).toMatchObject({ value: 1 });
    expect(await show('reportRecords', { month: '2026-11', line: 'stock.days' })).toMatchObject({ rows: [{ medicineId, name: 'Paracetamol', times: 1 }] });
  });

  it('[REP5] counts mothers as the page of their month does, and the babies', async () => {
    const { somebody, must, numbers, at, show } = aStation();
    for (const n of [1, 2]) somebody(n, { bornOn: '1995-05-01' });
    at('2026-11-02');
    const pregnancy = (n: number, registeredOn: string, lastPeriodOn: string, more: object = {}) => must('registerPregnancy', { patientId: personId(n), registeredOn, lastPeriodOn, ...more });
    const first = pregnancy(1, '2026-03-10', '2026-01-05');
    must('recordAntenatalVisit', { patientId: personId(1), pregnancyId: first, occurredOn: '2026-03-10', weightKg: 50, tetanusDose: 2 });
    must('recordBirth', { patientId: personId(1), pregnancyId: first, bornOn: '2026-10-08', place: 'station', attendant: 'midwife', mode: 'vaginal', babies: [{ sex: 'female', weightG: 2300, status: 'live' }, { sex: 'male', weightG: 2600, status: 'live' }, { sex: 'male', status: 'stillborn' }], motherStatus: 'well' });
    must('recordPostnatalVisit', { patientId: personId(1), pregnancyId: first, occurredOn: '2026-10-10', place: 'home', bleeding: 'normal' });
    const second = pregnancy(2, '2026-10-20', '2026-08-20', { screenings: [{ test: 'hiv', result: 'negative', on: '2026-10-20' }] });
    must('recordAntenatalVisit', { patientId: personId(2), pregnancyId: second, occurredOn: '2026-10-20', weightKg: 52 });
    const { indicators, ...month } = await show('maternalMonth', { month: '2026-10' });
    const mothers = new Map((await numbers('2026-10')).filter(({ id }) => id.startsWith('mothers.')).map(({ id, ...number }) => [id.slice('mothers.'.length), number]));
    expect(Object.fromEntries(mothers)).toEqual({
      pregnant: { value: 1 }, registered: { value: 1 }, early: { value: 1, of: 1 }, hivTested: { value: 1, of: 1 }, births: { value: 1 }, liveBirths: { value: 2 }, stillborn: { value: 1 }, died: { value: 0 },
      anc3in3: { value: 0, of: 1 }, anc4: { value: 0, of: 1 }, tetanusProtected: { value: 1, of: 1 }, skilledBirth: { value: 1, of: 1 }, postnatalWeek1: { value: 1, of: 1 }, lowWeight: { value: 1, of: 2 },
    });
    const names: Readonly<Record<string, string>> = { earlyRegistration: 'early', lowBirthWeight: 'lowWeight' };
    for (const { id, numerator, denominator } of indicators) expect(mothers.get(names[id] ?? id), id).toEqual({ value: numerator, of: denominator });
    expect(month).toMatchObject({ pregnant: 1, births: 1, babies: { live: 2, stillborn: 1 } });
    expect((await numbers('2026-09')).find(({ id }) => id === 'mothers.pregnant')).toMatchObject({ value: 1 });
  });

  it('[REP2] every number is that of the rows it opens', async () => {
    const { somebody, visit, must, at, show, numbers } = aStation();
    for (const n of [1, 2, 3]) somebody(n, { bornOn: `19${60 + n}-05-01` });
    at('2026-10-20');
    for (const n of [1, 1, 2]) visit(n, '2026-10-10', { observations: { systolicMmHg: { value: 150 }, diastolicMmHg: { value: 92 } } });
    must('enrolCondition', { patientId: personId(1), condition: 'hypertension', foundOn: '2026', foundBy: 'visit', enrolledOn: '2026-10-09' });
    for (const { id, value, of } of await numbers('2026-10')) {
      const [counted, rest] = [await show('reportRecords', { month: '2026-10', line: id }), await show('reportRecords', { month: '2026-10', line: id, rest: true })];
      const times = (rows: { times?: number }[]) => rows.reduce((sum, { times: many = 1 }) => sum + many, 0);
      expect(times(counted.rows), id).toBe(value);
      if (counted.hasRest) expect(times(counted.rows) + times(rest.rows), id).toBe(of);
    }
    expect((await numbers('2026-10')).length).toBe(reportLines.length - 1);
  });

  it('[REP7] counts again what a commit touched, and keeps the rest', async () => {
    const { somebody, visit, one, at, db } = aStation();
    somebody(1);
    at('2026-10-20');
    const before = await one('2026-10', 'stock.listed');
    expect(await one('2026-10', 'visits.total')).toMatchObject({ value: 0 });
    visit(1, '2026-10-10');
    expect(await one('2026-10', 'visits.total')).toMatchObject({ value: 1 });
    expect(await one('2026-10', 'stock.listed')).toEqual(before);
    expect(db.store.sql.all<{ day: string }>('SELECT day FROM encounter_months').map(({ day }) => day)).toEqual(['2026-10-10']);
  });
});

describe('a month that is locked', () => {
  it('[REP8] [REP9] [REP11] keeps its numbers, says what changed since, and gets a further version', async () => {
    const { somebody, visit, at, lock, show, db, tell, must } = aStation();
    somebody(1);
    at('2026-11-03');
    visit(1, '2026-10-10');
    expect(refusal(tell('lockReport', { period: '2026-10', shown: [] }))).toBe('ReportNotCounted');
    expect(refusal(await lock('2026-10', {}, { ...lan, role: 'doctor' }))).toBe('RoleNotAllowed');
    expect(refusal(await lock('2026-10', { shown: [] }))).toBe('NumbersChanged');
    expect(await lock('2026-10')).toMatchObject({ ok: true });
    const first = (await show('reportMonth', { month: '2026-10' })).versions;
    expect(first).toMatchObject([{ number: 1, standing: 'current', late: false, lockedBy: 'lan', source: { records: 2 } }]);
    expect(refusal(await lock('2026-10', { reason: 'recordsAdded' }))).toBe('ReportUnchanged');
    at('2026-11-08');
    const late = visit(1, '2026-10-12');
    const then = await show('reportMonth', { month: '2026-10' });
    expect(then).toMatchObject({ changedRecords: 1, state: 'locked', versions: [{ number: 1 }] });
    expect(then.versions[0]?.lines.find(({ id }) => id === 'visits.total')?.value).toBe(1);
    expect(refusal(await lock('2026-10'))).toBe('RelockReasonMissing');
    expect(await lock('2026-10', { reason: 'recordsAdded' })).toMatchObject({ ok: true });
    const second = await show('reportMonth', { month: '2026-10' });
    expect(second).toMatchObject({ changedRecords: 0, versions: [{ number: 2, standing: 'current', late: true, reason: 'recordsAdded' }, { number: 1, standing: 'replaced' }] });
    expect(second.versions[0]?.lines.find(({ id }) => id === 'visits.total')?.value).toBe(2);
    must('amendEncounter', { id: late, patientId: personId(1), occurredOn: '2026-10-12', symptoms: 'Ho nhiều', amendReason: 'Sửa' });
    expect((await show('reportMonth', { month: '2026-10' })).changedRecords).toBe(1);
    expect([...db.store.iterate('auditEvents')].filter(({ operation }) => operation === 'lockReport')).toHaveLength(2);
    expect(verifyStation(db).problems).toEqual([]);
  });

  it('[REP13] the month before stands on the first page until it is locked, late after the fifth', async () => {
    const { somebody, visit, at, lock, show } = aStation();
    somebody(1);
    at('2026-10-31');
    visit(1, '2026-10-10');
    expect((await show('today', {})).reportDue).toBeUndefined();
    at('2026-11-01');
    expect((await show('today', {})).reportDue).toEqual({ period: '2026-10', dueOn: '2026-11-05', late: false });
    expect((await show('reportMonth', { month: '2026-11' })).months.slice(0, 3)).toEqual([{ month: '2026-11', state: 'open' }, { month: '2026-10', state: 'due' }, { month: '2026-09', state: 'nothing' }]);
    at('2026-11-06');
    expect((await show('today', {})).reportDue?.late).toBe(true);
    await lock('2026-10');
    expect(await show('today', {})).toMatchObject({ returnedReports: [] });
    expect((await show('today', {})).reportDue).toBeUndefined();
  });

  it('[REP20] months before the first that was locked are not overdue', async () => {
    const { somebody, visit, at, lock, show } = aStation();
    somebody(1);
    at('2026-11-06');
    for (const month of ['07', '08', '09', '10']) visit(1, `2026-${month}-10`);
    const states = async () => (await show('reportMonth', { month: '2026-11' })).months.slice(0, 6).map(({ month, state }) => [month.slice(5), state]);
    expect(await states()).toEqual([['11', 'open'], ['10', 'late'], ['09', 'unlocked'], ['08', 'unlocked'], ['07', 'unlocked'], ['06', 'nothing']]);
    expect(await lock('2026-08')).toMatchObject({ ok: true });
    expect(await states()).toEqual([['11', 'open'], ['10', 'late'], ['09', 'late'], ['08', 'locked'], ['07', 'unlocked'], ['06', 'nothing']]);
    expect((await show('reportMonth', { month: '2026-07' })).state).toBe('unlocked');
  });

  it('[REP15] a version that replaces one that is not there is named', async () => {
    const { somebody, at, lock, db } = aStation();
    somebody(1);
    at('2026-11-03');
    const locked = await lock('2026-10');
    if (!locked.ok) throw new Error('refused');
    db.store.commit({ context: 'foreign', documents: [{ table: 'reports', document: { ...db.store.get('reports', locked.result.id)!, _id: 'reports:019a0000-0000-7000-8000-000000000009', replaces: ['reports:019a0000-0000-7000-8000-000000000008'] } }] });
    expect(verifyStation(db).problems.map(({ problem }) => problem)).toContain('replacedReportMissing');
  });
});

describe('two PCs of a station', () => {
  it('[REP10] [REP12] [REP15] lock apart, show both, and put two populations before a person', async () => {
    const [one, two] = await twoPcs();
    await did(one, 'registerPatient', aPerson(1, { bornOn: '1960-05-01' }));
    await exchange(one, two);
    const month = '2026-01';
    const shown = async (work: typeof one) => (await Promise.all(reportForms.map(async (form) => (await ask<{ numbers: ReportNumber[] }>(work, 'reportForm', { month, form })).numbers))).flat();
    await did(one, 'recordYearFigures', { year: '2026', population: 6240 });
    await did(two, 'recordYearFigures', { year: '2026', population: 6300 });
    for (const work of [one, two]) await did(work, 'lockReport', { period: month, shown: await shown(work) });
    await exchange(one, two);
    const views = await Promise.all([one, two].map((work) => ask<ReportMonth>(work, 'reportMonth', { month })));
    expect(views[1]?.versions).toEqual(views[0]?.versions);
    expect(views[0]?.versions.map(({ standing, number }) => [standing, number])).toEqual([['current', 1], ['rival', 1]]);
    const conflicts = await ask<ConflictRow[]>(one, 'conflictInbox', {});
    expect(conflicts.map(({ recordId, fields }) => [recordId, ...fields.map(({ field }) => field)])).toEqual([['figures:25001-2026', 'population']]);
    await did(one, 'lockReport', { period: month, shown: await shown(one), reason: 'figuresCorrected' });
    await exchange(one, two);
    expect((await ask<ReportMonth>(two, 'reportMonth', { month })).versions.map(({ standing, number }) => [standing, number])).toEqual([['current', 2], ['replaced', 1], ['replaced', 1]]);
  });
});

describe('the practice station', () => {
  it('[REP19] has months locked, and the last one open to be practised on', async () => {
    const { db, show, at } = aStation();
    at('2026-11-22');
    for (const [n, { operation, input }] of [...sampleLines({ people: 60, checkups: 80, movements: 20, doses: true, seed: 2026, today: '2026-11-22' })].entries()) {
      await prepareOperation(db, { operation, input });
      const answer = runOperation(db, lan, { operation, key: `sample${n}`, input });
      if (!answer.ok) throw new Error(`${operation} ${JSON.stringify(answer.refusals)}`);
    }
    const { months, population } = await show('reportMonth', { month: '2026-10' });
    expect(population).toBe(84);
    expect(months.slice(0, 7).map(({ state }) => state)).toEqual(['open', 'late', 'locked', 'locked', 'locked', 'locked', 'unlocked']);
    const { versions } = await show('reportMonth', { month: '2026-08' });
    expect(versions[0]?.lines.find(({ id }) => id === 'visits.total')?.value).toBeGreaterThan(0);
    expect(versions[0]?.lines.find(({ id }) => id === 'people.book')?.value).toBeGreaterThan(30);
    expect(verifyStation(db).problems).toEqual([]);
  });
});

describe('on paper', () => {
  it('[PAP15] [PAP16] says every line, what nobody knows, and which version it is; locked, it stays as it was', async () => {
    const { somebody, visit, at, lock, db, must } = aStation();
    somebody(1, { bornOn: '1960-05-01' });
    at('2026-11-08');
    visit(1, '2026-10-10');
    const read = async () => {
      const paper = await makePaper(db, { paper: 'monthReport', month: '2026-10', size: 'A4' }, () => 'Nguyễn Thị Lan');
      if (!paper.ok) throw new Error(paper.refusal.code);
      return pdfText(paper.bytes).text.replaceAll(/\s+/g, ' ');
    };
    const draft = await read();
    for (const said of ['BÁO CÁO THÁNG 10/2026', 'BẢN NHÁP, CHƯA CHỐT – số tính đến ngày 31/10/2026', 'Tổng số lượt khám', 'chưa rõ', 'không phải bằng 0', 'nhà tiêu hợp vệ sinh', 'Trưởng trạm']) expect(draft).toContain(said);
    must('recordYearFigures', { year: '2026', population: 6240 });
    await lock('2026-10');
    visit(1, '2026-10-11');
    const locked = await read();
    for (const said of ['Bản 1', 'Nguyễn Thị Lan (sau hạn)', 'tính từ 2 bản ghi', '6.240']) expect(locked).toContain(said);
    expect(locked).not.toContain('BẢN NHÁP');
    expect(locked).toMatch(/Tổng số lượt khám1 /);
    await lock('2026-10', { reason: 'recordsAdded' });
    expect(await read()).toContain('Bản 2 (chốt lại: có bản ghi nhập thêm)');
  });
});
