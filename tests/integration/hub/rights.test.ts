import { request } from 'node:https';
import { URI } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addChild, addUser, exportAccessLog, revokeDevice, startHub } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import { doorRoutes } from '../../../src-hub/public/route.ts';
import { createConsoleSessions } from '../../../src-hub/review/console-sessions.ts';
import { consoleRights } from '../../../src-hub/review/console-rights.ts';
import { createConsoleRouter } from '../../../src-hub/review/console-router.ts';
import type { HubRole } from '../../../src-shared/contract/hub-api.ts';
import { ACCESS_PURPOSE_HEADER } from '../../../src-shared/contract/access-purpose.ts';
import { aPatient, ask, createHubWorld, minted, engineKinds } from '../../contract/hub/hub-world.ts';
import type { Credential, HubWorld } from '../../contract/hub/hub-world.ts';
import { hasOpenssl, testCertificate } from '../../support/test-certificate.ts';
import { readerPassword, signInReader, type ConsoleReader } from './console-client.ts';

const unit = { own: '25001', sibling: '25002', below: '30001' } as const;
const secret = 'Nguyễn Bí Mật';
/** As the router has them, not as somebody remembered them. */
const consoleProcedures = Object.keys(createConsoleRouter({ place: { engine: { onUpdate: () => () => undefined } }, services: { index: {} } } as never)._def.procedures);

