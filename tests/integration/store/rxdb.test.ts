import { join } from 'node:path';
import { addRxPlugin, createRxDatabase } from 'rxdb/plugins/core';
import type { RxCollection, RxDatabase, RxDocument, RxJsonSchema } from 'rxdb/plugins/core';
import { RxDBAttachmentsPlugin } from 'rxdb/plugins/attachments';
import { RxDBDevModePlugin, disableWarnings } from 'rxdb/plugins/dev-mode';
import { wrappedValidateAjvStorage } from 'rxdb/plugins/validate-ajv';
import { afterEach, expect, it, vi } from 'vitest';
import { createRxStorage, openStore } from '../../../store/index.ts';
import type { RxStorageOptions, StorageCore, StoredDocument } from '../../../store/index.ts';
import { aDirectory } from './temp-dir.ts';

disableWarnings();
addRxPlugin(RxDBDevModePlugin);
addRxPlugin(RxDBAttachmentsPlugin);

interface Person { _id: string; name: string; born: string; note?: string }
type People = { people: RxCollection<Person> };

const schema: RxJsonSchema<Person> = {
  version: 0, primaryKey: '_id', type: 'object',
  properties: { _id: { type: 'string', maxLength: 60 }, name: { type: 'string', maxLength: 60 }, born: { type: 'string', maxLength: 10 }, note: { type: 'string' } },
  required: ['name', 'born'], indexes: ['name', ['born', 'name']], attachments: {},
};
const key = Buffer.alloc(32, 4);
/** Vitest's own second is too short for a busy machine. */
const patience = { timeout: 30_000 };
const undo: (() => unknown)[] = [];
afterEach(async () => { for (const step of undo.splice(0).reverse()) await step(); });

function aStore(file = join(aDirectory(), 'rx.db')): StorageCore {
  const core = openStore({ file, key });
  undo.push(() => core.close());
  return core;
}

async function openDatabase(core: StorageCore, name = 'station', options?: RxStorageOptions): Promise<RxDatabase<People>> {
  const database = await createRxDatabase<People>({ name, storage: wrappedValidateAjvStorage({ storage: createRxStorage(core, options) }), multiInstance: false, ignoreDuplicate: true });
  undo.push(() => database.close());
  await database.addCollections({ people: { schema } });
  return database;
}

const stored = (id: string, fields: Partial<StoredDocument>): StoredDocument => ({ _id: id, _rev: '1-direct', _deleted: false, _meta: { lwt: 1 }, _attachments: {}, ...fields });

it('[STO22] a database is written, queried, watched, updated, removed from, and found again after closing', async () => {
  const file = join(aDirectory(), 'rx.db');
  const core = aStore(file);
  const { people } = await openDatabase(core);
  await people.bulkInsert(['An', 'Bình', 'Đức', '\u{20000}'].map((name, n) => ({ _id: `p:${n}`, name, born: `199${n}-01-01` })));
  const seen: number[] = [];
  const subscription = people.find({ selector: { born: { $gte: '1991-01-01' } }, sort: [{ name: 'asc' }] }).$.subscribe((found) => seen.push(found.length));
  await vi.waitFor(() => expect(seen).toEqual([3]), patience);
  const first = await people.findOne('p:1').exec(true);
  await first.patch({ note: 'moved' });
  await people.findOne('p:2').remove();
  await vi.waitFor(() => expect(seen.at(-1)).toBe(2), patience);
  subscription.unsubscribe();
  expect(await people.count().exec()).toBe(3);
  await people.database.close();
  core.close();

  const again = await openDatabase(aStore(file), 'another', { separateDatabases: false });
  const found = await again.people.find({ sort: [{ name: 'desc' }], skip: 1, limit: 1 }).exec();
  expect(found.map(({ name, note }) => [name, note])).toEqual([['Bình', 'moved']]);
  expect((await again.people.findByIds(['p:0', 'p:2']).exec()).size).toBe(1);
});

it('[STO35] databases of different names lie apart on one file, unless they are to be one', async () => {
  const file = join(aDirectory(), 'rx.db');
  const core = aStore(file);
  const [first, second] = [await openDatabase(core, 'first'), await openDatabase(core, 'second')];
  await first.people.insert({ _id: 'p:1', name: 'An', born: '1990-01-01' });
  await second.people.insert({ _id: 'p:1', name: 'Bình', born: '1991-01-01' });
  expect(core.get('people', 'p:1')?.name).toBe('An');
  await first.close();
  await second.close();
  core.close();

  const again = aStore(file);
  const names = async (name: string, options?: RxStorageOptions) => (await (await openDatabase(again, name, options)).people.find().exec()).map((person) => person.name);
  expect(await names('second')).toEqual(['Bình']);
  expect(await names('first')).toEqual(['An']);
  expect(await names('third')).toEqual([]);
  expect(await names('fourth', { separateDatabases: false })).toEqual(['An']);
  expect(await names('first', { separateDatabases: true })).toEqual([]);
});

