import { expect, it } from 'vitest';
import { internalsOf } from '../../../../store/core-internals.ts';
import { traitOf, TRAIT } from '../../../../store/query/field-traits.ts';
import { learnFields } from '../../../../store/query/learn-fields.ts';
import type { StorageCore } from '../../../../store/index.ts';
import { aDocument, aStore } from '../store-in-temp-dir.ts';

let made = 0;

/** The kinds SQLite finds in this field of a table's only document, and the kind JavaScript sees. */
function kindsOf(store: StorageCore, document: Record<string, unknown>, field: string): { found: number; seen: number } {
  const name = `things${made += 1}`;
  store.defineTable({ name, indexes: [] });
  const { changes: [change] } = store.commit({ documents: [{ table: name, document: aDocument('1', document) }], context: 'test' });
  const { cache, tables } = internalsOf(store);
  const table = tables.need(name);
  learnFields(cache, table, [field]);
  // What was stored, not what was given: JSON knows no `-0` and no infinity.
  const stored = JSON.parse(JSON.stringify(change?.document)) as object;
  return { found: table.fields.traitsOf(field) ?? 0, seen: traitOf(stored, field.split('.')) };
}

const values = {
  texts: ['', 'a', 'Nguyễn Thị Ánh', '1', 'true', 'null', '{', '{"a":1}', '[1]', '[ghi chú]', "it's", '"', '\ud7ff', '\ue000', '\ufffc'],
  numbers: [0, 1, -1, 2, 36.6, -36.6, 1e15, 9007199254740991, -9007199254740991, 0.000002, 123456789012.5],
  'odd numbers': [9007199254740992, 2 ** 60, 1e21, 1e300, -1e300, 5e-324, 1e-7, 0.1 + 0.2, 0.30000000000000004, 1 / 3],
  others: [true, false, null, undefined, Infinity, NaN, {}, { c: 1 }, [], [1], [[]], ['a', { b: 1 }]],
};

it.each(Object.entries(values))('[STO36] SQLite sees of what kind a value is as JavaScript does: %s', (_, each) => {
  const store = aStore();
  for (const value of each) {
    const alone = kindsOf(store, { a: value }, 'a');
    expect([value, alone.found]).toEqual([value, alone.found | alone.seen]);
    const within = kindsOf(store, { a: { b: value } }, 'a.b');
    expect([value, within.found]).toEqual([value, alone.found]);
    // One kind: a field of which more is assumed than is there is left to JavaScript for nothing.
    if (!['{', '[ghi chú]', '{"a":1}', '[1]'].includes(value as string)) expect([value, alone.found]).toEqual([value, alone.seen]);
  }
});

it('[STO36] texts SQLite orders otherwise are seen wherever the characters stand', () => {
  const store = aStore();
  for (const text of ['\u{1f600}', 'a\u{20bb7}', '\ud800', 'a\udfffb', 'a\u0000\u{1f600}', '\ufffd\u{1f600}', '{\u{1f600}', '[\u{1f600}']) {
    const { found } = kindsOf(store, { a: text }, 'a');
    expect([text, found & TRAIT.astralText]).toEqual([text, TRAIT.astralText]);
  }
});

it('[STO36] a list on the way to a field is seen, whatever it holds', () => {
  const store = aStore();
  for (const document of [{ a: [] }, { a: [{ b: 1 }] }, { a: [[{ b: 'x' }]] }]) expect(kindsOf(store, document, 'a.b')).toEqual({ found: TRAIT.array, seen: TRAIT.array });
  expect(kindsOf(store, { a: { b: [{ c: { d: 1 } }] } }, 'a.b.c.d')).toEqual({ found: TRAIT.array, seen: TRAIT.array });
  for (const document of [{}, { a: null }, { a: 1 }, { a: 'b' }, { a: {} }, { 'a.b': 1 }]) expect(kindsOf(store, document, 'a.b')).toEqual({ found: TRAIT.missing, seen: TRAIT.missing });
});

it('[STO36] the kinds of all documents come together, field by field', () => {
  const store = aStore();
  store.defineTable({ name: 'things', indexes: [] });
  const bodies = [{ a: 1, b: 'x' }, { a: 'x', b: 2 }, { a: 1, b: true }, { b: '\u{1f600}' }];
  store.commit({ documents: bodies.map((body, n) => ({ table: 'things', document: aDocument(String(n), body) })), context: 'test' });
  const { cache, tables } = internalsOf(store);
  const { fields } = tables.need('things');
  learnFields(cache, tables.need('things'), ['a', 'b']);
  expect([fields.traitsOf('a'), fields.traitsOf('b')]).toEqual([TRAIT.number | TRAIT.text | TRAIT.missing, TRAIT.text | TRAIT.number | TRAIT.boolean | TRAIT.astralText | (fields.traitsOf('b') ?? 0) & TRAIT.text]);
});
