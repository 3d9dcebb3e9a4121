import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addChild, publishOrg, verifyHub } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import { aPatient, ask, createHubWorld, minted, until } from '../../contract/hub/hub-world.ts';
import type { Credential, HubWorld } from '../../contract/hub/hub-world.ts';

type Hub = RunningHub & { dir: string };
const FROM = '2025-07-01';
const professional = (unit: string, from = FROM, to?: string) => ({ kind: 'professional', unit, from, ...(to === undefined ? {} : { to }) });
const unitOf = (unit: string, tier: string, parents: object[] = []) => ({ unit, name: `Đơn vị ${unit}`, tier, from: FROM, parents });

describe('organisation as dated data', () => {
  let world: HubWorld, province: Hub, first: Hub, second: Hub, pc: Credential, children: Record<string, Credential>;
  beforeEach(async () => {
    world = createHubWorld();
    province = await world.hub({ unit: '79', tier: 'province' });
    children = { '769': await addChild({ dir: province.dir, unit: '769' }), '770': await addChild({ dir: province.dir, unit: '770' }) };
    first = await district('769');
    // Looks so seldom at what differs that whatever comes down comes by itself.
    second = await district('770', { receiptIntervalSeconds: 600 });
    pc = await world.device(first, '25001');
  });
  afterEach(() => world.end());

  const district = (unit: string, more: object = {}) => world.hub({ unit, tier: 'district', ...more, parent: province.url, parentPassword: children[unit]?.password ?? '' });
  const publish = (units: object[], hub = province) => {
    const file = join(world.dir, 'org.json');
    writeFileSync(file, JSON.stringify(units));
    return publishOrg({ dir: hub.dir, file });
  };
  const publishTree = (parents: object[]) => publish([unitOf('79', 'province'), unitOf('769', 'district', [professional('79')]), unitOf('770', 'district', [professional('79')]), unitOf('25001', 'station', parents)]);
  const send = (hub: Hub, as: Credential, n: number) => ask(hub.url, 'POST', '/health-25001/_bulk_docs', { as, body: { new_edits: false, docs: [minted(aPatient('25001', n), 1, String(n).padStart(32, 'a'))] } });
  const seenAbove = async (n: number) => {
    const child = children['770'];
    return child ? (await ask(province.url, 'GET', `/health-25001/${aPatient('25001', n)._id}`, { as: child })).status : 0;
  };

  it('[ORG7] is published at the top, flows down to every hub, and is left untouched where nothing changed', async () => {
    expect((await publishTree([professional('769')])).published).toEqual(['79', '769', '770', '25001']);
    await until(async () => (await ask(first.url, 'GET', '/reference/org%3A25001', { as: pc })).body, (body) => (body as { name?: string }).name === 'Đơn vị 25001');
    expect(await publishTree([professional('769')])).toEqual({ published: [], unchanged: 4 });
    await expect(publish([unitOf('1', 'station')], first)).rejects.toMatchObject({ code: 'NotThePublisher' });
    await expect(publish([unitOf('1', 'station', [professional('nobody')])])).rejects.toMatchObject({ code: 'BadOrg' });
    await expect(publish([unitOf('1', 'station', [professional('2', '2027-02-01')]), unitOf('2', 'station', [professional('1')])])).rejects.toMatchObject({ code: 'BadOrg', message: expect.stringContaining('1 would stand above itself from 2027-02-01 on') as string });
    expect((await ask(first.url, 'GET', '/reference/org%3A1', { as: pc })).status).toBe(404);
  });

  it('[ORG8] [ORG10] a station that moves to another hub brings all it has there, once; what the former hub still holds arrives too, and it reads nothing more', async () => {
    await publishTree([professional('769')]);
    await send(first, pc, 1);
    await until(() => ask(province.url, 'GET', `/health-25001/${aPatient('25001', 1)._id}`, { as: children['769'] as Credential }), ({ status }) => status === 200);
    expect(await seenAbove(1)).toBe(403);
    await publishTree([professional('769', FROM, '2025-12-31'), professional('770', '2026-01-01')]);
    await until(() => seenAbove(1), (status) => status === 200);
    // The former hub may bring what it holds, and read nothing.
    await send(first, pc, 2);
    await until(() => seenAbove(2), (status) => status === 200);
    const former = children['769'] as Credential;
    for (const path of ['/health-25001/_all_docs', '/health-25001/_changes', `/health-25001/${aPatient('25001', 1)._id}`]) expect((await ask(province.url, 'GET', path, { as: former })).status).toBe(403);
    // At its new hub it sends everything it has.
    const there = await world.device(second, '25001');
    for (const n of [1, 2, 3]) expect((await send(second, there, n)).body).toEqual([]);
    await until(() => seenAbove(3), (status) => status === 200);
    const all = (await ask(province.url, 'GET', '/health-25001/_all_docs?startkey="patients:"&endkey="patients;"', { as: children['770'] as Credential })).body as { rows: { value: { rev: string } }[] };
    expect(all.rows.map(({ value }) => value.rev[0])).toEqual(['1', '1', '1']);
    expect((await verifyHub({ dir: second.dir })).ok).toBe(true);
    const former769 = await until(() => verifyHub({ dir: first.dir }), ({ ok }) => ok);
    expect(former769.databases.find(({ database }) => database === 'health-25001')).toMatchObject({ movedAway: true, missingAboveCount: 0, closedAbove: false });
  });

  it('[ORG18] what the tiers above said of a station before it came here comes down at once, though nothing new is written', async () => {
    await publishTree([professional('769')]);
    await send(first, pc, 1);
    const receiptAt = async (hub: Hub, as: Credential) => (await ask(hub.url, 'GET', '/health-25001/receipt%3A79', { as })).body as { _rev?: string };
    const before = await until(() => receiptAt(first, pc), ({ _rev }) => _rev !== undefined);
    await publishTree([professional('769', FROM, '2025-12-31'), professional('770', '2026-01-01')]);
    const there = await until(() => world.device(second, '25001').catch(() => undefined), (device) => device !== undefined) as Credential;
    await send(second, there, 1);
    expect((await until(() => receiptAt(second, there), ({ _rev }) => _rev !== undefined))._rev).toBe(before._rev);
  });

  it('[ORG9] a station may send to the province itself once the tier between is gone', async () => {
    await publishTree([professional('769')]);
    await send(first, pc, 1);
    await until(() => ask(province.url, 'GET', `/health-25001/${aPatient('25001', 1)._id}`, { as: children['769'] as Credential }), ({ status }) => status === 200);
    await expect(world.device(province, '25001')).rejects.toMatchObject({ code: 'OwnedByChild' });
    await publishTree([professional('769', FROM, '2025-12-31'), professional('79', '2026-01-01')]);
    const direct = await world.device(province, '25001');
    expect((await send(province, direct, 2)).body).toEqual([]);
    await send(first, pc, 3);
    await until(() => ask(province.url, 'GET', `/health-25001/${aPatient('25001', 3)._id}`, { as: direct }), ({ status }) => status === 200);
    expect((await ask(province.url, 'GET', `/health-25001/${aPatient('25001', 1)._id}`, { as: direct })).status).toBe(200);
  });
});
