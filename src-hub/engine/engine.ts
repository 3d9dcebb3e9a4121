import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import type { WrittenDocument } from './plain-document.ts';

/**
 * What the hub needs of a database server. One implementation keeps the databases itself (`embedded/`), the other has them on an
 * Apache CouchDB 3 (`couchdb/`); the door, the upstream and the receipts know this interface only.
 *
 * A sequence is an opaque string `<n>-<database uuid>`, with `~<more>` behind where the server has more to say; `''` (or one of another database) means "from the beginning".
 */
export type Sequence = string;

/** `copies`: how many nodes of a cluster hold each document, where it is more than one: the number of a sequence may go back then. */
export interface DatabaseInfo { uuid: string; documents: number; sequence: Sequence; copies?: number }

/** One row of a database's feed: the document's winning version and the revisions of its leaves. */
export interface ChangeRow { sequence: Sequence; id: string; leaves: string[]; deleted: boolean; body?: DocumentBody; /** JSON of `body` (UTF-8), where the engine has it at hand. */ json?: Buffer }
export interface ChangesQuery {
  since: Sequence; limit: number; withBodies?: boolean; withConflicts?: boolean; withAttachments?: boolean; descending?: boolean;
  /** `winner`: only the winning revision in `leaves`; `all`: every leaf, deleted ones too. */
  style: 'winner' | 'all';
}
export interface ChangesPage { rows: ChangeRow[]; /** How far the feed has been read. */ sequence: Sequence; /** Nothing more was there. */ finished: boolean; /** `since` was not of this database as it is now: read from the beginning. */ restarted: boolean }

export interface ReadOptions { rev?: string; revisions?: boolean; revisionsInfo?: boolean; conflicts?: boolean; latest?: boolean; attachments?: boolean }
/** `json`: of `ok`, where the engine has it at hand. */
export type OpenRevision = { ok: DocumentBody; json?: string } | { missing: string };
export interface BulkGetRequest { id: string; rev?: string }
export interface BulkGetAnswer { id: string; docs: ({ ok: DocumentBody; json?: string } | { error: { id: string; rev: string; error: string; reason: string } })[] }

/** `stored` rows are listed only where the engine minted the revision; refused rows always. */
export type WriteRow = { id: string; rev: string; ok: true } | { id: string; rev?: string; error: string; reason: string };

export interface AllDocumentsQuery {
  keys?: string[]; key?: string; startKey?: string; endKey?: string; inclusiveEnd?: boolean; limit?: number; skip?: number; descending?: boolean;
  withBodies?: boolean; withConflicts?: boolean;
}
export type AllDocumentsRow = { id: string; key: string; value: { rev: string; deleted?: true }; doc?: DocumentBody | null } | { key: string; error: string };

export interface EngineDatabase {
  readonly name: string;
  info(): Promise<DatabaseInfo>;
  changes(query: ChangesQuery): Promise<ChangesPage>;
  /** `undefined` where there is no such document or revision; a deleted one is `'deleted'` unless its revision is named. */
  read(id: string, options?: ReadOptions): Promise<DocumentBody | 'deleted' | undefined>;
  openRevisions(id: string, revisions: 'all' | string[], options?: ReadOptions): Promise<OpenRevision[]>;
  bulkGet(requests: BulkGetRequest[], options?: ReadOptions): Promise<BulkGetAnswer[]>;
  /** `minted`: the documents bring their revision (`new_edits:false`). Documents must be well formed. */
  write(documents: WrittenDocument[], options: { minted: boolean }): Promise<WriteRow[]>;
  missingRevisions(revisions: Record<string, string[]>): Promise<Record<string, { missing: string[] }>>;
  allDocuments(query: AllDocumentsQuery): Promise<{ total: number; offset: number; rows: AllDocumentsRow[] }>;
  attachment(id: string, name: string, rev?: string): Promise<{ contentType: string; content: Buffer } | undefined>;
  /** `_local` documents: never replicated, no history. `id` without the `_local/`. */
  readLocal(id: string): Promise<DocumentBody | undefined>;
  writeLocal(id: string, body: Record<string, unknown>): Promise<WriteRow>;
  removeLocal(id: string): Promise<boolean>;
}

/** `created`: also of a database that was away and may have come back as an older copy. */
export interface EngineUpdate { database: string; type: 'created' | 'updated' | 'deleted' }

export interface Engine {
  databases(): string[];
  has(name: string): boolean;
  /** `false` where it was there already. */
  create(name: string): Promise<boolean>;
  destroy(name: string): Promise<boolean>;
  /** Runs `work` with the database open; it is never closed while work is under way. Throws `UnknownDatabase`. */
  use<T>(name: string, work: (database: EngineDatabase) => Promise<T>): Promise<T>;
  /** After each stored write; returns how to stop listening. */
  onUpdate(listener: (update: EngineUpdate) => void): () => void;
  close(): Promise<void>;
}

export class UnknownDatabase extends Error {
  constructor(name: string) { super(`no database ${name}`); this.name = 'UnknownDatabase'; }
}

/** Another hub works on the same databases of the server. */
export class EngineInUse extends Error {
  constructor() { super('another hub works on these databases'); this.name = 'EngineInUse'; }
}

/** The database server cannot be worked with now; nothing of the question was lost that may not be asked again. */
export class EngineAway extends Error {
  constructor(message: string) { super(message); this.name = 'EngineAway'; }
}
