import { fillWithDefaultSettings, normalizeMangoQuery, prepareQuery } from 'rxdb/plugins/core';
import { expect, it } from 'vitest';
import { createRxStorage } from '../../../store/index.ts';
import { aDocument, aStore } from './store-in-temp-dir.ts';

const awkward = {
  numbers: [0, -0, 1e21, 1e-7, 5e-324, 1.7976931348623157e308, 0.1, 123456789012345680000, 9007199254740993, -1.5, 100000000000000000000],
  texts: ['', '"', '\\', '/', '\u0000', '\u001f', '\u007f', '\u2028', '\ud800', 'Nguyễn Thị Ánh', '\u{1f9d2}', '𠮷', '{"a":1}', "it's"],
  values: [null, true, false, [], {}, [[]], { '': 1, 'a.b': 2, '$x': 3, 'Đ"ỏ': 4 }],
};

it('[STO20] the JSON of a document comes back to the last byte', () => {
  const store = aStore();
  store.defineTable({ name: 'people', indexes: [['name']] });
  const deep = Array.from({ length: 200 }).reduce<unknown>((inner, _, n) => (n % 2 ? { inner } : [inner]), 'bottom');
  for (const [n, value] of [awkward.numbers, awkward.texts, awkward.values, deep, 'x'.repeat(70_000)].entries()) {
    const event = store.commit({ documents: [{ table: 'people', document: aDocument(`p${n}`, { name: `n${n}`, value }) }], context: 'save' });
    expect(JSON.stringify(store.get('people', `p${n}`))).toBe(JSON.stringify(event.changes[0]?.document));
  }
  expect(store.check(true)).toEqual([]);
});

it('[STO20] documents kept as text by an earlier version are read, found, counted and written again alike', async () => {
  const store = aStore();
  store.defineTable({ name: 'people', indexes: [['name']] });
  const storage = createRxStorage(store);
  const schema = fillWithDefaultSettings<Record<string, unknown>>({ version: 0, primaryKey: '_id', type: 'object', properties: { _id: { type: 'string', maxLength: 50 }, name: { type: 'string', maxLength: 50 } }, indexes: ['name'], required: ['name'] } as never);
  const instance = await storage.createStorageInstance<Record<string, unknown>>({ databaseInstanceToken: 't', databaseName: 'd', collectionName: 'people', schema: schema as never, options: {}, multiInstance: false, devMode: false });
  const save = (n: number, previousRev: string | null, pulse: number) => store.commit({
    documents: [{ table: 'people', document: aDocument(`p${n}`, { name: `Ánh ${n}`, signs: { pulse }, _rev: previousRev === null ? '1-a' : '2-b' }), previousRev }], context: 'save',
  });
  for (let n = 0; n < 40; n += 1) save(n, null, 60 + n);
  store.sql.run('UPDATE people SET body = json(body) WHERE number % 2 = 0');
  expect(store.sql.all('SELECT typeof(body) AS type, count(*) AS total FROM people GROUP BY 1 ORDER BY 1')).toEqual([{ type: 'blob', total: 20 }, { type: 'text', total: 20 }]);
  expect(store.check(true)).toEqual([]);

  const ask = async (selector: object, sort: object[], limit?: number) => {
    const query = normalizeMangoQuery(schema as never, { selector, sort, limit } as never);
    const prepared = prepareQuery(schema as never, query);
    return { ids: (await instance.query(prepared as never)).documents.map(({ _id }) => _id), count: (await instance.count(prepared as never)).count };
  };
  const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `p${from + n}`);
  expect(await ask({ 'signs.pulse': { $gte: 90 } }, [{ _id: 'asc' }])).toEqual({ ids: ids(30, 40), count: 10 });
  expect(await ask({ name: { $gte: 'Ánh 2', $lt: 'Ánh 3' } }, [{ name: 'asc' }])).toEqual({ ids: ['p2', ...ids(20, 30)], count: 11 });
  expect(await ask({ name: { $gte: 'Ánh 2', $lt: 'Ánh 3' } }, [{ name: 'asc' }], 5)).toEqual({ ids: ['p2', ...ids(20, 24)], count: 11 });
  expect([...store.iterate('people')].map(({ signs }) => (signs as { pulse: number }).pulse).sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => 60 + n));
  expect((await instance.getChangedDocumentsSince?.(100))?.documents).toHaveLength(40);
  expect((await instance.findDocumentsById(['p7', 'p2', 'p39'], false)).map(({ name }) => name)).toEqual(['Ánh 7', 'Ánh 2', 'Ánh 39']);

  for (let n = 0; n < 40; n += 1) save(n, '1-a', 160 + n);
  expect(await ask({ 'signs.pulse': { $gte: 190 } }, [{ _id: 'asc' }])).toEqual({ ids: ids(30, 40), count: 10 });
  expect(store.sql.all("SELECT 1 FROM people WHERE typeof(body) = 'text'")).toEqual([]);
});
