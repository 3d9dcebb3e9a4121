import { describe, expect, it } from 'vitest';
import type { HubCases } from '../../../src-shared/contract/hub-cases.ts';
import type { SubmittedRecord } from '../../../src-shared/contract/hub-api.ts';
import type { Handovers, PersonCases, TimelineEntry, TodayView } from '../../../src-shared/contract/queries.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import type { CaseReport } from '../../../src-shared/domain/surveillance/case-report.schema.ts';
import { diseaseIds, type DiseaseId } from '../../../src-shared/domain/surveillance/notifiable-diseases.ts';
import { engineKinds } from '../../contract/hub/hub-world.ts';
import { aPerson, personId } from '../station/world.ts';
import { twoStations } from './two-stations.ts';

const content = { diagnosis: 'Sốt xuất huyết Dengue', classification: 'probable', onsetOn: '2026-01-01', outcome: 'treated', vaccination: 'none', doses: 2 };

describe.each(engineKinds)('cases at the hub (%s)', (engine) => {
  const { of, go, see, met, reader, queue, codesOf } = twoStations(engine);

  it('[DIS18] stand in the queue with what is doubtful; a returned one comes back, and a further version answers it', async () => {
    await go('25001', 'registerPatient', aPerson(1, { bornOn: '1990-05-01' }));
    const first = await go('25001', 'reportCase', { patientId: personId(1), diseaseId: 'dengue', detectedAt: '2026-03-20T02:00:00.000Z', ...content });
    await of('25001').exchange({});
    const rows = await queue({ kind: 'caseReport' });
    expect(rows).toMatchObject([{ recordId: first, status: 'submitted', occurredOn: '2026-03-20', patientName: 'Nguyễn Thị Hoà', author: 'Lan' }]);
    expect(codesOf(rows, first)).toEqual(['doubtful OnsetLongAgo', 'doubtful DosesDoNotFit', 'doubtful ReportedLate']);
    const { row, record } = await reader().query<SubmittedRecord>('record', { unit: '25001', recordId: first });
    expect(record).toMatchObject({ diseaseId: 'dengue', late: true });
    expect(await reader().tell('decide', { key: '019a0000-0000-7000-8000-0000000000d1', unit: '25001', recordId: first, version: row.version, decision: 'returned', comment: 'Ngày khởi phát?', comments: [{ field: 'onsetOn', text: 'Xem lại' }] })).toMatchObject({ ok: true });
    const { returned } = await met('25001', () => see<TodayView>('25001', 'today'), (seen) => seen.returned.length === 1);
    expect(returned).toMatchObject([{ recordId: first, kind: 'caseReport', diseaseId: 'dengue', fields: ['onsetOn'] }]);
    const second = await go('25001', 'reviseCaseReport', { reportId: first, change: 'returned', ...content, onsetOn: '2026-03-18', doses: undefined });
    expect((await see<TodayView>('25001', 'today')).returned).toEqual([]);
    await of('25001').exchange({});
    const after = await queue({ kind: 'caseReport' });
    expect(after.map(({ recordId, status, corrected }) => [recordId, status, corrected]).sort()).toEqual([[first, 'voided', false], [second, 'submitted', true]].sort());
    expect(codesOf(after, second)).toEqual([]);
  });
});

