import * as fc from 'fast-check';
import { getQueryMatcher, getSortComparator } from 'rxdb/plugins/core';
import type { MangoQuery, RxDocumentData } from 'rxdb/plugins/core';
import { expect, it } from 'vitest';
import { createRxStorage } from '../../../../store/index.ts';
import { aStore } from '../store-in-temp-dir.ts';
import { openThings, prepared, thingSchema } from './query-world.ts';
import type { Thing } from './query-world.ts';

/** As in `schemas.property.test.ts`: `STORE_RUNS` looks longer. */
const RUNS = Number(process.env.STORE_RUNS ?? 60);
const seed = process.env.STORE_SEED === undefined ? undefined : Number(process.env.STORE_SEED);

const aText = fc.constantFrom('a', 'đ', '', '\uFFFD', '\u{1F600}', 'a\u{1F600}', 'a\u0000');
const aNumber = fc.constantFrom(1, 2, 0, 0.5, 2 ** 60, 0.1 + 0.2);
/** Of every kind that decides how SQLite is asked. */
const anyValue: fc.Arbitrary<unknown> = fc.oneof(aText, aNumber, fc.boolean(), fc.constantFrom(null, '\ud800'));
const documentsOf = (name: fc.Arbitrary<unknown>, size: fc.Arbitrary<unknown>, on: fc.Arbitrary<unknown>, tags: fc.Arbitrary<unknown>) =>
  fc.array(fc.record({ name, size, on, tags, note: name, nested: fc.record({ code: name }) }), { minLength: 3, maxLength: 10 });
/** First such as obey the schema, so that SQLite answers most; then some that change what it may be asked. */
const someDocuments = fc.tuple(documentsOf(aText, fc.constantFrom(1, 2, 0.5), fc.boolean(), aText), documentsOf(fc.oneof(aText, anyValue), fc.oneof(aNumber, anyValue), fc.oneof(fc.boolean(), anyValue), fc.array(aText, { maxLength: 2 })))
  .map((parts) => parts.map((part, at) => part.map((each, n) => ({ ...each, _id: `${at}${n}`, _deleted: false, _attachments: {}, _rev: '1-a', _meta: { lwt: 1 + n % 3 } }) as unknown as RxDocumentData<Thing>)));
const anOperator = fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte');
const aField = fc.constantFrom('name', 'size', 'on', 'note', 'nested.code', 'tags', '_id', '_meta.lwt');
/** Compared with values of one kind mostly: the text and the number next to them are asked the same way, or must not be. */
const valuesFor = (field: string): fc.Arbitrary<unknown> => fc.oneof({ weight: 5, arbitrary: field === 'size' || field === '_meta.lwt' ? aNumber : field === 'on' ? fc.boolean() : aText }, { weight: 1, arbitrary: anyValue });
const aComparison = fc.tuple(aField, anOperator, fc.option(anOperator, { nil: undefined })).chain(([field, ...operators]) => fc.record({
  field: fc.constant(field), operators: fc.constant(operators.filter((operator, n) => operator !== undefined && operators.indexOf(operator) === n)), values: fc.array(fc.tuple(valuesFor(field), valuesFor(field)), { minLength: 6, maxLength: 6 }),
}));
const aShape = fc.record({
  compared: fc.uniqueArray(aComparison, { selector: ({ field }) => field, minLength: 1, maxLength: 2 }),
  sort: fc.uniqueArray(fc.tuple(aField, fc.constantFrom('asc', 'desc')), { selector: ([field]) => field, maxLength: 2 }),
});

it('[STO21] queries of one shape are answered each by its own values, whatever is written between them', async () => {
  const core = aStore();
  await fc.assert(fc.asyncProperty(someDocuments, fc.array(aShape, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 20 }), async (parts, shapes, skip, least) => {
    const ours = await openThings(createRxStorage(core));
    const there: RxDocumentData<Thing>[] = [];
    for (const part of parts) {
      await ours.bulkWrite(part.map((document) => ({ document: structuredClone(document) })), 'test');
      there.push(...JSON.parse(JSON.stringify(part)) as typeof part);
      for (const { compared, sort } of shapes) {
        for (let question = 0; question < 6; question += 1) {
          // The limit is part of the statement that is kept.
          const limit = least + question % 2;
          const selector = Object.fromEntries(compared.map(({ field, operators, values }) => [field, Object.fromEntries(operators.map((operator, n) => [operator, values[question]?.[n]]))]));
          const request = prepared({ selector, sort: sort.length === 0 ? [{ _id: 'asc' }] : sort.map(([field, direction]) => ({ [field]: direction })), skip, limit } as unknown as MangoQuery<Thing>);
          const matches = getQueryMatcher(thingSchema, request.query as never);
          const compare = getSortComparator(thingSchema, request.query as never) as unknown as (a: object, b: object) => number | undefined;
          const wanted = there.filter((document) => matches(document as never)).sort((a, b) => compare(a, b) || (a._id < b._id ? -1 : 1));
          expect((await ours.query(request)).documents.map(({ _id }) => _id)).toEqual(wanted.slice(skip, skip + limit).map(({ _id }) => _id));
          expect((await ours.count(request)).count).toBe(wanted.length);
        }
      }
    }
    await ours.remove();
  }), { numRuns: RUNS, seed });
}, 60_000 + RUNS * 500);
