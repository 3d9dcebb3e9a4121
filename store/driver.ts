import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import Driver from 'better-sqlite3-multiple-ciphers';

/** One connection of the SQLite driver. */
export type Connection = Driver;
export type Cipher = 'aegis' | 'chacha20';

export interface ConnectionOptions {
  file: string; key: Buffer; cipher: Cipher; readonly?: boolean;
  /** Kibibytes of pages kept in memory, as far as they were read. */
  cacheKib?: number;
}

const CACHE_KIB = 16_000;

/** Length of the raw key in bytes. */
export const KEY_BYTES = 32;

/**
 * Opens an encrypted SQLite file with a raw 256-bit key, durable at every commit (WAL, `synchronous=FULL`). Nothing is read
 * yet, so a wrong key shows at the first statement. Temporary tables stay in memory: on disk they would be plaintext.
 */
export function openConnection({ file, key, cipher, readonly = false, cacheKib = CACHE_KIB }: ConnectionOptions): Connection {
  if (key.length !== KEY_BYTES) throw new RangeError(`the key must have ${KEY_BYTES} bytes`);
  const isNew = !existsSync(file);
  if (isNew && !readonly) closeSync(openSync(file, 'a', 0o600));
  const connection = new Driver(file, { readonly, fileMustExist: true, timeout: 5_000 });
  try {
    connection.pragma(`cipher='${cipher}'`);
    const raw = Buffer.from(`raw:${key.toString('hex')}`, 'latin1');
    connection.key(raw);
    raw.fill(0);
    connection.pragma('temp_store=MEMORY');
    if (!readonly) {
      connection.pragma('journal_mode=WAL');
      connection.pragma('synchronous=FULL');
      connection.pragma('fullfsync=ON');
      connection.pragma('checkpoint_fullfsync=ON');
      connection.pragma('journal_size_limit=16777216');
    }
    connection.pragma(`cache_size=-${cacheKib}`);
    connection.pragma('foreign_keys=ON');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** A plain, empty SQLite file used for nothing but its operating-system lock. */
export function openLockConnection(file: string): Connection {
  const connection = new Driver(file, { timeout: 0 });
  try {
    // A journal in a file would need room where the disk is full.
    connection.pragma('journal_mode=MEMORY');
    chmodSync(file, 0o600);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}
