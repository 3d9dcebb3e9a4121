import { createRxDatabase, type MangoQuery, type RxCollection, type RxJsonSchema } from 'rxdb';
import { merge, type Observable } from 'rxjs';
import { collections, type CollectionDefinition } from '../../../src-shared/domain/collections.ts';
import { createRxStorage, type StorageCore } from '../../../store/index.ts';
import { countPlain, findPlain } from './plain-documents.ts';
import type { StationIdentity } from './station-identity.ts';

/** A document as RxDB sees it: its id, the indexed fields, and whatever else it carries. */
type ScreenDocument = { _id: string } & Record<string, unknown>;

/** RxDB over the station's file: what screens query and watch. Writes never go through it (decision 4). */
export interface Screens {
  find<T>(collection: string, query: MangoQuery<ScreenDocument>): Promise<T[]>;
  count(collection: string, query: MangoQuery<ScreenDocument>): Promise<number>;
  has(collection: string): boolean;
  /** Fires after every commit that touched one of these collections. */
  changes(collectionNames: readonly string[]): Observable<unknown>;
  close(): Promise<void>;
}

const live = Object.values(collections).filter((c) => c.live);

/**
 * The id and the indexed fields; every other field passes through, since no validator is wrapped around the storage (decision 5).
 * `maxLength` is what RxDB wants of indexed strings.
 */
function screenSchema({ indexes, schemaVersion: _recordSchema }: CollectionDefinition): RxJsonSchema<ScreenDocument> {
  const fields = [...new Set(indexes.flat())];
  return {
    version: 0, primaryKey: '_id', type: 'object', required: ['_id'],
    properties: Object.fromEntries(['_id', ...fields].map((field) => [field, { type: 'string', maxLength: 120 }])) as RxJsonSchema<ScreenDocument>['properties'],
    indexes: indexes.map((index) => [...index]),
  };
}

export async function openScreens(store: StorageCore, { instance }: StationIdentity): Promise<Screens> {
  const database = await createRxDatabase({ name: `station-${instance}`, storage: createRxStorage(store, { separateDatabases: false }), multiInstance: false, eventReduce: true });
  const opened = await database.addCollections(Object.fromEntries(live.map((c) => [c.name, { schema: screenSchema(c) }])));
  const collection = (name: string): RxCollection<ScreenDocument> => {
    const found = opened[name];
    if (!found) throw new Error(`no live collection ${name}`);
    return found as unknown as RxCollection<ScreenDocument>;
  };
  return {
    find: async <T>(name: string, query: MangoQuery<ScreenDocument>) => await findPlain(collection(name), query) as T[],
    count: async (name, query) => countPlain(collection(name), query),
    has: (name) => Object.hasOwn(opened, name),
    changes: (names) => merge(...names.filter((name) => Object.hasOwn(opened, name)).map((name) => collection(name).$)),
    close: async () => { await database.close(); },
  };
}
