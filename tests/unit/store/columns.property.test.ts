import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StorageCore } from '../../../store/index.ts';
import { openConnection } from '../../../store/driver.ts';
import { openStore } from '../../../store/index.ts';
import { aDocument, aKey, aStore } from './store-in-temp-dir.ts';

const indexes = [['name'], ['place.village', 'name'], ['Name']];
const columns = { name: '$.name', 'place.village': '$.place.village', Name: '$.^Name' };

/** Rows whose columns hold something else than their bodies. */
const astray = (store: StorageCore) => store.sql.all(`SELECT id FROM people WHERE ${Object.entries(columns).map(([field, column]) => {
  const read = `json_extract(body, '$.${field.split('.').map((part) => `"${part}"`).join('.')}')`;
  return `"${column}" IS NOT ${read}`;
}).join(' OR ')}`);

const value = fc.oneof(
  fc.constantFrom<unknown>('An', 'Bình', '\ud800', 'a\ufffd', '\u0000', '', '7', 7, -0, 1e300, 0.1 + 0.2, 2 ** 53 + 2, NaN, true, false, null, [], ['An'], { village: 'x' }, new Date(0), undefined),
  fc.string({ unit: 'binary', maxLength: 4 }), fc.double(), fc.integer(),
);
const write = fc.record({ id: fc.constantFrom('p1', 'p2', 'p3'), name: value, Name: value, place: fc.oneof(value, fc.record({ village: value })), deleted: fc.boolean(), asContent: fc.boolean(), knows: fc.boolean() });

it('[STO73] the column of an indexed field holds what its body does, whatever is written by whatever road', () => {
  fc.assert(fc.property(fc.array(write, { maxLength: 12 }), (writes) => {
    const store = aStore();
    store.defineTable({ name: 'people', indexes });
    writes.forEach(({ id, name, Name, place, deleted, asContent, knows }, turn) => {
      const previous = store.get('people', id);
      const fields = { name, Name, place };
      const document = aDocument(id, { ...fields, _rev: `${turn}-a`, _deleted: deleted });
      const content = asContent ? { content: Buffer.from(JSON.stringify({ _id: id, ...fields })) } : {};
      store.commit({ documents: [{ table: 'people', document, ...(knows && { previousRev: previous?._rev ?? null, previous }), ...content }], context: 'save' });
      expect(astray(store)).toEqual([]);
    });
    expect(store.check(true)).toEqual([]);
    store.close();
  }), { numRuns: 60 });
});

it('[STO73] an edit that changes no indexed field leaves the indexes as they are, one that does or deletes moves the row in them', () => {
  const store = aStore();
  store.defineTable({ name: 'people', indexes: [['name']] });
  const rows = Array.from({ length: 2_000 }, (_, n) => ({ table: 'people', document: aDocument(`p${n}`, { name: `n${n}`, note: 'x' }) }));
  store.commit({ documents: rows, context: 'save' });
  const pages = (change: Record<string, unknown>) => {
    store.sql.get('PRAGMA wal_checkpoint(TRUNCATE)');
    store.commit({ documents: [{ table: 'people', document: aDocument('p1000', { name: 'n1000', note: 'y', _rev: '2-b', ...change }) }], context: 'save' });
    return store.sql.get<{ log: number }>('PRAGMA wal_checkpoint(NOOP)')?.log ?? 0;
  };
  const named = (name: string) => store.getWith('people', 'name', name).map(({ _id }) => _id);
  pages({ note: 'z' });
  const [same, other, gone] = [pages({}), pages({ name: 'aa' }), pages({ name: 'aa', _deleted: true })];
  expect([same < other, same < gone, named('n1000'), named('aa')]).toEqual([true, true, [], []]);
  pages({ name: 'aa' });
  expect([named('aa'), astrayOf(store)]).toEqual([['p1000'], []]);
  store.close();
});

