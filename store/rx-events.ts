import type { EventBulk, RxStorageChangeEvent, RxStorageDefaultCheckpoint } from 'rxdb/plugins/core';
import type { CommitEvent, CommittedChange, StoredDocument } from './types.ts';

/** How far a reader of changes has come: everything up to this time, and at this time up to this id. */
export type Checkpoint = RxStorageDefaultCheckpoint;
export type ChangeBulk<T> = EventBulk<RxStorageChangeEvent<T>, Checkpoint>;

const SURROGATE = /[\ud800-\udfff]/;
/** By their UTF-8 bytes, as SQLite orders ids; without surrogates that is the order of JavaScript. */
const isLess = (a: string, b: string): boolean => (SURROGATE.test(a) || SURROGATE.test(b) ? Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0 : a < b);
const greatestId = (ids: readonly string[]): string => ids.reduce((a, b) => (isLess(a, b) ? b : a));

/**
 * One commit as RxDB hears it from one collection: `undefined` where it changed nothing there. A document that arrives
 * deleted and was not there before is no event, as in RxDB's own storages.
 */
export function commitToBulk<T>(event: CommitEvent, table: string, primaryKey: string): ChangeBulk<T> | undefined {
  const changes = event.changes.filter((change) => change.table === table);
  const events = changes.flatMap((change) => changeToEvent<T>(change, primaryKey) ?? []);
  if (events.length === 0) return undefined;
  const id = greatestId(changes.map(({ document }) => String(document[primaryKey])));
  return { id: `${table}@${event.lwt}`, events, checkpoint: { id, lwt: event.lwt }, context: event.context };
}

function changeToEvent<T>({ document, previous }: CommittedChange, primaryKey: string): RxStorageChangeEvent<T> | undefined {
  const documentId = String(document[primaryKey]);
  const as = (stored: StoredDocument): never => stored as unknown as never;
  if (document._deleted) {
    return previous && { documentId, operation: 'DELETE', documentData: as(document), previousDocumentData: as(previous) };
  }
  if (!previous || previous._deleted) return { documentId, operation: 'INSERT', documentData: as(document), previousDocumentData: undefined };
  return { documentId, operation: 'UPDATE', documentData: as(document), previousDocumentData: as(previous) };
}