it('[STO23] commits made beside RxDB reach live queries and documents of every instance, once', async () => {
  const core = aStore();
  core.defineTable({ name: 'people', indexes: [['note']] });
  const [one, two] = [await openDatabase(core), await openDatabase(core)];
  await one.people.insert({ _id: 'p:1', name: 'An', born: '1990-01-01' });
  const names = new Map<number, string[]>();
  const events: string[] = [];
  for (const [n, { people }] of [one, two].entries()) {
    const subscription = people.find({ selector: { name: { $gt: 'A' } } }).$.subscribe((found) => names.set(n, found.map(({ name }) => name)));
    undo.push(() => subscription.unsubscribe());
  }
  one.people.$.subscribe(({ operation, documentId }) => events.push(`${operation} ${documentId}`));
  const watched: RxDocument<Person> = await two.people.findOne('p:1').exec(true);
  core.commit({
    documents: [
      { table: 'people', document: stored('p:1', { _rev: '2-direct', name: 'Anh', born: '1990-01-01' }) },
      { table: 'people', document: stored('p:2', { name: 'Bình', born: '1991-01-01' }) },
      { table: 'people', document: stored('p:3', { _deleted: true, name: 'x', born: '' }) },
    ],
    context: 'pull',
  });
  await vi.waitFor(() => expect([names.get(0), names.get(1)]).toEqual([['Anh', 'Bình'], ['Anh', 'Bình']]), patience);
  expect(events).toEqual(['UPDATE p:1', 'INSERT p:2']);
  expect(watched.getLatest().name).toBe('Anh');
  await watched.getLatest().patch({ note: 'seen' });
  expect(core.get('people', 'p:1')?.note).toBe('seen');
  core.commit({ documents: [{ table: 'people', document: stored('p:2', { _rev: '2-direct', _deleted: true, name: 'Bình', born: '' }) }], context: 'pull' });
  await vi.waitFor(() => expect(names.get(1)).toEqual(['Anh']), patience);
});

it('[STO24] nothing is told of a commit that is rolled back', async () => {
  const core = aStore();
  const { people } = await openDatabase(core);
  const events: string[] = [];
  people.$.subscribe(({ documentId }) => events.push(documentId));
  expect(() => core.commit({ documents: [{ table: 'people', document: stored('p:1', { name: 'An', born: '' }) }], sql: () => { throw new Error('planted'); }, context: 'save' })).toThrow('planted');
  await people.insert({ _id: 'p:2', name: 'Bình', born: '1990-01-01' });
  await vi.waitFor(() => expect(events).toEqual(['p:2']), patience);
  expect(await people.count().exec()).toBe(1);
});

it('[STO25] attachments keep their bytes, change, go with their document, and are not readable in the file', async () => {
  const core = aStore();
  const { people } = await openDatabase(core);
  const person = await people.insert({ _id: 'p:1', name: 'An', born: '1990-01-01' });
  const put = (text: string) => person.getLatest().putAttachment({ id: 'scan.txt', data: new Blob([text], { type: 'text/plain' }), type: 'text/plain' });
  await put('first');
  const attachment = await put('second, longer');
  expect(await attachment.getStringData()).toBe('second, longer');
  const read = (await people.findOne('p:1').exec(true)).getAttachment('scan.txt');
  expect([read?.length, read?.type, await read?.getStringData()]).toEqual([14, 'text/plain', 'second, longer']);
  expect(JSON.stringify(core.get('people', 'p:1')?._attachments)).not.toContain('second');
  await person.getLatest().remove();
  expect(core.sql.all('SELECT * FROM store_attachments')).toEqual([]);
});

it('[STO26] a removed collection is gone, the others stay', async () => {
  const core = aStore();
  const database = await openDatabase(core);
  core.defineTable({ name: 'beside', indexes: [] });
  await database.people.insert({ _id: 'p:1', name: 'An', born: '1990-01-01' });
  await database.people.remove();
  expect(core.sql.all("SELECT name FROM sqlite_master WHERE name IN ('people', 'beside')")).toEqual([{ name: 'beside' }]);
  await database.addCollections({ people: { schema } });
  expect(await database.people.count().exec()).toBe(0);
});
