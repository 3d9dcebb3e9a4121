import { collections, type CollectionName } from '../collections.ts';
import type { WorkContext } from './context.ts';
import { documentBase, type DocumentBase } from './document.ts';

export type Stamp = Omit<DocumentBase, '_id' | '_rev' | '_deleted' | 'schemaVersion'>;

/** Who, where and when of a version: made now, or made again from `previous`, whose origin stays. */
export function documentStamp(context: WorkContext, previous?: DocumentBase): Stamp {
  return {
    unit: previous?.unit ?? context.unit, device: context.device,
    createdAt: previous?.createdAt ?? context.now, createdBy: previous?.createdBy ?? context.account,
    updatedAt: context.now, updatedBy: context.account, version: context.nextVersion(),
  };
}

/** Collections whose documents say by name who wrote the version: nothing else in them does, and another PC of the station does not know the account. */
const named: ReadonlySet<string> = new Set<CollectionName>(['patients']);

/** The name of whoever writes a version, where its collection is to say it. */
export const writerName = (collection: string, { displayName }: WorkContext): { updatedByName?: string } => (named.has(collection) ? { updatedByName: displayName } : {});

/**
 * A whole document body without `_rev`. Fields of `previous` that this version of the program does not know
 * (`knownFields`) are kept; known ones are as `content` says, so leaving one out removes it. Fields of `content` that
 * begin with `_` are the store's and are left behind.
 */
export function buildDocument<C extends object>(
  collection: CollectionName, content: C, context: WorkContext,
  options: { id?: string; previous?: DocumentBase; knownFields?: readonly string[] } = {},
): C & DocumentBase {
  const { idPrefix, schemaVersion } = collections[collection];
  const known = new Set([...Object.keys(documentBase.shape), ...(options.knownFields ?? [])]);
  const kept = Object.entries(options.previous ?? {}).filter(([field]) => !known.has(field) && !field.startsWith('_'));
  const plain = Object.entries(content).filter(([field]) => !field.startsWith('_'));
  return withoutUndefined({
    _id: options.previous?._id ?? options.id ?? context.newId(idPrefix),
    ...Object.fromEntries(kept), ...Object.fromEntries(plain),
    ...documentStamp(context, options.previous), ...writerName(collection, context), schemaVersion,
  }) as C & DocumentBase;
}

/** Plain JSON knows no `undefined`: such members are left out, at every depth. Keys come in order, so that the JSON is canonical as it is. */
export function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().flatMap((key) => {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    return member === undefined ? [] : [[key, withoutUndefined(member)]];
  }));
}