describe.each(engineKinds)('who may do what (%s)', (engine) => {
  let world: HubWorld, parent: RunningHub & { dir: string }, hub: RunningHub & { dir: string };
  const as: Record<string, Credential | undefined> = {};
  const readers = new Map<string, ConsoleReader>();

  beforeAll(async () => {
    world = createHubWorld(engine);
    parent = await world.hub({ unit: '79', tier: 'province' });
    const { password } = await addChild({ dir: parent.dir, unit: '769' });
    hub = await world.hub({ unit: '769', tier: 'district', parent: parent.url, parentPassword: password });
    as['device'] = await world.device(hub, unit.own);
    as['sibling'] = await world.device(hub, unit.sibling);
    as['revoked'] = await world.device(hub, unit.own, 'pc9');
    await revokeDevice({ dir: hub.dir, unit: unit.own, device: 'pc9' });
    as['child'] = await addChild({ dir: hub.dir, unit: '760' });
    as['otherChild'] = await addChild({ dir: hub.dir, unit: '761' });
    as['nobody'] = undefined;
    await ask(hub.url, 'PUT', `/health-${unit.below}`, { as: as['child'] });
    await ask(hub.url, 'PUT', `/resources-${unit.below}`, { as: as['child'] });
    for (const [name, of] of [['device', unit.own], ['sibling', unit.sibling], ['child', unit.below]] as const) {
      const docs = [minted(aPatient(of, 1, { fullName: secret }), 1, 'a')];
      expect((await ask(hub.url, 'POST', `/health-${of}/_bulk_docs`, { as: as[name], body: { new_edits: false, docs } })).body).toEqual([]);
    }
    for (const role of ['reviewer', 'manager', 'administrator'] as const) {
      for (const of of ['769', unit.own, unit.sibling]) await addUser({ dir: hub.dir, account: `${role}.${of}`, password: readerPassword, role, unit: of, passwordOnly: true });
      for (const of of ['769', unit.own, unit.sibling]) readers.set(`${role}.${of}`, await signInReader(hub.url, `${role}.${of}`));
    }
    as['administrator'] = { user: 'administrator.769', password: readerPassword };
    as['administratorOfPart'] = { user: `administrator.${unit.own}`, password: readerPassword };
  });
  afterAll(() => world.end());

  /** For each way through the door: what asks for it, in a database. */
  const asking: Record<string, (database: string) => { method: string; path: string; body?: unknown }> = {
    '_bulk_docs': (db) => ({ method: 'POST', path: `/${db}/_bulk_docs`, body: { docs: [], new_edits: false } }),
    '_bulk_get': (db) => ({ method: 'POST', path: `/${db}/_bulk_get`, body: { docs: [{ id: aPatient('x', 1)._id }] } }),
    '_revs_diff': (db) => ({ method: 'POST', path: `/${db}/_revs_diff`, body: { [aPatient('x', 1)._id]: ['1-a', '1-b'] } }),
    '_all_docs': (db) => ({ method: 'GET', path: `/${db}/_all_docs?include_docs=true` }),
    '_changes': (db) => ({ method: 'GET', path: `/${db}/_changes?include_docs=true` }),
    '_ensure_full_commit': (db) => ({ method: 'POST', path: `/${db}/_ensure_full_commit`, body: {} }),
    '_security': (db) => ({ method: 'GET', path: `/${db}/_security` }),
    '_revs_limit': (db) => ({ method: 'GET', path: `/${db}/_revs_limit` }),
    'database': (db) => ({ method: 'GET', path: `/${db}` }),
    '_local': (db) => ({ method: 'GET', path: `/${db}/_local/checkpoint` }),
    '_design': (db) => ({ method: 'GET', path: `/${db}/_design/all` }),
    'document': (db) => ({ method: 'GET', path: `/${db}/${encodeURIComponent(aPatient('x', 1)._id)}` }),
    'attachment': (db) => ({ method: 'GET', path: `/${db}/${encodeURIComponent(aPatient('x', 1)._id)}/picture.png` }),
  };
  const databases = [unit.own, unit.sibling, unit.below, '79', '99999'].flatMap((of) => [`health-${of}`, `resources-${of}`]).concat('reference', '_users', '_replicator', 'anything');
  const mayRead: Record<string, (database: string) => boolean> = {
    nobody: () => false, revoked: () => false,
    device: (db) => db.endsWith(`-${unit.own}`) || db === 'reference', sibling: (db) => db.endsWith(`-${unit.sibling}`) || db === 'reference',
    child: (db) => db.endsWith(`-${unit.below}`) || db === 'reference', otherChild: (db) => db === 'reference',
    administratorOfPart: (db) => db.endsWith(`-${unit.own}`) || db === 'reference',
    administrator: (db) => [unit.own, unit.sibling, unit.below].some((of) => db.endsWith(`-${of}`)) || db === 'reference',
  };

  it('[REV40] [HUB88] every role, every way through the door, every database: nobody reads a byte that is not theirs', async () => {
    expect(Object.keys(asking).sort()).toEqual([...doorRoutes].sort());
    for (const [role, may] of Object.entries(mayRead)) {
      for (const database of databases) {
        for (const [name, request] of Object.entries(asking)) {
          const { method, path, body } = request(database);
          const reply = await ask(hub.url, method, path, { as: as[role], ...(body === undefined ? {} : { body }) });
          const line = `${role} ${name} ${database}: ${reply.status} ${reply.text.slice(0, 120)}`;
          if (may(database)) { if (name !== '_bulk_docs') expect(reply.status, line).not.toBe(403); }
          else {
            expect(reply.text.includes(secret), line).toBe(false);
            expect(role === 'revoked' ? [401, 429] : [401, 403, 404], line).toContain(reply.status);
            if (database.startsWith('health-') && role !== 'administrator' && role !== 'nobody' && role !== 'revoked' && !(database.endsWith('79') || database.endsWith('99999'))) expect(reply.status, line).toBe(403);
          }
        }
      }
      const listed = await ask(hub.url, 'GET', '/_all_dbs', { as: as[role] });
      if (listed.status === 200) for (const database of listed.body as string[]) expect(may(database), `${role} lists ${database}`).toBe(true);
    }
  });

  it('[REV40] no role writes where it may not: other units, reviews, receipts, catalogues, design documents', async () => {
    const doc = (id: string, of: string) => minted({ ...aPatient(of, 2), _id: id }, 1, 'b');
    const kinds = { patient: 'patients:019a0000-0000-7000-8000-0000000000ff', review: 'review:019a0000-0000-7000-8000-0000000000ff', receipt: 'receipt:769', org: 'org:25001', design: '_design/x' } as const;
    const stored = async (role: string, database: string, id: string, of: string): Promise<boolean> => {
      const reply = await ask(hub.url, 'POST', `/${database}/_bulk_docs`, { as: as[role], body: { new_edits: false, docs: [doc(id, of)] } });
      return reply.status === 201 && Array.isArray(reply.body) && reply.body.length === 0;
    };
    const allowed = new Set<string>();
    for (const role of Object.keys(mayRead)) for (const [kind, id] of Object.entries(kinds)) for (const of of Object.values(unit)) if (await stored(role, `health-${of}`, id, of)) allowed.add(`${role} ${kind} ${of}`);
    // A child hub is trusted for what came to it: its stations' records and its reviewers' words.
    expect([...allowed].sort()).toEqual([`child patient ${unit.below}`, `child review ${unit.below}`, `device patient ${unit.own}`, `sibling patient ${unit.sibling}`]);
    for (const [role, may] of Object.entries(mayRead)) {
      for (const database of databases.filter((name) => !may(name) && !/-(79|99999)$/.test(name))) {
        for (const [method, path, body] of [['PUT', `/${database}/patients:x`, {}], ['DELETE', `/${database}/patients:x?rev=1-a`], ['DELETE', `/${database}`], ['PUT', `/${database}/_local/x`, {}]] as const) {
          if (role === 'administrator' && method === 'DELETE' && path === `/${database}`) continue;
          const { status } = await ask(hub.url, method, path, { as: as[role], ...(body === undefined ? {} : { body }) });
          expect([401, 403, 404, 429], `${role} ${method} ${path}: ${status}`).toContain(status);
        }
      }
    }
    for (const role of Object.keys(mayRead)) expect([role, await stored(role, 'reference', 'org:x1', 'vn')]).toEqual([role, false]);
  });

  it('[REV40] every procedure of the console has a line, and every role is let in exactly where the line says', async () => {
    expect([...consoleProcedures].sort()).toEqual(Object.keys(consoleRights).sort());
    for (const [account, reader] of readers) {
      const role = account.split('.')[0] as HubRole;
      for (const procedure of consoleProcedures.filter((name) => !['session.signOut', 'session.signIn'].includes(name))) {
        const right = consoleRights[procedure];
        const replies = [await reader.raw('GET', procedure, {}), await reader.raw('POST', procedure, {})];
        const forbidden = replies.some(({ status }) => status === 403);
        expect([account, procedure, forbidden]).toEqual([account, procedure, right !== 'anyone' && !right?.includes(role)]);
        expect(JSON.stringify(replies)).not.toContain(account.endsWith('769') ? '\0' : secret);
      }
    }
    const nobody = await ask(hub.url, 'GET', '/console/trpc/stations');
    expect(nobody.status).toBe(401);
  });

  it('[REV40] a reader of one unit sees nothing of another, whatever they ask for', async () => {
    const recordId = aPatient('x', 1)._id;
    for (const [account, reader] of readers) {
      if (account.endsWith('.769')) continue;
      const mine = account.split('.')[1] ?? '';
      const stations = await reader.query<{ unit: string }[]>('stations');
      expect(stations.map((row) => row.unit)).toEqual([mine]);
      for (const of of Object.values(unit).filter((one) => one !== mine)) {
        const key = '019a0000-0000-7000-8000-00000000abcd';
        const replies = [
          await reader.raw('GET', 'submitted', { unit: of }), await reader.raw('GET', 'record', { unit: of, recordId }), await reader.raw('POST', 'claim', { unit: of, recordId }), await reader.raw('GET', 'requests', { unit: of }),
          await reader.raw('POST', 'decide', { key, unit: of, recordId, version: '1', decision: 'accepted' }), await reader.raw('POST', 'ask', { key, unit: of, comment: 'x', asked: { kind: 'visit' } }),
          await reader.raw('POST', 'lock', { key, unit: of, period: '2026-01', locked: true }), await reader.raw('POST', 'withdraw', { key, unit: of, requestId: 'x' }), await reader.raw('GET', 'locks', { unit: of }),
        ];
        for (const { status, data } of replies) expect(status !== 200 || data === null || JSON.stringify(data) === '[]' || /"ok":false|"total":0/.test(JSON.stringify(data)), `${account} ${of}: ${status} ${JSON.stringify(data)}`).toBe(true);
      }
    }
  });

  it('[REV41] opens no record before the piece of work is named', async () => {
    const reader = await signInReader(hub.url, 'reviewer.769', { purpose: null });
    expect(await reader.raw('GET', 'record', { unit: unit.own, recordId: 'encounters:x' })).toMatchObject({ status: 412, message: 'PurposeNeeded' });
    await reader.tell('session.purpose', { purpose: 'complaint', note: 'Đơn số 7' });
    expect((await reader.raw('GET', 'record', { unit: unit.own, recordId: 'encounters:x' })).status).toBe(200);
    expect((await reader.raw('POST', 'session.purpose', { purpose: 'curiosity' })).status).toBe(400);
  });

  it('[REV49] an administrator reads a station by the protocol only with a reason, which stands in the log before anything is shown, and in what the person is given', async () => {
    const { user, password } = as['administrator'] as Credential;
    const look = async (path: string, why: Record<string, string>, body?: unknown) => {
      const reply = await fetch(hub.url + path, { headers: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`, ...why, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }) });
      return { status: reply.status, text: await reply.text() };
    };
    const given = async (patientId: string) => (await exportAccessLog({ dir: hub.dir, patientId })).rows;
    const { _id: patient } = aPatient(unit.sibling, 1);
    for (const why of [undefined, 'curiosity', 'review; note=%E0%A4%A']) {
      for (const [route, request] of Object.entries(asking)) {
        const { path, body } = request(`health-${unit.sibling}`);
        const { status, text } = await look(path, why === undefined ? {} : { [ACCESS_PURPOSE_HEADER]: why }, body);
        expect([route, status, text.includes(secret)]).toEqual([route, 412, false]);
      }
    }
    const before = (await exportAccessLog({ dir: hub.dir })).total;
    const why = { [ACCESS_PURPOSE_HEADER]: `complaint; note=${encodeURIComponent('Đơn số 7')}` };
    for (const path of [`/health-${unit.sibling}/_all_docs?include_docs=true`, `/health-${unit.sibling}/${encodeURIComponent(patient)}`]) expect((await look(path, why)).text).toContain(secret);
    const added = (await exportAccessLog({ dir: hub.dir })).rows.slice(before);
    expect(added).toMatchObject([{ account: user, action: 'openDatabase', unit: unit.sibling, recordId: `health-${unit.sibling}`, purpose: 'complaint', note: 'Đơn số 7' }]);
    await readers.get('reviewer.769')?.query('submitted', {});
    expect(await given(patient)).toContainEqual(added[0]);
  });

  it('[REV43] asks for six digits that work once, at the console and at the protocol', async () => {
    const { otpauth = '' } = await addUser({ dir: hub.dir, account: 'totp', password: readerPassword, role: 'administrator', unit: '769' });
    expect(otpauth).toMatch(/^otpauth:\/\/totp\//);
    const signIn = async (code?: string) => ((await ask(hub.url, 'POST', '/console/trpc/session.signIn', { body: { account: 'totp', password: readerPassword, ...(code === undefined ? {} : { code }) }, headers: { Origin: hub.url } })).body as { result: { data: { ok: boolean; needsCode?: boolean; wrongCode?: boolean } } }).result.data;
    expect(await signIn()).toMatchObject({ ok: false, needsCode: true });
    expect(await signIn('000000')).toMatchObject({ ok: false, wrongCode: true });
    const code = URI.parse(otpauth).generate();
    expect(await signIn(code)).toMatchObject({ ok: true });
    expect(await signIn(code)).toMatchObject({ ok: false, wrongCode: true });
    expect((await ask(hub.url, 'GET', '/_all_dbs', { as: { user: 'totp', password: readerPassword } })).status).toBe(401);
    expect((await ask(hub.url, 'GET', '/_all_dbs', { as: { user: 'totp', password: `${readerPassword}${code}` } })).status).toBe(401);
    const later = URI.parse(otpauth) as unknown as { generate(options: { timestamp: number }): string };
    expect((await ask(hub.url, 'GET', '/_all_dbs', { as: { user: 'totp', password: `${readerPassword}${later.generate({ timestamp: Date.now() + 30_000 })}` } })).status).toBe(200);
  });

  it('[REV44] a session left alone ends, and a page that asks by itself does not hold it', () => {
    let now = 0;
    const sessions = createConsoleSessions(() => now);
    const [used, alone] = [sessions.open('a'), sessions.open('b')];
    for (let minute = 0; minute < 30; minute += 1) { now += 60_000; sessions.find(used, true); sessions.find(alone, false); }
    expect([sessions.find(used, true)?.account, sessions.find(alone, true)]).toEqual(['a', undefined]);
    for (let minute = 0; minute < 9 * 60; minute += 1) { now += 60_000; sessions.find(used, true); }
    expect(sessions.find(used, true)).toBeUndefined();
  });
});

describe('off its own machine', () => {
  it.skipIf(!hasOpenssl)('[REV45] listens by TLS only, and lets nobody in without an authenticator', async () => {
    const world = createHubWorld();
    try {
      const { dir, close } = await world.hub({ unit: '769', tier: 'district' });
      await addUser({ dir, account: 'hoa', password: readerPassword, role: 'reviewer', unit: '769', passwordOnly: true });
      await close();
      await expect(startHub({ dir, host: '0.0.0.0', port: 0 })).rejects.toMatchObject({ code: 'TlsNeeded' });
      await expect(startHub({ dir, host: '0.0.0.0', port: 0, tls: { cert: 'x', key: 'y' } })).rejects.toMatchObject({ code: 'BadCertificate' });
      const tls = testCertificate(world.dir, 'localhost');
      const hub = await startHub({ dir, host: '0.0.0.0', port: 0, tls });
      try {
        expect(hub.url).toBe(`https://0.0.0.0:${hub.port}`);
        const over = (path: string, method = 'GET', body?: string) => new Promise<{ status: number; text: string; hsts: string | undefined }>((resolve, reject) => {
          const sent = request({ host: '127.0.0.1', port: hub.port, path, method, ca: tls.cert, servername: 'localhost', headers: { ...(body ? { 'content-type': 'application/json', origin: `https://127.0.0.1:${hub.port}` } : {}) } }, (answer) => {
            let text = '';
            answer.on('data', (part: Buffer) => { text += part.toString(); }).on('end', () => { resolve({ status: answer.statusCode ?? 0, text, hsts: answer.headers['strict-transport-security'] }); });
          });
          sent.on('error', reject).end(body);
        });
        expect(await over('/')).toMatchObject({ status: 200, hsts: expect.stringContaining('max-age') as string });
        expect((await over('/console/trpc/session.signIn', 'POST', JSON.stringify({ account: 'hoa', password: readerPassword }))).text).toContain('"ok":false');
        await expect(fetch(`http://127.0.0.1:${hub.port}/`)).rejects.toThrow();
      } finally {
        await hub.close();
      }
    } finally {
      await world.end();
    }
  });
});
