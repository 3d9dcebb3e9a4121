import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openStore } from '../../../store/index.ts';
import { createReplicator, openJournal } from '../../../sync/index.ts';
import type { SyncedCollection, SyncedDatabase } from '../../../sync/index.ts';
import { createCouchStandIn } from '../../support/couch-stand-in.ts';
import type { CouchStandIn } from '../../support/couch-stand-in.ts';

const undo: (() => void)[] = [];
afterEach(() => { for (const step of undo.splice(0).reverse()) step(); });

const collection = (table: string, database: string, more: Partial<SyncedCollection> = {}): SyncedCollection => ({ table, idPrefix: table, database, owned: true, schemaVersion: 1, mergePolicy: { '*': 'clash' }, ...more });

/** A place of a product of its own: its databases, its kinds of documents. */
function aPlace(hub: CouchStandIn, device: string, databases: Record<string, SyncedDatabase>, collections: readonly SyncedCollection[], fieldsAtEnd?: readonly string[]) {
  const dir = mkdtempSync(join(tmpdir(), 'tramxa-databases-'));
  const store = openStore({ file: join(dir, 'place.db'), key: randomBytes(32) });
  undo.push(() => { store.close(); rmSync(dir, { recursive: true, force: true }); });
  for (const { table } of collections) store.defineTable({ name: table, indexes: [] });
  const journal = openJournal({ store, unit: 'u1', device, databases, collections, ...(fieldsAtEnd ? { fieldsAtEnd } : {}), now: Date.now });
  const replicator = createReplicator({ journal, hubUrl: 'http://stand-in', user: 'u', password: 'p', fetch: hub.fetch });
  const save = (id: string, fields: object = {}) => journal.save({ documents: [{ body: { _id: id, unit: 'u1', device, schemaVersion: 1, version: `1-${device}`, ...fields }, expectedRev: null }], context: 'save' });
  return { store, journal, replicator, save };
}

const notes = collection('notes', 'diary');

it.each<{ what: string; databases: Record<string, SyncedDatabase>; more: SyncedCollection[] }>([
  { what: 'one database and none that only comes down', databases: { diary: { name: 'diary-1', goesUp: true } }, more: [] },
  {
    what: 'three that go up and two that only come down, of which one is not there',
    databases: { diary: { name: 'd1', goesUp: true }, photos: { name: 'p1', goesUp: true }, plans: { name: 'q1', goesUp: true }, lists: { name: 'lists', goesUp: false }, prices: { name: 'prices', goesUp: false } },
    more: [collection('photos', 'photos'), collection('plans', 'plans'), collection('words', 'lists', { owned: false }), collection('prices', 'prices', { owned: false })],
  },
])('[SYN111] $what', async ({ databases, more }) => {
  const goingUp = Object.entries(databases).filter(([, { goesUp }]) => goesUp);
  const hub = createCouchStandIn({ databases: [...goingUp.map(([, { name }]) => name), 'lists'], path: [{ unit: '769', tier: 'district' }] });
  if (databases['lists']) hub.database('lists').graft({ _id: 'words:1', _rev: '1-a', text: 'from above' });
  const places = ['pc1', 'pc2'].map((device) => aPlace(hub, device, databases, [notes, ...more]));
  const owned = [notes, ...more].filter((one) => one.owned);
  for (const [n, place] of places.entries()) for (const { table } of owned) place.save(`${table}:${n}`);
  expect(places.map(({ journal }) => journal.waiting().count)).toEqual([owned.length, owned.length]);
  for (const place of [...places, ...places]) await place.replicator.exchange();
  hub.publishReceipts();
  for (const { replicator, store, journal } of places) {
    await replicator.exchange({ waitForProofMs: 3000 });
    for (const { table } of owned) expect([...store.iterate(table)].map(({ _id }) => _id)).toEqual([`${table}:0`, `${table}:1`]);
    if (databases['lists']) expect(store.get('words', 'words:1')?.['text']).toBe('from above');
    expect(journal.waiting().count).toBe(0);
    expect(journal.proofs()).toMatchObject([{ unit: '769', proved: owned.length, missing: 0 }]);
  }
  for (const [word, { name }] of goingUp) expect([...hub.database(name).entries.keys()].filter((id) => !id.startsWith('receipt:')).sort()).toEqual(owned.filter(({ database }) => database === word).flatMap(({ table }) => [`${table}:0`, `${table}:1`]));
});

it('[SYN111] a word that cannot name a table is refused, as is a collection of no database', () => {
  const hub = createCouchStandIn();
  expect(() => aPlace(hub, 'pc1', { 'a b': { name: 'x', goesUp: true } }, [])).toThrow(RangeError);
  expect(() => aPlace(hub, 'pc1', { diary: { name: 'x', goesUp: true } }, [collection('notes', 'nowhere')])).toThrow('not a database of this journal: nowhere');
});

it('[SYN112] some fields stand last in what is sent, in their order; revision and content are what they were', async () => {
  const bodies = async (fieldsAtEnd?: readonly string[]) => {
    const hub = createCouchStandIn({ databases: ['diary-1'] });
    const { replicator, save, store } = aPlace(hub, 'pc1', { diary: { name: 'diary-1', goesUp: true } }, [notes], fieldsAtEnd);
    save('notes:1', { a: 1, b: { version: 2 }, z: 'end' });
    await replicator.exchange();
    const [push] = hub.calls.filter(({ path }) => path.endsWith('_bulk_docs'));
    const [sent] = (push?.body as { docs: Record<string, unknown>[] }).docs;
    expect(sent?.['_rev']).toBe(store.get('notes', 'notes:1')?._rev);
    expect(hub.database('diary-1').winner('notes:1')).toMatchObject({ a: 1, b: { version: 2 }, z: 'end', version: '1-pc1' });
    return sent ?? {};
  };
  const [plain, ordered] = [await bodies(), await bodies(['a', 'version', 'nowhere', 'device'])];
  expect(ordered).toEqual(plain);
  expect(Object.keys(ordered).slice(-3)).toEqual(['a', 'version', 'device']);
  expect(Object.keys(plain).slice(-3)).not.toEqual(['a', 'version', 'device']);
});
