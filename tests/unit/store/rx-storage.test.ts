import type { RxDocumentData, RxStorageInstance } from 'rxdb/plugins/core';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { expect, it } from 'vitest';
import { createRxStorage, openStore } from '../../../store/index.ts';
import type { StoredDocument } from '../../../store/index.ts';
import { internalsOf } from '../../../store/core-internals.ts';
import { quoteName } from '../../../store/document-table.ts';
import { TRAIT } from '../../../store/query/field-traits.ts';
import { learnFields, unknownFields } from '../../../store/query/learn-fields.ts';
import { pinnedFields, selectorToSql } from '../../../store/query/selector-to-sql.ts';
import { sortToSql } from '../../../store/query/sort-to-sql.ts';
import { openThings, prepared } from './query/query-world.ts';
import type { Thing } from './query/query-world.ts';
import { aKey, aStore } from './store-in-temp-dir.ts';

type Stored = RxDocumentData<Thing>;
const aThing = (id: string, fields: Partial<Stored> = {}): Stored =>
  ({ _id: id, name: 'a', size: 1, on: true, nested: { code: 'c' }, _rev: '1-a', _deleted: false, _meta: { lwt: 5 }, _attachments: {}, ...fields });

async function aCollection() {
  const core = aStore();
  const things = await openThings(createRxStorage(core));
  const bulks: Parameters<Parameters<ReturnType<typeof things.changeStream>['subscribe']>[0] & object>[0][] = [];
  things.changeStream().subscribe((bulk) => bulks.push(bulk));
  return { core, things, bulks };
}
const insert = (things: RxStorageInstance<Thing, unknown, unknown>, ...documents: Stored[]) => things.bulkWrite(documents.map((document) => ({ document })), 'insert');

it('[STO27] a write that does not name the version in the store is a conflict with that version, and the others go in', async () => {
  const { things, bulks } = await aCollection();
  await insert(things, aThing('1'), aThing('2'));
  const rows = [
    { document: aThing('1', { name: 'blind', _rev: '1-b' }) },
    { previous: aThing('2', { _rev: '1-x' }), document: aThing('2', { name: 'stale', _rev: '2-b' }) },
    { previous: aThing('4', { _rev: '1-x' }), document: aThing('4', { _rev: '2-b' }) },
    { document: aThing('3') },
    { document: aThing('3', { name: 'again' }) },
  ];
  const { error } = await things.bulkWrite(rows, 'mixed');
  expect(error.map(({ status, documentId, ...of }) => [status, documentId, 'documentInDb' in of && of.documentInDb?.name])).toEqual([[409, '1', 'a'], [409, '2', 'a'], [409, '3', 'a']]);
  expect(bulks.at(-1)?.events.map(({ documentId }) => documentId)).toEqual(['4', '3']);
  expect((await things.findDocumentsById(['1', '2', '3', '4'], false)).map(({ name }) => name)).toEqual(['a', 'a', 'a', 'a']);
});

it('[STO27] bulk writes made at the same time keep every document, and one of them has the one they share', async () => {
  const { core, things } = await aCollection();
  const writes = Array.from({ length: 20 }, (_, write) => insert(things, aThing('shared', { _rev: `1-${write}` }), ...Array.from({ length: 25 }, (_, n) => aThing(`${write}-${n}`))));
  const errors = (await Promise.all(writes)).flatMap(({ error }) => error);
  expect(core.count(things.collectionName)).toBe(20 * 25 + 1);
  expect([errors.length, new Set(errors.map(({ documentId, status }) => `${documentId} ${status}`))]).toEqual([19, new Set(['shared 409'])]);
});

it('[STO28] events say what happened, in which context, and from where to go on', async () => {
  const { things, bulks } = await aCollection();
  await insert(things, aThing('b'), aThing('a'));
  const [first] = await things.findDocumentsById(['a'], false);
  await things.bulkWrite([{ previous: first as Stored, document: aThing('a', { name: 'new', _rev: '2-a' }) }], 'update');
  const [second] = await things.findDocumentsById(['a'], false);
  await things.bulkWrite([{ previous: second as Stored, document: aThing('a', { _deleted: true, _rev: '3-a' }) }], 'delete');
  const [third] = await things.findDocumentsById(['a'], true);
  await things.bulkWrite([{ previous: third as Stored, document: aThing('a', { _rev: '4-a' }) }], 'back');
  await insert(things, aThing('gone', { _deleted: true }));
  expect(bulks.map(({ context, events }) => [context, ...events.map(({ operation, documentId, previousDocumentData }) => `${operation} ${documentId} ${previousDocumentData?._rev}`)])).toEqual([
    ['insert', 'INSERT b undefined', 'INSERT a undefined'], ['update', 'UPDATE a 1-a'], ['delete', 'DELETE a 2-a'], ['back', 'INSERT a undefined'],
  ]);
  expect(new Set(bulks.map(({ id }) => id)).size).toBe(bulks.length);
  const after = await things.getChangedDocumentsSince?.(10, bulks[0]?.checkpoint);
  expect(after?.documents.map(({ _id, _rev }) => `${_id} ${_rev}`)).toEqual(['a 4-a', 'gone 1-a']);
});

