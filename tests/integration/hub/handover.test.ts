import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addChild, addUser, exportAccessLog, startHub } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import type { Handovers, TimelineEntry } from '../../../src-shared/contract/queries.ts';
import type { HandoverRow, SubmittedRow } from '../../../src-shared/contract/hub-api.ts';
import { initStation } from '../../../src-main/station/accounts/init-station.ts';
import { openLocalWork } from '../../../src-main/station/work/open-local-work.ts';
import type { StationWork } from '../../../src-main/station/work/station-work.ts';
import { ask, createHubWorld, until, type Credential, type HubWorld, engineKinds } from '../../contract/hub/hub-world.ts';
import { aPerson, aVisit, password, personId, run } from '../station/world.ts';
import { readerPassword, signInReader } from './console-client.ts';

type Hub = RunningHub & { dir: string };
interface Station { unit: string; work: StationWork; as: Credential }
const nationalId = '001185012345';

describe.each(engineKinds)('a person goes from one station to another (%s)', (engine) => {
  let world: HubWorld, province: Hub, first: Hub, second: Hub;
  const stations: Record<string, Station> = {};
  const children: Record<string, Credential> = {};
  const station = async (hub: Hub, unit: string): Promise<Station> => {
    const as = await world.device(hub, unit);
    const dir = `${world.dir}/station-${unit}`;
    await initStation({ dir, unit, unitName: `Trạm ${unit}`, now: Date.now, hub: { url: hub.url, ...as }, firstAccount: { account: 'lan', displayName: 'Lan', role: 'head', password } });
    return (stations[unit] = { unit, as, work: await openLocalWork({ dir, account: 'lan', password, now: Date.now }) });
  };
  beforeAll(async () => {
    world = createHubWorld(engine);
    province = await world.hub({ unit: '79', tier: 'province' });
    const district = async (unit: string) => {
      const credential = children[unit] = await addChild({ dir: province.dir, unit });
      return world.hub({ unit, tier: 'district', parent: province.url, parentPassword: credential.password });
    };
    first = await district('769');
    second = await district('770');
    for (const unit of ['25001', '25002', '25003']) await station(first, unit);
  });
  afterAll(async () => {
    for (const { work } of Object.values(stations)) await work.close();
    // Started anew meanwhile; on a CouchDB it would make its databases again.
    await first.close();
    await world.end();
  });
  const of = (unit: string): Station => { const found = stations[unit]; if (!found) throw new Error(unit); return found; };
  const handovers = async (unit: string) => { const outcome = await of(unit).work.ask('handovers', {}); if (!outcome.ok) throw new Error('refused'); return outcome.answer as Handovers; };
  const timeline = async (unit: string, patientId: string) => { const outcome = await of(unit).work.ask('encounterTimeline', { patientId }); if (!outcome.ok) throw new Error('refused'); return outcome.answer as TimelineEntry[]; };
  const go = async (unit: string, operation: string, input: unknown) => { const answer = await run(of(unit).work, operation, input); if (!answer.ok) throw new Error(JSON.stringify(answer.refusals)); return answer.result; };
  const met = async <T>(unit: string, look: () => Promise<T>, fits: (seen: T) => boolean): Promise<T> => until(async () => { await of(unit).work.exchange({}); return look(); }, fits, 30_000);
  const transferId = (handoverId: string) => handoverId.replace('handovers:', 'transfer:');
  const rawTransfer = async (hub: Hub, { unit, as }: Station, id: string) => (await ask(hub.url, 'GET', `/health-${unit}/${encodeURIComponent(id)}`, { as })).body as { _rev?: string; records?: { id: string; body: Record<string, unknown> }[] };
  let handover = '';

  it('[HOV2] [HOV4] [HOV5] with the history, once, and is taken in without a line', async () => {
    await go('25001', 'registerPatient', aPerson(1, { noNationalIdReason: undefined, nationalId, fullName: 'Nguyễn Thị Hoà' }));
    await go('25001', 'recordVisit', aVisit(1, { occurredOn: '2026-03-01', reason: 'Ho' }));
    handover = (await go('25001', 'handOverPerson', { patientId: personId(1), toUnit: '25002', reason: 'movedHome', note: 'Theo chồng' })).id;
    await of('25001').work.exchange({});
    const { arriving } = await met('25002', () => handovers('25002'), ({ arriving: rows }) => rows.length > 0);
    expect(arriving).toMatchObject([{ fromUnit: '25001', fullName: 'Nguyễn Thị Hoà', reason: 'movedHome', note: 'Theo chồng', records: 1, nationalId }]);
    const before = await rawTransfer(first, of('25002'), transferId(handover));
    const taken = await go('25002', 'acceptHandover', { transferId: transferId(handover) });
    expect(taken.ids).toHaveLength(2);
    const again = await run(of('25002').work, 'acceptHandover', { transferId: transferId(handover) });
    expect(again).toMatchObject({ ok: false, refusals: [{ code: 'AlreadyAnswered' }] });
    expect(await timeline('25002', taken.id)).toMatchObject([{ type: 'carried', on: '2026-03-01', record: { unit: '25001', kind: 'encounter', body: { reason: 'Ho' } } }]);
    expect((await run(of('25001').work, 'handOverPerson', { patientId: personId(1), toUnit: '25003', reason: 'nearer' }))).toMatchObject({ ok: false, refusals: [{ code: 'AlreadyHandedOver' }] });
    await of('25002').work.exchange({});
    expect((await met('25001', () => handovers('25001'), ({ sent }) => sent[0]?.state === 'accepted')).sent).toMatchObject([{ toUnit: '25002', state: 'accepted', answeredBy: 'Lan' }]);
    // A restart, and all of it again: the same document.
    await first.close();
    first = { ...await startHub({ dir: first.dir, port: first.port }), dir: first.dir };
    await go('25003', 'registerPatient', aPerson(3));
    await of('25003').work.exchange({});
    expect((await rawTransfer(first, of('25002'), transferId(handover)))._rev).toBe(before._rev);
  });

  it('[HOV3] what comes late follows', async () => {
    await go('25001', 'recordVisit', aVisit(1, { occurredOn: '2026-02-01', reason: 'Ghi muộn' }));
    await of('25001').work.exchange({});
    const [row] = (await handovers('25002')).arriving;
    const late = await met('25002', () => timeline('25002', row?.patientId ?? ''), (entries) => entries.length === 2);
    expect(late.map((entry) => entry.on)).toEqual(['2026-03-01', '2026-02-01']);
  });

  it('[HOV8] [HOV11] nobody else has anything of it, and the number is not marked as standing twice', async () => {
    await of('25003').work.exchange({});
    expect(await handovers('25003')).toEqual({ arriving: [], sent: [] });
    for (const hub of [first, province]) {
      const reply = await ask(hub.url, 'GET', `/health-25003/_all_docs?startkey="transfer:"&endkey="transfer;"`, { ...(hub === first ? { as: of('25003').as } : { as: children['769'] as Credential }) });
      expect((reply.body as { rows: object[] }).rows).toEqual([]);
    }
    expect((await ask(first.url, 'GET', `/health-25002/${encodeURIComponent(transferId(handover))}`, { as: of('25003').as })).status).toBe(403);
    // The tier above holds the records, and no copy of the history.
    const above = await ask(province.url, 'GET', '/health-25002/_all_docs?startkey="transfer:"&endkey="transfer;"', { as: children['769'] as Credential });
    expect((above.body as { rows: object[] }).rows).toEqual([]);
    await addUser({ dir: first.dir, account: 'duyet', password: readerPassword, role: 'reviewer', unit: '769', passwordOnly: true });
    const reader = await signInReader(first.url, 'duyet');
    const { rows } = await reader.query<{ rows: SubmittedRow[] }>('submitted', { text: nationalId });
    expect(rows.map(({ unit, problems }) => [unit, problems.some(({ code }) => code === 'NationalIdElsewhere')])).toEqual([['25001', false], ['25001', false]]);
  });

  it('[HOV12] no other station can answer for it, or write over it under its id', async () => {
    const { as, unit } = of('25003');
    const before = await rawTransfer(first, of('25002'), transferId(handover));
    const answeredBefore = await rawTransfer(first, of('25001'), transferId(handover));
    const stamps = { unit, device: 'pc-forger00', createdAt: '2026-11-22T03:00:00.000Z', createdBy: 'x', updatedAt: '2026-11-22T03:00:00.000Z', updatedBy: 'x', version: '9', schemaVersion: 1 };
    const someone = { account: 'x', displayName: 'X', role: 'head' };
    const forged = [
      { _id: handover.replace('handovers:', 'answers:'), ...stamps, transferId: transferId(handover), fromUnit: '25001', decision: 'declined', note: 'giả', answeredAt: '2026-11-22T03:00:00.000Z', answeredBy: someone },
      { _id: handover, ...stamps, patientId: personId(3), patientIds: [personId(3)], toUnit: '25002', reason: 'asked', sentAt: '2026-11-22T03:00:00.000Z', sentBy: someone, status: 'sent' },
    ].map((body) => ({ ...body, _rev: '1-f', _revisions: { start: 1, ids: ['f'] } }));
    expect((await ask(first.url, 'POST', `/health-${unit}/_bulk_docs`, { as, body: { new_edits: false, docs: forged } })).body).toEqual([]);
    // Something honest after it is carried: the forged ones were looked at.
    await go('25001', 'recordVisit', aVisit(1, { occurredOn: '2026-01-15', reason: 'Sau đó' }));
    await of('25001').work.exchange({});
    const after = await until(() => rawTransfer(first, of('25002'), transferId(handover)), ({ records }) => records?.length === 3);
    expect(after).toMatchObject({ fromUnit: '25001', person: { fullName: 'Nguyễn Thị Hoà' } });
    expect(before.records).toHaveLength(2);
    expect(await rawTransfer(first, of('25001'), transferId(handover))).toEqual(answeredBefore);
  });

  it('[HOV6] [HOV9] handed on and back: the whole history goes along and nothing stands twice', async () => {
    const [row] = (await handovers('25002')).arriving;
    const here = row?.patientId ?? '';
    await go('25002', 'recordVisit', { ...aVisit(1, { occurredOn: '2026-04-01', reason: 'Sốt' }), patientId: here });
    const declined = (await go('25002', 'handOverPerson', { patientId: here, toUnit: '25003', reason: 'asked' })).id;
    await of('25002').work.exchange({});
    await met('25003', () => handovers('25003'), ({ arriving }) => arriving.length === 1);
    await go('25003', 'declineHandover', { transferId: transferId(declined), note: 'Không ở xã này' });
    await of('25003').work.exchange({});
    expect((await met('25002', () => handovers('25002'), ({ sent }) => sent[0]?.state === 'declined')).sent[0]).toMatchObject({ answerNote: 'Không ở xã này' });
    const back = (await go('25002', 'handOverPerson', { patientId: here, toUnit: '25001', reason: 'movedHome' })).id;
    await of('25002').work.exchange({});
    await met('25001', () => handovers('25001'), ({ arriving }) => arriving.length === 1);
    expect(await run(of('25001').work, 'acceptHandover', { transferId: transferId(back) })).toMatchObject({ ok: false, refusals: [{ code: 'NationalIdTaken', patientId: personId(1) }] });
    await go('25001', 'acceptHandover', { transferId: transferId(back), patientId: personId(1) });
    // Screens of two stations at once are what one process can hold.
    await of('25002').work.close();
    delete stations['25002'];
    expect((await timeline('25001', personId(1))).map(({ type, on }) => `${type} ${on}`)).toEqual(['carried 2026-04-01', 'encounter 2026-03-01', 'encounter 2026-02-01', 'encounter 2026-01-15']);
  });

  it('[HOV7] [HOV10] through the province, once the other station is known; taken back on both sides', async () => {
    await go('25001', 'registerPatient', aPerson(5, { fullName: 'Trần Văn Nam', sex: 'male' }));
    await go('25001', 'recordVisit', aVisit(5, { occurredOn: '2026-05-01' }));
    const far = (await go('25001', 'handOverPerson', { patientId: personId(5), toUnit: '30001', reason: 'nearer' })).id;
    await of('25001').work.exchange({});
    await station(second, '30001');
    await go('30001', 'registerPatient', aPerson(9, { fullName: 'Lê Mai' }));
    await of('30001').work.exchange({});
    const { arriving } = await met('30001', () => handovers('30001'), ({ arriving: rows }) => rows.length === 1);
    expect(arriving).toMatchObject([{ fullName: 'Trần Văn Nam', records: 1 }]);
    await go('25001', 'takeBackPerson', { id: far });
    await of('25001').work.exchange({});
    expect((await met('30001', () => handovers('30001'), ({ arriving: rows }) => rows[0]?.withdrawnAt !== undefined)).arriving).toMatchObject([{ fullName: 'Trần Văn Nam' }]);
    expect(await run(of('30001').work, 'acceptHandover', { transferId: transferId(far) })).toMatchObject({ ok: false, refusals: [{ code: 'TransferWithdrawn' }] });
    expect((await handovers('25001')).sent.find(({ id }) => id === far)).toMatchObject({ state: 'takenBack' });
  });

  it('[HOV16] nothing of a person taken back stays at a station that had not taken them in, and nothing new comes', async () => {
    const [{ id } = { id: '' }] = (await handovers('30001')).arriving.filter(({ fullName }) => fullName === 'Trần Văn Nam');
    await go('25001', 'recordVisit', aVisit(5, { occurredOn: '2026-05-02', reason: 'Sau khi lấy lại' }));
    await of('25001').work.exchange({});
    // Something of another person that goes the same way: what came before it was looked at.
    await go('25001', 'registerPatient', aPerson(7, { fullName: 'Người đi sau' }));
    await go('25001', 'handOverPerson', { patientId: personId(7), toUnit: '30001', reason: 'nearer' });
    await of('25001').work.exchange({});
    await met('30001', () => handovers('30001'), ({ arriving }) => arriving.some(({ fullName }) => fullName === 'Người đi sau'));
    expect(await rawTransfer(second, of('30001'), id)).toMatchObject({ records: [], person: { fullName: 'Trần Văn Nam' }, withdrawnAt: expect.any(String) });
    expect((await rawTransfer(second, of('30001'), id) as { person?: object }).person).toEqual({ fullName: 'Trần Văn Nam' });
  });

  it('[HOV14] [HOV15] [HOV16] taken back while the other station takes the person in: both are told, and the tier above lists it first, until they are handed on', async () => {
    await addUser({ dir: province.dir, account: 'xem', password: readerPassword, role: 'reviewer', unit: '79', passwordOnly: true });
    const reader = await signInReader(province.url, 'xem');
    const listed = () => reader.query<{ rows: HandoverRow[]; total: number }>('handovers', {});
    await go('25001', 'registerPatient', aPerson(6, { fullName: 'Phạm Thị Sáu' }));
    await go('25001', 'recordVisit', aVisit(6, { occurredOn: '2026-06-01', reason: 'Trước' }));
    const both = (await go('25001', 'handOverPerson', { patientId: personId(6), toUnit: '30001', reason: 'nearer' })).id;
    await of('25001').work.exchange({});
    await met('30001', () => handovers('30001'), ({ arriving }) => arriving.some(({ fullName }) => fullName === 'Phạm Thị Sáu'));
    await until(listed, ({ rows }) => rows.some(({ id, state }) => id === both && state === 'waiting'), 30_000);
    await go('25001', 'takeBackPerson', { id: both });
    const there = (await go('30001', 'acceptHandover', { transferId: transferId(both) })).id;
    await of('30001').work.exchange({});
    await of('25001').work.exchange({});
    expect((await met('25001', () => handovers('25001'), ({ sent }) => sent.some(({ id, atBoth }) => id === both && atBoth))).sent.find(({ id }) => id === both)).toMatchObject({ state: 'takenBack', atBoth: true });
    await met('30001', () => handovers('30001'), ({ arriving }) => arriving.some(({ id, atBoth }) => id === transferId(both) && atBoth));
    const seen = await until(listed, ({ rows }) => rows[0]?.state === 'atBoth', 30_000);
    expect(seen.rows[0]).toMatchObject({ id: both, unit: '25001', toUnit: '30001', patientName: 'Phạm Thị Sáu', reason: 'nearer', sentBy: 'Lan', stateBy: 'Lan' });
    // The history as it was, whatever is written since.
    await go('25001', 'recordVisit', aVisit(6, { occurredOn: '2026-06-02', reason: 'Sau khi lấy lại' }));
    await of('25001').work.exchange({});
    const daysThere = async () => (await rawTransfer(second, of('30001'), transferId(both))).records?.map(({ body }) => body['occurredOn']);
    await until(daysThere, (days) => days?.length === 1, 30_000);
    // Given back in one step, and taken in as who they are there.
    const back = (await go('30001', 'handOverPerson', { patientId: there, toUnit: '25001', reason: 'asked' })).id;
    expect((await handovers('30001')).arriving.find(({ id }) => id === transferId(both))).not.toHaveProperty('atBoth');
    await of('30001').work.exchange({});
    await met('25001', () => handovers('25001'), ({ arriving }) => arriving.some(({ id }) => id === transferId(back)));
    await go('25001', 'acceptHandover', { transferId: transferId(back), patientId: personId(6) });
    expect((await handovers('25001')).sent.find(({ id }) => id === both)).not.toHaveProperty('atBoth');
    await of('25001').work.exchange({});
    const after = await until(listed, ({ rows }) => rows.some(({ id, state }) => id === back && state === 'accepted'), 30_000);
    expect(after.rows.map(({ id, state }) => [id, state])).toEqual(expect.arrayContaining([[both, 'takenBack'], [back, 'accepted']]));
    expect(await daysThere()).toEqual(['2026-06-01']);
    // Each name is a look.
    const looks = await exportAccessLog({ dir: province.dir, patientId: personId(6) });
    expect(looks.rows).toMatchObject([{ account: 'xem', action: 'listPeople', unit: '25001', purpose: 'review' }]);
    // The district that sees one side alone reads the answer of the hub above.
    const ofFirst = await signInReader(first.url, 'duyet');
    expect((await ofFirst.query<{ rows: HandoverRow[] }>('handovers', {})).rows.find(({ id }) => id === handover)).toMatchObject({ state: 'accepted', unit: '25001', toUnit: '25002' });
  });
});
