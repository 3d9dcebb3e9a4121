import type { Connection } from './driver.ts';
import type { DerivedBook, Written } from './derived-book.ts';
import { parseBody } from './document-body.ts';
import { columnName, isDocumentId, writeTexts } from './document-table.ts';
import type { WriteTexts } from './document-table.ts';
import type { LwtClock } from './lwt-clock.ts';
import type { StatementCache } from './sql-runner.ts';
import { isPlainNumber, valueAt } from './query/field-traits.ts';
import type { KnownTable, TableRegistry } from './table-registry.ts';
import { StoreConflict } from './types.ts';
import type { Commit, CommitEvent, CommittedChange, DocumentWrite, Sql, SqlValue, StoredDocument } from './types.ts';

export interface CommitterParts { connection: Connection; cache: StatementCache; sql: Sql; tables: TableRegistry; clock: LwtClock; derived: DerivedBook }
/** A row of a table, with the columns of its indexed fields. */
type StoredRow = Record<string, SqlValue> & { number: number; rev: string; deleted: number; body: Buffer }
interface CommitTime { lwt: number; keepsTimes: boolean; /** Of the document before: of many it is the same but for the revision. */ told?: Bookkeeping }
type Bookkeeping = Pick<StoredDocument, '_deleted' | '_meta' | '_attachments'> & { json: string }
/** Kinds of value this commit is the first to bring, by table and field. */
type TraitNews = Map<KnownTable, Map<string, number>>;

/** The transaction of `StorageCore.commit`. It tells nobody: the caller emits what it returns. */
export function createCommitter({ connection, cache, sql, tables, clock, derived }: CommitterParts): (commit: Commit) => CommitEvent {
  const write = ({ table: tableName, document, previousRev, previous: read, content, mark, fieldsOf }: DocumentWrite, time: CommitTime, traitNews: TraitNews): Written => {
    const { lwt, keepsTimes } = time;
    const table = tables.need(tableName);
    const { texts, columns } = writingOf(table);
    const id = idOf(document, table.primaryKey);
    /** The version to be replaced, where the writer has it: its revision says that it is the one found. */
    const known = read && read._rev === previousRev ? read : undefined;
    const find = (): StoredRow | undefined => cache.prepare(known ? texts.look : texts.find).get(id) as StoredRow | undefined;
    // A document said to be new is not looked for: the index of ids finds out when it is inserted.
    const found = previousRev === null ? undefined : find();
    if (previousRev !== undefined && previousRev !== null && previousRev !== found?.rev) throw new StoreConflict(tableName, id, found?.rev);
    let stored = document;
    if (!content) stored = { ...document, _deleted: Boolean(document._deleted), _meta: keepsTimes ? document._meta : { ...document._meta, lwt } };
    else if (!keepsTimes) stored._meta.lwt = lwt;
    const whole: object = fieldsOf ? Object.assign(fieldsOf(table.fields.roots), stored) : stored;
    const kept = content && bookkeepingOf(stored, time);
    const body = content && kept !== undefined ? joined(content, kept) : encoded(JSON.stringify(stored));
    const deleted = stored._deleted ? 1 : 0;
    let number: number;
    if (found) {
      number = found.number;
      cache.prepare(texts.update).run(stored._rev, lwt, mark ?? null, body, number);
      if (found.deleted !== deleted || hasMoved(columns, found, whole)) cache.prepare(texts.move).run(deleted, number);
    } else {
      const values = columns.map(({ path }) => valueAt(whole, path));
      const { changes, lastInsertRowid } = cache.prepare(texts.insert).run(id, stored._rev, deleted, lwt, mark ?? null, body, ...values.map(toColumn));
      if (changes === 0) throw new StoreConflict(tableName, id, find()?.rev);
      number = Number(lastInsertRowid);
      if (!values.every(isSimple)) cache.prepare(texts.move).run(deleted, number);
    }
    noteTraits(table, whole, lwt, traitNews);
    const previous = found && (known ?? parseBody<StoredDocument>(found.body));
    return { number, change: fieldsOf && content && kept !== undefined ? new UnparsedChange(tableName, content, kept, previous) : { table: tableName, document: stored, previous } };
  };

  const transaction = connection.transaction(({ documents, sql: plainSql, context, lwt: wished, keepsTimes = false }: Commit, traitNews: TraitNews): CommitEvent => {
    const lwt = clock.next(wished);
    const time: CommitTime = { lwt, keepsTimes };
    const written: Written[] = [];
    const changes: CommittedChange[] = [];
    for (const document of documents) {
      const one = write(document, time, traitNews);
      written.push(one);
      changes.push(one.change);
    }
    derived.follow(written);
    for (const [table, news] of traitNews) tables.saveTraits(table, news);
    const answer: unknown = plainSql?.(sql, lwt);
    if (isThenable(answer)) {
      answer.then(undefined, () => undefined);
      throw new TypeError('the sql callback of a commit must be synchronous');
    }
    return { context, changes, lwt };
  });

  let isCommitting = false;
  return (commit) => {
    if (isCommitting) throw new Error('commit() inside a commit');
    const traitNews: TraitNews = new Map();
    let event: CommitEvent;
    isCommitting = true;
    try { event = transaction.immediate(commit, traitNews); } finally { isCommitting = false; }
    // Only now: after a rollback the memory must not know more than the file.
    for (const [table, news] of traitNews) table.fields.add(news);
    return event;
  };
}