it('[STO29] changed documents come in pages without gap or repetition, also when many share a time', async () => {
  const { things } = await aCollection();
  const ids = Array.from({ length: 25 }, (_, n) => `${n}`);
  await insert(things, ...ids.map((id) => aThing(id)));
  await insert(things, aThing('z'));
  const seen: string[] = [];
  for (let page = await things.getChangedDocumentsSince?.(10); page && page.documents.length > 0; page = await things.getChangedDocumentsSince?.(10, page.checkpoint)) {
    seen.push(...page.documents.map(({ _id }) => _id));
  }
  expect(seen).toEqual([...ids.sort(), 'z']);
});

it('[STO30] deleted documents are found by id where asked, not by queries of RxDB, until they are cleaned up', async () => {
  const { core, things } = await aCollection();
  await insert(things, aThing('1', { _deleted: true, _meta: { lwt: Date.now() } }), aThing('2'));
  expect(await things.findDocumentsById(['1', '2', 'none'], false)).toHaveLength(1);
  expect(await things.findDocumentsById(['1', '2', 'none'], true)).toHaveLength(2);
  expect((await things.query(prepared({ selector: { _deleted: { $eq: true } } as never }))).documents.map(({ _id }) => _id)).toEqual(['1']);
  expect(await things.cleanup(1_000_000)).toBe(true);
  expect(await things.findDocumentsById(['1'], true)).toHaveLength(1);
  expect(await things.cleanup(-1_000_000)).toBe(true);
  expect((await things.findDocumentsById(['1', '2'], true)).map(({ _id }) => _id)).toEqual(['2']);
  expect(core.check(true)).toEqual([]);
});

it('[STO30] a tombstone of this very moment is cleaned up where no age is asked, and kept where one is', async () => {
  const core = aStore({ now: () => 5_000 });
  const things = await openThings(createRxStorage(core));
  const rest = async () => (await things.findDocumentsById(['1', '2'], true)).map(({ _id }) => _id);
  for (const id of ['1', '2']) await insert(things, aThing(id, { _deleted: true, _meta: { lwt: 5_000.03 } }));
  expect([await things.cleanup(1), await rest()]).toEqual([true, ['1', '2']]);
  expect([await things.cleanup(0), await rest()]).toEqual([true, []]);
});

it('[STO30] cleaning up goes on over several calls until the last tombstone is gone', async () => {
  const { core, things } = await aCollection();
  await insert(things, aThing('kept'), ...Array.from({ length: 1_200 }, (_, n) => aThing(`${n}`, { _deleted: true })));
  const answers: boolean[] = [];
  while (answers.at(-1) !== true) answers.push(await things.cleanup(-1_000_000));
  expect(answers).toEqual([false, false, true]);
  expect([...core.iterate(things.collectionName, { withDeleted: true })].map(({ _id }) => _id)).toEqual(['kept']);
});

it('[STO31] what RxDB writes keeps the time RxDB gave it, and no reader of changes misses it for that', async () => {
  const { core, things, bulks } = await aCollection();
  const table = things.collectionName;
  core.commit({ documents: [{ table, document: aThing('1') as unknown as StoredDocument }], context: 'beside' });
  const { checkpoint } = await things.getChangedDocumentsSince?.(10) ?? {};
  await insert(things, aThing('2', { _meta: { lwt: 7 } }), aThing('3', { _meta: { lwt: 6 } }));
  expect((await things.findDocumentsById(['2', '3'], false)).map(({ _meta }) => _meta)).toEqual([{ lwt: 7 }, { lwt: 6 }]);
  expect(bulks.at(-1)?.events.map(({ documentData }) => documentData._meta.lwt)).toEqual([7, 6]);
  const since = await things.getChangedDocumentsSince?.(10, checkpoint);
  expect(since?.documents.map(({ _id }) => _id)).toEqual(['2', '3']);
  expect(since?.checkpoint).toEqual(bulks.at(-1)?.checkpoint);
});

