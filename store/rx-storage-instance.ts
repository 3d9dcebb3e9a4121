import { categorizeBulkWriteRows, getPrimaryFieldOfPrimaryKey, newRxError } from 'rxdb/plugins/core';
import type {
  BulkWriteRow, PreparedQuery, RxDocumentData, RxJsonSchema, RxStorageBulkWriteResponse, RxStorageCountResult, RxStorageInstance,
  RxStorageInstanceCreationParams, RxStorageQueryResult, RxStorageWriteError, StringKeys,
} from 'rxdb/plugins/core';
import { Subject } from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import { internalsOf } from './core-internals.ts';
import { BODY, parseBody } from './document-body.ts';
import { isDocumentId, quoteName } from './document-table.ts';
import { runCount, runQuery } from './query/run-query.ts';
import type { QuerySource } from './query/run-query.ts';
import { loadContents, readAttachment, writeAttachments } from './rx-attachments.ts';
import type { LoadedContents } from './rx-attachments.ts';
import { commitToBulk } from './rx-events.ts';
import type { ChangeBulk, Checkpoint } from './rx-events.ts';
import { purgeTombstones } from './tombstones.ts';
import { StoreConflict } from './types.ts';
import type { Commit, DocumentWrite, StorageCore, StoredDocument } from './types.ts';

export interface RxInstanceInternals { core: StorageCore; table: string }
type InstanceOptions = Record<string, unknown>;
type Rows<T> = BulkWriteRow<T>[];

/** One open collection. Every instance hears every commit to its table, by whomever, once. */
export class RxStorageInstanceSqlite<T> implements RxStorageInstance<T, RxInstanceInternals, InstanceOptions, Checkpoint> {
  readonly databaseName: string;
  readonly collectionName: string;
  readonly schema: Readonly<RxJsonSchema<RxDocumentData<T>>>;
  readonly options: Readonly<InstanceOptions>;
  readonly internals: RxInstanceInternals;
  readonly #primaryPath: StringKeys<RxDocumentData<T>>;
  readonly #changes = new Subject<ChangeBulk<RxDocumentData<T>>>();
  readonly #subscription: Subscription;
  #closing: Promise<void> | undefined;

