import type { Observable } from 'rxjs';

/** A document as it lies in the store: RxDB's shape, primary key `_id`. */
export interface StoredDocument {
  _id: string;
  /** `<generation>-<hash>`; minted by the writer, never by the store. */
  _rev: string;
  _deleted: boolean;
  /** `lwt` is set by `commit`, strictly increasing within one file, unless it `keepsTimes`; other keys are the writer's (`revs`: ancestor hashes, newest first). */
  _meta: { lwt: number; revs?: string[]; [key: string]: unknown };
  _attachments: Record<string, unknown>;
  [field: string]: unknown;
}

/** Declares a document table; each index is a list of fields (dotted paths allowed) and becomes a real SQLite index. */
export interface TableDefinition { name: string; primaryKey?: string; indexes: readonly (readonly string[])[] }

/** A document that was written, and the number its row in the table keeps as long as it lives. */
export interface NumberedChange { number: number; document: StoredDocument; previous: StoredDocument | undefined }

/**
 * Rows of plain SQL derived from the documents of one table, an index of words for instance: written in the very commits that change the
 * documents, so that they are never behind and never have to be made after opening.
 */
export interface DerivedRows {
  /** Name under which the file notes the version. */
  name: string;
  /** Document table they follow. */
  from: string;
  /** Of the rule by which they are made: where the file has another one, they are made anew. */
  version: string;
  /** Makes their tables, empty. */
  reset(sql: Sql): void;
  /** Called inside each commit with what it changed in the table, in order; after `reset` with all documents, in pieces. Synchronous; throwing rolls the commit back. */
  follow(sql: Sql, changes: readonly NumberedChange[]): void;
}

export interface DocumentWrite {
  table: string;
  document: StoredDocument;
  /** Revision that must be there now: a revision, `null` for "not there at all", `undefined` = do not check. */
  previousRev?: string | null;
  /** The version `previousRev` names, where the writer has read it: the commit need not read it again, and hands it on to those who hear of the change. */
  previous?: StoredDocument | undefined;
  /**
   * JSON (UTF-8) of the document without `_rev`, `_deleted`, `_meta` and `_attachments`, where the writer has made it already: it is stored as it is, and the
   * document is the store's from then on, which writes the time into it instead of into a copy.
   */
  content?: Buffer | undefined;
  /**
   * Answers top-level fields of the content by their names, for a document that came as JSON and nobody has parsed: `document` then has `_id`, `_rev`, `_deleted`,
   * `_meta` and `_attachments` only, and whoever looks at the change gets it parsed.
   */
  fieldsOf?: ((names: readonly string[]) => Record<string, unknown>) | undefined;
  /** A safe whole number of the writer's own, kept beside the document (column `mark`) until it is written again; see `StorageCore.defineTable`. */
  mark?: number | undefined;
}

export type SqlValue = string | number | bigint | Buffer | null;
/** Plain SQL inside or outside a commit; statements are prepared once and cached. */
export interface Sql {
  run(statement: string, ...values: SqlValue[]): { changes: number; lastInsertRowid: number };
  get<T = Record<string, unknown>>(statement: string, ...values: SqlValue[]): T | undefined;
  all<T = Record<string, unknown>>(statement: string, ...values: SqlValue[]): T[];
}

export interface Commit {
  documents: DocumentWrite[];
  /** Runs inside the same transaction, after the documents are written; `lwt` is the event's. Throwing rolls everything back. */
  sql?: (sql: Sql, lwt: number) => void;
  /** Told to listeners (RxDB's `context`). */
  context: string;
  /** Time wished for; used where it is later than every commit before, else the next possible one is taken. */
  lwt?: number;
  /** The documents keep the `_meta.lwt` they bring. The order of changes is the event's `lwt`, as always. */
  keepsTimes?: boolean;
}

export interface CommittedChange { table: string; document: StoredDocument; previous: StoredDocument | undefined }
export interface CommitEvent { context: string; changes: CommittedChange[]; lwt: number }

/** The revision found was not the one expected; nothing was written. */
export class StoreConflict extends Error {
  readonly table: string; readonly id: string; readonly found: string | undefined;
  constructor(table: string, id: string, found: string | undefined) {
    super(`revision conflict in ${table}`);
    this.name = 'StoreConflict'; this.table = table; this.id = id; this.found = found;
  }
}
/** The file could not be opened: `code` says why, in a form a screen can word. */
export class StoreOpenError extends Error {
  readonly code: 'WrongKey' | 'Corrupt' | 'NewerVersion' | 'ReadOnly' | 'InUse' | 'DiskFull' | 'NotFound';
  constructor(code: StoreOpenError['code'], message: string) { super(message); this.name = 'StoreOpenError'; this.code = code; }
}

export interface StorageCore {
  readonly file: string;
  /**
   * Creates the table and its indexes where missing; drops indexes no longer declared. Idempotent. Plain SQL may read the columns `number`, `id`,
   * `rev`, `deleted`, `lwt` (of the commit that wrote it) and `mark`; there is an index of (`lwt`, `mark`). Of these it may write `mark` only.
   */
  defineTable(definition: TableDefinition): void;
  /** Has rows derived from a document table from now on; makes them first where the file has none of this version. */
  derive(rows: DerivedRows): void;
  /**
   * As `derive`, where it may take long: makes them in transactions of a thousand documents and yields the share that is made after each (0 to 1), so that others have their
   * turn. Left off at any moment, by a kill too, the next one goes on. They are followed once it has ended.
   */
  deriveInSteps(rows: DerivedRows): Generator<number, void>;
  /** One transaction, synchronous; durable when it returns; listeners hear of it only after COMMIT. Throws `StoreConflict`, or the driver's error (disk full) with nothing written. */
  commit(commit: Commit): CommitEvent;
  /**
   * Runs `work`, which is synchronous; its commits wait for the disk once, at the end: durable, all of them, when it returns or throws. Listeners hear of each at its
   * COMMIT. For many records in a row that nobody was told of yet.
   */
  together<T>(work: () => T): T;
  get(table: string, id: string): StoredDocument | undefined;
  getMany(table: string, ids: readonly string[]): StoredDocument[];
  /** Every document, deleted ones only where asked, streamed in id order. */
  iterate(table: string, options?: { withDeleted?: boolean }): IterableIterator<StoredDocument>;
  count(table: string): number;
  /** Documents of these numbers (`DerivedRows`), in the order asked for; deleted ones and numbers not known are left out. */
  getNumbered(table: string, numbers: readonly number[]): StoredDocument[];
  /** Documents whose field holds just this text; of deleted ones none. Quick where the field leads a declared index. */
  getWith(table: string, field: string, value: string): StoredDocument[];
  /** Reads outside a commit; `run` here is its own transaction, for tables beside the documents. */
  readonly sql: Sql;
  /** Every commit, after COMMIT, in order. */
  readonly changes: Observable<CommitEvent>;
  /** `PRAGMA quick_check` / `integrity_check`; the problems found, empty when clean. */
  check(full: boolean): string[];
  /** Gives back the room kept for a full disk (`reserveBytes`): for the last records of a day. `false` where none was kept. */
  releaseReserve(): boolean;
  /** Encrypted copy of the whole file by `VACUUM INTO`. */
  copyTo(file: string): void;
  close(): void;
}
