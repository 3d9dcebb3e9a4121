import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addChild, addDevice, addUser, initHub } from '../../../src-hub/main.ts';
import { apacheCouch, aUnit, createApacheCouch } from './apache-couch.ts';
import type { ApacheCouch, ReplicatedDatabase } from './apache-couch.ts';
import { aPatient, ask, createHubWorld, minted, until } from './hub-world.ts';
import type { Credential, HubWorld } from './hub-world.ts';

const { address, whyNot } = apacheCouch;
const hashes = (letter: string) => letter.repeat(32);
const png = Buffer.from('89504e470d0a1a0a0001020304ff', 'hex');

/** Documents of every shape that travels: edited, branched, deleted with and without content, a branch ended, attachments. */
function everyShape(unit: string) {
  const a = hashes('a');
  return [
    minted(aPatient(unit, 1), 1, a), minted(aPatient(unit, 1, { note: 'đã sửa' }), 2, hashes('b'), [a]),
    minted(aPatient(unit, 2), 1, a), minted(aPatient(unit, 2, { note: 'một' }), 2, hashes('b'), [a]), minted(aPatient(unit, 2, { note: 'hai', device: 'pc-bbbbbbbb' }), 2, hashes('c'), [a]),
    minted(aPatient(unit, 3), 1, a), minted({ _id: aPatient(unit, 3)._id, _deleted: true } as unknown as ReturnType<typeof aPatient>, 2, hashes('d'), [a]),
    minted(aPatient(unit, 4, { _deleted: true, reason: 'ghi nhầm' }), 2, hashes('e'), [a]),
    minted(aPatient(unit, 5), 1, a), minted(aPatient(unit, 5, { note: 'còn' }), 2, hashes('b'), [a]), minted(aPatient(unit, 5, { _deleted: true }), 2, hashes('f'), [a]),
    { ...minted(aPatient(unit, 6), 1, a), _attachments: { 'ảnh ngực.png': { content_type: 'image/png', data: png.toString('base64') }, 'thư.txt': { content_type: 'text/plain', data: Buffer.from('xin chào '.repeat(200)).toString('base64') } } },
    { ...minted(aPatient(unit, 7, { note: '👩🏽‍⚕️ Nguyễn Thị Ngọc Ánh', number: 1.5e21, small: 1e-7, empty: {}, none: null }), 1, a) },
  ];
}

