import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../../store/index.ts';
import { openConnection } from '../../../store/driver.ts';
import type { StorageCore } from '../../../store/index.ts';
import { aDirectory, aDocument, aKey, aStore } from './store-in-temp-dir.ts';

const definition = { name: 'people', indexes: [['name']] };
/** The index of `name` as it was made of the body. */
const asBefore = `DROP INDEX "people with name"; ALTER TABLE people DROP COLUMN "$.name"; CREATE INDEX "people by name" ON people (deleted, json_extract(body, '$."name"'), id)`;
/** Columns and indexes of the table, in whatever order they were added. */
const shapeOf = (store: StorageCore) => [
  store.sql.all("SELECT name, type, \"notnull\", pk FROM pragma_table_info('people') ORDER BY name"), store.sql.all("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'people' ORDER BY name"),
];
const inOrder = 'SELECT lwt, mark FROM people WHERE lwt > ? AND mark & 255 = 7 ORDER BY lwt';

it('[STO70] a mark stays until the document is written again, and is found in the order of commits by an index alone', () => {
  const store = aStore();
  store.defineTable(definition);
  const save = (id: string, mark?: number, _rev = '1-a') => store.commit({ documents: [{ table: 'people', document: aDocument(id, { _rev }), mark }], context: 'save' }).lwt;
  const big = 2 ** 52 + 256 + 7;
  const [, , third] = [save('b', 7), save('a', 8), save('c', big)];
  expect(store.sql.all<{ mark: number }>(inOrder, 0).map(({ mark }) => mark)).toEqual([7, big]);
  expect(JSON.stringify(store.sql.all(`EXPLAIN QUERY PLAN ${inOrder}`, 0))).toMatch(/COVERING INDEX people by change/);
  store.sql.run("UPDATE people SET mark = 263 WHERE id = 'a'");
  expect(store.sql.all<{ mark: number }>(inOrder, 0).map(({ mark }) => mark)).toEqual([7, 263, big]);
  const fourth = save('b', undefined, '2-b');
  expect(store.sql.get("SELECT mark FROM people WHERE id = 'b'")).toEqual({ mark: null });
  expect(store.get('people', 'b')?._meta.lwt).toBe(fourth);
  expect(store.sql.all(inOrder, third - 0.005)).toEqual([{ lwt: third, mark: big }]);
  let told = 0;
  const { lwt } = store.commit({ documents: [], context: 'sql', sql: (_, at) => { told = at; } });
  expect(told).toBe(lwt);
});

it('[STO71] a table as it was before marks is given them, with everything in it', () => {
  const file = join(aDirectory(), 'old.db');
  const first = openStore({ file, key: aKey() });
  first.defineTable(definition);
  const { lwt } = first.commit({ documents: ['a', 'b'].map((id) => ({ table: 'people', document: aDocument(id, { name: `n${id}` }) })), context: 'save' });
  first.close();
  // As the first version made it.
  const raw = openConnection({ file, key: aKey(), cipher: 'aegis' });
  raw.exec(`${asBefore}; DROP INDEX "people by change"; ALTER TABLE people DROP COLUMN mark; CREATE INDEX "people by lwt" ON people (lwt, id)`);
  raw.close();

  const store = openStore({ file, key: aKey() });
  store.defineTable(definition);
  expect(store.sql.all('SELECT id, lwt, mark FROM people ORDER BY id')).toEqual([{ id: 'a', lwt, mark: null }, { id: 'b', lwt, mark: null }]);
  store.commit({ documents: [{ table: 'people', document: aDocument('a', { _rev: '2-a' }), previousRev: '1-a', mark: 5 }], context: 'save' });
  expect(store.sql.all('SELECT id, mark FROM people ORDER BY lwt')).toEqual([{ id: 'b', mark: null }, { id: 'a', mark: 5 }]);
  const made = aStore();
  made.defineTable(definition);
  expect(shapeOf(store)).toEqual(shapeOf(made));
  store.close();
});

it('[STO17] indexes as they were made of the body, and with the id in them, are made anew, whoever asked for them; documents and what is known of them stay', () => {
  const file = join(aDirectory(), 'old.db');
  const first = openStore({ file, key: aKey() });
  const ofTwo = { name: 'people', indexes: [['name'], ['name', 'born']] };
  first.defineTable(ofTwo);
  first.commit({ documents: ['a', 'b'].map((id) => ({ table: 'people', document: aDocument(id, { name: `n${id}`, born: '2001' }) })), context: 'save' });
  const rows = 'SELECT id, rev, lwt, "$.name", "$.born" FROM people';
  const made = [shapeOf(first), first.sql.all(rows)];
  const known = first.sql.all('SELECT * FROM store_tables');
  first.close();
  const raw = openConnection({ file, key: aKey(), cipher: 'aegis' });
  raw.exec(`DROP INDEX "people along name, born"; ${asBefore}; ALTER TABLE people DROP COLUMN "$.born";
    CREATE INDEX "people by name, born" ON people (deleted, json_extract(body, '$."name"'), json_extract(body, '$."born"'), id)`);
  raw.close();

  const store = openStore({ file, key: aKey() });
  store.defineTable(ofTwo);
  expect([shapeOf(store), store.sql.all(rows), store.sql.all('SELECT * FROM store_tables'), store.check(true)]).toEqual([...made, known, []]);
  store.close();
});
