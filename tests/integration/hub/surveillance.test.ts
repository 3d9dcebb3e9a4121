import { describe, expect, it } from 'vitest';
import type { SubmittedRecord } from '../../../src-shared/contract/hub-api.ts';
import type { Handovers, PersonCases, TimelineEntry, TodayView } from '../../../src-shared/contract/queries.ts';
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
