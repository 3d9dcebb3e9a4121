import * as fc from 'fast-check';
import { fillWithDefaultSettings } from 'rxdb/plugins/core';
import type { MangoQuery, RxDocumentData, RxJsonSchema } from 'rxdb/plugins/core';

/** A document of whatever schema. */
export type Row = { id: string } & Record<string, unknown>;
type Json = RxJsonSchema<Row>;

const text = { type: 'string', maxLength: 10 } as const;
const properties = {
  id: { type: 'string', maxLength: 30 }, word: text, other: text, whole: { type: 'integer', minimum: -20, maximum: 20, multipleOf: 1 }, part: { type: 'number', minimum: -5, maximum: 5, multipleOf: 0.01 },
  on: { type: 'boolean' }, in: { type: 'object', properties: { word: text, deep: { type: 'object', properties: { n: { type: 'integer', minimum: 0, maximum: 9, multipleOf: 1 } }, required: ['n'] } }, required: ['word', 'deep'] },
  list: { type: 'array', items: { type: ['number', 'string'] } }, rows: { type: 'array', items: { type: 'object' } }, may: text, any: {},
} as const;
const indexable = ['word', 'other', 'whole', 'part', 'on', 'in.word', 'in.deep.n'] as const;
const required = ['word', 'other', 'whole', 'part', 'on', 'in'] as const;

/** Up to four indexes of up to three fields; a primary key of its own or made of others. */
export const aSchema: fc.Arbitrary<RxJsonSchema<RxDocumentData<Row>>> = fc.record({
  indexes: fc.uniqueArray(fc.uniqueArray(fc.constantFrom(...indexable), { minLength: 1, maxLength: 3 }), { maxLength: 4, selector: (fields) => fields.join() }),
  isComposite: fc.constantFrom(false, false, false, true),
}).map(({ indexes, isComposite }) => fillWithDefaultSettings<Row>({
  version: 0, type: 'object', primaryKey: isComposite ? { key: 'id', fields: ['word', 'whole'], separator: '|' } : 'id', properties, required: [...required], indexes,
} as unknown as Json));

// No space and nothing below it: RxDB's memory storage pads with spaces.
const aText = fc.string({ unit: fc.constantFrom('a', 'b', 'B', 'đ', '0', '-', '\uFFFD', '\u{1F600}'), maxLength: 3 });
const aWhole = fc.integer({ min: -3, max: 3 });
const aPart = fc.integer({ min: -300, max: 300 }).map((n) => n / 100);
const aDigit = fc.integer({ min: 0, max: 3 });
const anElement = fc.oneof(aWhole, aText);
const anObject = fc.record({ k: aText, n: aWhole }, { requiredKeys: [], noNullPrototype: true });
const anything = fc.oneof(aText, aWhole, aPart, fc.boolean(), fc.constant(null), fc.array(anElement, { maxLength: 2 }), anObject);

const fields = {
  word: aText, other: aText, whole: aWhole, part: aPart, on: fc.boolean(), in: fc.record({ word: aText, deep: fc.record({ n: aDigit }) }), list: fc.array(anElement, { maxLength: 3 }), rows: fc.array(anObject, { maxLength: 2 }),
  may: fc.oneof(aText, fc.constant(null)), any: anything, _deleted: fc.constantFrom(false, false, false, false, true), lwt: fc.integer({ min: 1, max: 5 }),
};

/** Documents that obey the schema, whatever its indexes. */
export const someRows = (isComposite: boolean): fc.Arbitrary<RxDocumentData<Row>[]> => fc.uniqueArray(
  fc.tuple(fc.record(fields, { requiredKeys: [...required, 'list', 'rows', '_deleted', 'lwt'], noNullPrototype: true }), fc.integer({ min: 0, max: 99 }), aText)
    .map(([{ lwt, ...row }, n, tail]) => ({ ...row, id: isComposite ? `${row.word}|${row.whole}` : `${n}${tail}`, _rev: '1-a', _attachments: {}, _meta: { lwt } })),
  { selector: ({ id }) => id, maxLength: 30 },
) as unknown as fc.Arbitrary<RxDocumentData<Row>[]>;

