import type { Commit, CommitEvent, DocumentWrite, Sql, StorageCore, StoredDocument } from '../../store/index.ts';
import { createDigestBook } from '../receipts/digest-book.ts';
import type { DigestBook, DigestChange } from '../receipts/digest-book.ts';
import { bucketOf } from '../receipts/digest.ts';
import type { JournalOptions, SyncedCollection } from '../types.ts';
import { createJournalTables } from './journal-schema.ts';

/** A row of `sync_leaves`. `body` is kept for leaves the document table does not hold. */
export interface Leaf { database: string; id: string; rev: string; device: string; turn: number; counted: number; current: number; branch: number; at: number; body: string | null }
export type NewLeaf = Pick<Leaf, 'database' | 'id' | 'rev' | 'device'> & { /** First byte of the hash of its id; made where missing. */ bucket?: number; counted: boolean; current: boolean; branch?: boolean; body?: string | null };
export type LeafChange = { add: NewLeaf } | { remove: Leaf };
/** An outbox row to be written. */
export interface NewOutboxRow { database: string; tbl: string; id: string; rev: string; baseRev: string | null; baseBody: string | null; body?: string | null }

export interface CoreCommit { documents: DocumentWrite[]; leaves: LeafChange[]; outbox: NewOutboxRow[]; sql?: Commit['sql']; context: string }

/** What the parts of replication share; not public. */
export interface JournalCore {
  readonly store: StorageCore;
  readonly options: JournalOptions;
  readonly digests: DigestBook;
  /** Collection of an id by its prefix. */
  collectionOf(id: string): SyncedCollection | undefined;
  /** Database a document of ours belongs in; a conflict lives with the record it speaks of. */
  databaseOf(id: string): string | undefined;
  databaseName(kind: SyncedCollection['database']): string;
  leavesOf(database: string, id: string): Leaf[];
  current(id: string): StoredDocument | undefined;
  /** Documents, leaves, digests, ring and outbox in one transaction. */
  commit(commit: CoreCommit): CommitEvent;
  meta(key: string): string | undefined;
  setMeta(key: string, value: string): void;
  /** Counts every change; caches compare it. */
  readonly edition: () => number;
  changed(): void;
  onChange(listener: () => void): () => void;
  /** Fires at once when something new waits in the outbox. */
  onWaiting(listener: () => void): () => void;
}

const leafColumns = 'database, id, rev, device, turn, counted, current, branch, at, body';

export function createJournalCore(options: JournalOptions): JournalCore {
  const { store, unit } = options;
  createJournalTables(store);
  const byPrefix = new Map(options.collections.map((c) => [c.idPrefix, c]));
  const digests = createDigestBook(store.sql, options.device);
  const listeners = new Set<() => void>();
  const waitingListeners = new Set<() => void>();
  let edition = 0;
  const meta = (key: string) => store.sql.get<{ value: string }>('SELECT value FROM sync_meta WHERE key = ?', key)?.value;
  const writeMeta = (sql: Sql, key: string, value: string) => sql.run(
    'INSERT INTO sync_meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', key, value);
  let turn = digests.lastTurn();

  const collectionOf = (id: string) => byPrefix.get(id.slice(0, Math.max(0, id.indexOf(':'))));
  const databaseName = (kind: SyncedCollection['database']) => (kind === 'reference' ? kind : `${kind}-${unit}`);
  const databaseOf = (id: string): string | undefined => {
    if (id.startsWith('conflict:')) {
      const subject = byPrefix.get(id.split(':', 2)[1] ?? '');
      if (subject) return databaseName(subject.database);
    }
    const collection = collectionOf(id);
    return collection && databaseName(collection.database);
  };
  const changed = () => {
    edition++;
    for (const listener of [...listeners]) listener();
  };

  const writeLeaf = (sql: Sql, change: LeafChange, at: number) => {
    if ('remove' in change) {
      sql.run('DELETE FROM sync_leaves WHERE database = ? AND id = ? AND rev = ?', change.remove.database, change.remove.id, change.remove.rev);
      return;
    }
    const leaf = change.add;
    sql.run(`INSERT OR REPLACE INTO sync_leaves (database, id, rev, device, bucket, turn, counted, current, branch, at, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      leaf.database, leaf.id, leaf.rev, leaf.device, leaf.bucket ?? bucketOf(leaf.id), turn + 1, leaf.counted ? 1 : 0, leaf.current ? 1 : 0, leaf.branch ? 1 : 0, at, leaf.body ?? null);
  };

  return {
    store, options, digests, collectionOf, databaseOf, databaseName, meta, changed,
    setMeta(key, value) {
      if (meta(key) === value) return;
      writeMeta(store.sql, key, value);
      changed();
    },
    leavesOf: (database, id) => store.sql.all<Leaf>(`SELECT ${leafColumns} FROM sync_leaves WHERE database = ? AND id = ?`, database, id),
    current(id) {
      const collection = collectionOf(id);
      return collection && store.get(collection.table, id);
    },
    commit({ documents, leaves, outbox, sql: more, context }) {
      const at = options.now();
      const draft = digests.draft(leaves.flatMap((change): DigestChange[] => {
        const leaf = 'remove' in change ? change.remove : change.add;
        return leaf.counted ? [{ database: leaf.database, device: leaf.device, id: leaf.id, rev: leaf.rev, bucket: 'bucket' in leaf ? leaf.bucket : undefined, step: 'remove' in change ? -1 : 1 }] : [];
      }), turn + 1, at);
      const event = store.commit({
        documents, context,
        sql: (sql, lwt) => {
          for (const change of leaves) writeLeaf(sql, change, at);
          for (const row of outbox) {
            sql.run(`INSERT INTO sync_outbox (database, tbl, id, rev, baseRev, baseBody, savedAt, state, body) VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?)`,
              row.database, row.tbl, row.id, row.rev, row.baseRev, row.baseBody, at, row.body ?? null);
          }
          draft.write(sql);
          more?.(sql, lwt);
        },
      });
      draft.adopt();
      turn++;
      changed();
      if (outbox.length > 0) for (const listener of [...waitingListeners]) listener();
      return event;
    },
    edition: () => edition,
    onChange(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    onWaiting(listener) {
      waitingListeners.add(listener);
      return () => { waitingListeners.delete(listener); };
    },
  };
}
