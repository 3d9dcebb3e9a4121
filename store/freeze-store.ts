import { closeSync, openSync, read, statSync } from 'node:fs';
import { promisify } from 'node:util';
import { internalsOf } from './core-internals.ts';
import { openConnection, type Cipher, type Connection } from './driver.ts';
import type { StorageCore } from './types.ts';

/** The bytes of an open store as they were at one moment, encrypted; meanwhile the store is read and written as ever. */
export interface FrozenStore {
  readonly bytes: number;
  readonly pageBytes: number;
  /** Fills the buffer from this place on; answers how many bytes there were. */
  read(buffer: Buffer, at: number): Promise<number>;
  /** Nobody wrote into the file since: asked after the last read. */
  isUntouched(): boolean;
  /** To be called in any case, and before the store is closed. */
  release(): void;
}

const readAt = promisify(read);

/**
 * Folds the log into the file and holds it there: a reader that needs nothing of the log keeps every checkpoint away from the file, and commits go
 * to the log, which grows until `release`. What is read is what a copy of pages needs, without decrypting any.
 * @throws an error with the code `SQLITE_BUSY` where another reader is in the way: try again later.
 */
export function freezeStore(core: StorageCore, key: Buffer, cipher: Cipher = 'aegis'): FrozenStore {
  const { connection, checkpointer, closers } = internalsOf(core);
  if (!checkpointer.rest() || !foldLog(connection)) throw busy();
  const reader = openConnection({ file: core.file, key, cipher, readonly: true });
  try {
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM sqlite_master').get();
    // Synchronous since the fold, so nothing was written in between; another process could only read.
    if ((statSync(`${core.file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) throw busy();
  } catch (error) {
    reader.close();
    throw error;
  }
  const stamp = () => { const { size, mtimeNs } = statSync(core.file, { bigint: true }); return `${size} ${mtimeNs}`; };
  const before = stamp();
  const descriptor = descriptorOf(core, closers);
  return {
    bytes: statSync(core.file).size,
    pageBytes: Number(connection.pragma('page_size', { simple: true })),
    read: async (buffer, at) => (await readAt(descriptor, buffer, 0, buffer.length, at)).bytesRead,
    isUntouched: () => stamp() === before,
    release: () => { reader.close(); },
  };
}

/** Waits for nobody: another reader of a large file may take its time, and this process stands still meanwhile. */
function foldLog(connection: Connection): boolean {
  const usual = Number(connection.pragma('busy_timeout', { simple: true }));
  connection.pragma('busy_timeout=0');
  try {
    const [fold] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return fold?.busy === 0;
  } finally {
    connection.pragma(`busy_timeout=${usual}`);
  }
}

const busy = (): Error => Object.assign(new Error('the file cannot be held as it is now'), { code: 'SQLITE_BUSY' });

const descriptors = new WeakMap<StorageCore, number>();

/** Opened once and closed after the store: to close any descriptor of a file lets go of all locks a POSIX process has on it. */
function descriptorOf(core: StorageCore, closers: (() => void)[]): number {
  const kept = descriptors.get(core);
  if (kept !== undefined) return kept;
  const descriptor = openSync(core.file, 'r');
  descriptors.set(core, descriptor);
  closers.push(() => { closeSync(descriptor); });
  return descriptor;
}