  constructor(internals: RxInstanceInternals, params: RxStorageInstanceCreationParams<T, InstanceOptions>) {
    this.internals = internals;
    this.databaseName = params.databaseName;
    this.collectionName = params.collectionName;
    this.schema = params.schema;
    this.options = params.options;
    this.#primaryPath = getPrimaryFieldOfPrimaryKey(params.schema.primaryKey) as StringKeys<RxDocumentData<T>>;
    this.#subscription = internals.core.changes.subscribe((event) => {
      const bulk = commitToBulk<RxDocumentData<T>>(event, internals.table, this.#primaryPath);
      if (bulk) this.#changes.next(bulk);
    });
  }

  async bulkWrite(rows: Rows<T>, context: string): Promise<RxStorageBulkWriteResponse<T>> {
    this.#source();
    const contents = this.schema.attachments ? await loadContents(rows) : undefined;
    return this.#write(rows, context, contents);
  }

  /** From here to the commit nothing waits: no other write can come between the check of revisions and the write. */
  #write(rows: Rows<T>, context: string, contents: LoadedContents | undefined): RxStorageBulkWriteResponse<T> {
    const { table } = this.#source();
    const { core } = this.internals;
    const { unique, repeated } = this.#splitRepeated(rows);
    const ids = unique.map(({ document }) => {
      const id: unknown = document[this.#primaryPath as keyof typeof document];
      if (!isDocumentId(id)) throw newRxError('DOC20', { primaryKey: String(id), document });
      return id;
    });
    const conflicts = (thereOf: (id: string) => unknown): RxStorageWriteError<T>[] => repeated.map((writeRow) => this.#conflict(writeRow, thereOf, context));
    if (this.#writeUnread(unique, context)) return { error: conflicts((id) => unique[ids.indexOf(id)]?.document) };
    const inStore = new Map(core.getMany(table.name, ids).map((found) => [found[table.primaryKey] as string, found as unknown as RxDocumentData<T>]));
    // RxDB types the attachments of a row and of a stored document apart; here both are plain documents.
    const changes = categorizeBulkWriteRows<T>(this as never, this.#primaryPath as never, inStore as never, unique, context);
    const accepted = new Map([...changes.bulkInsertDocs, ...changes.bulkUpdateDocs].map(({ document }) => [(document as RxDocumentData<T>)[this.#primaryPath] as string, document as RxDocumentData<T>]));
    const error: RxStorageWriteError<T>[] = [...changes.errors, ...conflicts((id) => accepted.get(id) ?? inStore.get(id))];
    if (accepted.size === 0) return { error };
    // Written, and told, in the order of the rows, inserts and updates as they come.
    const documents = unique.flatMap((row): DocumentWrite[] => {
      const id = row.document[this.#primaryPath as keyof typeof row.document] as string;
      const document = accepted.get(id);
      const previous = inStore.get(id) as StoredDocument | undefined;
      return document ? [{ table: table.name, document: document as unknown as StoredDocument, previousRev: previous?._rev ?? null, previous }] : [];
    });
    this.#commit(documents, context, this.schema.attachments ? (sql) => writeAttachments(sql, table.name, changes, contents) : undefined);
    return { error };
  }

  /**
   * Most rows say rightly what is there, and the commit finds out: nothing is read before it, which is a quarter of the time of many edits. `false` and nothing written where one
   * does not, and where more than its revision must be known of what is there.
   */
  #writeUnread(rows: Rows<T>, context: string): boolean {
    const { table } = this.#source();
    if (rows.length === 0 || this.schema.attachments || internalsOf(this.internals.core).derived.isFollowed(table.name)) return false;
    const documents = rows.map(({ document, previous }): DocumentWrite => {
      const known = previous as StoredDocument | undefined;
      return { table: table.name, document: document as unknown as StoredDocument, previousRev: known?._rev ?? null, previous: known };
    });
    try {
      this.#commit(documents, context);
      return true;
    } catch (error) {
      if (error instanceof StoreConflict) return false;
      throw error;
    }
  }

  #commit(documents: DocumentWrite[], context: string, sql?: Commit['sql']): void {
    const wished = documents.reduce((latest, { document }) => Math.max(latest, document._meta.lwt), 0);
    // RxDB builds the documents it returns from these rows: what is stored must not say otherwise.
    this.internals.core.commit({ documents, context, lwt: wished, keepsTimes: true, ...(sql && { sql }) });
  }

  async findDocumentsById(ids: string[], withDeleted: boolean): Promise<RxDocumentData<T>[]> {
    const { table } = this.#source();
    const found = this.internals.core.getMany(table.name, ids);
    return (withDeleted ? found : found.filter(({ _deleted }) => !_deleted)) as unknown as RxDocumentData<T>[];
  }

  async query({ query }: PreparedQuery<T>): Promise<RxStorageQueryResult<T>> {
    return { documents: runQuery(this.#source(), query) };
  }

  async count({ query }: PreparedQuery<T>): Promise<RxStorageCountResult> {
    return { count: runCount(this.#source(), query), mode: 'fast' };
  }

  async getAttachmentData(documentId: string, attachmentId: string, digest: string): Promise<Blob> {
    return readAttachment(this.internals.core.sql, this.#source().table.name, documentId, attachmentId, digest);
  }

  async getChangedDocumentsSince(limit: number, checkpoint?: Checkpoint): Promise<{ documents: RxDocumentData<T>[]; checkpoint: Checkpoint }> {
    const { table, cache } = this.#source();
    const since = checkpoint ?? { id: '', lwt: 0 };
    const rows = cache.prepare(`SELECT id, lwt, ${BODY} AS body FROM ${quoteName(table.name)} WHERE (lwt, id) > (?, ?) ORDER BY lwt, id LIMIT ?`).all(since.lwt, since.id, limit);
    const changed = rows as { id: string; lwt: number; body: Buffer }[];
    const last = changed.at(-1);
    return { documents: changed.map(({ body }) => parseBody<RxDocumentData<T>>(body)), checkpoint: last ? { id: last.id, lwt: last.lwt } : since };
  }

  changeStream(): Observable<ChangeBulk<RxDocumentData<T>>> {
    return this.#changes.asObservable();
  }

  async cleanup(minimumDeletedTime: number): Promise<boolean> {
    return purgeTombstones(internalsOf(this.internals.core), this.#source().table.name, minimumDeletedTime);
  }

  close(): Promise<void> {
    this.#closing ??= Promise.resolve().then(() => {
      this.#subscription.unsubscribe();
      this.#changes.complete();
    });
    return this.#closing;
  }

  async remove(): Promise<void> {
    const { table } = this.#source();
    const { meta, clock, tables, derived } = internalsOf(this.internals.core);
    // The times of what goes away may not come again.
    meta.set('lwt', String(clock.last));
    tables.drop(table.name);
    derived.forget(table.name);
    await this.close();
  }

  /** Faults on an instance that is closed, and on a collection that was removed. */
  #source(): QuerySource<T> {
    if (this.#closing) throw new Error(`collection ${this.collectionName} is closed`);
    const { cache, tables } = internalsOf(this.internals.core);
    return { cache, table: tables.need(this.internals.table), schema: this.schema as RxJsonSchema<RxDocumentData<T>> };
  }

  /** A second row for one document in one bulk meets the first as a conflict. */
  #splitRepeated(rows: Rows<T>): { unique: Rows<T>; repeated: Rows<T> } {
    const seen = new Set<unknown>();
    const unique: Rows<T> = [];
    const repeated: Rows<T> = [];
    for (const row of rows) {
      const id = row.document[this.#primaryPath as keyof typeof row.document];
      (seen.has(id) ? repeated : unique).push(row);
      seen.add(id);
    }
    return { unique, repeated };
  }

  #conflict(writeRow: BulkWriteRow<T>, thereOf: (id: string) => unknown, context: string): RxStorageWriteError<T> {
    const documentId = String(writeRow.document[this.#primaryPath as keyof typeof writeRow.document]);
    return { status: 409, isError: true, documentId, writeRow, documentInDb: thereOf(documentId) as RxDocumentData<T>, context };
  }
}