it('[STO31] queries see the time RxDB gave, also after the indexes change and after reopening', async () => {
  const { core, things } = await aCollection();
  const table = things.collectionName;
  const early = async (from: RxStorageInstance<Thing, unknown, unknown>) =>
    (await from.query(prepared({ selector: { '_meta.lwt': { $lt: 1000 } } as never, sort: [{ '_meta.lwt': 'desc' }] as never }))).documents.map(({ _id }) => _id);
  core.commit({ documents: [{ table, document: aThing('1') as unknown as StoredDocument }], context: 'beside' });
  expect(await early(things)).toEqual([]);
  await insert(things, aThing('2', { _meta: { lwt: 6 } }), aThing('3', { _meta: { lwt: 7 } }));
  expect(await early(things)).toEqual(['3', '2']);
  core.defineTable({ name: table, indexes: [['size']] });
  expect(await early(things)).toEqual(['3', '2']);
  core.close();
  const again = openStore({ file: core.file, key: aKey() });
  expect(internalsOf(again).tables.need(table).fields.traitsOf('_meta.lwt')).toBe(internalsOf(core).tables.need(table).fields.traitsOf('_meta.lwt'));
  again.close();
});

it('[STO36] what no index helps is left to SQLite once it has taken long, and answered alike before and after', async () => {
  const { core, things } = await aCollection();
  const memory = await openThings(getRxStorageMemory());
  const { cache, tables } = internalsOf(core);
  const table = tables.need(things.collectionName);
  const heavy = prepared({ selector: { 'note.weight': { $gte: 598 } } as never, sort: [{ 'note.by': 'desc' }] as never, limit: 3 });
  const counted = prepared({ selector: { 'note.weight': { $gte: 598 } } as never });
  const ask = async (storage: RxStorageInstance<Thing, unknown, unknown>) => [(await storage.query(heavy)).documents.map(({ _id }) => _id), (await storage.count(counted)).count];
  const insertBoth = async (from: number, to: number, note: (n: number) => unknown) => {
    const documents = Array.from({ length: to - from }, (_, n) => aThing(String(from + n).padStart(4, '0'), { note: note(from + n) }));
    for (const storage of [things, memory]) await insert(storage, ...documents);
  };
  const answer = async () => {
    const ours = await ask(things);
    expect(ours).toEqual(await ask(memory));
    return ours;
  };
  await insertBoth(0, 90, (n) => ({ weight: n, by: `b${n % 3}` }));
  expect(await answer()).toEqual([[], 0]);
  expect(table.fields.traitsOf('note.weight')).toBe(undefined);
  await insertBoth(90, 600, (n) => ({ weight: n, by: `b${n % 3}` }));
  expect(await answer()).toEqual([['0599', '0598'], 2]);
  expect([table.fields.traitsOf('note.weight'), table.fields.traitsOf('note.by')]).toEqual([TRAIT.number, TRAIT.text]);
  const where = selectorToSql(heavy.query.selector, { primaryKey: '_id', columns: table.columns, traitsOf: (field) => table.fields.traitsOf(field) });
  expect([where.isExact, cache.prepare(`SELECT count(*) FROM ${quoteName(table.name)} WHERE ${where.sql}`).pluck().get(...where.values)]).toEqual([true, 2]);
  await insertBoth(600, 603, (n) => [{ weight: [n] }, [{ weight: n, by: 'b9' }], { weight: 0.1 + n, by: 7 }][n % 3]);
  expect((await answer())[1]).toBe(5);
});

it('[STO36] nothing is learned of documents of a commit that is taken back', async () => {
  const { core, things } = await aCollection();
  const table = internalsOf(core).tables.need(things.collectionName);
  const heavy = prepared({ selector: { 'note.weight': { $gte: 598 } } as never, sort: [{ 'note.weight': 'asc' }] as never });
  await insert(things, ...Array.from({ length: 200 }, (_, n) => aThing(String(n).padStart(4, '0'))));
  let inside: Promise<unknown> | undefined;
  const weighed = Array.from({ length: 200 }, (_, n) => ({ table: things.collectionName, document: aThing(`w${n}`, { note: { weight: String(n) } }) as unknown as StoredDocument }));
  expect(() => core.commit({ documents: weighed, context: 'taken back', sql: () => { inside = things.query(heavy); throw new Error('no'); } })).toThrow('no');
  expect(await inside).toEqual({ documents: [] });
  expect(table.fields.traitsOf('note.weight')).toBe(undefined);
  await insert(things, aThing('heavy', { note: { weight: 600 } }), aThing('light', { note: { weight: 2 } }));
  expect((await things.query(heavy)).documents.map(({ _id }) => _id)).toEqual(['heavy']);
});

it('[STO36] no more fields are learned than a write can look at', async () => {
  const { core, things } = await aCollection();
  const table = internalsOf(core).tables.need(things.collectionName);
  const names = Array.from({ length: 40 }, (_, n) => `field${n}`);
  expect(unknownFields(table, [...names, '_id', '_deleted', '_rev', '_meta.lwt', 'name', 'a b'])).toEqual([]);
  expect(unknownFields(table, names.slice(0, 30))).toHaveLength(30);
  learnFields(internalsOf(core).cache, table, names.slice(0, 30));
  expect([unknownFields(table, ['field0', 'field35', 'field36']), unknownFields(table, names.slice(30))]).toEqual([['field35', 'field36'], []]);
});

