import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { openStore } from '../../../store/index.ts';
import type { Commit, CommitEvent, DocumentWrite, StorageCore, StoredDocument } from '../../../store/index.ts';
import { aDirectory, aDocument, aKey } from './store-in-temp-dir.ts';
import { join } from 'node:path';

const TABLES = ['people', 'visits'] as const;
interface Step { writes: { table: (typeof TABLES)[number]; id: string; name: unknown; deleted: boolean; expects: 'nothing' | 'right' | 'wrong'; hands: boolean }[]; outbox: number; fault: 'none' | 'throw' | 'badSql' | 'constraint' | 'promise' | 'noTable' | 'badId' | 'endTransaction' }

const aStep: fc.Arbitrary<Step> = fc.record({
  writes: fc.array(fc.record({
    table: fc.constantFrom(...TABLES), id: fc.constantFrom('a', 'b', 'c', 'd'), name: fc.oneof(fc.string(), fc.constant(null), fc.array(fc.integer())), deleted: fc.boolean(),
    expects: fc.constantFrom('nothing', 'right', 'right', 'wrong'), hands: fc.boolean(),
  }), { maxLength: 4 }) as fc.Arbitrary<Step['writes']>,
  outbox: fc.nat(3),
  fault: fc.constantFrom('none', 'none', 'none', 'throw', 'badSql', 'constraint', 'promise', 'noTable', 'badId', 'endTransaction'),
});

function open(file: string): StorageCore {
  const store = openStore({ file, key: aKey() });
  for (const name of TABLES) store.defineTable({ name, indexes: [['name']] });
  store.sql.run('CREATE TABLE IF NOT EXISTS outbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE)');
  return store;
}

/** Everything in the file, as one value. */
const contents = (store: StorageCore) => ({
  documents: TABLES.map((table) => [...store.iterate(table, { withDeleted: true })].map(({ _id, _rev, _deleted, name }) => ({ _id, _rev, _deleted, name }))),
  outbox: store.sql.all<{ id: string }>('SELECT id FROM outbox ORDER BY seq').map(({ id }) => id),
  traits: store.sql.all('SELECT name, traits FROM store_tables ORDER BY name'),
});

/** What each change must name as the version before it. */
function versionsBefore(store: StorageCore, { writes }: Step): (table: string, id: string, next: StoredDocument) => StoredDocument | undefined {
  const now = new Map(writes.map(({ table, id }) => [`${table} ${id}`, store.get(table, id)]));
  return (table, id, next) => {
    const before = now.get(`${table} ${id}`);
    now.set(`${table} ${id}`, next);
    return before;
  };
}

function toCommit(store: StorageCore, { writes, outbox, fault }: Step, n: number): Commit {
  const written = new Map<string, string>();
  const documents = writes.map(({ table, id, name, deleted, expects, hands }, at): DocumentWrite => {
    const rev = `${n}-${at}`;
    const now = written.get(`${table} ${id}`) ?? store.get(table, id)?._rev ?? null;
    written.set(`${table} ${id}`, rev);
    const document = aDocument(id, { _rev: rev, name, _deleted: deleted });
    // As it was before the whole commit: of a document written twice in it that is not the version replaced last.
    const previous = hands ? store.get(table, id) : undefined;
    return expects === 'nothing' ? { table, document, previous } : { table, document, previous, previousRev: expects === 'right' ? now : '0-wrong' };
  });
  if (fault === 'noTable') documents.push({ table: 'nowhere', document: aDocument('x') });
  if (fault === 'badId') documents.push({ table: 'people', document: aDocument('x\udc00') });
  const faults: Partial<Record<Step['fault'], (sql: StorageCore['sql']) => unknown>> = {
    throw: () => { throw new Error('planted'); }, badSql: (sql) => sql.run('INSERT INTO missing VALUES (1)'),
    constraint: (sql) => sql.run('INSERT INTO outbox (id) VALUES (?), (?)', 'same', 'same'), promise: () => Promise.resolve(), endTransaction: (sql) => sql.run('ROLLBACK'),
  };
  return {
    documents, context: String(n),
    sql: (sql) => {
      for (let row = 0; row < outbox; row += 1) sql.run('INSERT INTO outbox (id) VALUES (?)', `${n}.${row}`);
      return faults[fault]?.(sql) as undefined;
    },
  };
}

it('[STO11] whatever goes wrong in a commit, the file, the memory and the listeners are as if it had not been tried', () => {
  fc.assert(fc.property(fc.array(aStep, { minLength: 1, maxLength: 8 }), (steps) => {
    const file = join(aDirectory(), 'test.db');
    let store = open(file);
    const heard: CommitEvent[] = [];
    store.changes.subscribe((event) => heard.push(event));
    let lastLwt = 0;
    for (const [n, step] of steps.entries()) {
      const before = contents(store);
      const versionBefore = versionsBefore(store, step);
      const shouldFail = step.fault !== 'none' || step.writes.some(({ expects }) => expects === 'wrong');
      heard.length = 0;
      let event: CommitEvent | undefined;
      try { event = store.commit(toCommit(store, step, n)); } catch { event = undefined; }
      expect(event === undefined).toBe(shouldFail);
      if (!event) {
        expect(contents(store)).toEqual(before);
        expect(heard).toEqual([]);
      } else {
        expect(heard).toEqual([event]);
        expect(event.lwt).toBeGreaterThan(lastLwt);
        lastLwt = event.lwt;
        expect(contents(store).outbox).toHaveLength(before.outbox.length + step.outbox);
        for (const { document, table, previous } of event.changes) expect(previous).toEqual(versionBefore(table, document._id, document));
        for (const { document, table } of event.changes.slice(-1)) expect(store.get(table, document._id)).toEqual(document);
      }
    }
    const last = contents(store);
    store.close();
    store = open(file);
    expect(contents(store)).toEqual(last);
    expect(store.check(true)).toEqual([]);
    store.close();
  }), { numRuns: 25 });
}, 60_000);
