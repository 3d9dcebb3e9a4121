import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addChild, addUser, startHub } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import { createLagWatch } from '../../../src-hub/operations/lag-watch.ts';
import { aPatient, ask, createHubWorld, minted, until } from '../../contract/hub/hub-world.ts';
import type { Credential, HubWorld } from '../../contract/hub/hub-world.ts';
import { formsOf } from '../../support/find-plaintext.ts';

const a = 'a'.repeat(32);

describe('a hub\'s day', () => {
  let world: HubWorld, hub: RunningHub & { dir: string }, pc: Credential;
  beforeEach(async () => { world = createHubWorld(); hub = await world.hub({ unit: '769', tier: 'district' }); pc = await world.device(hub, '25001'); });
  afterEach(() => world.end());
  const send = (docs: object[], more: object = {}) => ask(hub.url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs }, ...more });

  it('[HUB72] writes lines without anything of a patient, whatever comes in and whatever breaks', async () => {
    await hub.close();
    const lines: string[] = [];
    const parent = await world.hub({ unit: '79', tier: 'province' });
    const child = await addChild({ dir: parent.dir, unit: '770' });
    const { dir } = await world.hub({ unit: '770', tier: 'district', parent: parent.url, parentPassword: child.password }).then(async (made) => { await made.close(); return made; });
    const served = await startHub({ dir, log: (event, facts) => { lines.push(JSON.stringify({ event, ...facts })); } });
    try {
      const device = await world.device({ dir }, '25001');
      const secret = { fullName: 'Trần Thị Bí Mật', nationalId: '079185001234', phone: '0912345678', address: 'Ấp Kín Đáo' };
      const push = (body: unknown, headers: Record<string, string> = {}) => ask(served.url, 'POST', '/health-25001/_bulk_docs', { as: device, body, headers });
      expect((await push({ new_edits: false, docs: [minted(aPatient('25001', 1, secret), 1, a), minted(aPatient('99999', 2, secret), 1, a), { ...aPatient('25001', 3, secret), _rev: 'x' }] })).body).toHaveLength(2);
      await ask(served.url, 'PUT', '/resources-25001', { as: device });
      await ask(served.url, 'POST', '/resources-25001/_bulk_docs', { as: device, body: { new_edits: false, docs: [minted({ ...aPatient('25001', 4, secret), _id: 'lots:1' }, 1, a)] } });
      expect((await fetch(`${served.url}/health-25001/_bulk_docs`, { method: 'POST', headers: { authorization: `Basic ${Buffer.from(`${device.user}:${device.password}`).toString('base64')}`, 'content-type': 'application/json' }, body: `{"docs":[{"fullName":"${secret.fullName}"` })).status).toBe(400);
      await ask(served.url, 'GET', `/health-25001/${encodeURIComponent(`patients:${secret.nationalId}`)}?rev=${encodeURIComponent(secret.fullName)}`, { as: device });
      await ask(served.url, 'GET', '/health-25001', { as: { user: secret.fullName, password: secret.nationalId } });
      await until(async () => (await ask(parent.url, 'GET', '/health-25001', { as: child })).status, (status) => status === 200, 20_000);
      await parent.close();
      await until(() => lines, (list) => list.some((line) => line.includes('"parent"') && line.includes('away')), 20_000);
      expect(lines.some((line) => line.includes('documents refused'))).toBe(true);
      const all = Buffer.from(lines.join('\n'));
      for (const word of Object.values(secret)) for (const { form, bytes } of formsOf(word)) expect([word, form, all.includes(bytes)]).toEqual([word, form, false]);
    } finally {
      await served.close();
    }
  });

  it('[HUB73] ends in good order: what was asked is answered, what was answered is kept, what waits is let go', async () => {
    const polling = ask(hub.url, 'GET', '/health-25001/_changes?feed=longpoll&since=now&heartbeat=1000', { as: pc }).catch(() => 'ended');
    const sent = Promise.allSettled([1, 2, 3].map((n) => send([minted(aPatient('25001', n), 1, a)])));
    await until(async () => (await ask(hub.url, 'GET', '/healthz')).status, (status) => status === 200);
    const from = performance.now();
    await hub.close();
    expect(performance.now() - from).toBeLessThan(10_000);
    const answers = await sent;
    const stored = answers.flatMap((one, n) => (one.status === 'fulfilled' && one.value.status === 201 ? [n + 1] : []));
    expect(await polling).toBeDefined();
    const again = await startHub({ dir: hub.dir, port: hub.port });
    try {
      for (const n of stored) expect((await ask(again.url, 'GET', `/health-25001/${aPatient('25001', n)._id}`, { as: pc })).status).toBe(200);
    } finally {
      await again.close();
    }
  });

  it('[HUB74] takes what programs before and after this one send: no word of themselves, no ancestry, no compression, fields nobody knows', async () => {
    const old = { ...aPatient('25001', 1), _rev: `1-${a}` } as Record<string, unknown>;
    for (const late of ['createdBy', 'updatedBy', 'version']) Reflect.deleteProperty(old, late);
    expect((await send([old])).body).toEqual([]);
    const later = minted(aPatient('25001', 2, { schemaVersion: 9, invented: { deep: ['x'] }, encounterMode: 'later' }), 1, a);
    expect((await send([later])).body).toEqual([]);
    const reply = await fetch(`${hub.url}/health-25001/_changes?include_docs=true&style=all_docs`, { headers: { authorization: `Basic ${Buffer.from(`${pc.user}:${pc.password}`).toString('base64')}`, 'accept-encoding': 'identity' } });
    expect(reply.headers.get('content-encoding')).toBe(null);
    const docs = ((await reply.json()) as { results: { doc: Record<string, unknown> }[] }).results.map(({ doc }) => doc);
    expect(docs).toContainEqual(old);
    expect(docs.find(({ _id: id }) => id === later._id)).toMatchObject({ schemaVersion: 9, invented: { deep: ['x'] }, encounterMode: 'later' });
    await addUser({ dir: hub.dir, account: 'an', password: 'mật khẩu dài', role: 'administrator', passwordOnly: true, unit: '769' });
    await until(async () => (await ask(hub.url, 'GET', '/metrics')).text, (text) => text.includes('tramxa_documents{unit="25001"} 2'), 20_000);
  });
});

describe('the lag of a tier above', () => {
  it('[REV63] counts while nothing more is proved, and not while it gets on', () => {
    let now = 1_000_000;
    const lagOf = createLagWatch(() => now);
    const look = (proved: number, missing: number) => lagOf('25001', { unit: 'vn', proved, missing });
    expect(look(0, 5)).toBe(0);
    now += 60_000;
    expect(look(0, 7)).toBe(60);
    expect(look(3, 7)).toBe(0);
    now += 30_000;
    expect(look(3, 1)).toBe(30);
    expect(look(4, 0)).toBe(0);
    now += 90_000;
    expect(look(4, 2)).toBe(0);
  });
});
