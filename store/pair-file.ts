import { closeConnection } from './close-connection.ts';
import { openConnection } from './driver.ts';
import type { Cipher, Connection } from './driver.ts';
import { acquireFileLock } from './file-lock.ts';
import { toOpenError } from './open-error.ts';
import { createRangeReader } from './range-reader.ts';
import type { PairOfRange } from './range-reader.ts';
import { createSnapshotPool } from './snapshot-pool.ts';
import type { SnapshotPool } from './snapshot-pool.ts';
import { openStoreMeta } from './store-meta.ts';

export interface PairFileOptions { file: string; key: Buffer; cipher: Cipher; /** Kibibytes of pages kept, at the most. */ cacheKib?: number | undefined }
/** Text stays text and bytes stay bytes: no conversion on the way to a reader who wants what was given. */
export type PairValue = string | Buffer;
export type PairWrite = { type: 'put'; key: Buffer; value: PairValue } | { type: 'del'; key: Buffer };

/** An encrypted file of pairs ordered by the bytes of their key. */
export interface PairFile {
  get(key: Buffer): PairValue | undefined;
  /** In the order of the keys: those behind `after` and before `before`, at most `limit`; none behind the one whose value reaches `mostBytes` in all. */
  range(after: Buffer, before: Buffer, limit: number, mostBytes?: number): PairOfRange[];
  /** One durable transaction. */
  write(writes: readonly PairWrite[]): void;
  deleteWhere(where: string, bounds: readonly Buffer[]): void;
  readonly snapshots: SnapshotPool;
  /** Gives back the memory of pages and of readers nobody uses. */
  rest(): void;
  close(): void;
}

/** @throws StoreOpenError as `openStore` */
export function openPairFile({ file, key, cipher, cacheKib }: PairFileOptions): PairFile {
  let releaseLock: (() => void) | undefined;
  let connection: Connection | undefined;
  try {
    releaseLock = acquireFileLock(file);
    connection = openConnection({ file, key, cipher, ...(cacheKib === undefined ? {} : { cacheKib }) });
    openStoreMeta(connection, file, 'pairs');
    connection.exec('CREATE TABLE IF NOT EXISTS pairs (number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, value NOT NULL)');
    return createPairFile(connection, createSnapshotPool({ file, key: Buffer.from(key), cipher }), releaseLock);
  } catch (error) {
    connection?.close();
    releaseLock?.();
    throw toOpenError(error, file);
  }
}

function createPairFile(connection: Connection, snapshots: SnapshotPool, releaseLock: () => void): PairFile {
  const read = connection.prepare('SELECT value FROM pairs WHERE key = ?').pluck();
  const put = connection.prepare('INSERT INTO pairs (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
  const del = connection.prepare('DELETE FROM pairs WHERE key = ?');
  const write = connection.transaction((writes: readonly PairWrite[]) => {
    for (const step of writes) {
      if (step.type === 'put') put.run(step.key, step.value);
      else del.run(step.key);
    }
  });
  return {
    get: (key) => read.get(key) as PairValue | undefined,
    range: createRangeReader(connection),
    write: (writes) => write.immediate(writes),
    deleteWhere: (where, bounds) => { connection.prepare(`DELETE FROM pairs ${where}`).run(...bounds); },
    snapshots,
    rest() {
      snapshots.rest();
      connection.pragma('shrink_memory');
    },
    close() {
      snapshots.close();
      try { closeConnection(connection); } finally { releaseLock(); }
    },
  };
}