interface IndexedColumn { name: string; path: readonly string[] }
interface Writing { texts: WriteTexts; columns: readonly IndexedColumn[] }
const knownWriting = new WeakMap<KnownTable, Writing>();

/** Made once for each table: a text made anew must be hashed anew at every look into the cache. */
function writingOf(table: KnownTable): Writing {
  let writing = knownWriting.get(table);
  if (!writing) {
    const columns = [...table.columns].map((field) => ({ name: columnName(field), path: field.split('.') }));
    knownWriting.set(table, writing = { texts: writeTexts(table), columns });
  }
  return writing;
}

/** Values that a column is given as they are; all others are read from the body, as SQLite reads them. */
function isSimple(value: unknown): boolean {
  switch (typeof value) {
    // Halves of characters would be replaced.
    case 'string': return value.isWellFormed();
    case 'object': return value === null;
    case 'number': return isPlainNumber(value);
    case 'boolean': case 'undefined': return true;
    default: return false;
  }
}

function toColumn(value: unknown): SqlValue {
  switch (typeof value) {
    case 'string': case 'number': return value;
    case 'boolean': return value ? 1 : 0;
    default: return null;
  }
}

/** What halves of characters are read as. */
const REPLACED = '\ufffd';

/** Whether the columns of the row may hold something else than the document does. */
function hasMoved(columns: readonly IndexedColumn[], row: StoredRow, document: object): boolean {
  return columns.some(({ name, path }) => {
    const value = valueAt(document, path);
    return !isSimple(value) || row[name] !== toColumn(value) || (typeof value === 'string' && value.includes(REPLACED));
  });
}

/** What stands of the document behind its content, in JSON. */
function bookkeepingOf({ _rev, _deleted, _meta, _attachments }: StoredDocument, time: CommitTime): string {
  let { told } = time;
  if (told?._meta !== _meta || told._attachments !== _attachments || told._deleted !== _deleted) {
    time.told = told = { _deleted, _meta, _attachments, json: JSON.stringify({ _deleted, _meta, _attachments }).slice(1) };
  }
  return `,"_rev":${JSON.stringify(_rev)},${told.json}`;
}

/** UTF-8 has at most so many bytes for a unit of UTF-16. */
const BYTES_OF_A_UNIT = 3;
/** Where bodies are put together for the driver, which copies them; larger ones get a place of their own. */
const scratch = Buffer.allocUnsafeSlow(64 * 1024);
const roomFor = (bytes: number): Buffer => (bytes <= scratch.length ? scratch : Buffer.allocUnsafeSlow(bytes));

/** The text in UTF-8, good until the next one: the driver would measure it first, and copy it twice. */
function encoded(text: string): Buffer {
  const body = roomFor(BYTES_OF_A_UNIT * text.length);
  return body.subarray(0, body.write(text));
}

/** The document's JSON from that of its content, `{…}`, which is never empty: the id is in it. Good until the next one is put together. */
function joined(content: Buffer, bookkeeping: string): Buffer {
  const body = roomFor(content.length + BYTES_OF_A_UNIT * bookkeeping.length);
  const end = content.copy(body, 0, 0, content.length - 1);
  return body.subarray(0, end + body.write(bookkeeping, end));
}

/** A change whose document is parsed when somebody looks at it. */
class UnparsedChange implements CommittedChange {
  readonly table: string;
  readonly previous: StoredDocument | undefined;
  readonly #content: Buffer;
  readonly #bookkeeping: string;
  #document: StoredDocument | undefined;
  constructor(table: string, content: Buffer, bookkeeping: string, previous: StoredDocument | undefined) {
    this.table = table;
    this.previous = previous;
    this.#content = content;
    this.#bookkeeping = bookkeeping;
  }
  get document() { return this.#document ??= parseBody<StoredDocument>(joined(this.#content, this.#bookkeeping)); }
}

function noteTraits(table: KnownTable, document: object, lwt: number, traitNews: TraitNews): void {
  const news = table.fields.news(document, lwt);
  if (!news) return;
  const sofar = traitNews.get(table);
  if (!sofar) traitNews.set(table, news);
  else for (const [field, trait] of news) sofar.set(field, (sofar.get(field) ?? 0) | trait);
}

function idOf(document: StoredDocument, primaryKey: string): string {
  const id = document[primaryKey];
  if (!isDocumentId(id)) throw new TypeError(`a document needs a text in ${primaryKey}`);
  if (typeof document._rev !== 'string' || document._rev === '') throw new TypeError('a document needs a _rev');
  return id;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
