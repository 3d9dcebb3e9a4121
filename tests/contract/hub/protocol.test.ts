import { once } from 'node:events';
import { get, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningHub } from '../../../src-hub/main.ts';
import { engineKinds, aPatient, ask, createHubWorld, minted, until } from './hub-world.ts';
import type { Credential, HubWorld } from './hub-world.ts';
import { PouchDB, localPouch, remotePouch } from './pouch.ts';

describe.each(engineKinds)('the door speaks CouchDB (%s)', (engine) => {
  let world: HubWorld, hub: RunningHub & { dir: string }, pc: Credential, units = 0;
  beforeAll(async () => { world = createHubWorld(engine); hub = await world.hub({ unit: '769', tier: 'district', receiptIntervalSeconds: 3600 }); });
  afterAll(() => world.end());
  /** A station of its own for each test. */
  async function station() {
    const unit = `2500${(units += 1)}`;
    pc = await world.device(hub, unit);
    return { unit, health: `health-${unit}`, remote: remotePouch(hub.url, `health-${unit}`, pc), local: localPouch() };
  }

  /** The hub writes its receipt when it finds the time. */
  const withoutReceipts = ({ body }: { body: unknown }) => (body as { results: { id: string; changes: unknown }[] }).results.filter(({ id }) => !id.startsWith('receipt:'));

  it('[HUB1] [HUB96] [CDB1] greets as CouchDB does, names the units above and what its door takes', async () => {
    const { body } = await ask(hub.url, 'GET', '/');
    expect(body).toMatchObject({ couchdb: 'Welcome', vendor: { name: 'tramxa' }, tramxa: { unit: '769', tier: 'district', path: [{ unit: '769', tier: 'district' }], takes: expect.stringMatching(/^[0-9a-f]{12}$/) as string } });
  });

  it('[HUB2] PouchDB replicates up and down: edits, tombstones, conflicts, attachments', async () => {
    const { unit, remote, local } = await station();
    await local.bulkDocs([aPatient(unit, 1), aPatient(unit, 2), aPatient(unit, 3)]);
    const second = await local.get(aPatient(unit, 2)._id);
    await local.put({ ...second, note: 'đã sửa' });
    const third = await local.get(aPatient(unit, 3)._id);
    await local.remove(third._id, third._rev);
    await local.bulkDocs([minted(aPatient(unit, 1, { fullName: 'Nhánh khác' }), 1, 'b'.repeat(32))], { new_edits: false });
    const fourth = { ...aPatient(unit, 4), _attachments: { 'anh.txt': { content_type: 'text/plain', data: Buffer.from('ảnh').toString('base64') } } };
    await local.put(fourth);
    const up = await PouchDB.replicate(local, remote);
    expect(up).toMatchObject({ ok: true, doc_write_failures: 0 });

    const copy = localPouch();
    await PouchDB.replicate(remote, copy);
    for (const db of [remote, copy]) {
      const first = await db.get(aPatient(unit, 1)._id, { conflicts: true });
      expect(first['_conflicts']).toHaveLength(1);
      expect((await db.get(second._id))['note']).toBe('đã sửa');
      await expect(db.get(third._id)).rejects.toMatchObject({ status: 404 });
      const attachments = (await db.get(fourth._id, { attachments: true }))['_attachments'] as Record<string, { data: string }>;
      expect(Buffer.from(attachments['anh.txt']?.data ?? '', 'base64').toString()).toBe('ảnh');
    }
    expect((await copy.get(second._id, { revs: true }))['_revisions']).toEqual((await local.get(second._id, { revs: true }))['_revisions']);
    // Nothing is carried twice.
    expect(await PouchDB.replicate(local, remote)).toMatchObject({ docs_written: 0 });
  });

  it('[HUB3] a live PouchDB hears of a write without asking again', async () => {
    const { unit, remote, health } = await station();
    const copy = localPouch();
    const live = PouchDB.replicate(remote, copy, { live: true });
    const heard = new Promise((resolve) => { live.on('change', resolve); });
    await ask(hub.url, 'PUT', `/${health}/${aPatient(unit, 1)._id}`, { as: pc, body: aPatient(unit, 1) });
    await heard;
    expect((await copy.get(aPatient(unit, 1)._id))['unit']).toBe(unit);
    live.cancel();
    await live.catch(() => undefined);
  });

  it('[HUB4] refused rows come one by one, the rest is stored, and PouchDB hears which', async () => {
    const { unit, remote, local } = await station();
    await local.bulkDocs([aPatient(unit, 1), aPatient('99999', 2), { _id: 'review:1', unit, device: 'x' }, { _id: 'lots:1', unit, device: 'x' }]);
    const denied: string[] = [];
    const replication = PouchDB.replicate(local, remote);
    replication.on('denied', ({ id }) => denied.push(String(id)));
    expect(await replication).toMatchObject({ ok: true, doc_write_failures: 3 });
    expect(denied.sort()).toEqual(['lots:1', aPatient('99999', 2)._id, 'review:1'].sort());
    expect((await remote.allDocs()).rows.map((row) => row.id).filter((id) => !id.startsWith('receipt:'))).toEqual([aPatient(unit, 1)._id]);
  });

  it('[HUB5] _revs_diff knows superseded revisions, _bulk_get and open_revs bring leaves with their history', async () => {
    const { unit, health } = await station();
    const id = aPatient(unit, 1)._id;
    const docs = [minted(aPatient(unit, 1), 1, 'a'), minted(aPatient(unit, 1, { note: 'hai' }), 2, 'b', ['a']), minted(aPatient(unit, 1, { note: 'ba' }), 2, 'c', ['a'])];
    for (const doc of docs) expect((await ask(hub.url, 'POST', `/${health}/_bulk_docs`, { as: pc, body: { new_edits: false, docs: [doc] } })).body).toEqual([]);
    expect((await ask(hub.url, 'POST', `/${health}/_revs_diff`, { as: pc, body: { [id]: ['1-a', '2-b', '2-c', '3-d'] } })).body).toEqual({ [id]: { missing: ['3-d'] } });
    // A question about what could never be here is no reason to refuse the others.
    const odd = await ask(hub.url, 'POST', `/${health}/_revs_diff`, { as: pc, body: { [id]: ['2-b', '1-a b'], ['x'.repeat(600)]: ['1-a'], other: ['1-a'] } });
    expect([odd.status, odd.body]).toEqual([200, { [id]: { missing: ['1-a b'] }, ['x'.repeat(600)]: { missing: ['1-a'] }, other: { missing: ['1-a'] } }]);
    expect((await ask(hub.url, 'POST', `/${health}/_revs_diff`, { as: pc, body: { [id]: '1-a' } })).status).toBe(400);
    const open = await ask(hub.url, 'GET', `/${health}/${id}?open_revs=all&revs=true`, { as: pc });
    expect((open.body as { ok: { _rev: string; _revisions: unknown } }[]).map((one) => one.ok._revisions)).toEqual(expect.arrayContaining([{ start: 2, ids: ['b', 'a'] }, { start: 2, ids: ['c', 'a'] }]));
    const bulk = await ask(hub.url, 'POST', `/${health}/_bulk_get?revs=true`, { as: pc, body: { docs: [{ id, rev: '2-b' }, { id: 'patients:none' }] } });
    expect(bulk.body).toMatchObject({ results: [{ id, docs: [{ ok: { note: 'hai' } }] }, { id: 'patients:none', docs: [{ error: { error: 'not_found' } }] }] });
    const impossible = await ask(hub.url, 'POST', `/${health}/_bulk_get`, { as: pc, body: { docs: [{ id: 'x'.repeat(600) }, { id, rev: 'x' }, { id, rev: '2-c' }, { id: '..' }] } });
    expect((impossible.body as { results: { docs: { ok?: unknown; error?: unknown }[] }[] }).results.map(({ docs: [found] }) => [found?.ok !== undefined, found?.error !== undefined])).toEqual([[false, true], [false, true], [true, false], [false, true]]);
    expect((await ask(hub.url, 'GET', `/${health}/${id}?open_revs=[]`, { as: pc })).body).toEqual([]);
    const parts = await ask(hub.url, 'GET', `/${health}/${id}?open_revs=["2-b"]&revs=true`, { as: pc, headers: { Accept: 'multipart/mixed' } });
    expect(parts.headers.get('content-type')).toMatch(/^multipart\/mixed; boundary=/);
    expect(parts.text).toContain('"note":"hai"');
    const withAttachment = { ...minted(aPatient(unit, 2), 1, 'a'), _attachments: { a: { content_type: 'text/plain', data: 'eGlu' } } };
    await ask(hub.url, 'POST', `/${health}/_bulk_docs`, { as: pc, body: { new_edits: false, docs: [withAttachment] } });
    const askParts = (accept: string) => ask(hub.url, 'GET', `/${health}/${withAttachment._id}?open_revs=["1-a"]&revs=true&latest=true`, { as: pc, headers: { Accept: accept } });
    expect((await askParts('multipart/mixed')).text).toContain('"data":"eGlu"');
    expect((await askParts('application/json')).text).toContain('"stub":true');
  });

  it('[HUB6] _changes judges every leaf by the selector and moves on past what it leaves out', async () => {
    const { unit, health } = await station();
    const mine = (n: number) => minted(aPatient(unit, n), 1, 'a'.repeat(32));
    const docs = [...Array.from({ length: 600 }, (_, n) => mine(n)), minted(aPatient(unit, 5, { device: 'pc-other' }), 1, '0'.repeat(32)), { _id: aPatient(unit, 9001)._id, _rev: '1-dead', _deleted: true }];
    expect((await ask(hub.url, 'POST', `/${health}/_bulk_docs`, { as: pc, body: { new_edits: false, docs } })).body).toEqual([]);
    const selector = { $or: [{ device: { $exists: false } }, { device: { $ne: 'pc-aaaaaaaa' } }] };
    const feed = await ask(hub.url, 'POST', `/${health}/_changes?filter=_selector&style=all_docs&include_docs=true`, { as: pc, body: { selector } });
    const { last_seq } = feed.body as { last_seq: string };
    expect(withoutReceipts(feed).map(({ id, changes }) => ({ id, changes }))).toEqual([
      { id: aPatient(unit, 5)._id, changes: [{ rev: `1-${'0'.repeat(32)}` }] }, { id: aPatient(unit, 9001)._id, changes: [{ rev: '1-dead' }] },
    ]);
    const more = await ask(hub.url, 'GET', `/${health}/_changes?since=${encodeURIComponent(last_seq)}`, { as: pc });
    expect(withoutReceipts(more)).toEqual([]);
    expect(withoutReceipts(await ask(hub.url, 'GET', `/${health}/_changes?since=600-another-uuid`, { as: pc }))).toHaveLength(601);
    const limited = await ask(hub.url, 'GET', `/${health}/_changes?limit=2`, { as: pc });
    expect((limited.body as { results: unknown[] }).results).toHaveLength(2);
    const descending = await ask(hub.url, 'GET', `/${health}/_changes?limit=2&descending=true`, { as: pc });
    expect(withoutReceipts(descending)[0]?.id).toBe(aPatient(unit, 9001)._id);
    const byId = await ask(hub.url, 'POST', `/${health}/_changes?filter=_doc_ids`, { as: pc, body: { doc_ids: [aPatient(unit, 3)._id] } });
    expect((byId.body as { results: { id: string }[] }).results.map((row) => row.id)).toEqual([aPatient(unit, 3)._id]);
  });

  it('[HUB7] a long poll wakes at the write and ends empty at its time-out', async () => {
    const { unit, health } = await station();
    const waiting = ask(hub.url, 'GET', `/${health}/_changes?feed=longpoll&since=now&heartbeat=50`, { as: pc });
    const updates = ask(hub.url, 'GET', '/_db_updates?feed=longpoll&since=now', { as: pc });
    await ask(hub.url, 'POST', `/${health}/_changes?feed=longpoll&since=now&timeout=60`, { as: pc, body: {} });
    await ask(hub.url, 'POST', `/${health}/_bulk_docs`, { as: pc, body: { docs: [aPatient(unit, 1)] } });
    expect((await waiting).body).toMatchObject({ results: [{ id: aPatient(unit, 1)._id }] });
    // A cluster may still tell of the making of the other database first.
    type Updates = { results: { db_name: string; type: string }[]; last_seq: string };
    let seen = (await updates).body as Updates;
    const isTold = () => seen.results.some(({ db_name: name, type }) => name === health && type === 'updated');
    for (let asked = 0; asked < 5 && !isTold(); asked += 1) seen = (await ask(hub.url, 'GET', `/_db_updates?feed=longpoll&since=${encodeURIComponent(seen.last_seq)}&timeout=5000`, { as: pc })).body as Updates;
    expect(isTold()).toBe(true);
    const empty = await ask(hub.url, 'GET', `/${health}/_changes?feed=longpoll&since=now&timeout=60`, { as: pc });
    expect(empty.body).toMatchObject({ results: [] });
  });

  it('[HUB8] answers and takes gzip', async () => {
    const { unit, health } = await station();
    const body = gzipSync(JSON.stringify({ new_edits: false, docs: Array.from({ length: 50 }, (_, n) => minted(aPatient(unit, n), 1, 'a')) }));
    const sent = await fetch(`${hub.url}/${health}/_bulk_docs`, { method: 'POST', body, headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip', Authorization: `Basic ${Buffer.from(`${pc.user}:${pc.password}`).toString('base64')}` } });
    expect([sent.status, await sent.json()]).toEqual([201, []]);
    // On a connection of its own: one that was found quick gets long answers as they are.
    const [feed] = await once(get(`${hub.url}/${health}/_changes?include_docs=true`, { agent: false, auth: `${pc.user}:${pc.password}`, headers: { 'Accept-Encoding': 'gzip' } }), 'response') as [IncomingMessage];
    expect(feed.headers['content-encoding']).toBe('gzip');
    expect(withoutReceipts({ body: JSON.parse(gunzipSync(await buffer(feed)).toString()) as unknown })).toHaveLength(50);
  });

  it('[HUB9] keeps checkpoints in _local, each caller its own in reference', async () => {
    const { unit, health } = await station();
    const other = await world.device(hub, unit, 'pc2');
    const put = await ask(hub.url, 'PUT', `/${health}/_local/abc`, { as: pc, body: { last_seq: 5 } });
    expect(put.status).toBe(201);
    expect((await ask(hub.url, 'GET', `/${health}/_local/abc`, { as: pc })).body).toMatchObject({ _id: '_local/abc', last_seq: 5 });
    // CouchDB takes a checkpoint over another one, whatever revision it names.
    expect((await ask(hub.url, 'PUT', `/${health}/_local/abc`, { as: pc, body: { last_seq: 6 } })).status).toBe(engine === 'couchdb' ? 201 : 409);
    expect((await ask(hub.url, 'PUT', '/reference/_local/abc', { as: pc, body: { last_seq: 7 } })).status).toBe(201);
    expect((await ask(hub.url, 'GET', '/reference/_local/abc', { as: other })).status).toBe(404);
    expect((await ask(hub.url, 'DELETE', `/${health}/_local/abc`, { as: pc })).status).toBe(200);
  });

  it('[HUB10] takes a document with attachments as CouchDB\'s replicator sends it', async () => {
    const { unit, health } = await station();
    const document = minted({ ...aPatient(unit, 1), _attachments: { 'anh.txt': { content_type: 'text/plain', follows: true, length: 5, revpos: 1 } } }, 1, 'a');
    const body = ['--xyz', 'Content-Type: application/json', '', JSON.stringify(document), '--xyz', '', 'một\r\n2', '--xyz--'].join('\r\n');
    const sent = await fetch(`${hub.url}/${health}/${document._id}?new_edits=false`, { method: 'PUT', body, headers: { 'Content-Type': 'multipart/related; boundary="xyz"', Authorization: `Basic ${Buffer.from(`${pc.user}:${pc.password}`).toString('base64')}` } });
    expect(sent.status).toBe(201);
    const { _rev: _, ...byHistory } = minted(aPatient(unit, 2), 2, 'b', ['a']);
    expect((await ask(hub.url, 'PUT', `/${health}/${byHistory._id}?new_edits=false`, { as: pc, body: byHistory })).body).toMatchObject({ rev: '2-b' });
    const attachment = await ask(hub.url, 'GET', `/${health}/${document._id}/anh.txt`, { as: pc });
    expect([attachment.text, attachment.headers.get('content-disposition')]).toEqual(['một\r\n2', 'attachment']);
  });

  it('[HUB11] [HUB89] lists a whole database in pages, forwards and backwards, and many named documents', async () => {
    const { unit, health } = await station();
    const docs = Array.from({ length: 1203 }, (_, n) => minted(aPatient(unit, n), 1, 'a'));
    await ask(hub.url, 'POST', `/${health}/_bulk_docs`, { as: pc, body: { new_edits: false, docs } });
    const list = async (query: string) => (await ask(hub.url, 'GET', `/${health}/_all_docs${query}`, { as: pc })).body as { total_rows: number; rows: { id: string; doc?: object }[] };
    // Asked all the while, the hub lets its receipt wait.
    await until(() => ask(hub.url, 'GET', `/${health}/receipt:769`, { as: pc }), ({ status }) => status === 200, 40_000);
    const ids = [...docs.map((doc) => doc._id), 'receipt:769'].sort();
    expect((await list('?include_docs=true')).rows.map((row) => row.id)).toEqual(ids);
    expect((await list('?descending=true')).rows.map((row) => row.id)).toEqual(ids.toReversed());
    expect((await list('?limit=700&skip=10')).rows.map((row) => row.id)).toEqual(ids.slice(10, 710));
    expect(await list('?limit=0')).toMatchObject({ total_rows: 1204, rows: [] });
    expect((await list(`?startkey="${ids[1200]}"`)).rows).toHaveLength(4);
    expect((await list(`?key="${ids[5]}"`)).rows.map((row) => row.id)).toEqual([ids[5]]);
    const named = async (query: string, keys: string[]) => (await ask(hub.url, 'POST', `/${health}/_all_docs${query}`, { as: pc, body: { keys } })).body as { total_rows: number; rows: { key: string; id?: string; error?: string; doc?: object }[] };
    const some = [...ids.slice(0, 600).toReversed(), 'patients:nobody', ids[7] ?? ''];
    expect((await named('?include_docs=true', some)).rows.map(({ key, doc, error }) => [key, doc !== undefined, error])).toEqual(some.map((key) => [key, key !== 'patients:nobody', key === 'patients:nobody' ? 'not_found' : undefined]));
    expect((await named('?limit=300&skip=2&descending=true', some)).rows.map(({ key }) => key)).toEqual(some.slice(2, 302).toReversed());
    expect(await named('', [])).toMatchObject({ total_rows: 1204, rows: [] });
    const inBody = (await ask(hub.url, 'POST', `/${health}/_all_docs?limit=9`, { as: pc, body: { startkey: ids[3], descending: true, limit: 2 } })).body as { rows: { id: string }[] };
    expect(inBody.rows.map(({ id }) => id)).toEqual([ids[3], ids[2]]);
    const got = await ask(hub.url, 'POST', `/${health}/_bulk_get`, { as: pc, body: { docs: ids.slice(0, 300).map((id) => ({ id })) } });
    expect((got.body as { results: { id: string; docs: { ok?: object }[] }[] }).results.map(({ id, docs: ofOne }) => [id, ofOne.length, ofOne[0]?.ok !== undefined])).toEqual(ids.slice(0, 300).map((id) => [id, 1, true]));
    const asked = Object.fromEntries(ids.slice(0, 700).map((id) => [id, ['1-none']]));
    // A CouchDB names them in an order of its own.
    expect(Object.keys((await ask(hub.url, 'POST', `/${health}/_revs_diff`, { as: pc, body: asked })).body as object).sort()).toEqual(Object.keys(asked));
  });

  it('[HUB97] [CDB1] asks for what revisions have become: unknown ones are missing, and the hub goes on', async () => {
    const { unit, health } = await station();
    const id = aPatient(unit, 1)._id;
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(32)) as [string, string, string, string];
    const docs = [minted(aPatient(unit, 1), 2, b, [a]), minted(aPatient(unit, 1), 3, c, [b, a]), minted(aPatient(unit, 1), 2, d, [a]), minted({ ...aPatient(unit, 1), _attachments: { x: { content_type: 'text/plain', data: 'eGlu' } } }, 4, d, [c, b, a])];
    for (const doc of docs) await ask(hub.url, 'POST', `/${health}/_bulk_docs`, { as: pc, body: { new_edits: false, docs: [doc] } });
    const open = async (revs: string[], more = '') => ((await ask(hub.url, 'GET', `/${health}/${id}?open_revs=${JSON.stringify(revs)}&latest=true${more}`, { as: pc })).body as { ok?: { _rev: string }; missing?: string }[]).map(({ ok, missing }) => ok?._rev ?? missing).sort();
    for (const more of ['', '&revs=true', '&attachments=true']) {
      expect(await open([`9-${a}`], more)).toEqual([`9-${a}`]);
      expect(await open([`2-${b}`, `5-${a}`], more)).toEqual([`4-${d}`, `5-${a}`]);
      expect(await open([`1-${a}`], more)).toEqual([`2-${d}`, `4-${d}`]);
    }
    const one = (rev: string) => ask(hub.url, 'GET', `/${health}/${id}?rev=${rev}&latest=true`, { as: pc });
    // CouchDB answers a single question of this kind with some leaf.
    expect((await one(`9-${a}`)).status).toBe(engine === 'couchdb' ? 200 : 404);
    expect((await one(`3-${c}`)).body).toMatchObject({ _rev: `4-${d}` });
    const none = await ask(hub.url, 'POST', `/${health}/_bulk_get?latest=true`, { as: pc, body: { docs: [{ id, rev: `7-${a}` }, { id: 'patients:nobody', rev: `7-${a}` }] } });
    expect((none.body as { results: { docs: { error?: { error: string } }[] }[] }).results.map(({ docs: [found] }) => found?.error?.error)).toEqual(['not_found', 'not_found']);
    expect((await ask(hub.url, 'GET', '/')).status).toBe(200);
  });

  it('[HUB98] a batch that names a document several times leaves nothing of what it refuses', async () => {
    const { unit, health } = await station();
    const { _id: id, ...fields } = aPatient(unit, 1);
    const store = async (...docs: object[]) => (await ask(hub.url, 'POST', `/${health}/_bulk_docs`, { as: pc, body: { docs: docs.map((doc) => ({ _id: id, ...fields, ...doc })) } })).body as { rev?: string; error?: string }[];
    for (let round = 1; round <= 8; round += 1) {
      const known = (await ask(hub.url, 'GET', `/${health}/${id}`, { as: pc })).body as { _rev?: string };
      const rev = known._rev === undefined ? {} : { _rev: known._rev };
      const rows = await store(...['một', 'hai', 'ba'].map((note) => ({ note: `${note} ${round}`, ...rev })));
      expect(rows.filter(({ error }) => error === 'conflict')).toHaveLength(2);
      const leaves = await ask(hub.url, 'GET', `/${health}/${id}?open_revs=all`, { as: pc });
      expect((leaves.body as { ok?: { _rev: string } }[]).map(({ ok }) => ok?._rev)).toEqual(rows.flatMap((row) => row.rev ?? []));
      const all = await ask(hub.url, 'GET', `/${health}/_all_docs?include_docs=true&key="${id}"`, { as: pc });
      expect((all.body as { rows: { doc: { _rev: string } }[] }).rows.map(({ doc }) => doc._rev)).toEqual(rows.flatMap((row) => row.rev ?? []));
      expect(withoutReceipts(await ask(hub.url, 'GET', `/${health}/_changes?include_docs=true`, { as: pc }))).toHaveLength(1);
    }
  });

  it('[CDB17] an id that is a step of a path leads nowhere else', async () => {
    const { unit, health } = await station();
    await ask(hub.url, 'PUT', `/${health}/${aPatient(unit, 1)._id}`, { as: pc, body: aPatient(unit, 1) });
    const { hostname, port } = new URL(hub.url);
    // `fetch` would walk the steps itself.
    const raw = (method: string, path: string) => new Promise<number>((resolve, reject) => {
      request({ hostname, port, method, path, agent: false, auth: `${pc.user}:${pc.password}` }, (response) => { response.resume(); resolve(response.statusCode ?? 0); }).on('error', reject).end(method === 'PUT' ? '{}' : undefined);
    });
    for (const step of ['.', '..', '%2E', '%2e%2E']) {
      for (const path of [`/${health}/${step}`, `/${health}/${step}?open_revs=all`, `/${health}/${step}?rev=1-a`, `/${health}/_local/${step}`]) {
        for (const method of ['GET', 'PUT', 'DELETE']) expect([await raw(method, path), method, path]).toEqual([400, method, path]);
      }
      expect(await raw('GET', `/${health}/${step}/_all_docs`)).toBeGreaterThanOrEqual(400);
    }
    const rows = (await ask(hub.url, 'POST', `/${health}/_bulk_docs`, { as: pc, body: { new_edits: false, docs: [{ _id: '..', _rev: '1-a', _deleted: true }, minted(aPatient(unit, 2), 1, 'a')] } })).body;
    expect(rows).toMatchObject([{ error: 'forbidden' }]);
    expect((await ask(hub.url, 'GET', `/${health}/${aPatient(unit, 2)._id}`, { as: pc })).status).toBe(200);
  });
});
