import { describe, expect, it } from 'vitest';
import { reportLines } from '../../../src-shared/domain/report/report-lines.ts';
import { personId } from './world.ts';
import { lan } from './one-pc.ts';
import { aReportingStation, refusalCode } from './reporting-station.ts';

describe('the numbers of a month', () => {
  it('[REP3] [REP4] counts the people of the book by its end, and shares of a population that was typed', async () => {
    const { somebody, must, one, at, tell, numbers } = aReportingStation();
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
    expect(refusalCode(tell('recordYearFigures', { year: '2026', population: 300 }, { ...lan, role: 'doctor' }))).toBe('RoleNotAllowed');
    must('recordYearFigures', { year: '2026', population: 300 });
    expect(await one('2026-10', 'people.book')).toEqual({ id: 'people.book', value: 3, of: 300 });
    expect(await one('2026-10', 'people.population')).toEqual({ id: 'people.population', value: 300 });
    must('voidPatient', { id: personId(2), voidReason: 'enteredInError' });
    expect(await one('2026-10', 'people.book')).toMatchObject({ value: 2 });
  });

  it('[REP3] [REP5] counts visits and checkups in force by whom they were of, and records seen in twelve months', async () => {
    const { somebody, visit, one, at, must, show } = aReportingStation();
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
    const { somebody, must, one, at, show } = aReportingStation();
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
    const { somebody, must, numbers, at, show } = aReportingStation();
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

  it('[REP2] [REP21] counts cases and deaths of the case reports that count, each case once, a second record with the person', async () => {
    const { somebody, must, one, at, show, numbers } = aReportingStation();
    for (const n of [1, 2, 3, 4]) somebody(n, { bornOn: '1990-05-01' });
    at('2026-11-06');
    const heard = (n: number, diseaseId: string, on: string, with_: object = {}) => must('reportCase', { patientId: personId(n), diseaseId, detectedAt: `${on}T02:00:00.000Z`, diagnosis: 'Sốt', classification: 'probable', outcome: 'treated', vaccination: 'unknown', ...with_ });
    const first = heard(1, 'dengue', '2026-10-05');
    heard(2, 'dengue', '2026-10-12');
    const measles = heard(3, 'measles', '2026-10-20');
    heard(4, 'dengue', '2026-11-01');
    must('reviseCaseReport', { reportId: first, change: 'outcome', diagnosis: 'Sốt', classification: 'confirmed', outcome: 'died', outcomeOn: '2026-10-09', vaccination: 'unknown' });
    expect([await one('2026-10', 'cases.all'), await one('2026-10', 'cases.dengue'), await one('2026-10', 'cases.measles'), await one('2026-10', 'caseDeaths.dengue'), await one('2026-10', 'caseDeaths.measles'), await one('2026-10', 'cases.polio')].map((line) => line?.value)).toEqual([3, 2, 1, 1, 0, 0]);
    expect((await show('reportRecords', { month: '2026-10', line: 'caseDeaths.all' })).rows).toMatchObject([{ patientId: personId(1), on: '2026-10-05' }]);
    expect((await numbers('2026-10')).some(({ id }) => id === 'cases.tuberculosis')).toBe(false);
    must('withdrawCaseReport', { reportId: measles, reason: 'ruledOut' });
    expect(await one('2026-10', 'cases.measles')).toMatchObject({ value: 0 });
    must('markSamePerson', { id: personId(2), sameAsId: personId(1) });
    expect(await one('2026-10', 'cases.dengue')).toMatchObject({ value: 1 });
    expect(await one('2026-11', 'cases.all')).toMatchObject({ value: 1 });
  });

  it('[REP22] of the readings of fridges that were expected those taken, until yesterday while the month runs', async () => {
    const { must, one, at, show } = aReportingStation();
    at('2026-10-29');
    expect(await one('2026-10', 'cold.readings')).toEqual({ id: 'cold.readings', value: 0, of: 0 });
    const fridge = must('addEquipment', { name: 'Tủ lạnh vắc xin', code: 'TC-01', countUnit: 'cái', quantity: 1 });
    // Written down at noon, when its morning was still to be read.
    must('recordTemperature', { equipmentId: fridge, takenOn: '2026-10-29', shift: 'afternoon', temperatureC: 4 });
    expect(await one('2026-10', 'cold.readings')).toMatchObject({ value: 0, of: 0 });
    at('2026-10-31');
    must('recordTemperature', { equipmentId: fridge, takenOn: '2026-10-31', shift: 'morning', temperatureC: 4 });
    expect(await one('2026-10', 'cold.readings')).toMatchObject({ value: 1, of: 4 });
    at('2026-11-02');
    expect(await one('2026-10', 'cold.readings')).toMatchObject({ value: 2, of: 6 });
    expect(await show('reportRecords', { month: '2026-10', line: 'cold.readings', rest: true })).toMatchObject({ value: 2, of: 6, rows: [{ equipmentId: fridge, name: 'Tủ lạnh vắc xin', times: 4 }] });
  });

  it('[REP2] every number is that of the rows it opens', async () => {
    const { somebody, visit, must, at, show, numbers } = aReportingStation();
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
    const { somebody, visit, one, at, db } = aReportingStation();
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
