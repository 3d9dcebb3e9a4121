import * as fc from 'fast-check';
import { getQueryMatcher, getSortComparator } from 'rxdb/plugins/core';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { expect, it } from 'vitest';
import { createRxStorage } from '../../../../store/index.ts';
import { internalsOf } from '../../../../store/core-internals.ts';
import { parseBodies } from '../../../../store/document-body.ts';
import { guessPage } from '../../../../store/query/guess-page.ts';
import { learnFields, unknownFields } from '../../../../store/query/learn-fields.ts';
import { fieldsOf } from '../../../../store/query/selector-to-sql.ts';
import { aStore } from '../store-in-temp-dir.ts';
import { aQuery, openThings, prepared, someThings, thingSchema, wildThings } from './query-world.ts';

/** As in `schemas.property.test.ts`: `STORE_RUNS` looks longer. */
const RUNS = Number(process.env.STORE_RUNS ?? 60);
const seed = process.env.STORE_SEED === undefined ? undefined : Number(process.env.STORE_SEED);
const idsOf = (found: { documents: { _id: string }[] }): string[] => found.documents.map(({ _id }) => _id);
const copy = <T>(value: T): T => structuredClone(value);

it('[STO20] answers queries and counts as RxDB\'s memory storage does', async () => {
  const core = aStore();
  await fc.assert(fc.asyncProperty(someThings, fc.array(aQuery(false), { minLength: 1, maxLength: 6 }), async (documents, queries) => {
    const ours = await openThings(createRxStorage(core));
    const memory = await openThings(getRxStorageMemory());
    const rows = () => documents.map((document) => ({ document: copy(document) }));
    await ours.bulkWrite(rows(), 'test');
    await memory.bulkWrite(rows(), 'test');
    for (const query of queries) {
      expect(idsOf(await ours.query(prepared(query)))).toEqual(idsOf(await memory.query(prepared(query))));
      const counted = prepared({ selector: query.selector ?? {} });
      expect((await ours.count(counted)).count).toBe((await memory.count(counted)).count);
    }
    await ours.remove();
    await memory.remove();
  }), { numRuns: RUNS, seed });
}, 60_000 + RUNS * 500);

it('[STO21] answers as RxDB\'s matcher and comparator do, whatever the documents hold', async () => {
  const core = aStore();
  // Fields no index is on are learned before anything is written, between, after, or never.
  const learnedAfter = fc.constantFrom(0, 1, 2, undefined);
  await fc.assert(fc.asyncProperty(wildThings, fc.array(aQuery(true), { minLength: 1, maxLength: 6 }), learnedAfter, fc.integer({ min: 0, max: 5 }), async (documents, queries, learned, guess) => {
    const ours = await openThings(createRxStorage(core));
    const { cache, tables } = internalsOf(core);
    const table = tables.need(ours.internals.table);
    const middle = Math.floor(documents.length / 2);
    for (const [part, some] of [documents.slice(0, middle), documents.slice(middle), []].entries()) {
      if (part === learned) learnFields(cache, table, unknownFields(table, ['note', 'tags', 'nested', 'nested.code', 'tags.code', 'note.code.code', '_attachments']));
      if (some.length > 0) await ours.bulkWrite(some.map((document) => ({ document: copy(document) })), 'test');
    }
    // As JSON keeps them: `-0` is 0.
    const stored = JSON.parse(JSON.stringify(documents)) as typeof documents;
    for (const query of queries) {
      const request = prepared(query);
      const { skip = 0, limit = Infinity } = request.query;
      const matches = getQueryMatcher(thingSchema, request.query as never);
      const compare = getSortComparator(thingSchema, request.query as never) as unknown as (a: object, b: object) => number | undefined;
      const wanted = stored.filter((document) => matches(document as never)).sort((a, b) => compare(a, b) || (a._id < b._id ? -1 : 1));
      const fields = unknownFields(table, [...fieldsOf(request.query.selector), ...(request.query.sort ?? []).flatMap(Object.keys)]);
      const guessed = fields.length === 0 ? undefined : guessPage(cache, table, fields, { selector: request.query.selector, sort: request.query.sort as never, limit: 12 }, guess);
      if (guessed) expect(parseBodies<{ _id: string }>(guessed).map(({ _id }) => _id)).toEqual(wanted.slice(0, 12).map(({ _id }) => _id));
      expect(idsOf(await ours.query(request))).toEqual(wanted.slice(skip, skip + limit).map(({ _id }) => _id));
      expect((await ours.count(request)).count).toBe(wanted.length);
    }
    await ours.remove();
  }), { numRuns: RUNS, seed });
}, 60_000 + RUNS * 500);
