import { describe, expect, it } from 'vitest';
import type { ConflictRow } from '../../../src-shared/contract/queries.ts';
import type { ReportMonth } from '../../../src-shared/contract/reports.ts';
import { prepareOperation } from '../../../src-main/station/operations/prepare-operation.ts';
import { runOperation } from '../../../src-main/station/operations/run-operation.ts';
import { makePaper } from '../../../src-main/station/reports/make-paper.ts';
import { verifyStation } from '../../../src-main/station/verify/verify-station.ts';
import { sampleLines } from '../../../src-shared/domain/practice/sample-load-lines.ts';
import { reportForms, type ReportNumber } from '../../../src-shared/domain/report/report-lines.ts';
import { pdfText } from '../../support/pdf-text.ts';
import { aPerson, personId } from './world.ts';
import { ask, did, exchange, twoPcs } from './two-pcs.ts';
import { lan } from './one-pc.ts';
import { aReportingStation, refusalCode } from './reporting-station.ts';

describe('a month that is locked', () => {
  it('[REP8] [REP9] [REP11] keeps its numbers, says what changed since, and gets a further version', async () => {
    const { somebody, visit, at, lock, show, db, tell, must } = aReportingStation();
    somebody(1);
    at('2026-11-03');
    visit(1, '2026-10-10');
    expect(refusalCode(tell('lockReport', { period: '2026-10', shown: [] }))).toBe('ReportNotCounted');
    expect(refusalCode(await lock('2026-10', {}, { ...lan, role: 'doctor' }))).toBe('RoleNotAllowed');
    expect(refusalCode(await lock('2026-10', { shown: [] }))).toBe('NumbersChanged');
    expect(await lock('2026-10')).toMatchObject({ ok: true });
    const first = (await show('reportMonth', { month: '2026-10' })).versions;
    expect(first).toMatchObject([{ number: 1, standing: 'current', late: false, lockedBy: 'lan', source: { records: 2 } }]);
    expect(refusalCode(await lock('2026-10', { reason: 'recordsAdded' }))).toBe('ReportUnchanged');
    at('2026-11-08');
    const late = visit(1, '2026-10-12');
    const then = await show('reportMonth', { month: '2026-10' });
    expect(then).toMatchObject({ changedRecords: 1, state: 'locked', versions: [{ number: 1 }] });
    expect(then.versions[0]?.lines.find(({ id }) => id === 'visits.total')?.value).toBe(1);
    expect(refusalCode(await lock('2026-10'))).toBe('RelockReasonMissing');
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
    const { somebody, visit, at, lock, show } = aReportingStation();
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
    const { somebody, visit, at, lock, show } = aReportingStation();
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
    const { somebody, at, lock, db } = aReportingStation();
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
    const { db, show, at } = aReportingStation();
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
  it('[PAP15] [PAP16] [REP23] says every line, what nobody knows, and which version it is; locked, it stays as it was', async () => {
    const { somebody, visit, at, lock, db, must } = aReportingStation();
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
    expect(locked).toContain('Ca bệnh truyền nhiễm đã báo cáo');
    expect(locked).not.toContain('Sốt xuất huyết');
    await lock('2026-10', { reason: 'recordsAdded' });
    expect(await read()).toContain('Bản 2 (chốt lại: có bản ghi nhập thêm)');
    // Locked by a list without the parts that came later: they are not unknown in it.
    must('reportCase', { patientId: personId(1), diseaseId: 'dengue', detectedAt: '2026-10-20T02:00:00.000Z', diagnosis: 'Sốt', classification: 'probable', outcome: 'treated', vaccination: 'unknown' });
    expect(await read()).not.toContain('Dengue');
    const versions = [...db.store.iterate('reports')];
    const newest = versions.find((one) => one['number'] === 2)!;
    const old = { ...newest, formVersion: 1, lines: (newest['lines'] as { id: string }[]).filter(({ id }) => !/^(case|cold)/.test(id)) };
    db.store.commit({ context: 'older', documents: [{ table: 'reports', document: { ...old, _rev: '2-older' } as never, previous: newest }] });
    const before = await read();
    expect(before).toContain('Bản 2');
    for (const later of ['BỆNH TRUYỀN NHIỄM', 'DÂY CHUYỀN LẠNH', 'Lần đo nhiệt độ']) expect(before).not.toContain(later);
    await lock('2026-10', { reason: 'recordsAdded' });
    for (const said of ['Bản 3', 'BỆNH TRUYỀN NHIỄM', 'Sốt xuất huyết Dengue']) expect(await read()).toContain(said);
  });
});
