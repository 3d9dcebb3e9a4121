import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addChild, addUser, revokeDevice, setParent } from '../../../src-hub/main.ts';
import type { RunningHub } from '../../../src-hub/main.ts';
import { engineKinds, aPatient, ask, createHubWorld, minted, until } from './hub-world.ts';
import type { Credential, HubWorld } from './hub-world.ts';

describe.each(engineKinds)('the door (%s)', (engine) => {
  let world: HubWorld, hub: RunningHub & { dir: string }, pc: Credential, neighbour: Credential, admin: Credential;
  beforeAll(async () => {
    world = createHubWorld(engine);
    hub = await world.hub({ unit: '769', tier: 'district', maxDocumentBytes: 20_000 });
    pc = await world.device(hub, '25001');
    neighbour = await world.device(hub, '25002');
    await addUser({ dir: hub.dir, account: 'chi.admin', password: 'mật khẩu dài', role: 'administrator', passwordOnly: true, unit: '769' });
    admin = { user: 'chi.admin', password: 'mật khẩu dài'.normalize('NFD') };
    const docs = [minted(aPatient('25002', 1, { fullName: 'SECRET NEIGHBOUR' }), 1, 'a', []), { ...minted(aPatient('25002', 2), 1, 'a'), _attachments: { a: { content_type: 'text/html', data: 'U0VDUkVU' } } }];
    expect((await ask(hub.url, 'POST', '/health-25002/_bulk_docs', { as: neighbour, body: { new_edits: false, docs } })).body).toEqual([]);
  });
  afterAll(() => world.end());

  const id = aPatient('25002', 1)._id;
  const everyRequest = (database: string): [string, string, unknown?][] => [
    ['GET', `/${database}`], ['HEAD', `/${database}`], ['PUT', `/${database}`], ['DELETE', `/${database}`], ['GET', `/${database}/_all_docs?include_docs=true`],
    ['POST', `/${database}/_all_docs?include_docs=true`, { keys: [id] }], ['GET', `/${database}/_changes?include_docs=true`], ['POST', `/${database}/_changes?include_docs=true`, {}],
    ['GET', `/${database}/_changes?feed=continuous&timeout=10`], ['POST', `/${database}/_bulk_get`, { docs: [{ id }] }], ['POST', `/${database}/_revs_diff`, { [id]: ['1-a'] }],
    ['POST', `/${database}/_bulk_docs`, { docs: [aPatient('25001', 5)] }], ['GET', `/${database}/${id}`], ['GET', `/${database}/${id}?open_revs=all`], ['PUT', `/${database}/${id}`, {}],
    ['DELETE', `/${database}/${id}?rev=1-a`], ['GET', `/${database}/${aPatient('25002', 2)._id}/a`], ['GET', `/${database}/_local/x`], ['PUT', `/${database}/_local/x`, {}],
    ['GET', `/${database}/_security`], ['GET', `/${database}/_design/x`], ['POST', `/${database}/_ensure_full_commit`, {}], ['POST', `/${database}/_find`, { selector: {} }],
  ];

  it('[HUB20] a device reads no byte of another unit, and cannot tell what exists', async () => {
    for (const [method, path, body] of everyRequest('health-25002')) {
      const theirs = await ask(hub.url, method, path, { as: pc, body });
      const nobodys = await ask(hub.url, method, path.replace('health-25002', 'health-99999'), { as: pc, body });
      expect([method, path, theirs.status, theirs.text]).toEqual([method, path, 403, nobodys.text]);
      expect(nobodys.status).toBe(403);
    }
    expect((await ask(hub.url, 'GET', '/_all_dbs', { as: pc })).body).toEqual(['health-25001', 'reference', 'resources-25001']);
    expect(JSON.stringify((await ask(hub.url, 'GET', '/_db_updates', { as: pc })).body)).not.toContain('25002');
    // Nor does it count what is written there; a CouchDB may tell once more of what was written here before.
    const updates = async (since: string) => (await ask(hub.url, 'GET', `/_db_updates?since=${since}`, { as: pc })).body as { results: unknown[]; last_seq: string };
    let written = 70;
    await until(async () => {
      const { last_seq: before } = await updates('now');
      const docs = [minted(aPatient('25002', written++), 1, 'a')];
      expect((await ask(hub.url, 'POST', '/health-25002/_bulk_docs', { as: neighbour, body: { new_edits: false, docs } })).body).toEqual([]);
      return [before, await updates(before)] as const;
    }, ([before, { results, last_seq: after }]) => results.length === 0 && after === before);
    expect((await ask(hub.url, 'GET', `/health-25001/..%2fhealth-25002%2f${id}`, { as: pc })).text).not.toContain('SECRET');
    expect((await ask(hub.url, 'GET', `/health-25002/${id}`, { as: neighbour })).text).toContain('SECRET NEIGHBOUR');
  });

  it('[HUB20] nobody who is not signed in reads or makes anything', async () => {
    for (const [method, path, body] of everyRequest('health-25002')) {
      expect([path, (await ask(hub.url, method, path, { body })).status]).toEqual([path, 401]);
      expect([path, (await ask(hub.url, method, path, { as: { user: '25002.pc1', password: 'no' }, body })).status]).toEqual([path, expect.toSatisfy((status: number) => status === 401 || status === 429)]);
    }
    expect((await ask(hub.url, 'PUT', '/newdb')).status).toBe(401);
    expect((await ask(hub.url, 'GET', '/health-25002', { as: neighbour })).status).toBe(200);
  });

  it('[HUB21] reference is read by every device and written by none', async () => {
    expect((await ask(hub.url, 'GET', '/reference/_all_docs', { as: pc })).status).toBe(200);
    expect((await ask(hub.url, 'POST', '/reference/_bulk_docs', { as: pc, body: { docs: [{ _id: 'org:25001' }] } })).status).toBe(403);
    expect((await ask(hub.url, 'PUT', '/reference/org:25001', { as: admin, body: { name: 'Trạm' } })).status).toBe(201);
    expect((await ask(hub.url, 'GET', '/reference/org:25001', { as: pc })).body).toMatchObject({ name: 'Trạm' });
    expect((await ask(hub.url, 'PUT', `/health-25001/${aPatient('25001', 1)._id}`, { as: admin, body: aPatient('25001', 1) })).status).toBe(403);
    expect((await ask(hub.url, 'DELETE', '/resources-25001', { as: pc })).status).toBe(403);
  });

  it('[HUB22] a device writes only its station\'s collections under its own unit; bare tombstones pass', async () => {
    const reasons = async (database: string, docs: unknown[]) => {
      const { body } = await ask(hub.url, 'POST', `/${database}/_bulk_docs`, { as: pc, body: { new_edits: false, docs } });
      return (body as { id: string; error: string; reason: string }[]).map(({ error, reason }) => `${error}: ${reason}`);
    };
    const refused = await reasons('health-25001', [
      { _id: 'review:1', _rev: '1-a' }, { _id: 'receipt:769', _rev: '1-a' }, { _id: '_design/x', _rev: '1-a', views: {} }, { _id: 'unknown:1', _rev: '1-a' }, { _id: 'lots:1', _rev: '1-a' },
      minted(aPatient('25002', 1), 1, 'a'), minted(aPatient('25001', 1, { device: undefined }), 1, 'a'), 'not a document', minted(aPatient('25001', 2, { _foo: 1 }), 1, 'a'),
      { ...aPatient('25001', 3), _rev: 'nonsense' }, { ...aPatient('25001', 4) }, minted(aPatient('25001', 5, { note: 'x'.repeat(30_000) }), 1, 'a'), { ...minted(aPatient('25001', 6), 1, 'a'), _rev_tree: [] },
    ]);
    expect(refused).toHaveLength(13);
    expect(refused.every((reason) => reason.startsWith('forbidden: '))).toBe(true);
    const design = await ask(hub.url, 'PUT', '/health-25001/_design/x?new_edits=false', { as: pc, body: { _id: '_design/x', _rev: '1-a' } });
    expect([design.status, design.body]).toEqual([403, { error: 'forbidden', reason: 'design documents are not taken' }]);
    expect(await reasons('health-25001', [{ _id: aPatient('25001', 7)._id, _rev: '2-b', _deleted: true }, { _id: 'conflict:x', _rev: '1-a', unit: '25001', device: 'pc-a' }])).toEqual([]);
    expect((await ask(hub.url, 'GET', '/health-25001', { as: pc })).body).toMatchObject({ doc_count: 1 });
  });

  it('[HUB23] nothing about a person enters resources', async () => {
    const movement = {
      ...aPatient('25001', 1), _id: 'stockMovements:019a0000-0000-7000-8000-000000000001', _rev: '1-a', fullName: undefined, bornOn: undefined, sex: undefined, kind: 'opening',
      lotId: 'lots:019a0000-0000-7000-8000-000000000001', medicineId: 'medicines:019a0000-0000-7000-8000-000000000001', quantityBaseUnits: 10, occurredOn: '2026-11-20', version: '1',
    };
    const send = async (doc: object) => (await ask(hub.url, 'POST', '/resources-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs: [doc] } })).body as { reason: string }[];
    for (const key of ['patientId', 'encounterId', 'fullName', 'nationalId', 'phone', 'note']) {
      const [row] = await send({ ...movement, [key]: 'Nguyễn Thị Lan 0901234567' });
      expect(row?.reason).toContain(key);
      expect(row?.reason).not.toContain('Lan');
    }
    expect(await send(movement)).toEqual([]);
  });

  it('[HUB24] what is malformed is answered with 4xx and loses nothing', async () => {
    const raw = (method: string, path: string, body: string | Buffer | undefined, headers: Record<string, string> = {}) => new Promise<number>((resolve, reject) => {
      const sent = request(hub.url + path, { method, headers: { Authorization: `Basic ${Buffer.from(`${pc.user}:${pc.password}`).toString('base64')}`, 'Content-Type': 'application/json', ...headers } }, (response) => { response.resume(); resolve(response.statusCode ?? 0); });
      sent.on('error', reject);
      sent.end(body);
    });
    const bulk = '/health-25001/_bulk_docs';
    expect(await raw('POST', bulk, '{"docs":[')).toBe(400);
    expect(await raw('POST', bulk, '[]')).toBe(400);
    expect(await raw('POST', bulk, '{}')).toBe(400);
    expect(await raw('POST', bulk, Buffer.from([0x7b, 0xff, 0x7d]))).toBe(400);
    expect(await raw('POST', bulk, 'not gzip', { 'Content-Encoding': 'gzip' })).toBe(400);
    expect(await raw('POST', bulk, '{}', { 'Content-Encoding': 'br' })).toBe(415);
    expect(await raw('POST', bulk, '{}', { 'Content-Type': 'text/plain' })).toBe(415);
    expect(await raw('POST', bulk, gzipSync(Buffer.alloc(40 * 1024 * 1024, 32)), { 'Content-Encoding': 'gzip' })).toBe(413);
    expect(await raw('POST', bulk, `{"docs":[${'['.repeat(200_000)}${']'.repeat(200_000)}]}`)).toBe(201);
    expect(await raw('PUT', `/health-25001/${aPatient('25001', 8)._id}`, JSON.stringify(aPatient('25001', 8, { note: 'x'.repeat(30_000) })))).toBe(413);
    expect(await raw('GET', '/health-25001/%E0%A4%A', undefined)).toBe(400);
    expect(await raw('GET', '/health-25001/_changes?limit=-1', undefined)).toBe(400);
    expect(await raw('GET', '/health-25001/_changes?feed=eventsource', undefined)).toBe(400);
    expect(await raw('GET', '/health-25001/_changes?filter=app/x', undefined)).toBe(404);
    for (const selector of [{ fullName: { $regex: '(a+)+$' } }, { $where: '1' }, 'x', null, { $or: [] }, { fullName: { $in: 'x' } }, { fullName: { $all: 'x' } }, { fullName: { $mod: [0, 1] } }, { fullName: { $size: 'x' } }, { fullName: { $elemMatch: 5 } }, JSON.parse('{"__proto__":{"a":1}}')]) {
      expect(await raw('POST', '/health-25001/_changes?filter=_selector', JSON.stringify({ selector }))).toBe(400);
    }
    expect(await raw('POST', '/health-25001/_changes?filter=_selector', JSON.stringify({ selector: { $or: Array.from({ length: 2000 }, (_, n) => ({ fullName: `${n}` })) } }))).toBe(400);
    expect(await raw('GET', '/health-25001/_changes?descending=true&limit=51&include_docs=true', undefined)).toBe(400);
    expect(await raw('POST', '/health-25001/_revs_diff', JSON.stringify(Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`x${n}`, ['1-a']]))))).toBe(400);
    expect(await raw('GET', '/health-25001/x?rev=nonsense', undefined)).toBe(400);
    expect(await raw('POST', '/health-25001/_revs_diff', '{"x":"1-a"}')).toBe(400);
    expect(await raw('POST', '/health-25001/_bulk_get', '{"docs":[{"id":5}]}')).toBe(400);
    expect(await raw('PATCH', '/health-25001', undefined)).toBe(405);
    expect(await raw('PUT', '/health-25001/_security', '{"admins":{"names":["25001.pc1"]}}')).toBe(405);
    expect(await raw('GET', '/_node/_local/_config', undefined)).toBe(404);
    expect(await raw('GET', `/health-25001/${'x'.repeat(600)}`, undefined)).toBe(400);
    expect((await ask(hub.url, 'GET', '/health-25001', { as: pc })).status).toBe(200);
  });

  it('[HUB25] signs in by cookie too, and slows guessing down without locking out', async () => {
    const signedIn = await ask(hub.url, 'POST', '/_session', { body: { name: pc.user, password: pc.password } });
    const cookie = signedIn.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^AuthSession=.*HttpOnly; SameSite=Strict/);
    const headers = { Cookie: cookie.split(';')[0] ?? '' };
    expect((await ask(hub.url, 'GET', '/_session', { headers })).body).toMatchObject({ userCtx: { name: pc.user } });
    expect((await ask(hub.url, 'GET', '/health-25001', { headers })).status).toBe(200);
    expect((await ask(hub.url, 'GET', '/health-25001', { headers: { ...headers, Origin: 'http://evil.example' } })).status).toBe(401);
    const statuses = [];
    for (let n = 0; n < 8; n += 1) statuses.push((await ask(hub.url, 'GET', '/health-25001', { as: { user: pc.user, password: `guess${n}` } })).status);
    expect(statuses.slice(0, 4)).toEqual([401, 401, 401, 401]);
    expect(statuses.at(-1)).toBe(429);
    expect((await ask(hub.url, 'GET', '/health-25001', { as: pc })).status).toBe(200);
    await ask(hub.url, 'DELETE', '/_session', { headers });
    expect((await ask(hub.url, 'GET', '/health-25001', { headers })).status).toBe(401);
  });

  it('[HUB26] a revoked device reads nothing from the next request on; commands work while the hub serves', async () => {
    const lost = await world.device(hub, '25003');
    expect((await ask(hub.url, 'GET', '/health-25003', { as: lost })).status).toBe(200);
    await expect(world.device(hub, '25003')).rejects.toMatchObject({ code: 'CredentialExists' });
    await revokeDevice({ dir: hub.dir, unit: '25003', device: 'pc1' });
    expect((await ask(hub.url, 'GET', '/health-25003', { as: lost })).status).toBe(401);
    const again = await world.device(hub, '25003');
    expect((await ask(hub.url, 'GET', '/health-25003', { as: lost })).status).toBe(401);
    expect((await ask(hub.url, 'GET', '/health-25003', { as: again })).status).toBe(200);
    await expect(revokeDevice({ dir: hub.dir, unit: '25003', device: 'pc9' })).rejects.toMatchObject({ code: 'NoSuchCredential' });
    await expect(setParent({ dir: hub.dir, url: 'ftp://x', user: 'a', password: 'b' })).rejects.toMatchObject({ code: 'BadConfig' });
    expect((await ask(hub.url, 'POST', '/_tramxa/admin', { body: { command: 'addDevice', input: { unit: '1', device: 'x' } } })).status).toBe(401);
  });

  it('[HUB28] a feed that waits ends when the device is revoked; what comes later reaches it no more', async () => {
    const lost = await world.device(hub, '25004');
    const stays = await world.device(hub, '25004', 'pc2');
    const headers = { Authorization: `Basic ${Buffer.from(`${lost.user}:${lost.password}`).toString('base64')}` };
    const feed = await fetch(`${hub.url}/health-25004/_changes?feed=continuous&heartbeat=1000&include_docs=true`, { headers });
    const poll = fetch(`${hub.url}/health-25004/_changes?feed=longpoll&heartbeat=1000&include_docs=true`, { headers }).then((reply) => reply.text());
    const others = fetch(`${hub.url}/health-25004/_changes?feed=longpoll&heartbeat=1000&include_docs=true`, { headers: { Authorization: `Basic ${Buffer.from(`${stays.user}:${stays.password}`).toString('base64')}` } }).then((reply) => reply.text());
    await revokeDevice({ dir: hub.dir, unit: '25004', device: 'pc1' });
    await ask(hub.url, 'POST', '/health-25004/_bulk_docs', { as: stays, body: { new_edits: false, docs: [minted(aPatient('25004', 1), 1, 'a')] } });
    for (const text of [await feed.text().catch(() => ''), await poll.catch(() => '')]) expect(text).not.toContain('patients:');
    expect(await others).toContain('patients:');
  });

  it('[HUB90] one that asks for too much at one moment is told to ask again; others are heard', async () => {
    const [greedy, other] = [await world.device(hub, '25005'), await world.device(hub, '25005', 'pc2')];
    const end = new AbortController();
    const headers = { Authorization: `Basic ${Buffer.from(`${greedy.user}:${greedy.password}`).toString('base64')}` };
    expect((await ask(hub.url, 'GET', '/health-25005', { as: greedy })).status).toBe(200);
    // Held as a whole: an answer nobody holds is hung up when memory is cleared.
    const answers: Response[] = [];
    const feeds = Array.from({ length: 130 }, () => fetch(`${hub.url}/health-25005/_changes?feed=continuous&heartbeat=60000`, { headers, signal: end.signal }).then((answer) => { answers.push(answer); }, () => undefined));
    await until(() => answers.length, (n) => n === 130);
    // One that was answered may still be on its way out.
    expect([30, 31]).toContain(answers.filter(({ status }) => status === 429).length);
    const refused = await ask(hub.url, 'GET', '/health-25005', { as: greedy });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await ask(hub.url, 'GET', '/health-25005', { as: other })).status).toBe(200);
    expect(answers.every(({ status }) => [200, 429].includes(status))).toBe(true);
    end.abort();
    await Promise.all(feeds);
    await until(async () => (await ask(hub.url, 'GET', '/health-25005', { as: greedy })).status, (status) => status === 200);
  });

  it('[HUB27] a child makes and owns its stations\' databases; siblings and what flows down stay shut to it', async () => {
    const first = await addChild({ dir: hub.dir, unit: '760' });
    const second = await addChild({ dir: hub.dir, unit: '761' });
    expect((await ask(hub.url, 'PUT', '/health-30001', { as: first })).status).toBe(201);
    expect((await ask(hub.url, 'PUT', '/health-30001', { as: first })).status).toBe(412);
    for (const database of ['health-30001', 'resources-30001', 'health-25001']) expect((await ask(hub.url, 'PUT', `/${database}`, { as: second })).status).toBe(403);
    expect((await ask(hub.url, 'GET', '/health-30001/_all_docs', { as: second })).status).toBe(403);
    expect((await ask(hub.url, 'PUT', '/resources-30001', { as: first })).status).toBe(201);
    expect((await ask(hub.url, 'PUT', '/sandbox', { as: first })).status).toBe(403);
    await expect(world.device(hub, '30001')).rejects.toMatchObject({ code: 'OwnedByChild' });
    const sent = await ask(hub.url, 'POST', '/health-30001/_bulk_docs', { as: first, body: { new_edits: false, docs: [minted(aPatient('30001', 1), 1, 'a'), { _id: 'receipt:760', _rev: '1-a' }, { _id: '_design/x', _rev: '1-a' }, { _id: 'review:1', _rev: '1-a' }] } });
    expect((sent.body as { id: string }[]).map((row) => row.id)).toEqual(['receipt:760', '_design/x']);
    expect((await ask(hub.url, 'GET', '/_all_dbs', { as: first })).body).toEqual(['health-30001', 'reference', 'resources-30001']);
  });
});
