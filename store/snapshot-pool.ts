import { openConnection } from './driver.ts';
import type { Cipher, Connection } from './driver.ts';

export interface SnapshotPoolOptions { file: string; key: Buffer; cipher: Cipher }

/** A view of the file as it was when taken; writes made later are not in it. */
export interface Snapshot { readonly connection: Connection; release(): void }
export interface SnapshotPool { take(): Snapshot; close(): void }

/** Connections kept for the next reader; more are opened when more read at once, and closed after. */
const IDLE_CONNECTIONS = 2;
/** Kibibytes of pages a reader may cache. */
const READER_CACHE_KIB = 2_000;

/** Read connections in WAL mode, each lent to one reader at a time inside a read transaction. */
export function createSnapshotPool(options: SnapshotPoolOptions): SnapshotPool {
  const idle: Connection[] = [];
  const lent = new Set<Connection>();
  const open = (): Connection => {
    const connection = openConnection({ ...options, readonly: true });
    connection.pragma(`cache_size=-${READER_CACHE_KIB}`);
    return connection;
  };
  return {
    take() {
      const connection = idle.pop() ?? open();
      // A deferred transaction takes its view at the first read.
      connection.exec('BEGIN; SELECT 1 FROM store_meta LIMIT 1;');
      lent.add(connection);
      return {
        connection,
        release() {
          if (!lent.delete(connection)) return;
          if (idle.length < IDLE_CONNECTIONS) {
            connection.exec('COMMIT');
            idle.push(connection);
          } else connection.close();
        },
      };
    },
    close() {
      for (const connection of [...idle, ...lent]) connection.close();
      idle.length = 0;
      lent.clear();
      options.key.fill(0);
    },
  };
}