it('[STO34] a document without a usable id is refused in RxDB\'s words, with nothing written', async () => {
  const { core, things } = await aCollection();
  for (const id of ['', '\ud800', 7 as never]) await expect(insert(things, aThing('1'), aThing(id))).rejects.toMatchObject({ code: 'DOC20', rxdb: true });
  expect(core.count(things.collectionName)).toBe(0);
});

it('[STO32] a closed instance refuses, closes again without fault and says no more; the store stays open', async () => {
  const { core, things, bulks } = await aCollection();
  await things.close();
  await things.close();
  await expect(insert(things, aThing('1'))).rejects.toThrow('closed');
  core.commit({ documents: [{ table: things.collectionName, document: aThing('1') as unknown as StoredDocument }], context: 'beside' });
  expect(bulks).toEqual([]);
  expect(core.count(things.collectionName)).toBe(1);
});

it('[STO33] typical queries use the declared indexes, and sort at most what is alike in several fields', async () => {
  const { core, things } = await aCollection();
  await insert(things, ...Array.from({ length: 50 }, (_, n) => aThing(`${n}`, { name: `n${n % 7}`, size: n })));
  const table = things.collectionName;
  const live = { _deleted: { $eq: false } };
  const queries = [
    { selector: { ...live, name: { $eq: 'n3' } } }, { selector: { ...live, name: { $gte: 'n3', $lt: 'n5' } }, sort: [{ name: 'asc' }], limit: 5 },
    { selector: { ...live, size: 3 }, sort: [{ size: 'asc' }, { name: 'asc' }] }, { selector: { ...live, 'nested.code': 'c' }, sort: [{ 'nested.code': 'asc' }, { size: 'asc' }] },
  ];
  for (const query of queries) {
    const plans = explained(core, table, query);
    expect(plans.join('\n')).toMatch(/USING INDEX .* (with|along) /);
    expect(plans.join('\n')).not.toMatch(/SCAN|TEMP B-TREE (?!FOR LAST TERM)/);
    if (plans.join('\n').includes(' with ')) expect(plans.join('\n')).not.toMatch(/TEMP B-TREE/);
  }
});

function explained(core: ReturnType<typeof aStore>, table: string, query: object): string[] {
  const { where, order } = sqlOf(core, table, query);
  return core.sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN SELECT body FROM "${table}" WHERE ${where.sql} ORDER BY ${order}`, ...where.values).map(({ detail }) => detail);
}

function sqlOf(core: ReturnType<typeof aStore>, table: string, query: object) {
  const { query: normalized } = prepared(query as never);
  const known = internalsOf(core).tables.need(table);
  const context = { primaryKey: known.primaryKey, columns: known.columns, traitsOf: (field: string) => known.fields.traitsOf(field) };
  const where = selectorToSql(normalized.selector, context);
  expect(where.isExact).toBe(true);
  const order = sortToSql(normalized.sort as unknown as Record<string, 'asc' | 'desc'>[], pinnedFields(normalized.selector, context), context);
  expect(order).toBeDefined();
  return { where, order };
}

it('[STO27] a bulk of no rows writes nothing and tells nobody', async () => {
  const { core, things, bulks } = await aCollection();
  let commits = 0;
  core.changes.subscribe(() => { commits += 1; });
  expect([await things.bulkWrite([], 'nothing'), commits, bulks]).toEqual([{ error: [] }, 0, []]);
});

it('[STO27] of rows for one document in one bulk the second is told what is there after the first, which may be a conflict itself', async () => {
  const { things } = await aCollection();
  await insert(things, aThing('1'));
  const rows = [{ document: aThing('1', { name: 'blind', _rev: '1-b' }) }, { document: aThing('1', { name: 'again', _rev: '1-c' }) }];
  const { error } = await things.bulkWrite(rows, 'twice');
  expect(error.map((of) => 'documentInDb' in of && of.documentInDb?.name)).toEqual(['a', 'a']);
});

it('[STO15] a document without a revision is refused as such in a bulk of whatever length', async () => {
  const { things } = await aCollection();
  const bare = { _rev: '', _deleted: false, _meta: { lwt: 5 }, _attachments: {} };
  const rows = Array.from({ length: 200_000 }, (_, n) => ({ document: { ...bare, _id: `n${n}` } as unknown as Stored }));
  await expect(things.bulkWrite(rows, 'many')).rejects.toThrow('a document needs a _rev');
});
