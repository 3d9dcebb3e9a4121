import { Subject } from 'rxjs';
import type { Connection } from './driver.ts';
import type { Checkpointer } from './checkpointer.ts';
import { closeConnection } from './close-connection.ts';
import { commitTogether } from './commit-together.ts';
import { createCommitter } from './committer.ts';
import { withInternals } from './core-internals.ts';
import { copyStore } from './copy-store.ts';
import { createDerivedBook } from './derived-book.ts';
import { createDocumentReader } from './document-reader.ts';
import { createEventQueue } from './event-queue.ts';
import { createLwtClock } from './lwt-clock.ts';
import { releaseReserve } from './reserve.ts';
import { createSql, createStatementCache } from './sql-runner.ts';
import type { StoreMeta } from './store-meta.ts';
import { createTableRegistry } from './table-registry.ts';
import type { CommitEvent, StorageCore } from './types.ts';

export interface StorageCoreParts { file: string; connection: Connection; meta: StoreMeta; now: () => number; checkpointer: Checkpointer; releaseLock: () => void }

/** Joins the parts of an opened file into the storage core; see `StorageCore` for what it promises. */
export function createStorageCore({ file, connection, meta, now, checkpointer, releaseLock }: StorageCoreParts): StorageCore {
  const cache = createStatementCache(connection);
  const sql = createSql(cache);
  const tables = createTableRegistry(connection);
  const clock = createLwtClock(now, Math.max(Number(meta.get('lwt') ?? 0), tables.greatestLwt()));
  const reader = createDocumentReader(cache, tables);
  const changes = new Subject<CommitEvent>();
  const queue = createEventQueue<CommitEvent>((event) => changes.next(event));
  const derived = createDerivedBook({ connection, cache, sql, tables, meta });
  const commit = createCommitter({ connection, cache, sql, tables, clock, derived });

  const closers: (() => void)[] = [];
  let commits = 0;
  let isTogether = false;

  const core: StorageCore = {
    file, sql, changes: changes.asObservable(),
    defineTable(definition) { tables.define(definition, 'declared'); },
    derive(rows) { for (const _ of derived.add(rows)) { /* all of it */ } },
    deriveInSteps: (rows) => derived.add(rows),
    commit(request) {
      const event = commit(request);
      commits += 1;
      queue.push(event);
      checkpointer.wrote(event.changes.length);
      return event;
    },
    together(work) {
      if (isTogether) throw new Error('commits are together already');
      const before = commits;
      isTogether = true;
      try { return commitTogether(connection, meta, () => commits > before, work); } finally { isTogether = false; }
    },
    ...reader,
    check(full) {
      const rows = connection.pragma(full ? 'integrity_check' : 'quick_check') as Record<string, string>[];
      return rows.flatMap((row) => Object.values(row)).filter((line) => line !== 'ok');
    },
    releaseReserve: () => releaseReserve(file),
    copyTo(target) { copyStore(connection, target); },
    close() {
      if (!connection.open) return;
      changes.complete();
      checkpointer.close();
      try { closeConnection(connection); } finally {
        for (const closer of closers) closer();
        releaseLock();
      }
    },
  };
  return withInternals(core, { connection, checkpointer, cache, tables, meta, clock, closers, derived });
}
