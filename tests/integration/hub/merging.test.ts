import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addChild, addDevice, addUser, startHub } from '../../../src-hub/main.ts';
import { mergeAtHome } from '../../../src-hub/merging/merge-at-home.ts';
import { startMerging } from '../../../src-hub/merging/start-merging.ts';
import { openWorkPlace, type OpenPlace } from '../../../src-hub/provisioning/open-work-place.ts';
import { createLeafIndex } from '../../../src-hub/receipts/leaf-index.ts';
import type { ConflictRow } from '../../../src-shared/contract/hub-api.ts';
import { createReplicator, mintRevision } from '../../../sync/index.ts';
import { ask, createHubWorld, until, type Credential, type HubWorld } from '../../contract/hub/hub-world.ts';
import { aSyncWorld } from '../../support/sync-world.ts';
import { readerPassword, signInReader } from './console-client.ts';

const id = 'patients:019a0000-0000-7000-8000-000000000001';
const base = { _id: id, unit: '25001', device: 'pc1', fullName: 'Nguyễn Thị Hoà', bornOn: '1950', sex: 'female', phone: '0911111111', village: 'Thôn 1', allergies: [], createdAt: '2026-11-22T03:00:00.000Z', createdBy: 'lan', updatedAt: '2026-11-22T03:00:00.000Z', updatedBy: 'lan', version: '2026-1', schemaVersion: 1 };
const first = mintRevision(base);
const edit = (device: string, version: string, change: object) => {
  const body = { ...base, device, version, updatedAt: `2026-11-22T0${version.slice(-1)}:00:00.000Z`, ...change };
  const rev = mintRevision(body, first);
  return { ...body, _rev: rev, _revisions: { start: 2, ids: [rev.slice(2), first.slice(2)] } };
};
const branches = [edit('pc8', '2026-4', { phone: '0922222222', note: 'của máy 8' }), edit('pc9', '2026-5', { phone: '0933333333', note: 'của máy 9' })];

