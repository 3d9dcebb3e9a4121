import { expect, it } from 'vitest';
import { openStore, StoreConflict } from '../../../store/index.ts';
import type { CommitEvent, StorageCore, StoredDocument } from '../../../store/index.ts';
import { aDocument, aKey, aStore } from './store-in-temp-dir.ts';

function twoTables(now?: () => number) {
  const store = aStore(now ? { now } : {});
  store.defineTable({ name: 'people', indexes: [['name']] });
  store.defineTable({ name: 'visits', indexes: [] });
  store.sql.run('CREATE TABLE outbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT)');
  const events: CommitEvent[] = [];
  store.changes.subscribe((event) => events.push(event));
  return { store, events };
}

it('[STO10] documents of several tables and plain SQL go in together', () => {
  const { store, events } = twoTables();
  const event = store.commit({
    documents: [{ table: 'people', document: aDocument('p1') }, { table: 'visits', document: aDocument('v1') }],
    sql: (sql) => { sql.run('INSERT INTO outbox (id) VALUES (?)', 'p1'); },
    context: 'save',
  });
  expect(events).toEqual([event]);
  expect(event.changes.map((change) => change.table)).toEqual(['people', 'visits']);
  expect(store.get('people', 'p1')?._meta.lwt).toBe(event.lwt);
  expect(store.sql.all('SELECT * FROM outbox')).toEqual([{ seq: 1, id: 'p1' }]);
});

it('[STO11] a throw writes nothing and tells nobody', () => {
  const { store, events } = twoTables();
  expect(() => store.commit({
    documents: [{ table: 'people', document: aDocument('p1') }],
    sql: (sql) => { sql.run('INSERT INTO outbox (id) VALUES (?)', 'p1'); throw new Error('planted'); },
    context: 'save',
  })).toThrow('planted');
  expect(store.get('people', 'p1')).toBeUndefined();
  expect(store.sql.all('SELECT * FROM outbox')).toEqual([]);
  expect(events).toEqual([]);
});

it('[STO11] an asynchronous callback is refused and nothing is written', () => {
  const { store, events } = twoTables();
  const sql = (async () => { await Promise.resolve(); throw new Error('late'); }) as unknown as () => void;
  expect(() => store.commit({ documents: [{ table: 'people', document: aDocument('p1') }], sql, context: 'save' })).toThrow(TypeError);
  expect(store.count('people')).toBe(0);
  expect(events).toEqual([]);
});

it('[STO11] transactions cannot be ended or nested from inside', () => {
  const { store } = twoTables();
  const documents = [{ table: 'people', document: aDocument('p1') }];
  expect(() => store.commit({ documents, sql: (sql) => { sql.run('COMMIT'); }, context: 'save' })).toThrow('commit()');
  expect(() => store.commit({ documents, sql: () => { store.commit({ documents: [], context: 'inner' }); }, context: 'save' })).toThrow('inside');
  expect(store.count('people')).toBe(0);
});

it('[STO12] the expected revision is checked', () => {
  const { store, events } = twoTables();
  const write = (previousRev: string | null, rev: string) => store.commit({ documents: [{ table: 'people', document: aDocument('p1', { _rev: rev }), previousRev }], context: 'save' });
  write(null, '1-a');
  expect(() => write(null, '1-b')).toThrow(StoreConflict);
  expect(() => write('1-x', '2-b')).toThrow(StoreConflict);
  write('1-a', '2-b');
  expect(store.get('people', 'p1')?._rev).toBe('2-b');
  expect(events.at(-1)?.changes[0]?.previous?._rev).toBe('1-a');
  expect(() => store.commit({ documents: [{ table: 'people', document: aDocument('p2'), previousRev: '1-a' }], context: 'save' })).toThrow(StoreConflict);
});

it('[STO12] a version the writer has read is handed on, and only where it is the one replaced', () => {
  const { store, events } = twoTables();
  const write = (rev: string, previousRev: string | null | undefined, previous?: StoredDocument) => store.commit({ documents: [{ table: 'people', document: aDocument('p1', { _rev: rev }), previousRev, previous }], context: 'save' });
  write('1-a', null);
  const read = store.get('people', 'p1');
  write('2-b', '1-a', read);
  expect(events.at(-1)?.changes[0]?.previous).toBe(read);
  expect(() => write('2-c', '1-a', read)).toThrow(StoreConflict);
  write('3-d', undefined, read);
  write('4-e', '3-d', read);
  expect(events.slice(-2).map(({ changes: [change] }) => change?.previous?._rev)).toEqual(['2-b', '3-d']);
  expect(store.get('people', 'p1')?._rev).toBe('4-e');
});

