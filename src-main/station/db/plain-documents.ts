import { normalizeMangoQuery, type MangoQuery, type PreparedQuery, type RxCollection } from 'rxdb';

/**
 * As RxDB's `exec()` puts it to the storage: normalised, and among documents that are not deleted. RxDB's plan of indexes is left out: our storage plans by
 * itself, and a tenth of the time of a question was spent on a plan nobody read (decision 240).
 */
function preparedOf<T>({ schema: { jsonSchema } }: RxCollection<T>, query: MangoQuery<T>, isCount = false): PreparedQuery<T> {
  const filled = normalizeMangoQuery(jsonSchema, query, isCount);
  return { query: { ...filled, selector: { ...filled.selector, _deleted: { $eq: false } } } } as unknown as PreparedQuery<T>;
}

/**
 * Documents a question finds, in its order, without what RxDB and the store note beside them. They are asked of RxDB's storage: nobody keeps, watches or
 * changes what goes to a screen, and RxDB's own documents cost more than finding and reading them (decision 240). Whoever gets them may change them.
 */
export async function findPlain<T>(collection: RxCollection<T>, query: MangoQuery<T>): Promise<T[]> {
  const { documents } = await collection.storageInstance.query(preparedOf(collection, query));
  return documents.map(({ _rev, _deleted, _meta, _attachments, ...record }) => record as unknown as T);
}

/** How many documents a selector accepts. */
export async function countPlain<T>(collection: RxCollection<T>, query: MangoQuery<T>): Promise<number> {
  return (await collection.storageInstance.count(preparedOf(collection, query, true))).count;
}
