import { expect, it } from 'vitest';
import { createRxStorage, openStore } from '../../../store/index.ts';
import type { DerivedRows, StorageCore } from '../../../store/index.ts';
import { openThings } from './query/query-world.ts';
import { aDocument, aKey, aStore } from './store-in-temp-dir.ts';

/** Names of living people, by the number of their row. */
const names = (version = '1', fault?: () => boolean): DerivedRows => ({
  name: 'names', from: 'people', version,
  reset(sql) {
    sql.run('DROP TABLE IF EXISTS names');
    sql.run('CREATE TABLE names (number INTEGER PRIMARY KEY, name TEXT NOT NULL)');
  },
  follow(sql, changes) {
    for (const { number, document, previous } of changes) {
      if (previous && !previous._deleted) expect(sql.get('SELECT name FROM names WHERE number = ?', number)).toEqual({ name: previous.name });
      sql.run('DELETE FROM names WHERE number = ?', number);
      if (!document._deleted) sql.run('INSERT INTO names VALUES (?, ?)', number, String(document.name));
    }
    if (fault?.()) throw new Error('planted');
  },
});
const shown = (store: StorageCore) => store.sql.all<{ name: string }>('SELECT name FROM names ORDER BY number').map(({ name }) => name);
const write = (store: StorageCore, ...people: [id: string, name: string, deleted?: boolean][]) => store.commit({
  documents: people.map(([id, name, deleted = false], n) => ({ table: 'people', document: aDocument(id, { name, _deleted: deleted, _rev: `${n + 1}-${name}` }) })), context: 'test',
});

function aWorld(fault?: () => boolean) {
  const store = aStore();
  store.defineTable({ name: 'people', indexes: [] });
  store.derive(names('1', fault));
  return store;
}

it('[STO60] derived rows follow every commit, also where it writes a document twice', () => {
  const store = aWorld();
  write(store, ['a', 'An'], ['b', 'Bình'], ['a', 'Anh'], ['c', 'Chi', true]);
  expect(shown(store)).toEqual(['Anh', 'Bình']);
  write(store, ['b', 'Bình', true], ['c', 'Chi']);
  expect(shown(store)).toEqual(['Anh', 'Chi']);
  const numbers = store.sql.all<{ number: number }>('SELECT number FROM names ORDER BY number DESC').map(({ number }) => number);
  expect(store.getNumbered('people', [...numbers, 99]).map(({ name }) => name)).toEqual(['Chi', 'Anh']);
});

it('[STO60] a fault in them is a fault of the commit: nothing is written and nobody is told', () => {
  let isBroken = false;
  const store = aWorld(() => isBroken);
  write(store, ['a', 'An']);
  isBroken = true;
  let heard = 0;
  store.changes.subscribe(() => { heard += 1; });
  expect(() => write(store, ['a', 'Anh'], ['b', 'Bình'])).toThrow('planted');
  expect([shown(store), store.get('people', 'a')?.name, store.count('people'), heard]).toEqual([['An'], 'An', 1, 0]);
  isBroken = false;
  expect(() => store.commit({ documents: [{ table: 'people', document: aDocument('b', { name: 'Bình' }) }], sql: () => { throw new Error('later'); }, context: 'test' })).toThrow('later');
  expect(shown(store)).toEqual(['An']);
});

it('[STO60] they hear of what RxDB writes', async () => {
  const store = aStore();
  const things = await openThings(createRxStorage(store));
  store.derive({ ...names(), from: (things.internals as { table: string }).table });
  const thing = { _id: '1', name: 'one', size: 1, on: true, nested: { code: 'c' }, _rev: '1-a', _deleted: false, _meta: { lwt: 5 }, _attachments: {} };
  await things.bulkWrite([{ document: thing }], 'test');
  await things.bulkWrite([{ previous: thing, document: { ...thing, name: 'two', _rev: '2-a' } }], 'test');
  expect(shown(store)).toEqual(['two']);
  await things.remove();
  expect(shown(store)).toEqual([]);
});

it('[STO61] another version, or writes nobody followed, have them made anew; else opening leaves them alone', () => {
  const store = aWorld();
  write(store, ['a', 'An'], ['b', 'Bình', true], ['c', 'Chi']);
  store.sql.run("UPDATE names SET name = 'mark' WHERE name = 'An'");
  store.close();
  const reopen = (version?: string): StorageCore => {
    const again = openStore({ file: store.file, key: aKey() });
    if (version !== undefined) again.derive(names(version));
    return again;
  };
  const same = reopen('1');
  expect(shown(same)).toEqual(['mark', 'Chi']);
  same.close();
  const other = reopen('2');
  expect(shown(other)).toEqual(['An', 'Chi']);
  other.close();
  const unfollowed = reopen();
  write(unfollowed, ['d', 'Dũng']);
  unfollowed.close();
  const back = reopen('2');
  expect(shown(back)).toEqual(['An', 'Chi', 'Dũng']);
  back.close();
});

it('[STO61] they can be made of a table that has documents already, and only of one that is there', () => {
  const store = aStore();
  expect(() => store.derive(names())).toThrow('people');
  store.defineTable({ name: 'people', indexes: [['name']] });
  write(store, ['a', 'An'], ['b', 'Bình']);
  store.derive(names());
  expect(shown(store)).toEqual(['An', 'Bình']);
  expect(store.getWith('people', 'name', 'Bình').map(({ _id }) => _id)).toEqual(['b']);
  expect(() => store.getWith('people', "name') OR 1 --", 'x')).toThrow(RangeError);
});

it('[STO62] made in steps and left off after any of them, they go on, and come out as if made at once', () => {
  const people = Array.from({ length: 4_000 }, (_, n): [string, string, boolean] => [`p${String(n).padStart(4, '0')}`, `Người ${n}`, n % 7 === 3]);
  for (const leftOffAfter of [0, 1, 2, 3]) {
    let store = aStore();
    store.defineTable({ name: 'people', indexes: [] });
    write(store, ...people);
    let resets = 0;
    const counting: DerivedRows = { ...names(), reset(sql) { resets += 1; names().reset(sql); } };
    const shares: number[] = [];
    for (const share of store.deriveInSteps(counting)) {
      shares.push(share);
      if (shares.length > leftOffAfter) break;
    }
    const made = shown(store).length;
    expect([made > 0, made < 3_400]).toEqual([true, leftOffAfter < 3]);
    // As after a kill: another opening.
    const { file } = store;
    store.close();
    store = openStore({ file, key: aKey() });
    shares.push(...store.deriveInSteps(counting));
    expect(shown(store)).toEqual(people.filter(([, , deleted]) => !deleted).map(([, name]) => name));
    expect([resets, shares.length, shares.at(-1)]).toEqual([1, 4, 1]);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    write(store, ['p0000', 'Anh']);
    expect(shown(store)[0]).toBe('Anh');
    store.close();
  }
});

it('[STO62] what is written between two steps has them made from the beginning', () => {
  const store = aStore();
  store.defineTable({ name: 'people', indexes: [] });
  write(store, ...Array.from({ length: 2_500 }, (_, n): [string, string] => [`p${n}`, `Người ${n}`]));
  let steps = 0;
  for (const _ of store.deriveInSteps(names())) {
    steps += 1;
    if (steps === 2) write(store, ['p5', 'Anh']);
    // Also after the last of them, before they are followed.
    if (steps === 5) write(store, ['p6', 'Chi']);
  }
  expect([steps, shown(store)[5], shown(store)[6], shown(store).length]).toEqual([8, 'Anh', 'Chi', 2_500]);
});