it('[STO16] many are read in the order asked for, whatever their ids', () => {
  const { store } = twoTables();
  const ids = ['b', 'a', 'é😀', '"\\/\n\u2028', 'a\0b', "it's", '[1]', ...Array.from({ length: 1_200 }, (_, n) => `p${n}`)];
  store.commit({ documents: ids.map((id) => ({ table: 'people', document: aDocument(id, { name: `of ${id}` }) })), context: 'save' });
  const asked = ['nobody', ...ids, 'b', 'nobody'];
  expect(store.getMany('people', asked).map(({ name }) => name)).toEqual([...ids, 'b'].map((id) => `of ${id}`));
});

it('[STO13] lwt always grows, also when the clock goes back and after reopening', () => {
  let time = 1_000_000;
  const { store } = twoTables(() => time);
  const commit = () => store.commit({ documents: [{ table: 'people', document: aDocument('p1') }], context: 'save' }).lwt;
  const first = commit();
  const second = commit();
  time = 5;
  const third = commit();
  expect(first < second && second < third).toBe(true);
  store.close();
  const again = openStore({ file: store.file, key: aKey(), now: () => 5 });
  expect(again.commit({ documents: [{ table: 'people', document: aDocument('p1') }], context: 'save' }).lwt).toBeGreaterThan(third);
  again.close();
});

it('[STO13] a time wished for that is none, or leaves none after it, is passed over for the clock\'s', () => {
  const store = aStore({ now: () => 5_000 });
  store.defineTable({ name: 'people', indexes: [] });
  const commit = (lwt: number) => store.commit({ documents: [{ table: 'people', document: aDocument('p1') }], context: 'save', lwt }).lwt;
  expect([NaN, 1e15, Infinity, 6_000, 1].map(commit)).toEqual([5_000, 5_000.01, 5_000.02, 6_000, 6_000.01]);
  store.close();
});

it('[STO14] events come in order, also when a listener commits', () => {
  const { store } = twoTables();
  const heard: string[] = [];
  store.changes.subscribe(({ context }) => {
    if (context === 'first') store.commit({ documents: [], context: 'second' });
  });
  store.changes.subscribe(({ context }) => heard.push(context));
  store.commit({ documents: [], context: 'first' });
  expect(heard).toEqual(['first', 'second']);
});

it('[STO15] a document without a usable id or revision is refused', () => {
  const { store } = twoTables();
  for (const fields of [{ _id: '' }, { _id: 5 }, { _id: 'a\ud800' }, { _rev: '' }]) {
    expect(() => store.commit({ documents: [{ table: 'people', document: aDocument('p1', fields) }], context: 'save' })).toThrow(TypeError);
  }
  expect(() => store.commit({ documents: [{ table: 'nowhere', document: aDocument('p1') }], context: 'save' })).toThrow('nowhere');
});

it('[STO16] reads leave out deleted documents where asked and stream in id order', () => {
  const { store } = twoTables();
  store.commit({ documents: ['c', 'a', 'b'].map((id) => ({ table: 'people', document: aDocument(id, { _deleted: id === 'b' }) })), context: 'save' });
  expect([...store.iterate('people')].map(({ _id }) => _id)).toEqual(['a', 'c']);
  expect([...store.iterate('people', { withDeleted: true })].map(({ _id }) => _id)).toEqual(['a', 'b', 'c']);
  expect(store.count('people')).toBe(2);
  expect(store.getMany('people', ['c', 'none', 'b']).map(({ _id }) => _id)).toEqual(['c', 'b']);
});

it('[STO16] a document is found with a text by just this text, not by an object written so or a number', () => {
  const store = aStore();
  store.defineTable({ name: 'people', indexes: [['name']] });
  const names = { a: '{"of":1}', b: { of: 1 }, c: 7, d: '7' };
  store.commit({ documents: Object.entries(names).map(([id, name]) => ({ table: 'people', document: aDocument(id, { name }) })), context: 'save' });
  const named = (name: string) => store.getWith('people', 'name', name).map(({ _id }) => _id);
  expect([named('{"of":1}'), named('7')]).toEqual([['a'], ['d']]);
  store.close();
});

