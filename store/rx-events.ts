import type { EventBulk, RxStorageChangeEvent, RxStorageDefaultCheckpoint } from 'rxdb/plugins/core';
import type { CommitEvent, CommittedChange, StoredDocument } from './types.ts';

/** How far a reader of changes has come: everything up to this time, and at this time up to this id. */
export type Checkpoint = RxStorageDefaultCheckpoint;
export type ChangeBulk<T> = EventBulk<RxStorageChangeEvent<T>, Checkpoint>;

const SURROGATE = /[\ud800-\udfff]/;
/** By their UTF-8 bytes, as SQLite orders ids; without surrogates that is the order of JavaScript. */
const isLess = (a: string, b: string): boolean => (SURROGATE.test(a) || SURROGATE.test(b) ? Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0 : a < b);

/**
 * One commit as RxDB hears it from one collection: `undefined` where it changed nothing there. A document that arrives
 * deleted and was not there before is no event, as in RxDB's own storages.
 */
export function commitToBulk<T>(event: CommitEvent, table: string, primaryKey: string): ChangeBulk<T> | undefined {
  const events: RxStorageChangeEvent<T>[] = [];
  let id = '';
  for (const change of event.changes) {
    if (change.table !== table) continue;
    const its = String(change.document[primaryKey]);
    if (isLess(id, its)) id = its;
    const told = changeToEvent<T>(change, its);
    if (told) events.push(told);
  }
  if (events.length === 0) return undefined;
  return { id: `${table}@${event.lwt}`, events, checkpoint: { id, lwt: event.lwt }, context: event.context };
}

function changeToEvent<T>({ document, previous }: CommittedChange, documentId: string): RxStorageChangeEvent<T> | undefined {
  const as = (stored: StoredDocument): never => stored as unknown as never;
  if (document._deleted) {
    return previous && { documentId, operation: 'DELETE', documentData: as(document), previousDocumentData: as(previous) };
  }
  if (!previous || previous._deleted) return { documentId, operation: 'INSERT', documentData: as(document), previousDocumentData: undefined };
  return { documentId, operation: 'UPDATE', documentData: as(document), previousDocumentData: as(previous) };
}