describe.each(address === undefined ? [] : [address])("Apache CouchDB's own replicator and the embedded hub", (couchAddress) => {
  let world: HubWorld, couch: ApacheCouch, dir: string, url: string, child: Credential;
  let served: ChildProcess | undefined;
  let port = 0;

  async function serve(): Promise<void> {
    served = spawn(process.execPath, [join(import.meta.dirname, '../../integration/hub/serve-for-kill.ts'), dir, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(served.stdout as NodeJS.ReadableStream, 'data') as [Buffer];
    url = line.toString().trim();
    port = Number(new URL(url).port);
  }
  async function kill(): Promise<void> {
    if (!served || served.exitCode !== null) return;
    const exited = once(served, 'exit');
    served.kill('SIGKILL');
    await exited;
  }
  beforeAll(async () => {
    world = createHubWorld();
    couch = createApacheCouch(couchAddress);
    dir = join(world.dir, 'hub');
    await initHub({ dir, unit: '79', tier: 'province', port: 0, receiptIntervalSeconds: 0.1 });
    await serve();
    child = await addChild({ dir, unit: '769' });
  });
  afterAll(async () => {
    await couch.end();
    await kill();
    await world.end();
  });

  /** A station's database at the hub and one at CouchDB. */
  async function bothSides(): Promise<{ unit: string; atHub: ReplicatedDatabase; atCouch: ReplicatedDatabase }> {
    const unit = aUnit();
    const database = await couch.database(`health-${unit}`);
    return { unit, atCouch: { url: couch.url, database, as: couch.admin }, atHub: { url, database, as: await addDevice({ dir, unit, device: 'pc1' }) } };
  }
  async function write({ url: base, database, as }: ReplicatedDatabase, docs: object[]): Promise<void> {
    const { status, body } = await ask(base, 'POST', `/${database}/_bulk_docs`, { as, body: { new_edits: false, docs } });
    expect([status, body]).toEqual([201, []]);
  }
  /** Every leaf of every document but receipts, with its body, history and attachments. */
  async function leavesOf({ url: base, database, as }: ReplicatedDatabase): Promise<Record<string, unknown[]>> {
    const { body } = await ask(base, 'GET', `/${database}/_changes?style=all_docs`, { as });
    const leaves: Record<string, unknown[]> = {};
    for (const { id } of (body as { results: { id: string }[] }).results.filter((row) => !row.id.startsWith('receipt:') && !row.id.startsWith('_'))) {
      const open = await ask(base, 'GET', `/${database}/${encodeURIComponent(id)}?open_revs=all&revs=true&attachments=true`, { as, headers: { Accept: 'application/json' } });
      leaves[id] = (open.body as { ok: { _rev: string; _attachments?: Record<string, { revpos?: number; digest?: string }> } }[]).map(({ ok }) => {
        // CouchDB counts and hashes what it keeps, which is compressed for text.
        for (const attachment of Object.values(ok._attachments ?? {})) { delete attachment.revpos; delete attachment.digest; }
        return ok;
      }).sort((one, other) => (one._rev < other._rev ? -1 : 1));
    }
    return leaves;
  }

  it('[HUB12] it carries every leaf with its history and attachments from the hub, and nothing twice', async () => {
    const { unit, atHub, atCouch } = await bothSides();
    await write(atHub, everyShape(unit));
    expect(await couch.replicateOnce(atHub, atCouch)).toMatchObject({ doc_write_failures: 0 });
    const there = await leavesOf(atCouch);
    expect(Object.keys(there)).toHaveLength(7);
    expect(there).toEqual(await leavesOf(atHub));
    expect(await couch.replicateOnce(atHub, atCouch)).toMatchObject({ docs_read: 0, docs_written: 0 });
  });

  it('[HUB12] it brings the hub every leaf with its history and attachments, and nothing twice', async () => {
    const { unit, atHub, atCouch } = await bothSides();
    await write(atCouch, everyShape(unit));
    expect(await couch.replicateOnce(atCouch, atHub)).toMatchObject({ doc_write_failures: 0 });
    const here = await leavesOf(atHub);
    expect(Object.keys(here)).toHaveLength(7);
    expect(here).toEqual(await leavesOf(atCouch));
    expect(await couch.replicateOnce(atCouch, atHub)).toMatchObject({ docs_read: 0, docs_written: 0 });
  });

  it('[HUB12] through a selector it carries what fits, losing branches too', async () => {
    const { unit, atHub, atCouch } = await bothSides();
    await write(atHub, everyShape(unit));
    expect(await couch.replicateOnce(atHub, atCouch, { selector: { device: 'pc-bbbbbbbb' } })).toMatchObject({ docs_written: 1, doc_write_failures: 0 });
    const id = aPatient(unit, 2)._id;
    expect((await ask(atCouch.url, 'GET', `/${atCouch.database}/${id}?conflicts=true`, { as: atCouch.as })).body).toMatchObject({ _rev: `2-${hashes('c')}`, note: 'hai' });
  });

  it('[HUB12] by id, by winners only, and document by document where it is told so', async () => {
    const { unit, atHub, atCouch } = await bothSides();
    await write(atHub, everyShape(unit));
    const branched = aPatient(unit, 2)._id;
    expect(await couch.replicateOnce(atHub, atCouch, { doc_ids: [aPatient(unit, 1)._id] })).toMatchObject({ docs_written: 1 });
    expect(await couch.replicateOnce(atHub, atCouch, { doc_ids: [branched], winning_revs_only: true })).toMatchObject({ docs_written: 1 });
    expect((await leavesOf(atCouch))[branched]).toMatchObject([{ note: 'hai' }]);
    expect(await couch.replicateOnce(atHub, atCouch, { use_bulk_get: false })).toMatchObject({ doc_write_failures: 0 });
    expect(await leavesOf(atCouch)).toEqual(await leavesOf(atHub));
  });

  it('[HUB12] reference comes down to who may only read it', async () => {
    const { atHub, unit } = await bothSides();
    await addUser({ dir, account: `admin${unit}`, password: 'mật khẩu dài', role: 'administrator', passwordOnly: true, unit: '79' });
    const id = `org:${unit}`;
    expect((await ask(url, 'PUT', `/reference/${id}`, { as: { user: `admin${unit}`, password: 'mật khẩu dài' }, body: { name: 'Trạm' } })).status).toBe(201);
    const copy = { url: couch.url, database: await couch.database(`reference-${unit}`), as: couch.admin };
    expect(await couch.replicateOnce({ ...atHub, database: 'reference' }, copy)).toMatchObject({ doc_write_failures: 0 });
    expect(await couch.must('GET', `/${copy.database}/${id}`)).toMatchObject({ name: 'Trạm' });
    await write(copy, [minted({ _id: `${id}2` }, 1, hashes('a'))]);
    await expect(couch.replicateOnce(copy, { ...atHub, database: 'reference' })).rejects.toThrow(/forbidden/);
    expect((await ask(url, 'GET', `/reference/${id}2`, { as: atHub.as })).status).toBe(404);
  });

  it("[HUB12] as a child hub it makes a station's databases and fills them; what it may not write is counted, the rest goes", async () => {
    const { unit, atCouch } = await bothSides();
    const newcomer = await couch.database(`health-${unit}9`);
    const from = { ...atCouch, database: newcomer };
    await write(from, [...everyShape(`${unit}9`), { _id: 'receipt:769', _rev: '1-a', unit }, { _id: '_design/x', _rev: '1-a', language: 'javascript' }]);
    const to = { url, database: newcomer, as: child };
    expect(await couch.replicateOnce(from, to, { create_target: true })).toMatchObject({ doc_write_failures: 2 });
    expect(await leavesOf(to)).toEqual(Object.fromEntries(Object.entries(await leavesOf(from)).filter(([id]) => !id.startsWith('receipt:') && !id.startsWith('_'))));
    const { unit: other } = await bothSides();
    await expect(couch.replicateOnce(atCouch, { url, database: `health-${other}`, as: child })).rejects.toThrow(/forbidden|unauthorized/);
  });

  it('[HUB12] a continuous job in both directions goes on after the hub was killed', async () => {
    const { unit, atHub, atCouch } = await bothSides();
    const startedAt = Date.now();
    const jobs = [await couch.replicateAlways(atHub, atCouch), await couch.replicateAlways(atCouch, atHub)];
    const has = async (of: ReplicatedDatabase, n: number) => until(async () => (await ask(of.url, 'GET', `/${of.database}/${aPatient(unit, n)._id}`, { as: of.as })).status, (status) => status === 200, 150_000);
    await write(atHub, [minted(aPatient(unit, 1), 1, hashes('a'))]);
    await has(atCouch, 1);
    await write(atCouch, [minted(aPatient(unit, 2), 1, hashes('a'))]);
    await has(atHub, 2);
    // CouchDB believes a cookie younger than this that it is refused: its job would start anew, a minute later.
    await until(() => Date.now() - startedAt, (age) => age > 6000);
    await kill();
    await write(atCouch, [minted(aPatient(unit, 3), 1, hashes('a'))]);
    await serve();
    await has(atHub, 3);
    await write(atHub, [minted(aPatient(unit, 4), 1, hashes('a'))]);
    await has(atCouch, 4);
    for (const job of jobs) expect((await couch.ask('GET', `/_scheduler/docs/_replicator/${job}`)).body).toMatchObject({ state: 'running' });
    expect(await leavesOf(atHub)).toEqual(await leavesOf(atCouch));
  }, 300_000);
});

describe.each(address === undefined ? [whyNot] : [])("Apache CouchDB's own replicator and the embedded hub", (reason) => {
  it.skip(`[HUB12] not run: ${reason}`, () => undefined);
});