const astrayOf = (store: StorageCore) => store.sql.all(`SELECT id FROM people WHERE "$.name" IS NOT json_extract(body, '$."name"')`);

it('[STO17] a field indexed later has its column filled, and one no longer indexed has none', () => {
  const store = aStore();
  store.defineTable({ name: 'people', indexes: [] });
  const documents = ['Ánh', { of: [1] }, '\ud83e', 7, null].map((name, n) => ({ table: 'people', document: aDocument(`p${n}`, { name, Name: n, place: { village: 'v' } }) }));
  const many = Array.from({ length: 2_500 }, (_, n) => ({ table: 'people', document: aDocument(`q${n}`, { name: `n${n}` }) }));
  store.commit({ documents: [...documents, ...many], context: 'save' });
  store.defineTable({ name: 'people', indexes });
  expect([astray(store), store.getWith('people', 'place.village', 'v').length, store.getWith('people', 'name', 'n2499').length]).toEqual([[], 5, 1]);
  store.defineTable({ name: 'people', indexes: [['place.village']] });
  expect(store.sql.all("SELECT name FROM pragma_table_info('people') WHERE name LIKE '$%'")).toEqual([{ name: '$.place.village' }]);
  store.commit({ documents: [{ table: 'people', document: aDocument('p9', { name: 'after' }) }], context: 'save' });
  store.defineTable({ name: 'people', indexes });
  expect([astray(store), store.getWith('people', 'name', 'after').length, store.check(true)]).toEqual([[], 1, []]);
  expect(() => store.defineTable({ name: 'people', indexes: [['not a field']] })).toThrow(RangeError);
  store.close();
});

it('[STO17] fields that differ in nothing but capitals, or are named as what every object has, have indexes of their own', () => {
  const store = aStore();
  const fields = ['name', 'Name', 'nAme', 'constructor', 'toString'];
  const made = (indexes: string[][]) => {
    store.defineTable({ name: 'people', indexes });
    return store.sql.all<{ name: string }>("SELECT name FROM sqlite_master WHERE tbl_name = 'people' AND name LIKE 'people with%' ORDER BY name").map(({ name }) => name);
  };
  expect(made([['Name']])).toEqual(['people with Name']);
  store.commit({ documents: fields.map((field) => ({ table: 'people', document: aDocument(field, { [field]: 'An' }) })), context: 'save' });
  const each = made(fields.map((field) => [field]));
  expect(each).toHaveLength(fields.length);
  expect(fields.map((field) => store.getWith('people', field, 'An').map(({ _id }) => _id))).toEqual(fields.map((field) => [field]));
  expect(made([['nAme']])).toEqual(['people with nAme']);
  expect(store.check(true)).toEqual([]);
  store.close();
});

it('[STO74] columns are filled anew where a program of before them had the file in between', () => {
  const first = aStore();
  const definition = { name: 'people', indexes: [['name'], ['born']] };
  first.defineTable(definition);
  first.commit({ documents: ['a', 'b'].map((id) => ({ table: 'people', document: aDocument(id, { name: 'An', born: '2001' }) })), context: 'save' });
  first.close();
  // It takes away the indexes it does not know, makes its own, and knows nothing of the columns it leaves.
  const raw = openConnection({ file: first.file, key: aKey(), cipher: 'aegis' });
  raw.exec(`DROP INDEX "people with name"; DROP INDEX "people with born"; CREATE INDEX "people by name" ON people (deleted, json_extract(body, '$."name"'), id);
    UPDATE people SET body = jsonb_set(body, '$.name', 'Chi') WHERE id = 'b'`);
  raw.close();

  const store = openStore({ file: first.file, key: aKey() });
  store.defineTable(definition);
  const named = (name: string) => store.getWith('people', 'name', name).map(({ _id }) => _id);
  expect([named('An'), named('Chi'), store.getWith('people', 'born', '2001').length, astrayOf(store)]).toEqual([['a'], ['b'], 2, []]);
  store.close();
});
