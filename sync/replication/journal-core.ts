import type { Commit, CommitEvent, DocumentWrite, Sql, StorageCore, StoredDocument } from '../../store/index.ts';
import { createDigestBook } from '../receipts/digest-book.ts';
import type { DigestBook, DigestChange } from '../receipts/digest-book.ts';
import type { JournalOptions, SyncedCollection } from '../types.ts';
import { createFirstTables } from './first-table.ts';
import type { FirstTables } from './first-table.ts';
import { createJournalTables } from './journal-schema.ts';
import { createLeafBook } from './leaf-book.ts';
import type { Leaf, LeafBook } from './leaf-book.ts';
import { planRows, writeRows } from './plan-rows.ts';
import type { LeafChange, NewOutboxRow } from './plan-rows.ts';

export interface CoreCommit { documents: DocumentWrite[]; leaves: LeafChange[]; outbox: NewOutboxRow[]; sql?: Commit['sql']; note?: string | undefined; context: string }

/** What the parts of replication share; not public. */
export interface JournalCore {
  readonly store: StorageCore;
  readonly options: JournalOptions;
  readonly digests: DigestBook;
  readonly leaves: LeafBook;
  /** Collection of an id by its prefix. */
  collectionOf(id: string): SyncedCollection | undefined;
  /** Database a document of ours belongs in; a conflict lives with the record it speaks of. */
  databaseOf(id: string): string | undefined;
  /** Names of the databases that go up, and of those that only come down. */
  readonly databasesUp: readonly string[];
  readonly databasesDown: readonly string[];
  readonly firstTables: FirstTables;
  databaseName(word: string): string;
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

/** Of `lwt`, the time of a commit. */
const turnStep = 0.01;

function digestChangesOf(changes: readonly LeafChange[]): DigestChange[] {
  const steps: DigestChange[] = [];
  for (const change of changes) {
    const leaf = change.add ?? change.remove;
    if (leaf.counted) steps.push({ database: leaf.database, device: leaf.device, id: leaf.id, rev: leaf.rev, bucket: leaf.bucket, step: change.add ? 1 : -1 });
  }
  return steps;
}

export function createJournalCore(options: JournalOptions): JournalCore {
  const { store, databases } = options;
  const firstTables = createFirstTables(databases);
  createJournalTables(store, firstTables);
  const byPrefix = new Map(options.collections.map((c) => [c.idPrefix, c]));
  const digests = createDigestBook(store.sql, options.device);
  const listeners = new Set<() => void>();
  const waitingListeners = new Set<() => void>();
  let edition = 0;
  const meta = (key: string) => store.sql.get<{ value: string }>('SELECT value FROM sync_meta WHERE key = ?', key)?.value;
  const writeMeta = (sql: Sql, key: string, value: string) => sql.run(
    'INSERT INTO sync_meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', key, value);

  const collectionOf = (id: string) => byPrefix.get(id.slice(0, Math.max(0, id.indexOf(':'))));
  const databaseName = (word: string): string => {
    const database = databases[word];
    if (!database) throw new Error(`not a database of this journal: ${word}`);
    return database.name;
  };
  const databasesWhere = (goesUp: boolean): string[] => Object.values(databases).filter((database) => database.goesUp === goesUp).map(({ name }) => name);
  const [databasesUp, databasesDown] = [databasesWhere(true), databasesWhere(false)];
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

  const leaves = createLeafBook({ store, collections: options.collections, databaseName, collectionOf });
  let lastSeq = Math.max(digests.lastSeq(), store.sql.get<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'sync_outbox'")?.seq ?? 0);

  return {
    store, options, digests, leaves, collectionOf, databaseOf, databaseName, databasesUp, databasesDown, firstTables, meta, changed,
    setMeta(key, value) {
      if (meta(key) === value) return;
      writeMeta(store.sql, key, value);
      changed();
    },
    leavesOf: leaves.of,
    current(id) {
      const collection = collectionOf(id);
      return collection && store.get(collection.table, id);
    },
    commit({ documents, leaves: changes, outbox, sql: more, note, context }) {
      const at = options.now();
      const draft = digests.draft(digestChangesOf(changes), at, note);
      const plan = planRows({ documents, leaves: changes, outbox, lastSeq, ownDevice: options.device, numberOf: leaves.numberOf, collectionOf });
      const event = store.commit({
        // A turn is greater than every one before, whatever the clock does and whatever the commits before have left in the file.
        documents, context, lwt: Math.max(at, digests.lastTurn() + turnStep),
        sql: (sql, turn) => {
          writeRows(sql, plan, firstTables, turn, at);
          draft.write(sql, turn, plan.lastSeq);
          more?.(sql, turn);
        },
      });
      draft.adopt(event.lwt);
      ({ lastSeq } = plan);
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
