import { openConnection } from './driver.ts';
import type { Cipher, Connection } from './driver.ts';
import { createStatementCache } from './sql-runner.ts';
import type { StatementCache } from './sql-runner.ts';

export interface SnapshotPoolOptions { file: string; key: Buffer; cipher: Cipher }

/** A view of the file as it was when taken; writes made later are not in it. */
export interface Snapshot { prepare: StatementCache['prepare']; release(): void }
export interface SnapshotPool { take(): Snapshot; /** Closes the connections nobody reads on. */ rest(): void; close(): void }

interface Reader { connection: Connection; cache: StatementCache }

/** Connections kept for the next reader; more are opened when more read at once, and closed after. */
const IDLE_CONNECTIONS = 2;
/** Kibibytes of pages a reader may cache. */
const READER_CACHE_KIB = 2_000;

/** Read connections in WAL mode, each lent to one reader at a time inside a read transaction. */
export function createSnapshotPool(options: SnapshotPoolOptions): SnapshotPool {
  const idle: Reader[] = [];
  const lent = new Set<Reader>();
  const open = (): Reader => {
    const connection = openConnection({ ...options, readonly: true, cacheKib: READER_CACHE_KIB });
    return { connection, cache: createStatementCache(connection) };
  };
  return {
    take() {
      const reader = idle.pop() ?? open();
      // A deferred transaction takes its view at the first read.
      reader.cache.prepare('BEGIN').run();
      reader.cache.prepare('SELECT 1 FROM store_meta LIMIT 1').get();
      lent.add(reader);
      return {
        prepare: (statement) => reader.cache.prepare(statement),
        release() {
          if (!lent.delete(reader)) return;
          if (idle.length < IDLE_CONNECTIONS) {
            reader.cache.prepare('COMMIT').run();
            idle.push(reader);
          } else reader.connection.close();
        },
      };
    },
    rest() { for (const { connection } of idle.splice(0)) connection.close(); },
    close() {
      for (const { connection } of [...idle, ...lent]) connection.close();
      idle.length = 0;
      lent.clear();
      options.key.fill(0);
    },
  };
}
