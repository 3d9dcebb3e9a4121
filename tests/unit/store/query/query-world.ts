import * as fc from 'fast-check';
import { fillWithDefaultSettings, normalizeMangoQuery, prepareQuery } from 'rxdb/plugins/core';
import type { MangoQuery, PreparedQuery, RxDocumentData, RxJsonSchema, RxStorage, RxStorageInstance } from 'rxdb/plugins/core';

export interface Thing { _id: string; name: string; size: number; on: boolean; note?: unknown; nested: { code: string }; tags?: unknown }

const text = { type: 'string', maxLength: 12 } as const;
export const thingSchema = fillWithDefaultSettings<Thing>({
  version: 0, primaryKey: '_id', type: 'object',
  properties: {
    _id: { type: 'string', maxLength: 12 }, name: text, size: { type: 'number', minimum: -100, maximum: 100, multipleOf: 0.5 }, on: { type: 'boolean' },
    note: {}, nested: { type: 'object', properties: { code: text }, required: ['code'] }, tags: {},
  },
  required: ['name', 'size', 'on', 'nested'],
  indexes: ['name', ['size', 'name'], 'on', ['nested.code', 'size']],
} as RxJsonSchema<Thing>);

/** Few letters, so that values meet (no space: RxDB's memory storage pads with spaces and takes 'Z ' for 'Z'); a character
 *  from the end of the basic plane and an astral one are among them, whose order differs between UTF-8 and UTF-16. */
const aText = fc.string({ unit: fc.constantFrom('a', 'b', 'đ', 'Z', '\uFFFD', '\u{1F600}', '0'), maxLength: 3 });
const aSize = fc.integer({ min: -6, max: 6 }).map((n) => n / 2);
/** RxDB's memory storage takes a time below 1, the least its schema allows, for 1. */
const aTime = fc.integer({ min: 1, max: 5 });
const anyValue: fc.Arbitrary<unknown> = fc.oneof(aText, aSize, fc.boolean(), fc.constant(null), fc.array(fc.oneof(aText, aSize, fc.constant(null)), { maxLength: 3 }), fc.record({ code: aText }),
  fc.constantFrom(2 ** 60, 0.1 + 0.2, 1e300, 0.3, '{"code":"a"}', '1', -0));

const filed = { _deleted: fc.constantFrom(false, false, false, true), _attachments: fc.constant({}), _rev: fc.constant('1-a'), _meta: fc.integer({ min: 1, max: 4 }).map((lwt) => ({ lwt })) };
const ids = fc.tuple(fc.integer({ min: 0, max: 99 }), aText).map(([n, tail]) => `${n}${tail}`);

/** Documents that obey the schema. */
export const someThings = fc.uniqueArray(fc.record(
  { _id: ids, name: aText, size: aSize, on: fc.boolean(), note: anyValue, nested: fc.record({ code: aText }), tags: anyValue, ...filed },
  { requiredKeys: ['_id', 'name', 'size', 'on', 'nested', '_deleted', '_attachments', '_rev', '_meta'] },
), { selector: ({ _id }) => _id, maxLength: 25 }) as fc.Arbitrary<RxDocumentData<Thing>[]>;

/** Documents that may break it: any field may hold anything, or be missing. */
export const wildThings = fc.uniqueArray(fc.record(
  { _id: ids, name: anyValue, size: anyValue, on: anyValue, note: anyValue, nested: fc.oneof(fc.record({ code: anyValue }), anyValue, fc.array(fc.record({ code: anyValue }), { maxLength: 2 })), tags: anyValue, ...filed },
  { requiredKeys: ['_id', '_deleted', '_attachments', '_rev', '_meta'] },
), { selector: ({ _id }) => _id, maxLength: 25 }) as fc.Arbitrary<RxDocumentData<Thing>[]>;

const fields = ['name', 'size', 'on', 'note', 'nested.code', 'tags', '_id', '_deleted', '_meta.lwt', 'note.code', 'tags.code'] as const;
const aField = fc.constantFrom(...fields);

/** Values to compare with; where `isWild`, of any type, else of a type the field may have. */
function operators(field: (typeof fields)[number], isWild: boolean): fc.Arbitrary<Record<string, unknown>> {
  const value: fc.Arbitrary<unknown> = isWild || /^(note|tags)/.test(field) ? anyValue
    : field === 'size' ? aSize : field === '_meta.lwt' ? aTime : field === 'on' || field === '_deleted' ? fc.boolean() : field === '_id' ? ids : aText;
  const one = fc.oneof(
    fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte').chain((operator) => value.map((of) => ({ [operator]: of }))),
    fc.constantFrom('$in', '$nin').chain((operator) => fc.array(value, { maxLength: 3 }).map((of) => ({ [operator]: of }))),
    fc.boolean().map((of) => ({ $exists: of })),
    fc.constantFrom('string', 'number', 'array').map((of) => ({ $type: of })),
    fc.constantFrom('a', '^b', '.').map((of) => ({ $regex: of })),
  );
  return fc.oneof({ weight: 4, arbitrary: one }, { weight: 1, arbitrary: fc.tuple(one, one).map(([a, b]) => ({ ...a, ...b })) }, { weight: 1, arbitrary: one.map((inner) => ({ $not: inner })) });
}

function aSelector(isWild: boolean, depth = 2): fc.Arbitrary<Record<string, unknown>> {
  const leaf = fc.uniqueArray(aField, { minLength: 0, maxLength: 2 })
    .chain((names) => fc.tuple(...names.map((name) => operators(name, isWild))).map((of) => Object.fromEntries(names.map((name, at) => [name, of[at]]))));
  if (depth === 0) return leaf;
  const branches = fc.array(aSelector(isWild, depth - 1), { minLength: 1, maxLength: 3 });
  return fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 1, arbitrary: fc.tuple(leaf, fc.constantFrom('$and', '$or', '$nor'), branches).map(([own, operator, of]) => ({ ...own, [operator]: of })) });
}

export function aQuery(isWild: boolean): fc.Arbitrary<MangoQuery<Thing>> {
  // Lists tie with their elements in RxDB's comparator, and each storage breaks the tie in its own way.
  const sortable = isWild ? aField : fc.constantFrom(...fields.filter((field) => !/^(note|tags)/.test(field)));
  const sort = fc.uniqueArray(sortable, { minLength: 1, maxLength: 3 }).chain((names) => fc.tuple(...names.map((name) => fc.constantFrom('asc', 'desc').map((direction) => ({ [name]: direction })))));
  return fc.record({ selector: aSelector(isWild), sort, skip: fc.integer({ min: 0, max: 4 }), limit: fc.integer({ min: 0, max: 12 }) }, { requiredKeys: ['selector'] }) as unknown as fc.Arbitrary<MangoQuery<Thing>>;
}

export function prepared(query: MangoQuery<Thing>): PreparedQuery<Thing> {
  return prepareQuery(thingSchema, normalizeMangoQuery(thingSchema, query as MangoQuery<RxDocumentData<Thing>>)) as PreparedQuery<Thing>;
}

let opened = 0;
export function openThings<I, O extends object>(storage: RxStorage<I, O>): Promise<RxStorageInstance<Thing, I, O>> {
  opened += 1;
  return storage.createStorageInstance<Thing>({
    databaseInstanceToken: `token${opened}`, databaseName: 'world', collectionName: `things${opened}`, schema: thingSchema, options: {} as O, multiInstance: false, devMode: false,
  });
}
