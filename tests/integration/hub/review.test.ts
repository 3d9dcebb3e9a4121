import { afterAll, describe, expect, it } from 'vitest';
import { addChild, addUser } from '../../../src-hub/main.ts';
import type { HubReviewAnswer, RequestRow, SubmittedRecord, SubmittedRow } from '../../../src-shared/contract/hub-api.ts';
import type { RecordReviews, TodayView } from '../../../src-shared/contract/queries.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import type { StationWork } from '../../../src-main/station/work/station-work.ts';
import { createHubWorld, until, engineKinds } from '../../contract/hub/hub-world.ts';
import { aPerson, aStation, aVisit, openWork, personId, run } from '../station/world.ts';
import { readerPassword, signInReader } from './console-client.ts';

const visit = 'encounters:019a0000-0000-7000-8000-000000000101';
let keys = 0;
const aKey = () => `019a0000-0000-7000-8000-${String(900_000 + (keys += 1)).padStart(12, '0')}`;

describe.each(engineKinds)('review, from the station to the hub and back (%s)', (engine) => {
  const world = createHubWorld(engine);
  afterAll(() => world.end());

  async function begin() {
    const hub = await world.hub({ unit: `7${String(keys += 1)}`, tier: 'district' });
    const device = await world.device(hub, '25001');
    for (const [account, role] of [['hoa', 'reviewer'], ['tam', 'reviewer'], ['truong', 'manager']] as const) await addUser({ dir: hub.dir, account, role, password: readerPassword, unit: hub.unit, displayName: `Chị ${account}`, passwordOnly: true });
    const { dir } = await aStation({ hub: { url: hub.url, ...device } });
    const work = await openWork(dir);
    const must = async (operation: string, input: unknown) => { const answer = await run(work, operation, input); if (!answer.ok) throw new Error(JSON.stringify(answer.refusals)); return answer.result; };
    await must('registerPatient', aPerson(1));
    await must('recordVisit', aVisit(1, { id: visit, treatment: 'Paracetamol' }));
    const exchange = () => work.exchange({});
    await exchange();
    return { hub, work, must, exchange };
  }
  const asked = async <T>(work: StationWork, query: string, input: unknown = {}): Promise<T> => { const outcome = await work.ask(query, input); if (!outcome.ok) throw new Error(query); return outcome.answer as T; };
  const open = (reader: Awaited<ReturnType<typeof signInReader>>) => reader.query<SubmittedRecord>('record', { unit: '25001', recordId: visit });

  it('[REV1] [REV2] [REV4] [REV5] [REV6] returns a record, has it corrected by a station that was offline, shows what differs, accepts it', async () => {
    const { hub, work, must, exchange } = await begin();
    const reader = await signInReader(hub.url, 'hoa');
    const first = await open(reader);
    const before = JSON.stringify(first.record);
    const decide = { key: aKey(), unit: '25001', recordId: visit, version: first.row.version, decision: 'returned', comment: 'Liều thuốc?', comments: [{ field: 'treatment', text: 'Ghi rõ liều' }] };
    expect(await reader.tell('decide', decide)).toEqual({ ok: true, count: 1 });
    expect(await reader.tell('decide', decide)).toEqual({ ok: true, count: 0 });
    expect(JSON.stringify((await open(reader)).record)).toBe(before);

    // Nothing has reached the station yet: it was offline.
    expect((await asked<TodayView>(work, 'today')).returned).toEqual([]);
    await exchange();
    expect((await asked<TodayView>(work, 'today')).returned).toEqual([expect.objectContaining({ recordId: visit, patientName: 'Nguyễn Thị Hoà', reason: 'Liều thuốc?', fields: ['treatment'], returnedBy: { account: 'hoa', displayName: 'Chị hoa', unit: hub.unit } })]);
    expect(await asked<RecordReviews>(work, 'recordReviews', { id: visit })).toMatchObject({ status: 'returned', current: { comments: [{ field: 'treatment', text: 'Ghi rõ liều' }] }, trail: [{ review: { decision: 'returned' } }] });

    await must('amendEncounter', { ...aVisit(1), id: visit, treatment: 'Paracetamol 500 mg, ngày 2 viên', amendReason: 'Đã ghi liều' });
    expect((await asked<TodayView>(work, 'today')).returned).toEqual([]);
    expect(await asked<RecordReviews>(work, 'recordReviews', { id: visit })).toMatchObject({ status: 'submitted', trail: [{ review: { decision: 'returned' }, correction: { reason: 'Đã ghi liều' } }] });
    await exchange();

    const corrected = await open(reader);
    expect(corrected.row).toMatchObject({ review: 'submitted', corrected: true });
    expect(corrected.compared?.differences).toEqual([{ field: 'treatment', before: 'Paracetamol', after: 'Paracetamol 500 mg, ngày 2 viên' }]);
    expect(corrected.trail).toMatchObject([{ review: { comment: 'Liều thuốc?' }, correction: { reason: 'Đã ghi liều', answers: `review:${decide.key}` } }]);
    expect((await reader.query<{ rows: SubmittedRow[] }>('submitted', { mark: 'corrected' })).rows).toHaveLength(1);
    expect(await reader.tell('decide', { key: aKey(), unit: '25001', recordId: visit, version: corrected.row.version, decision: 'accepted' })).toEqual({ ok: true, count: 1 });
    await exchange();
    expect(await asked<RecordReviews>(work, 'recordReviews', { id: visit })).toMatchObject({ status: 'accepted', trail: [{ review: { decision: 'returned' } }, { review: { decision: 'accepted' } }] });
    expect((await asked<Encounter>(work, 'encounter', { id: visit })).amendments).toHaveLength(1);
  });

  it('[REV3] [REV7] [REV11] refuses a word without a reason, on an old version, on what another reads, and twice', async () => {
    const { hub } = await begin();
    const [hoa, tam] = [await signInReader(hub.url, 'hoa'), await signInReader(hub.url, 'tam')];
    const { row } = await open(hoa);
    const word = (more: object) => ({ key: aKey(), unit: '25001', recordId: visit, version: row.version, decision: 'returned', comment: 'Xem lại', ...more });
    const codes = async (reader: typeof hoa, more: object) => { const answer = await reader.tell<HubReviewAnswer>('decide', word(more)); return answer.ok ? 'ok' : answer.refusals.map(({ code }) => code).join(); };
    expect(await codes(hoa, { comment: undefined })).toBe('ReasonMissing');
    expect(await codes(hoa, { version: 'older' })).toBe('ChangedMeanwhile');
    expect(await codes(hoa, { recordId: 'encounters:none' })).toBe('RecordNotFound');
    expect(await hoa.tell('claim', { unit: '25001', recordId: visit })).toMatchObject({ account: 'hoa' });
    expect(await tam.tell('claim', { unit: '25001', recordId: visit })).toMatchObject({ account: 'hoa', displayName: 'Chị hoa' });
    expect(await codes(tam, {})).toBe('ClaimedByOther');
    await hoa.tell('release', { unit: '25001', recordId: visit });
    expect(await codes(tam, { decision: 'accepted', comment: undefined })).toBe('ok');
    expect(await codes(hoa, { decision: 'accepted' })).toBe('AlreadyAccepted');
  });

  it('[REV10] a tier above reads what the reviewing unit said, and its own word is refused', async () => {
    const province = await world.hub({ unit: '79', tier: 'province' });
    const { password } = await addChild({ dir: province.dir, unit: '768' });
    const district = await world.hub({ unit: '768', tier: 'district', parent: province.url, parentPassword: password });
    const device = await world.device(district, '25001');
    for (const hub of [province, district]) await addUser({ dir: hub.dir, account: 'hoa', role: 'reviewer', password: readerPassword, unit: hub.unit, passwordOnly: true });
    const { dir } = await aStation({ hub: { url: district.url, ...device } });
    const work = await openWork(dir);
    await run(work, 'registerPatient', aPerson(1));
    await run(work, 'recordVisit', aVisit(1, { id: visit }));
    await work.exchange({});
    const [below, above] = [await signInReader(district.url, 'hoa'), await signInReader(province.url, 'hoa')];
    const { row } = await open(below);
    const word = { unit: '25001', recordId: visit, version: row.version, decision: 'returned', comment: 'Xem lại' };
    const seen = await until(() => open(above), (record) => record !== null, 15_000);
    expect(seen.reviewedBy).toBe('768');
    expect(await above.tell('decide', { ...word, key: aKey() })).toEqual({ ok: false, refusals: [{ code: 'NotResponsible', unit: '768' }] });
    expect(await below.tell('decide', { ...word, key: aKey() })).toEqual({ ok: true, count: 1 });
    expect((await until(() => open(above), (record) => record.row.review === 'returned', 15_000)).trail).toHaveLength(1);
    await work.exchange({});
    expect((await asked<TodayView>(work, 'today')).returned).toHaveLength(1);
  });

  it('[REV12] [REV30] [REV31] accepts what is clean, marks what comes for a closed month late, and asks for what is missing until it comes', async () => {
    const { hub, work, must, exchange } = await begin();
    const [reviewer, manager] = [await signInReader(hub.url, 'hoa'), await signInReader(hub.url, 'truong')];
    await must('recordVisit', aVisit(1, { occurredOn: '2026-02-03' }));
    await exchange();
    expect((await reviewer.raw('POST', 'lock', { key: aKey(), unit: '25001', period: '2026-02', locked: true })).status).toBe(403);
    expect(await manager.tell('lock', { key: aKey(), unit: '25001', period: '2026-02', locked: true })).toMatchObject({ ok: true });
    await must('recordVisit', aVisit(1, { occurredOn: '2026-02-20' }));
    await exchange();
    const late = await reviewer.query<{ rows: SubmittedRow[] }>('submitted', { mark: 'late' });
    expect(late.rows.map(({ occurredOn }) => occurredOn)).toEqual(['2026-02-20']);
    // `drawn` records are left for a reader; with these ids and any seed at most a few are.
    const waiting = await reviewer.query<{ rows: SubmittedRow[] }>('submitted', { review: 'submitted' });
    const clean = waiting.rows.filter((row) => row.problems.length === 0 && !row.drawn && !row.late);
    expect(await reviewer.tell('acceptClean', {})).toEqual({ ok: true, count: clean.length });
    expect((await reviewer.query<{ rows: SubmittedRow[] }>('submitted', { review: 'accepted' })).rows.map(({ recordId }) => recordId).sort()).toEqual(clean.map(({ recordId }) => recordId).sort());
    await manager.tell('lock', { key: aKey(), unit: '25001', period: '2026-02', locked: false });
    expect((await reviewer.query<{ total: number }>('submitted', { mark: 'late' })).total).toBe(0);

    expect(await reviewer.tell('ask', { key: aKey(), unit: '25001', comment: 'Thiếu phiếu khám', asked: { kind: 'visit', patientId: personId(1), occurredOn: '2026-03-05' } })).toMatchObject({ ok: true });
    await exchange();
    expect((await asked<TodayView>(work, 'today')).requested).toEqual([expect.objectContaining({ comment: 'Thiếu phiếu khám', patientName: 'Nguyễn Thị Hoà', occurredOn: '2026-03-05' })]);
    await must('recordVisit', aVisit(1, { occurredOn: '2026-03-05' }));
    expect((await asked<TodayView>(work, 'today')).requested).toEqual([]);
    expect(await reviewer.query<RequestRow[]>('requests', {})).toHaveLength(1);
    await exchange();
    expect(await reviewer.query<RequestRow[]>('requests', {})).toEqual([]);
    const again = aKey();
    await reviewer.tell('ask', { key: again, unit: '25001', comment: 'Còn thiếu', asked: { kind: 'checkup' } });
    await reviewer.tell('withdraw', { key: aKey(), unit: '25001', requestId: `review:${again}` });
    await exchange();
    expect((await asked<TodayView>(work, 'today')).requested).toEqual([]);
  });
});
