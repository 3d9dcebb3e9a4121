import { expect, it } from 'vitest';
import { createRxStorage } from '../../../store/index.ts';
import type { Commit, DerivedRows, StorageCore } from '../../../store/index.ts';
import { internalsOf } from '../../../store/core-internals.ts';
import { openThings } from './query/query-world.ts';
import { aDocument, aStore } from './store-in-temp-dir.ts';

const words: DerivedRows = {
  name: 'words', from: 'people', version: '1',
  reset(sql) { sql.run('CREATE TABLE IF NOT EXISTS words (number INTEGER PRIMARY KEY, word TEXT)'); },
  follow(sql, changes) { for (const { number, document } of changes) sql.run('INSERT OR REPLACE INTO words VALUES (?, ?)', number, String(document.name)); },
};

/** Has the n-th statement from now on fault before it is run, or after, when its work is done already; 0 for none. Answers how many there were. */
function plantFault(store: StorageCore, at: number, isAfter: boolean): () => number {
  const { cache } = internalsOf(store);
  const { prepare } = cache;
  let ran = 0;
  cache.prepare = (text) => {
    const statement = prepare(text);
    const counted = <A extends unknown[], R>(work: (...values: A) => R) => (...values: A): R => {
      ran += 1;
      if (ran === at && !isAfter) throw new Error('planted');
      const answer = work(...values);
      if (ran === at) throw new Error('planted');
      return answer;
    };
    return Object.assign(Object.create(statement) as typeof statement, {
      run: counted((...values: unknown[]) => statement.run(...values)), get: counted((...values: unknown[]) => statement.get(...values)), all: counted((...values: unknown[]) => statement.all(...values)),
    });
  };
  return () => {
    cache.prepare = prepare;
    return ran;
  };
}

it.each([false, true])('[STO11] a fault at any statement of a commit leaves everything as it was, and nobody hears of it (after its work: %s)', async (isAfter) => {
  const store = aStore();
  store.defineTable({ name: 'people', indexes: [['name']] });
  store.sql.run('CREATE TABLE outbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT)');
  store.derive(words);
  const things = await openThings(createRxStorage(store));
  const { table } = things.internals as { table: string };
  const heard: string[] = [];
  store.changes.subscribe(({ context }) => heard.push(context));
  things.changeStream().subscribe(({ context }) => heard.push(`rx ${context}`));
  const thing = (rev: string) => aDocument('t', { name: 'n', size: 1, on: true, nested: { code: 'c' }, _rev: rev });
  store.commit({ documents: [{ table: 'people', document: aDocument('a', { name: 'An' }) }, { table, document: thing('1-a') }], context: 'first' });
  const contents = () => ['people', table, 'outbox', 'words', 'sqlite_sequence', 'store_tables'].map((name) => store.sql.all(`SELECT * FROM "${name}" ORDER BY 1`));
  const commit: Commit = {
    documents: [
      { table: 'people', document: aDocument('a', { name: 'Anh', _rev: '2-a' }), previousRev: '1-a' }, { table: 'people', document: aDocument('b', { name: 12 }), previousRev: null },
      { table: 'people', document: aDocument('c', { name: 'Chi' }) }, { table, document: thing('2-a'), previousRev: '1-a' },
    ],
    sql: (sql) => { for (const id of ['a', 'b']) sql.run('INSERT INTO outbox (id) VALUES (?)', id); },
    context: 'second',
  };
  const before = contents();
  let at = 0;
  for (let isDone = false; !isDone;) {
    at += 1;
    heard.length = 0;
    const end = plantFault(store, at, isAfter);
    try { store.commit(commit); } catch (error) { expect(String(error)).toContain('planted'); }
    isDone = end() < at;
    if (!isDone) expect([at, contents(), heard]).toEqual([at, before, []]);
  }
  // Two lookups, four writes of documents, three of derived rows, two of the outbox, at least.
  expect(at).toBeGreaterThan(11);
  expect(heard.sort()).toEqual(['rx second', 'second']);
  expect([store.count('people'), store.get('people', 'a')?.name, store.get(table, 't')?._rev]).toEqual([3, 'Anh', '2-a']);
  expect(store.check(true)).toEqual([]);
});
