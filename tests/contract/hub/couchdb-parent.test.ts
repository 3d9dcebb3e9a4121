import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHub, verifyHub } from '../../../src-hub/main.ts';
import { apacheCouch, aUnit, createApacheCouch } from './apache-couch.ts';
import type { ApacheCouch } from './apache-couch.ts';
import { aPatient, ask, createHubWorld, minted, until } from './hub-world.ts';
import type { Credential, HubWorld } from './hub-world.ts';

const { address, whyNot } = apacheCouch;
const a = 'a'.repeat(32), b = 'b'.repeat(32), c = 'c'.repeat(32);

describe.each(address === undefined ? [] : [address])('an Apache CouchDB as the parent of an embedded hub', (couchAddress) => {
  let world: HubWorld, couch: ApacheCouch, child: Credential, unit: string, health: string;
  beforeEach(async () => {
    world = createHubWorld();
    couch = createApacheCouch(couchAddress);
    unit = aUnit();
    child = await couch.user(`child.${unit}`);
    health = await openToChild(`health-${unit}`);
    await openToChild(`resources-${unit}`);
  });
  afterEach(async () => {
    await world.end();
    await couch.end();
  });

  async function openToChild(database: string): Promise<string> {
    await couch.database(database);
    await couch.members(database, [child.user]);
    return database;
  }
  const district = (as = child) => world.hub({ unit: '769', tier: 'district', parent: couch.url, parentUser: as.user, parentPassword: as.password });
  const send = async (hub: { url: string }, as: Credential, database: string, docs: object[]) =>
    expect((await ask(hub.url, 'POST', `/${database}/_bulk_docs`, { as, body: { new_edits: false, docs } })).body).toEqual([]);
  const above = async (id: string, database = health) => until(async () => (await couch.ask('GET', `/${database}/${id}`)).status, (status) => status === 200, 20_000);
  const attached = { ...minted(aPatient('', 5), 1, a), _attachments: { 'thư.txt': { content_type: 'text/plain', data: Buffer.from('xin chào '.repeat(99)).toString('base64') } } };

  it('[HUB46] everything goes up to databases an administrator made, with its history, branches, tombstones and attachments', async () => {
    const hub = await district();
    const pc = await world.device(hub, unit);
    await send(hub, pc, health, [
      minted(aPatient(unit, 1), 1, a), minted(aPatient(unit, 1, { note: 'một' }), 2, b, [a]), minted(aPatient(unit, 1, { note: 'hai' }), 2, c, [a]),
      minted(aPatient(unit, 2, { _deleted: true }), 2, b, [a]), { _id: aPatient(unit, 3)._id, _rev: `2-${b}`, _deleted: true }, { ...attached, unit },
      ...Array.from({ length: 300 }, (_, n) => minted(aPatient(unit, 100 + n, { note: 'x'.repeat(200) }), 1, a)),
    ]);
    await above(aPatient(unit, 399)._id);
    await until(() => verifyHub({ dir: hub.dir }), ({ databases }) => databases.filter((one) => one.database.endsWith(unit)).every((one) => one.missingAboveCount + one.missingHereCount === 0 && !one.closedAbove));
    expect((await couch.must('GET', `/${health}/${aPatient(unit, 1)._id}?conflicts=true&revs=true`))).toMatchObject({ note: 'hai', _conflicts: [`2-${b}`], _revisions: { start: 2, ids: [c, a] } });
    expect(((await couch.must('GET', `/${health}/_changes?style=all_docs`)) as { results: { id: string; deleted?: boolean }[] }).results.filter((row) => row.deleted)).toHaveLength(2);
    const file = await ask(couch.url, 'GET', `/${health}/${attached._id}/${encodeURIComponent('thư.txt')}`, { as: couch.admin });
    expect(file.text).toBe('xin chào '.repeat(99));
    // Receipts of this hub stay here.
    expect((await couch.ask('GET', `/${health}/receipt:769`)).status).toBe(404);
  });

  it('[HUB46] what it refuses is kept with its reason, the rest goes up; a database it lacks holds up no other', async () => {
    await couch.must('PUT', `/${health}/_design/door`, { validate_doc_update: "function (doc) { if (doc.note === 'không') throw({ forbidden: 'not this one' }); }" });
    const hub = await district();
    const newcomer = aUnit();
    const pc = await world.device(hub, unit), other = await world.device(hub, newcomer);
    await send(hub, other, `health-${newcomer}`, [minted(aPatient(newcomer, 1), 1, a)]);
    await send(hub, pc, health, [minted(aPatient(unit, 1, { note: 'không' }), 1, a), minted(aPatient(unit, 2), 1, a)]);
    await above(aPatient(unit, 2)._id);
    const missing = async () => (await verifyHub({ dir: hub.dir })).databases.find((one) => one.database === health)?.missingAbove;
    expect(await missing()).toEqual([{ id: aPatient(unit, 1)._id, rev: `1-${a}` }]);
    await send(hub, pc, health, [minted(aPatient(unit, 1, { note: 'được' }), 2, b, [a])]);
    await until(missing, (found) => found?.length === 0);
    await openToChild(`health-${newcomer}`);
    await above(aPatient(newcomer, 1)._id, `health-${newcomer}`);
  });

  it('[HUB46] reviews made there come down; nothing of a station does', async () => {
    const hub = await district();
    const pc = await world.device(hub, unit);
    const review = { _id: 'review:019a0000-0000-7000-8000-000000000001', unit, recordId: aPatient(unit, 1)._id, state: 'returned' };
    await couch.must('POST', `/${health}/_bulk_docs`, { docs: [review, aPatient(unit, 1)] });
    await until(async () => (await ask(hub.url, 'GET', `/${health}/${review._id}`, { as: pc })).status, (status) => status === 200, 20_000);
    expect((await ask(hub.url, 'GET', `/${health}/${aPatient(unit, 1)._id}`, { as: pc })).status).toBe(404);
  });

  it('[HUB46] made anew while the hub is connected, or while it is not, it gets everything again', async () => {
    const hub = await district();
    const pc = await world.device(hub, unit);
    await send(hub, pc, health, [minted(aPatient(unit, 1), 1, a)]);
    await above(aPatient(unit, 1)._id);
    const anew = async () => {
      await couch.must('DELETE', `/${health}`);
      await couch.must('PUT', `/${health}`);
      await couch.members(health, [child.user]);
    };
    // The mark at the parent is written after the documents.
    await until(async () => (await couch.ask('GET', `/${health}/_local_docs`)).body as { rows: unknown[] }, ({ rows }) => rows.length > 0);
    await anew();
    await send(hub, pc, health, [minted(aPatient(unit, 2), 1, a)]);
    for (const n of [1, 2]) await above(aPatient(unit, n)._id);
    await hub.close();
    await anew();
    const again = await startHub({ dir: hub.dir });
    try {
      for (const n of [1, 2]) await above(aPatient(unit, n)._id);
    } finally {
      await again.close();
    }
  });

  it('[HUB46] an administrator\'s credential makes the databases; a wrong password is said', async () => {
    const hub = await district(couch.admin);
    const newcomer = aUnit();
    const pc = await world.device(hub, newcomer);
    await send(hub, pc, `health-${newcomer}`, [minted(aPatient(newcomer, 1), 1, a)]);
    await above(aPatient(newcomer, 1)._id, `health-${newcomer}`);
    await hub.close();
    for (const kind of ['health', 'resources']) await couch.ask('DELETE', `/${kind}-${newcomer}`);
    const wrong = await world.hub({ unit: '770', tier: 'district', parent: couch.url, parentUser: child.user, parentPassword: 'no' });
    await expect(verifyHub({ dir: wrong.dir })).rejects.toMatchObject({ code: 'ParentRefuses' });
  });
});

describe.each(address === undefined ? [whyNot] : [])('an Apache CouchDB as the parent of an embedded hub', (reason) => {
  it.skip(`[HUB46] not run: ${reason}`, () => undefined);
});
