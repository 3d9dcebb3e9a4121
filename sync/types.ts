import type { Commit, Sql, StorageCore, StoredDocument } from '../store/index.ts';

/**
 * Any document as it travels: plain JSON with `_id`. Read by sync, where they are there: `device` (who wrote this version: receipts are by it), `version` (a text that orders two edits of which none
 * knew the other), `schemaVersion`, `unit`, and `createdAt`, `createdBy`, `updatedAt`, `updatedBy`, which a deletion and a merged version keep.
 */
export type DocumentBody = { _id: string; _rev?: string; _deleted?: boolean } & Record<string, unknown>;

/**
 * How two versions of one field are merged when both sides changed it.
 * - `clash`: the later version's value stands, and both are put before a person in a conflict document;
 * - `keepBoth`: texts, both are kept, the earlier above the later;
 * - `union`: lists, the items of both sides;
 * - `latest`: the later version's value stands, nobody is asked.
 */
export type FieldPolicy = 'clash' | 'keepBoth' | 'union' | 'latest';

/** A database as every hub has it. */
export interface SyncedDatabase {
  /** In the address, at every hub the same. */
  name: string;
  /** What is written here goes up into it, and receipts tell of it. Else it is only read, before the others where they are filled, and that it is missing or closed is no fault. */
  goesUp: boolean;
}

/** What sync must know of a collection: the documents of one kind, which lie in one table here and in one database at the hubs. */
export interface SyncedCollection {
  /** Defined in the store by the caller. */
  table: string;
  /** Ids are `<idPrefix>:<anything>`; best a UUID of version 7, whose beginning tells the time to a first fill. `conflict` and `receipt` are sync's own: give their collections these. */
  idPrefix: string;
  /** One of the words of `JournalOptions.databases`. */
  database: string;
  /** Written here (goes up, counted in receipts) or only received. */
  owned: boolean;
  /** A deletion made elsewhere never erases it: it stays, and a conflict document tells of it. */
  outlivesDeletion?: boolean;
  /** Of use before all else in a first fill over a slow line. */
  fillFirst?: boolean;
  /** Documents with a greater `schemaVersion` are kept as they came and never rewritten. */
  schemaVersion: number;
  /** By field; `*` is for those not named. Paths may be dotted one level (`signs.weight`, `signs.*`). */
  mergePolicy: Readonly<Record<string, FieldPolicy>>;
}

