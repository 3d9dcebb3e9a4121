import { createRxDatabase, prepareQuery, type PreparedQuery, type RxCollection, type RxDatabase, type RxJsonSchema, type RxStorage } from 'rxdb';
import { countPlain, findPlain } from '../../src-main/station/db/plain-documents.ts';
import { collections } from '../../src-shared/domain/collections.ts';
import type { EncounterBody } from '../support/encounters.ts';
import { highPressureLength, timelineLength, type StorageSubject } from './storage-subject.ts';

type Storage = RxStorage<unknown, Record<string, unknown>>;

const { indexes } = collections.encounters;
/** As the station declares it: the id and the indexed fields, everything else passes through. */
const schema = {
  version: 0, primaryKey: '_id', type: 'object', required: ['_id', ...new Set(indexes.flat())], indexes: indexes.map((index) => [...index]),
  properties: Object.fromEntries(['_id', ...new Set(indexes.flat())].map((field) => [field, { type: 'string', maxLength: 120 }])),
} as unknown as RxJsonSchema<EncounterBody>;

export interface RxEncounters { database: RxDatabase; collection: RxCollection<EncounterBody> }

/** The station's encounters as a collection of RxDB on some storage. */
export async function openRxEncounters(name: string, storage: unknown): Promise<RxEncounters> {
  const database = await createRxDatabase({ name, storage: storage as Storage, multiInstance: false, eventReduce: true });
  const { encounters } = await database.addCollections({ encounters: { schema } });
  return { database, collection: encounters as unknown as RxCollection<EncounterBody> };
}

/** What a screen asks, by the station's own road through RxDB to whichever storage. */
export function rxQueries(collection: () => RxCollection<EncounterBody>): Pick<StorageSubject, 'findById' | 'timeline' | 'highPressure' | 'countSubmittedSince'> {
  return {
    findById: async (id) => (await collection().storageInstance.findDocumentsById([id], false))[0],
    timeline: (patientId) => findPlain(collection(), { selector: { patientId }, sort: [{ patientId: 'desc' }, { occurredOn: 'desc' }], limit: timelineLength }),
    highPressure: (atLeast) => findPlain(collection(), { selector: { 'observations.systolicMmHg.value': { $gte: atLeast } }, sort: [{ updatedAt: 'asc' }], limit: highPressureLength }),
    countSubmittedSince: (day) => countPlain(collection(), { selector: { status: 'submitted', occurredOn: { $gte: day } } }),
  };
}

/** The collection as storages of others must be asked: with RxDB's plan of indexes, which ours makes for itself. */
function planned(collection: RxCollection<EncounterBody>): RxCollection<EncounterBody> {
  const { schema, storageInstance } = collection;
  const plan = ({ query }: PreparedQuery<EncounterBody>) => prepareQuery(schema.jsonSchema, query);
  const asked = {
    findDocumentsById: (ids: string[], withDeleted: boolean) => storageInstance.findDocumentsById(ids, withDeleted),
    query: (question: PreparedQuery<EncounterBody>) => storageInstance.query(plan(question)),
    count: (question: PreparedQuery<EncounterBody>) => storageInstance.count(plan(question)),
  };
  return { schema, storageInstance: asked } as unknown as RxCollection<EncounterBody>;
}

/** RxDB on a storage that somebody else wrote. */
export function createRxSubject(storageFor: (place: string) => unknown): StorageSubject {
  let opened: (RxEncounters & { asked: RxCollection<EncounterBody> }) | undefined;
  const current = () => {
    if (!opened) throw new Error('not open');
    return opened;
  };
  return {
    async open(place) {
      const screens = await openRxEncounters(place, storageFor(place));
      opened = { ...screens, asked: planned(screens.collection) };
    },
    async close() { await current().database.close(); opened = undefined; },
    async insertMany(encounters) {
      const { error } = await current().collection.bulkInsert([...encounters]);
      if (error.length > 0) throw new Error(`${error.length} documents were not stored`);
    },
    async insertOne(encounter) { await current().collection.insert(encounter); },
    ...rxQueries(() => current().asked),
  };
}
