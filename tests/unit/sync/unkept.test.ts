import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCouchStandIn } from '../../support/couch-stand-in.ts';
import type { CouchStandIn } from '../../support/couch-stand-in.ts';
import { aReplicator, aSyncWorld } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';

const hash = 'a'.repeat(32);
const health = 'health-25001';
const nested = (levels: number): unknown => JSON.parse('{"a":'.repeat(levels) + '1' + '}'.repeat(levels));
const body = (id: string, more: object = {}) => ({ _id: id, unit: '25001', device: 'pc9', schemaVersion: 1, fullName: 'Hoa', ...more });
const rowOf = (document: { _id: string; _rev?: unknown; x?: unknown }, more: object = {}) => ({ seq: '2-x', id: document._id, changes: [{ rev: document._rev }], doc: document, ...more });

describe('what a hub answers', () => {
  let world: SyncWorld, hub: CouchStandIn;
  beforeEach(() => {
    world = aSyncWorld();
    hub = createCouchStandIn({ databases: [health, 'resources-25001'], path: [{ unit: '79', tier: 'province' }] });
    for (let n = 0; n < 3; n++) hub.database(health).edit(body(`patients:${n}`));
  });
  afterEach(() => { world.close(); });

  /** The hub, whose answers to one path are what is made of them. */
  const answering = (path: string, make: (answer: unknown) => unknown): typeof fetch => async (input, init) => {
    const answer = await hub.fetch(input, init);
    return new URL(String(input)).pathname.endsWith(path) ? new Response(JSON.stringify(make(await answer.json())), { status: answer.status }) : answer;
  };
  const withRow = (row: unknown) => answering(`${health}/_changes`, (answer) => {
    const page = answer as { results: unknown[] };
    return { ...page, results: [...page.results.slice(0, 1), row, ...page.results.slice(1)] };
  });
  const held = () => [...world.store.iterate('patients')].map(({ _id: id }) => id);
  const unkept = () => world.journal.unkept().map(({ id, device, reason }) => [id, device, reason]);

  it.each([
    ['nested too deeply', rowOf(body('patients:bad', { _rev: `1-${hash}`, x: nested(2000) })), 'pc9'],
    ['nested so deeply that nothing can write it again', rowOf(body('patients:bad', { _rev: `1-${hash}`, x: nested(50_000) })), 'pc9', 'raw'],
    ['under another name', { ...rowOf(body('patients:0', { _rev: `1-${hash}` })), id: 'patients:bad' }, 'pc9'],
    ['with no document', { ...rowOf(body('patients:bad', { _rev: `1-${hash}` })), doc: 5 }, ''],
    ['with a malformed revision', rowOf(body('patients:bad', { _rev: '' })), 'pc9'],
    ['of a generation that has no next one', rowOf(body('patients:bad', { _rev: `99999999999999999999-${hash}` })), 'pc9'],
    ['with a malformed history', rowOf(body('patients:bad', { _rev: `2-${hash}`, _revisions: { start: 2 } })), 'pc9'],
    ['whose name is half a character', rowOf(body('patients:\ud800', { _rev: `1-${hash}` })), 'pc9'],
    ['of a kind that only comes down', rowOf({ _id: 'review:bad', _rev: `1-${hash}`, x: nested(2000) }), ''],
    ['of a kind nobody knows', rowOf({ _id: 'colours:bad', _rev: `1-${hash}`, x: nested(2000) }), ''],
  ] as [string, { id: string }, string, string?][])('[SYN127] one that cannot be kept (%s) is named and holds up nothing', async (_, row, device, raw) => {
    if (raw === undefined) await aReplicator(world, { fetch: withRow(row) }).exchange();
    else {
      const text = (page: unknown) => JSON.stringify(page).replace('"RAW"', `{"seq":"2-x","id":"patients:bad","changes":[{"rev":"1-${hash}"}],"doc":{"_id":"patients:bad","_rev":"1-${hash}","device":"pc9","x":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`);
      await aReplicator(world, { fetch: async (input, init) => {
        const answer = await hub.fetch(input, init);
        return String(input).includes(`${health}/_changes`) ? new Response(text({ ...await answer.json() as object, results: [...hub.database(health).changes(0, 10, () => true).results, 'RAW'] })) : answer;
      } }).exchange();
    }
    expect(held()).toEqual(['patients:0', 'patients:1', 'patients:2']);
    expect(unkept()).toEqual([[row.id.toWellFormed(), device, expect.any(String)]]);
    world.reopen();
    expect(unkept()).toHaveLength(1);
    // The feed has moved on: nothing is asked for again, and what follows comes.
    hub.database(health).edit(body('patients:3'));
    expect(await aReplicator(world, { fetch: hub.fetch }).exchange()).toMatchObject({ pulled: 1 });
  });

  it('[SYN127] a version that cannot be kept leaves the one before it, and every other branch is taken; a later one that can be kept ends the matter', async () => {
    const database = hub.database(health);
    await aReplicator(world, { fetch: hub.fetch }).exchange();
    world.save('patients:1', { fullName: 'Mai' });
    database.edit(body('patients:0', { _rev: database.winner('patients:0')?._rev, x: nested(2000) }));
    database.graft(body('patients:4', { _rev: `1-${'b'.repeat(32)}`, x: nested(2000) }));
    database.graft(body('patients:4', { _rev: `1-${hash}`, fullName: 'Lan' }));
    expect(await aReplicator(world, { fetch: hub.fetch }).exchange()).toMatchObject({ pushed: 1, pulled: 1 });
    expect(['patients:0', 'patients:1', 'patients:4'].map((id) => world.store.get('patients', id)?.['fullName'])).toEqual(['Hoa', 'Mai', 'Lan']);
    expect(world.journal.unkept().map(({ id }) => id)).toEqual(['patients:0', 'patients:4']);

    hub.publishReceipts('79', 'province');
    const before = hub.calls.length;
    await aReplicator(world, { fetch: hub.fetch }).exchange();
    // Its receipt has more than is here: that is known, and nothing is looked through for it.
    expect(hub.calls.slice(before).filter(({ path, query }) => path.endsWith('/_changes') && query.get('filter') === null)).toEqual([]);
    database.edit(body('patients:0', { _rev: database.winner('patients:0')?._rev, fullName: 'Hoà' }));
    await aReplicator(world, { fetch: hub.fetch }).exchange();
    expect(world.store.get('patients', 'patients:0')?.['fullName']).toBe('Hoà');
    expect(world.journal.unkept().map(({ id }) => id)).toEqual(['patients:4']);
  });

  it.each([null, 5, {}, { id: 5, changes: [] }, { id: 'patients:bad' }, { id: 'patients:bad', changes: {} }, { id: 'patients:bad', changes: [null] }, { id: 'patients:bad', changes: [{ rev: 5 }] }])('[SYN128] a row that is none (%j) is a typed error, and the next exchange completes', async (row) => {
    world.save('patients:mine', { fullName: 'Mai' });
    await expect(aReplicator(world, { fetch: withRow(row) }).exchange()).rejects.toMatchObject({ name: 'TransportError', kind: 'hubBroken' });
    expect(await aReplicator(world, { fetch: hub.fetch }).exchange()).toMatchObject({ pulled: 3 });
    expect(world.journal.waiting().count).toBe(0);
  });

  it.each([[[null]], [[{ id: 'patients:0' }]], [[{ docs: 5 }]], [[{ docs: [null, 5, { ok: 5 }, { ok: {} }, { error: { error: 'not_found' } }] }]]])('[SYN128] what is no document in an answer about leaves (%j) is missing', async (results) => {
    await aReplicator(world, { fetch: hub.fetch }).exchange();
    hub.database(health).graft(body('patients:0', { _rev: `1-${'0'.repeat(32)}`, fullName: 'nhánh' }));
    hub.database(health).edit(body('patients:5'));
    expect(await aReplicator(world, { fetch: answering('/_bulk_get', () => ({ results })) }).exchange()).toMatchObject({ pulled: 1 });
    expect(held()).toContain('patients:5');
  });

  it.each([
    ['a database that is not there for a moment', 404, { error: 'not_found', reason: 'no_db_file' }], ['one that does not exist', 404, { error: 'not_found', reason: 'Database does not exist.' }],
    ['an answer of nothing', 200, { results: [] }], ['no answer to it', 200, { ok: true }], ['a text', 200, 'x'],
  ])('[SYN129] %s is not taken for versions that are gone, with _bulk_get and without', async (_, status, said) => {
    for (const withoutBulkGet of [false, true]) {
      hub.withoutBulkGet = withoutBulkGet;
      const database = hub.database(health);
      await aReplicator(world, { fetch: hub.fetch }).exchange();
      const { _rev: before } = database.winner('patients:0') ?? {};
      // Two edits at the hub: the ancestry of the second is asked for.
      for (const fullName of ['Hà', `Hà ${withoutBulkGet}`]) database.edit(body('patients:0', { _rev: database.winner('patients:0')?._rev, fullName }));
      expect(database.winner('patients:0')?._rev).not.toBe(before);
      const once: typeof fetch = async (input, init) => (/_bulk_get|open_revs/.test(String(input)) ? new Response(JSON.stringify(said), { status }) : hub.fetch(input, init));
      await expect(aReplicator(world, { fetch: once }).exchange()).rejects.toMatchObject({ name: 'TransportError' });
      await aReplicator(world, { fetch: hub.fetch }).exchange();
      expect(world.store.get('patients', 'patients:0')?._rev).toBe(database.winner('patients:0')?._rev);
    }
  });

  it('[SYN128] a receipt that says nonsense of what was refused further up names nothing', async () => {
    for (const refusedAbove of [5, { unit: '1', records: 'x' }, { unit: '1', records: [null, 5, {}] }]) {
      const receipts = hub.database(health);
      receipts.edit({ _id: 'receipt:79', _rev: receipts.winner('receipt:79')?._rev, unit: '79', tier: 'province', devices: {}, refusedAbove });
      await aReplicator(world, { fetch: hub.fetch }).exchange();
      expect(world.journal.refusedAbove()).toEqual([]);
      expect(world.journal.proofs()).toHaveLength(1);
    }
  });
});
