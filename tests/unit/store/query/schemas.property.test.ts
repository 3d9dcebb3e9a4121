import * as fc from 'fast-check';
import { getQueryMatcher, getSortComparator, normalizeMangoQuery, prepareQuery } from 'rxdb/plugins/core';
import type { MangoQuery, PreparedQuery, RxDocumentData, RxJsonSchema, RxStorage, RxStorageInstance } from 'rxdb/plugins/core';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { expect, it } from 'vitest';
import { createRxStorage } from '../../../../store/index.ts';
import { aStore } from '../store-in-temp-dir.ts';
import { aSchema, someQuery, someRows, type Row } from './schema-world.ts';

/** `STORE_RUNS=20000 STORE_SEED=1 npx vitest run --project unit tests/unit/store/query/schemas.property.test.ts` looks for hours. */
const numRuns = Number(process.env.STORE_RUNS ?? 50);
const seed = process.env.STORE_SEED === undefined ? undefined : Number(process.env.STORE_SEED);

type Schema = RxJsonSchema<RxDocumentData<Row>>;
let opened = 0;
const open = <I, O extends object>(storage: RxStorage<I, O>, schema: Schema): Promise<RxStorageInstance<Row, I, O>> => storage.createStorageInstance<Row>({
  databaseInstanceToken: `token${opened += 1}`, databaseName: 'world', collectionName: `rows${opened}`, schema, options: {} as O, multiInstance: false, devMode: false,
});
const prepared = (schema: Schema, query: MangoQuery<Row>) => prepareQuery(schema, normalizeMangoQuery(schema, query as MangoQuery<RxDocumentData<Row>>)) as PreparedQuery<Row>;
const idsOf = ({ documents }: { documents: { id: string }[] }): string[] => documents.map(({ id }) => id);

it('[STO20] [STO21] whatever the schema, its indexes and its primary key, queries and counts are RxDB\'s: those of its matcher, and of its memory storage where that is right', async () => {
  const core = aStore();
  let asked = 0;
  let memoryWrong = 0;
  const world = aSchema.chain((schema) => fc.record({ schema: fc.constant(schema), rows: someRows(typeof schema.primaryKey !== 'string'), queries: fc.array(someQuery, { minLength: 1, maxLength: 8 }) }));
  await fc.assert(fc.asyncProperty(world, async ({ schema, rows, queries }) => {
    const ours = await open(createRxStorage(core), schema);
    const memory = await open(getRxStorageMemory(), schema);
    const middle = Math.floor(rows.length / 2);
    for (const part of [rows.slice(0, middle), rows.slice(middle)].filter(({ length }) => length > 0)) {
      for (const instance of [ours, memory]) await instance.bulkWrite(part.map((document) => ({ document: structuredClone(document) })), 'test');
    }
    for (const query of queries) {
      const request = prepared(schema, query);
      const { skip = 0, limit = Infinity } = request.query;
      const matches = getQueryMatcher(schema, request.query as never);
      const compare = getSortComparator(schema, request.query as never) as unknown as (a: object, b: object) => number | undefined;
      const all = rows.filter((row) => matches(row as never)).sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1));
      const wanted = all.slice(skip, skip + limit).map(({ id }) => id);
      const [found, theirs] = [idsOf(await ours.query(request)), idsOf(await memory.query(request))];
      expect(found).toEqual(wanted);
      const counting = prepared(schema, { selector: query.selector ?? {} });
      expect((await ours.count(counting)).count).toBe(all.length);
      asked += 1;
      if (JSON.stringify(theirs) !== JSON.stringify(wanted) || (await memory.count(counting)).count !== all.length) {
        memoryWrong += 1;
        if (process.env.STORE_SHOW) console.log('memory differs', JSON.stringify({ query, indexes: schema.indexes, plan: request.queryPlan, theirs, wanted }));
      }
    }
    await ours.remove();
    await memory.remove();
  }), { numRuns, seed });
  // Were it wrong often, the comparison would say little.
  expect(memoryWrong).toBeLessThanOrEqual(asked * 0.02);
}, 60_000 + numRuns * 500);
