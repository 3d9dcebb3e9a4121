import fc from 'fast-check';
import { createRxDatabase, type MangoQuery, type RxCollection, type RxStorage } from 'rxdb';
import { expect, it, onTestFinished } from 'vitest';
import { countPlain, findPlain } from '../../../src-main/station/db/plain-documents.ts';
import { createRxStorage, type StorageCore } from '../../../store/index.ts';
import { aStore } from '../store/store-in-temp-dir.ts';

interface Visit { _id: string; patientId: string; day: string; pressure?: number }

let databases = 0;

async function aCollection(store: StorageCore, visits: Visit[]): Promise<RxCollection<Visit>> {
  const storage = createRxStorage(store) as RxStorage<unknown, Record<string, unknown>>;
  const database = await createRxDatabase({ name: `plain-${databases += 1}`, storage, multiInstance: false });
  onTestFinished(async () => { await database.close(); });
  const text = { type: 'string', maxLength: 20 } as const;
  const { visits: collection } = await database.addCollections({ visits: { schema: {
    version: 0, primaryKey: '_id', type: 'object', properties: { _id: text, patientId: text, day: text }, required: ['_id', 'patientId', 'day'], indexes: [['patientId', 'day']],
  } } });
  await (collection as unknown as RxCollection<Visit>).bulkInsert(visits);
  return collection as unknown as RxCollection<Visit>;
}

const visits = fc.uniqueArray(fc.record({
  _id: fc.integer({ min: 0, max: 99 }).map((n) => `v:${n}`), patientId: fc.constantFrom('a', 'b', 'c'), day: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
  pressure: fc.integer({ min: 90, max: 200 }),
}), { selector: ({ _id }) => _id, maxLength: 30 });
const selectors = fc.oneof(
  fc.constant({}), fc.constantFrom('a', 'b', 'x').map((patientId) => ({ patientId })), fc.constantFrom('2026-02-01', '2025-01-01').map((day) => ({ day: { $gte: day } })),
  fc.integer({ min: 90, max: 200 }).map((pressure) => ({ $or: [{ pressure: { $lt: pressure } }, { patientId: 'a' }] })),
);
const questions = fc.record({
  selector: selectors, sort: fc.constantFrom(undefined, [{ day: 'desc' }], [{ patientId: 'asc' }, { day: 'desc' }]), limit: fc.constantFrom(undefined, 1, 5), skip: fc.constantFrom(undefined, 2),
}, { requiredKeys: [] }).map((question) => JSON.parse(JSON.stringify(question)) as MangoQuery<Visit>);

it('[STA41] a screen is answered as exec() of RxDB answers, in its order, without what is deleted and without bookkeeping', async () => {
  const store = aStore();
  await fc.assert(fc.asyncProperty(visits, questions, fc.nat(), async (documents, question, chosen) => {
    const collection = await aCollection(store, documents);
    const gone = documents[chosen % Math.max(1, documents.length)];
    if (gone) await collection.findOne(gone._id).remove();
    const told = (await collection.find(question).exec()).map((document) => document.toJSON());
    expect(await findPlain(collection, question)).toEqual(told);
    expect(await countPlain(collection, { selector: question.selector ?? {} })).toBe(await collection.count({ selector: question.selector ?? {} }).exec());
    await collection.remove();
    await collection.database.close();
  }), { numRuns: 60 });
});

it('[STA41] what a screen got may be changed: the next one gets the record as it is', async () => {
  const collection = await aCollection(aStore(), [{ _id: 'v:1', patientId: 'a', day: '2026-01-01' }]);
  const [first] = await findPlain(collection, { selector: { patientId: 'a' } });
  if (first) first.day = 'changed';
  expect(await findPlain(collection, { selector: { patientId: 'a' } })).toEqual([{ _id: 'v:1', patientId: 'a', day: '2026-01-01' }]);
});
