import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { initHub, startHub } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import { openCouchEngine } from '../../../src-hub/engine/couchdb/open-couch-engine.ts';
import { EngineInUse } from '../../../src-hub/engine/engine.ts';
import { openFaultyProxy } from '../../support/faulty-proxy.ts';
import type { FaultyProxy } from '../../support/faulty-proxy.ts';
import { apacheCouch } from './apache-couch.ts';
import { aPatient, ask, couchServer, createHubWorld, minted, until } from './hub-world.ts';
import type { Credential, HubWorld } from './hub-world.ts';

const a = 'a'.repeat(32);

describe.each(apacheCouch.address === undefined ? [] : [apacheCouch.address])('a hub on an Apache CouchDB', () => {
  let world: HubWorld, line: FaultyProxy, hub: RunningHub, dir: string, pc: Credential;
  const prefix = () => world.prefixes[0] ?? '';
  const admin = () => couchServer(prefix());
  const couch = (method: string, path: string, body?: unknown) => ask(admin().url, method, `/${prefix()}${path}`, { as: admin(), ...(body === undefined ? {} : { body }) });
  const send = (n: number) => ask(hub.url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs: [minted(aPatient('25001', n), 1, a)] } });
  const digest = async () => JSON.stringify(((await ask(hub.url, 'GET', '/health-25001/receipt%3A769', { as: pc })).body as { devices?: unknown }).devices);

  beforeEach(async () => {
    world = createHubWorld('couchdb');
    line = await openFaultyProxy(couchServer('').url);
    dir = `${world.dir}/769`;
    await initHub({ unit: '769', tier: 'district', port: 0, receiptIntervalSeconds: 0.1, dir, couchdb: { ...world.couchdb(), url: line.url } });
    hub = await startHub({ dir });
    pc = await world.device({ dir }, '25001');
    await ask(hub.url, 'PUT', '/health-25001', { as: pc });
    expect((await send(1)).body).toEqual([]);
  });
  afterEach(async () => {
    line.faultFor = () => undefined;
    await hub.close();
    await line.close();
    await world.end();
  });

  it('[CDB3] lets in the hub\'s own user alone, and puts that right when somebody edits it', async () => {
    const security = async () => (await couch('GET', 'health-25001/_security')).body;
    const ours = await security();
    expect(ours).toMatchObject({ members: { names: [`tramxa-${prefix()}769`], roles: [] }, admins: { roles: ['_admin'] } });
    await couch('PUT', 'health-25001/_security', { admins: { names: [], roles: [] }, members: { names: [], roles: [] } });
    await hub.close();
    hub = await startHub({ dir });
    expect(await security()).toEqual(ours);
    expect((await send(2)).body).toEqual([]);
  });

  it('[CDB3] is let in again at once where somebody shut it out, by `_security` or its password; who asked meanwhile comes again', async () => {
    const shut = { admins: { names: [], roles: ['_admin'] }, members: { names: ['somebody'], roles: [] } };
    expect((await couch('PUT', 'health-25001/_security', shut)).status).toBe(200);
    const statuses: number[] = [];
    await until(async () => { statuses.push((await send(2)).status); return statuses.at(-1); }, (status) => status === 201, 20_000);
    expect(statuses.filter((status) => status !== 201 && status !== 503)).toEqual([]);
    const path = `/_users/org.couchdb.user:tramxa-${prefix()}769`;
    const user = (await ask(admin().url, 'GET', path, { as: admin() })).body as { _rev: string; name: string };
    expect((await ask(admin().url, 'PUT', path, { as: admin(), body: { ...user, password: 'another', roles: [], type: 'user' } })).status).toBe(201);
    // CouchDB goes on taking the former sign-in for a moment.
    await until(async () => { await send(3); return (await ask(admin().url, 'GET', path, { as: admin() })).body as { _rev: string }; }, ({ _rev }) => Number.parseInt(_rev, 10) >= 3, 20_000);
    await until(async () => (await send(4)).body, (body) => Array.isArray(body) && body.length === 0);
  });

  it('[CDB3] puts right every minute what somebody edits or deletes, while it works, and says what', async () => {
    const prefix = world.couchdb().prefix;
    const said: string[] = [];
    const service = { name: `tramxa-${prefix}1`, password: 'dich vu' };
    const engine = await openCouchEngine({ ...couchServer(prefix), service, hub: 'one', checkEveryMs: 300, report: (_, what) => { said.push(what); } });
    const at = (method: string, path: string, body?: unknown) => ask(admin().url, method, path, { as: admin(), ...(body === undefined ? {} : { body }) });
    try {
      await engine.create('health-1');
      said.length = 0;
      await at('PUT', `/${prefix}health-1/_security`, { admins: { names: [], roles: [] }, members: { names: [], roles: [] } });
      await until(() => said, (list) => list.includes('who may read health-1'));
      const user = (await at('GET', `/_users/org.couchdb.user:${service.name}`)).body as { _rev: string };
      await at('DELETE', `/_users/org.couchdb.user:${service.name}?rev=${user._rev}`);
      await until(() => said, (list) => list.includes(`user ${service.name}`), 20_000);
      expect(await engine.use('health-1', async (database) => (await database.info()).documents)).toBe(0);
      await at('DELETE', `/${prefix}reference`);
      await until(async () => (await at('GET', `/${prefix}reference`)).status, (status) => status === 200, 20_000);
    } finally {
      await engine.close();
    }
  });

  it('[CDB3] makes `reference` again as soon as somebody deletes it', async () => {
    expect((await couch('DELETE', 'reference')).status).toBe(200);
    // Long before the next check of every minute.
    await until(async () => (await ask(hub.url, 'GET', '/reference', { as: pc })).status, (status) => status === 200, 30_000);
    expect((await couch('GET', 'reference/_security')).body).toMatchObject({ members: { names: [`tramxa-${prefix()}769`] } });
  });

  it('[CDB11] refuses a second hub on the same databases in words, takes the first again after a crash, and says when another took its place', async () => {
    const prefix = world.couchdb().prefix;
    const said: string[] = [];
    const open = (name: string, checkEveryMs = 300) => openCouchEngine({ ...couchServer(prefix), service: { name: `tramxa-${prefix}1`, password: 'dich vu' }, hub: name, checkEveryMs, report: (_, what) => { said.push(what); } });
    const first = await open('one');
    await expect(open('two')).rejects.toBeInstanceOf(EngineInUse);
    // As after a crash: the same book comes again while its lease still stands.
    const again = await open('one', 60_000);
    await until(() => said, (list) => list.includes('another hub works on the same databases'), 20_000);
    await again.close();
    await first.close();
    await (await open('two')).close();
    await expect(initHub({ unit: '770', tier: 'district', port: 0, dir: `${world.dir}/770`, couchdb: couchServer(world.prefixes[0] ?? '') })).rejects.toMatchObject({ code: 'CouchInUse' });
  });

  it('[CDB4] works as a user that is no administrator', async () => {
    const { body } = await ask(admin().url, 'GET', `/_users/org.couchdb.user:tramxa-${prefix()}769`, { as: admin() });
    expect(body).toMatchObject({ name: `tramxa-${prefix()}769`, roles: [] });
  });

  it('[CDB6] hears of what was written beside it', async () => {
    const before = await until(digest, (seen) => seen !== undefined);
    await couch('POST', 'health-25001/_bulk_docs', { new_edits: false, docs: [minted(aPatient('25001', 2), 1, a)] });
    await until(digest, (seen) => seen !== before);
  });

  it('[CDB7] says that it cannot now while CouchDB is away, and goes on when it is back', async () => {
    await until(digest, (seen) => seen !== undefined);
    line.faultFor = () => ({ kind: 'reset' });
    line.cut();
    expect((await send(2)).status).toBe(503);
    await couch('POST', 'health-25001/_bulk_docs', { new_edits: false, docs: [minted(aPatient('25001', 3), 1, a)] });
    line.faultFor = () => undefined;
    const before = await until(digest, (seen) => seen !== undefined);
    expect((await send(2)).body).toEqual([]);
    const after = await until(digest, (seen) => seen !== before);
    expect(after).not.toBe(before);
    expect((await ask(hub.url, 'GET', `/health-25001/${aPatient('25001', 3)._id}`, { as: pc })).status).toBe(200);
  });

  it('[CDB8] does not read a database again after a restart', async () => {
    const before = await until(digest, (seen) => seen !== undefined);
    await hub.close();
    line.passed.length = 0;
    hub = await startHub({ dir });
    await until(() => line.passed.filter(({ path }) => path.includes('/_changes')), (seen) => seen.length > 0);
    for (const { path } of line.passed.filter((one) => one.path.includes('health-25001/_changes'))) expect(path).not.toMatch(/since=0(&|$)/);
    expect(await digest()).toBe(before);
  });

  it('[CDB9] a database made anew under its name is read from its beginning, and nothing is claimed that it does not hold', async () => {
    const before = await until(digest, (seen) => seen !== undefined);
    // CouchDB tells foundings apart by the second.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await couch('DELETE', 'health-25001');
    await until(async () => (await ask(hub.url, 'GET', '/health-25001', { as: pc })).status, (status) => status === 404 || status === 403);
    await ask(hub.url, 'PUT', '/health-25001', { as: pc });
    expect((await send(7)).body).toEqual([]);
    const after = await until(digest, (seen) => seen !== undefined && seen !== before);
    expect(after).toBeDefined();
    expect((await ask(hub.url, 'GET', `/health-25001/${aPatient('25001', 1)._id}`, { as: pc })).status).toBe(404);
  });
});

describe('without a CouchDB', () => {
  it('[CDB10] a hub that cannot reach it says so and leaves nothing behind', async () => {
    const world = createHubWorld();
    const dir = `${world.dir}/1`;
    const couchdb = { url: 'http://127.0.0.1:9', user: 'admin', password: 'x' };
    await expect(initHub({ unit: '769', tier: 'district', port: 0, dir, couchdb })).rejects.toMatchObject({ code: 'CouchAway' });
    await initHub({ unit: '769', tier: 'district', port: 0, dir });
    await world.end();
  });
});