describe.each(engineKinds)('the list of cases at the hub (%s)', (engine) => {
  const { of, go, reader, queue, anotherPc } = twoStations(engine);

  it('[DIS22] has each case of a month once as it stands, with the counts of each disease; noted in the access log', async () => {
    const cases = (question: object = {}) => reader().query<HubCases>('cases', { period: '2026-03', ...question });
    expect(await cases()).toEqual({ rows: [], total: 0, counts: [] });
    for (const n of [1, 2, 3]) await go('25001', 'registerPatient', aPerson(n, { bornOn: '1990-05-01' }));
    const heard = (n: number, detectedAt: string, diseaseId = 'dengue') => go('25001', 'reportCase', { patientId: personId(n), diseaseId, detectedAt, ...content, onsetOn: detectedAt.slice(0, 10), doses: undefined });
    const first = await heard(1, '2026-03-20T02:00:00.000Z');
    // Heard of at midnight of the unit's zone: the day before by UTC.
    const april = await heard(2, '2026-03-31T17:30:00.000Z');
    const measles = await heard(3, '2026-03-02T02:00:00.000Z', 'measles');
    await go('25002', 'registerPatient', aPerson(4, { bornOn: '2001-02-03' }));
    const other = await go('25002', 'reportCase', { patientId: personId(4), diseaseId: 'dengue', detectedAt: '2026-03-21T02:00:00.000Z', ...content, onsetOn: '2026-03-20', doses: undefined });
    for (const unit of ['25001', '25002']) await of(unit).exchange({});
    const before = await cases();
    expect(before.rows.map(({ recordId, unit, number, late, review }) => [recordId, unit, number, late, review])).toEqual([[other, '25002', 1, true, 'submitted'], [first, '25001', 1, true, 'submitted'], [measles, '25001', 1, true, 'submitted']]);
    expect(before).toMatchObject({ total: 3, counts: [{ diseaseId: 'dengue', cases: 2, deaths: 0 }, { diseaseId: 'measles', cases: 1, deaths: 0 }].sort((a, b) => diseaseIds.indexOf(a.diseaseId as DiseaseId) - diseaseIds.indexOf(b.diseaseId as DiseaseId)) });
    expect((await cases({ period: '2026-04' })).rows.map(({ recordId }) => recordId)).toEqual([april]);

    const second = await go('25001', 'reviseCaseReport', { reportId: first, change: 'outcome', ...content, doses: undefined, onsetOn: '2026-03-20', outcome: 'died', outcomeOn: '2026-03-22' });
    const none = await go('25001', 'withdrawCaseReport', { reportId: measles, reason: 'ruledOut' });
    await of('25001').exchange({});
    expect(await reader().tell('decide', { key: '019a0000-0000-7000-8000-0000000000d2', unit: '25001', recordId: second, version: (await queue({ kind: 'caseReport' })).find(({ recordId }) => recordId === second)?.version, decision: 'accepted' })).toMatchObject({ ok: true });
    const after = await cases();
    expect(after.rows.map(({ recordId, number, outcome, isWithdrawn, review }) => [recordId, number, outcome, isWithdrawn, review])).toEqual([[other, 1, 'treated', false, 'submitted'], [second, 2, 'died', false, 'accepted'], [none, 2, 'treated', true, 'submitted']]);
    expect(after.rows[1]).toMatchObject({ reportedAt: before.rows[1]!.reportedAt, patientName: 'Nguyễn Thị Hoà', bornOn: '1990-05-01', patientId: personId(1) });
    expect(after.counts).toEqual([{ diseaseId: 'dengue', cases: 2, deaths: 1 }]);
    expect(await cases({ diseaseId: 'dengue', limit: 1, offset: 1 })).toMatchObject({ total: 2, rows: [{ recordId: second }], counts: after.counts });
  });

  it('[DIS22] leaves out a version that does not fit its shape, and shows two that were written apart as one', async () => {
    await go('25001', 'registerPatient', aPerson(5, { bornOn: '1990-05-01' }));
    const visit = await go('25001', 'recordVisit', { patientId: personId(5), occurredOn: '2026-02-10', symptoms: 'Sốt', diagnoses: [{ icd10: 'A90', text: 'Sốt xuất huyết' }] });
    const ours = await go('25001', 'reportCase', { patientId: personId(5), encounterId: visit, diseaseId: 'dengue', ...content, onsetOn: '2026-02-09', doses: undefined });
    await of('25001').exchange({});
    const { record } = await reader().query<SubmittedRecord>('record', { unit: '25001', recordId: ours });
    const said = record as unknown as CaseReport;
    const period = todayInUnitZone(Date.parse(said.detectedAt)).slice(0, 7);
    const theirs = ours.replace(/.{4}$/, 'abcd');
    const send = await anotherPc(theirs);
    await send({ ...said, caseId: theirs, version: `${said.version}z`, classification: 'confirmed' }, '1-a', { start: 1, ids: ['a'] });
    const list = async () => (await reader().query<HubCases>('cases', { period })).rows.filter(({ patientId }) => patientId === personId(5)).map(({ recordId, classification, rivals }) => [recordId, classification, rivals]);
    expect(await list()).toEqual([[theirs, 'confirmed', 1]]);
    await send({ _id: theirs, unit: '25001', device: 'pc2', patientId: personId(5), diseaseId: 7 }, '2-b', { start: 2, ids: ['b', 'a'] });
    expect(await list()).toEqual([[ours, 'probable', undefined]]);
  });
});

describe.each(engineKinds)('cases of a person handed over (%s)', (engine) => {
  const { of, go, see, met } = twoStations(engine);

  it('[DIS17] go along with a person handed over, and stand in the timeline there', async () => {
    await go('25001', 'registerPatient', aPerson(1, { bornOn: '1990-05-01' }));
    const first = await go('25001', 'reportCase', { patientId: personId(1), diseaseId: 'dengue', detectedAt: '2026-03-20T02:00:00.000Z', ...content });
    await go('25001', 'reviseCaseReport', { reportId: first, change: 'outcome', ...content, outcome: 'recovered' });
    await go('25001', 'handOverPerson', { patientId: personId(1), toUnit: '25002', reason: 'movedHome' });
    await of('25001').exchange({});
    const arriving = await met('25002', () => see<Handovers>('25002', 'handovers'), (seen) => seen.arriving.length === 1);
    const patientId = await go('25002', 'acceptHandover', { transferId: arriving.arriving[0]!.id });
    const timeline = await see<TimelineEntry[]>('25002', 'encounterTimeline', { patientId });
    expect(timeline.filter((entry) => entry.type === 'carried' && entry.record.kind === 'caseReport')).toHaveLength(1);
    expect(await see<PersonCases>('25002', 'personCases', { patientId })).toMatchObject({ cases: [{ current: { number: 2, diseaseId: 'dengue' }, carriedFrom: expect.stringContaining('25001') }] });
  });
});