describe('branches that no station merged', () => {
  let world: HubWorld, province: { url: string; dir: string }, hub: Awaited<ReturnType<HubWorld['hub']>>, pc: Credential;
  beforeEach(async () => {
    world = createHubWorld();
    province = await world.hub({ unit: '79', tier: 'province' });
    hub = await world.hub({ unit: '769', tier: 'district', parent: province.url, parentPassword: (await addChild({ dir: province.dir, unit: '769' })).password });
    pc = await world.device(hub, '25001');
    const docs = [{ ...base, _rev: first, _revisions: { start: 1, ids: [first.slice(2)] } }, ...branches];
    expect((await ask(hub.url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs } })).body).toEqual([]);
  });
  afterEach(() => world.end());

  const leavesAt = async (url: string, as: Credential) => ((await ask(url, 'GET', `/health-25001/_changes?style=all_docs&include_docs=true`, { as })).body as { results: { id: string; changes: { rev: string }[]; doc: Record<string, unknown> }[] }).results;
  const atRest = async <T>(work: (place: OpenPlace) => Promise<T>): Promise<T> => {
    await hub.close();
    const place = openWorkPlace(hub.dir);
    try { return await work(place); } finally { await place.close(); hub = { ...await startHub({ dir: hub.dir, port: hub.port }), dir: hub.dir }; }
  };

  it('[HUB80] [HUB81] [HUB82] are merged at the home hub, as a station would, and shown to both sides', async () => {
    expect(await atRest((place) => mergeAtHome(place, 'health-25001', id))).toBeGreaterThan(0);
    expect(await atRest((place) => mergeAtHome(place, 'health-25001', id))).toBe(0);
    const merged = await leavesAt(hub.url, pc);
    const record = merged.find((row) => row.id === id);
    expect(record?.doc).toMatchObject({ device: 'merge', phone: '0933333333', note: 'của máy 8\ncủa máy 9' });
    expect(merged.filter((row) => row.id.startsWith('conflict:')).map(({ doc }) => (doc['fields'] as { field: string }[]).map(({ field }) => field))).toEqual([['phone']]);
    // A station that met the same leaves and nobody with their base: ten minutes later it makes the same revisions, byte by byte.
    const other = createHubWorld();
    try {
      const alone = await other.hub({ unit: '770', tier: 'district' });
      const as = await other.device(alone, '25001');
      expect((await ask(alone.url, 'POST', '/health-25001/_bulk_docs', { as, body: { new_edits: false, docs: branches } })).body).toEqual([]);
      const station = aSyncWorld({ device: 'pc7' });
      const replicator = createReplicator({ journal: station.journal, hubUrl: alone.url, ...await addDevice({ dir: alone.dir, unit: '25001', device: 'pc7' }), random: () => 0 });
      await replicator.exchange();
      station.clock.now += 11 * 60_000;
      await replicator.exchange();
      await replicator.exchange();
      const there = await leavesAt(alone.url, as);
      const revsOf = (rows: typeof merged) => rows.filter((row) => !row.id.startsWith('receipt:')).map((row) => [row.id, row.changes.map(({ rev }) => rev).sort()]).sort();
      expect(revsOf(there)).toEqual(revsOf(merged));
      await replicator.stop();
      station.close();
    } finally {
      await other.end();
    }
    // The tier above holds the same, and has merged nothing itself.
    await addUser({ dir: province.dir, account: 'admin', password: readerPassword, role: 'administrator', unit: '79', passwordOnly: true });
    await until(() => leavesAt(province.url, { user: 'admin', password: readerPassword }), (rows) => rows.find((row) => row.id === id)?.changes[0]?.rev === record?.changes[0]?.rev);
    await addUser({ dir: hub.dir, account: 'duyet', password: readerPassword, role: 'reviewer', unit: '769', passwordOnly: true });
    const reader = await signInReader(hub.url, 'duyet');
    expect(await reader.query<{ rows: ConflictRow[] }>('conflicts')).toMatchObject({ total: 1, rows: [{ unit: '25001', recordId: id, patientName: 'Nguyễn Thị Hoà', fields: [{ field: 'phone', kept: '0933333333', other: '0922222222' }], kept: { device: 'pc9' }, other: { device: 'pc8' } }] });
  });

  it('[HUB81] a tier above leaves them as they are', async () => {
    const admin = await addUser({ dir: province.dir, account: 'admin', password: readerPassword, role: 'administrator', unit: '79', passwordOnly: true });
    const as = { user: admin.account, password: readerPassword };
    await until(async () => (await ask(province.url, 'GET', '/health-25001', { as })).status, (status) => status === 200);
    await until(() => leavesAt(province.url, as), (rows) => rows.find((row) => row.id === id)?.changes.length === 2);
    await hub.close();
    const parent = province as Awaited<ReturnType<HubWorld['hub']>>;
    await parent.close();
    const place = openWorkPlace(province.dir);
    try { expect(await mergeAtHome(place, 'health-25001', id)).toBe(0); } finally { await place.close(); }
  });

  it('[HUB80] waits a quarter of an hour for the stations, and forgets what they merged', async () => {
    await hub.close();
    const clock = { now: Date.parse('2026-11-22T03:00:00Z') };
    const place = openWorkPlace(hub.dir, () => clock.now);
    const index = createLeafIndex(place.engine, place.book, { write: () => undefined, forget: () => undefined }, () => clock.now);
    index.forget('health-25001');
    await index.catchUp('health-25001');
    expect(index.branchedBefore(clock.now + 1)).toEqual([{ database: 'health-25001', id }]);
    const merging = startMerging(place, index, () => undefined, 10);
    try {
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(index.branchedBefore(clock.now + 1)).toHaveLength(1);
      clock.now += 16 * 60_000;
      await until(() => index.branchedBefore(clock.now + 1), (left) => left.length === 0);
    } finally {
      await merging.stop();
      await place.close();
    }
  });
});