const valueOf = { word: aText, other: aText, whole: aWhole, part: aPart, on: fc.boolean(), 'in.word': aText, 'in.deep.n': aDigit, may: fc.oneof(aText, fc.constant(null)), any: anything, id: aText, _deleted: fc.boolean(), 'list': anElement, 'rows.n': aWhole, 'any.k': aText, 'may.no': aText } as const;
type Field = keyof typeof valueOf;
const names = Object.keys(valueOf) as Field[];
const sortable: Field[] = ['word', 'other', 'whole', 'part', 'on', 'in.word', 'in.deep.n', 'id', 'may'];

function conditionsOf(field: Field): fc.Arbitrary<Record<string, unknown>> {
  const value = valueOf[field] as fc.Arbitrary<unknown>;
  const compared = fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte').chain((operator) => value.map((of) => ({ [operator]: of })));
  const between = fc.tuple(fc.constantFrom('$gt', '$gte'), value, fc.constantFrom('$lt', '$lte'), value).map(([from, a, to, b]) => ({ [from]: a, [to]: b }));
  const among = fc.constantFrom('$in', '$nin').chain((operator) => fc.array(value, { maxLength: 4 }).map((of) => ({ [operator]: of })));
  const shaped: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
    fc.boolean().map((of) => ({ $exists: of })), fc.constantFrom('string', 'number', 'array', 'object', 'boolean', 'null').map((of) => ({ $type: of })),
    fc.constantFrom(['a', ''], ['^b', 'i'], ['B', 'i'], ['.', ''], ['đ$', '']).map(([of = '', options = '']) => ({ $regex: of, ...(options && { $options: options }) })),
    fc.tuple(fc.constantFrom(1, 2, 3), fc.constantFrom(0, 1)).map((of) => ({ $mod: of })), fc.integer({ min: 0, max: 3 }).map((of) => ({ $size: of })),
    field === 'list' ? fc.constantFrom({ $elemMatch: { $gt: 0 } }, { $elemMatch: { $eq: 'a' } }, { $elemMatch: { $gte: -1, $lt: 2 } }) : fc.constant({ $exists: true }),
  );
  const one: fc.Arbitrary<Record<string, unknown>> = fc.oneof({ weight: 5, arbitrary: compared }, { weight: 2, arbitrary: between }, { weight: 2, arbitrary: among }, { weight: 2, arbitrary: shaped });
  return fc.oneof({ weight: 6, arbitrary: one }, { weight: 1, arbitrary: one.map((inner) => ({ $not: inner })) });
}
const rowsMatch = fc.constantFrom({ $elemMatch: { n: { $gt: 0 } } }, { $elemMatch: { k: 'a', n: { $lte: 1 } } }, { $size: 1 }, { $elemMatch: { $or: [{ k: 'b' }, { n: 2 }] } });

function aSelector(depth: number): fc.Arbitrary<Record<string, unknown>> {
  const leaf = fc.oneof(
    { weight: 8, arbitrary: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 }).chain((some) => fc.tuple(...some.map((name) => fc.oneof({ weight: 3, arbitrary: conditionsOf(name) }, { weight: 1, arbitrary: valueOf[name] as fc.Arbitrary<unknown> })))
      .map((of) => Object.fromEntries(some.map((name, at) => [name, of[at]])))) },
    { weight: 1, arbitrary: rowsMatch.map((rows) => ({ rows })) },
  );
  if (depth === 0) return leaf;
  return fc.oneof({ weight: 3, arbitrary: leaf }, {
    weight: 1, arbitrary: fc.tuple(leaf, fc.constantFrom('$and', '$or', '$nor'), fc.array(aSelector(depth - 1), { minLength: 1, maxLength: 3 })).map(([own, operator, of]) => ({ ...own, [operator]: of })),
  });
}

const aSort = fc.uniqueArray(fc.constantFrom(...sortable), { minLength: 1, maxLength: 3 }).chain((some) => fc.tuple(...some.map((name) => fc.constantFrom('asc', 'desc').map((direction) => ({ [name]: direction })))));

export const someQuery = fc.record(
  { selector: aSelector(2), sort: aSort, skip: fc.integer({ min: 0, max: 5 }), limit: fc.integer({ min: 0, max: 12 }) }, { requiredKeys: ['selector'] },
) as unknown as fc.Arbitrary<MangoQuery<Row>>;
