import { expect, it } from 'vitest';
import { openStore } from '../../../store/index.ts';
import { aDirectory, aKey } from './store-in-temp-dir.ts';

const anItem = (n: number) => ({ _id: `items:${n}`, _rev: '1-a', _deleted: false, _meta: { lwt: 1 }, _attachments: {}, n });

it('[STO54] commits of one piece of work wait for the disk once, at its end, also where it throws; the next waits by itself', () => {
  const store = openStore({ file: `${aDirectory()}/together.db`, key: aKey() });
  store.defineTable({ name: 'items', primaryKey: '_id', indexes: [] });
  const commit = (n: number) => store.commit({ documents: [{ table: 'items', document: anItem(n) }], context: 'test' });
  const level = () => store.sql.get<{ synchronous: number }>('PRAGMA synchronous')?.synchronous;
  const settled = () => store.sql.get<{ value: string }>(`SELECT value FROM store_meta WHERE key = 'settledTogether'`)?.value;
  const heard: number[] = [];
  store.changes.subscribe(({ changes }) => heard.push(changes.length));

  expect(store.together(() => { commit(1); commit(2); return [level(), store.count('items'), settled()]; })).toEqual([1, 2, undefined]);
  expect([level(), heard, settled()]).toEqual([2, [1, 1], '1']);
  expect(() => store.together(() => { commit(3); throw new Error('broke'); })).toThrow('broke');
  expect([level(), store.count('items'), settled()]).toEqual([2, 3, '2']);
  // Nothing was written: nothing to wait for.
  store.together(() => store.count('items'));
  expect(settled()).toBe('2');
  expect(() => store.together(() => store.together(() => 0))).toThrow('already');
  expect(level()).toBe(2);
  store.close();
});