it('[STO17] declared indexes become SQLite indexes and go when no longer declared', () => {
  const { store } = twoTables();
  const plan = () => JSON.stringify(store.sql.all("EXPLAIN QUERY PLAN SELECT id FROM people WHERE deleted = 0 AND \"$.name\" = 'x'"));
  expect(plan()).toContain('people with name');
  store.defineTable({ name: 'people', indexes: [['born', 'name']] });
  expect(plan()).not.toContain('people with name');
  expect(store.sql.all("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'people' AND sql IS NOT NULL ORDER BY name")).toEqual([{ name: 'people along born, name' }, { name: 'people by change' }]);
});

it('[STO19] where the disk is full the driver\'s own error comes, nothing is written, and later commits work', () => {
  const { store, events } = twoTables();
  const save = (id: string, length: number) => store.commit({ documents: [{ table: 'people', document: aDocument(id, { text: 'x'.repeat(length) }) }], sql: (sql) => { sql.run('INSERT INTO outbox (id) VALUES (?)', id); }, context: 'save' });
  save('p1', 10);
  store.sql.all(`PRAGMA max_page_count = ${(store.sql.get<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0) + 4}`);
  expect(() => save('p2', 100_000)).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }) as Error);
  expect([store.count('people'), store.sql.all('SELECT id FROM outbox'), events.length]).toEqual([1, [{ id: 'p1' }], 1]);
  store.sql.all('PRAGMA max_page_count = 1000000');
  save('p2', 100_000);
  expect(store.count('people')).toBe(2);
  expect(store.check(true)).toEqual([]);
});

it('[STO16] content the writer has made into JSON already is stored as it is, with the bookkeeping of the commit', () => {
  const { store } = twoTables();
  const content = { _id: 'p1', name: 'Đỗ Thị Ánh \u{1f9d2} "\u0000\ud800', list: [1, null, { deep: true }] };
  const commit = (rev: string, previousRev: string | null) => {
    const document = aDocument('p1', { ...content, _rev: rev, _meta: { lwt: 0, revs: ['a'] }, _attachments: { scan: { digest: 'd' } } });
    return store.commit({ documents: [{ table: 'people', document, previousRev, content: Buffer.from(JSON.stringify(content)) }], context: 'save' });
  };
  for (const [rev, previousRev] of [['1-a', null], ['2-b', '1-a']] as const) {
    const event = commit(rev, previousRev);
    const stored = store.get('people', 'p1');
    expect(stored).toEqual(event.changes[0]?.document);
    expect(stored).toEqual({ ...content, _rev: rev, _deleted: false, _meta: { lwt: event.lwt, revs: ['a'] }, _attachments: { scan: { digest: 'd' } } });
  }
  expect(store.sql.get("SELECT json_extract(body, '$.name') LIKE 'Đỗ%' AS found FROM people")).toEqual({ found: 1 });
  expect(store.check(true)).toEqual([]);
});

it('[STO16] a document that came as JSON is parsed for whoever looks at its change, found by its fields, and read like every other', () => {
  const { store, events } = twoTables();
  store.defineTable({ name: 'people', indexes: [['name'], ['place.village']] });
  const contents = Array.from({ length: 3 }, (_, n) => ({ _id: `p${n}`, name: `Ánh ${n} \u{1f9d2}`, place: { village: n === 2 ? 7 : 'An Bình' } }));
  store.commit({
    documents: contents.map((content) => ({
      table: 'people', document: aDocument(content._id, { _rev: '1-a', _meta: { lwt: 0, revs: [] } }), previousRev: null, content: Buffer.from(JSON.stringify(content)),
      fieldsOf: (names) => Object.fromEntries(Object.entries(content).filter(([name]) => names.includes(name))),
    })), context: 'pull',
  });
  const changes = events.at(-1)?.changes ?? [];
  expect(changes.map(({ document }) => document)).toEqual(contents.map(({ _id }) => store.get('people', _id)));
  expect(changes.map(({ document }) => ({ _id: document._id, name: document['name'], place: document['place'] }))).toEqual(contents);
  expect(store.getWith('people', 'name', contents[1]?.name ?? '').map(({ _id }) => _id)).toEqual(['p1']);
  // Kinds of value that queries go by: as if it had been written parsed.
  const traitsIn = (one: StorageCore) => one.sql.get("SELECT traits FROM store_tables WHERE name = 'people'");
  const parsed = aStore();
  parsed.defineTable({ name: 'people', indexes: [['name'], ['place.village']] });
  parsed.commit({ documents: contents.map((content) => ({ table: 'people', document: aDocument(content._id, content), previousRev: null })), context: 'pull' });
  expect(traitsIn(store)).toEqual(traitsIn(parsed));
});