/** A store, who writes into it, and what of it is carried. */
export interface JournalOptions {
  store: StorageCore;
  /** Key of the site whose PCs share these databases; in documents of deletions, bundles and pairings. */
  unit: string;
  /** This PC's name among all of the unit's, never given to another. */
  device: string;
  /** By the words collections name them with, `[a-z][a-z0-9]*`: the words stay in the file. */
  databases: Readonly<Record<string, SyncedDatabase>>;
  collections: readonly SyncedCollection[];
  /** Top-level fields that stand last, in this order, in what is sent: values that are alike (people; times) side by side compress to less. */
  fieldsAtEnd?: readonly string[];
  /** Devices this file went on as before it was a restored copy: what they wrote counts as written here. */
  formerDevices?: readonly string[];
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * The local side of replication: mints revisions, fills the outbox, keeps digests, ring, proofs, denied records, checkpoints
 * and unknown documents, all in tables of the same file (created by `openJournal`).
 */
export interface Journal {
  /**
   * The one road for a save. For each body (full document, `_id` set, without `_rev`): mints `_rev` from the version it
   * replaces, appends the outbox row (with base revision and base body), updates digest and ring, and commits all of it with
   * `sql` in one transaction. `expectedRev`: refuse with StoreConflict when the stored version is another one.
   * `note`: a line of the caller's, kept in a row the commit writes anyway; needs a document of this device.
   */
  save(write: { documents: { body: DocumentBody; expectedRev?: string | null }[]; sql?: Commit['sql']; note?: string; context: string }): StoredDocument[];
  /** The last one given by this device. */
  note(): string | undefined;
  /** Prepared form of `save` for callers that add to the same commit. */
  readonly sql: Sql;
  waiting(/** Counted apart too. */ table?: string): { count: number; ofTable: number; oldestAt?: string };
  denied(): DeniedRecord[];
  /** What hubs hold and this file cannot: it holds nothing else up. */
  unkept(): UnkeptDocument[];
  /** Puts a denied record's current version back into the outbox. */
  retryDenied(id: string): boolean;
  /** Per tier, from its last receipts in both databases: own records proved and not (yet) proved. */
  proofs(): TierProofState[];
  /** Current versions a unit has not proved, the first saved first; read as they are asked for. `since`, `at`: milliseconds since 1970. */
  missing(unit: string, since: number): Iterable<{ id: string; at: number }>;
  /** Versions that a tier further up refused although the one below took them, from the receipts. */
  refusedAbove(): { id: string; rev: string; unit: string; reason: string }[];
  /** Which tiers have proved the current version of each record. */
  ticks(ids: readonly string[]): { id: string; denied: boolean; proved: { unit: string; tier: string; proved: boolean }[] }[];
  /** Units above in order, as told by the hub's welcome. */
  path(): { unit: string; tier: string; name?: string }[];
  /** Fires after anything above may have changed. */
  onChange(listener: () => void): () => void;
}

/** A document a hub refused, whole, with the reason; the rest proceeds. */
export interface DeniedRecord { id: string; table: string; rev: string; at: string; reason: string; deniedBy: string; document: DocumentBody }
/** A document that came and could not be kept here, with the reason in words; it is still at the hub, and taken when it comes in another version. */
export interface UnkeptDocument { id: string; rev: string; /** Who wrote it, where it says so. */ device: string; at: string; reason: string }
/** `proved`, `missing`: what was written here. `others`, `othersMissing`: what other devices of the unit wrote and is here, as far as the tier's buckets equal ours now, and the rest. */
export interface TierProofState { unit: string; tier: string; proved: number; missing: number; others: number; othersMissing: number; publishedAt?: string; oldestMissingAt?: string; provedUpTo?: string }

/** Time as it passes, whatever a clock shows. */
export interface Timers {
  /** Milliseconds since some moment; only grows. */
  elapsed(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** One hub, by its address and a credential; what is not given is the platform's. */
export interface ReplicatorOptions {
  journal: Journal; hubUrl: string; user: string; password: string;
  /** Given in tests; the platform's otherwise. */
  fetch?: typeof fetch; now?: () => number; random?: () => number; timers?: Timers;
  /** The machine's addresses, as one text: when it changes, a line may have come back. */
  network?: () => string;
  /** 1 (fast) to 6 (small); 0 sends bodies as they are. */
  gzipLevel?: number;
  /** Milliseconds before a silent request is given up. */
  timeoutMs?: number;
  log?: (event: string, facts?: Record<string, unknown>) => void;
}
/**
 * - `stopped`: not started · `exchanging`: documents are on their way, or first words · `idle`: everything is exchanged, and the hub is listened to;
 * - `noLine`: it cannot be reached · `hubRefuses`: it answers and does not take the credential, or closes a database · `hubBroken`: what answers is in trouble, or no hub.
 */
export type ReplicatorLine = 'stopped' | 'exchanging' | 'idle' | 'noLine' | 'hubRefuses' | 'hubBroken';
/** `lastError` is for whoever helps; a person is told `lastErrorKind` in words. */
export interface ReplicatorState { line: ReplicatorLine; lastContactAt?: string; lastError?: string; lastErrorKind?: TransportError['kind']; retryAt?: string }
/** Counted in documents. */
export interface ExchangeResult { pushed: number; pulled: number; conflicts: number; denied: number; requests: number; bytesSent: number; bytesReceived: number; ms: number; receipts: TierProofState[] }

/** A journal's exchange with one hub: once, or kept going. */
export interface Replicator {
  /** One full exchange: push all, pull all. Rejects with a `TransportError` when the hub could not be spoken to. */
  exchange(options?: { /** Keep pulling until every tier on the path has proved everything; given up when nothing more was proved for this long. */ waitForProofMs?: number; signal?: AbortSignal; onProgress?: (p: { pushed: number; pulled: number; toPush: number }) => void }): Promise<ExchangeResult>;
  /** Keeps exchanging: pushes on local change, long-polls the hub; jittered back-off while there is no line. */
  start(): void;
  stop(): Promise<void>;
  state(): ReplicatorState;
  onState(listener: (state: ReplicatorState) => void): () => void;
}

/** Why a hub could not be spoken to; `kind` is what the user is told in words. */
export class TransportError extends Error {
  readonly kind: 'noLine' | 'timeout' | 'unauthorized' | 'forbidden' | 'notFound' | 'tooLarge' | 'notCouch' | 'hubBroken';
  readonly status: number | undefined;
  /** The hub asked not to be asked again before so many milliseconds. */
  readonly retryAfterMs: number | undefined;
  constructor(kind: TransportError['kind'], message: string, status?: number, retryAfterMs?: number) { super(message); this.name = 'TransportError'; this.kind = kind; this.status = status; this.retryAfterMs = retryAfterMs; }
}

/** 256 buckets of (count, xor of 128-bit hashes of `id` and `rev`). Shape on the wire: base64 of 256 × (4-byte big-endian count + 16 bytes). */
export type DigestBuckets = string;

/** `receipt:<unit of the hub>`, one of each hub in each database that goes up, published when its content changes; flows down only. */
export interface ReceiptDocument extends DocumentBody {
  _id: `receipt:${string}`; unit: string; tier: string; database: string; publishedAt: string;
  /** By the device that wrote the leaf revisions (`''` where a bare tombstone names none). */
  devices: Record<string, DigestBuckets>;
  /** What this hub found its own parent to lack after re-sending, by parent unit: refused there. */
  refusedAbove?: { unit: string; records: { id: string; rev: string; reason: string }[] };
}
