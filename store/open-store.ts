import { existsSync, statSync } from 'node:fs';
import { createCheckpointer } from './checkpointer.ts';
import { openConnection } from './driver.ts';
import type { Cipher, Connection } from './driver.ts';
import { acquireFileLock } from './file-lock.ts';
import { toOpenError } from './open-error.ts';
import { keepReserve, releaseReserve } from './reserve.ts';
import { createStorageCore } from './storage-core.ts';
import { openStoreMeta } from './store-meta.ts';
import { StoreOpenError } from './types.ts';
import type { StorageCore } from './types.ts';

export interface OpenStoreOptions {
  file: string;
  /** Raw 256-bit key; the caller may wipe it afterwards. */
  key: Buffer;
  /** `aegis` (default) wants AES instructions; `chacha20` is for processors without them. Must be the one the file was made with. */
  cipher?: Cipher;
  /** Refuses a missing file (NotFound) instead of making it. */
  mustExist?: boolean;
  /** `false` is the same as `mustExist`. */
  create?: boolean;
  /**
   * Bytes kept for a full disk in a file of their own, where there is room; none by default. Given back by
   * `releaseReserve()`, and by opening where there is no room to open.
   */
  reserveBytes?: number;
  /** Milliseconds since 1970; the system's clock where not given. */
  now?: () => number;
}

/** Room for the pages of some 10,000 records and their indexes: a question that no index helps reads them all, and from the file each page costs four times as much. */
const STORE_CACHE_KIB = 32_000;

/**
 * Opens, or makes, an encrypted store; this process alone has it until `close()`.
 * @throws StoreOpenError WrongKey, Corrupt, NewerVersion, ReadOnly, InUse, DiskFull, NotFound
 */
export function openStore(options: OpenStoreOptions): StorageCore {
  const core = openWithReserve(options);
  if (options.reserveBytes !== undefined) keepReserve(options.file, options.reserveBytes);
  return core;
}

function openWithReserve(options: OpenStoreOptions): StorageCore {
  try {
    return open(options);
  } catch (error) {
    if (error instanceof StoreOpenError && error.code === 'DiskFull' && releaseReserve(options.file)) return open(options);
    throw error;
  }
}

function open(options: OpenStoreOptions): StorageCore {
  const { file, key, cipher = 'aegis', now = Date.now } = options;
  const mustExist = options.mustExist ?? options.create === false;
  if (mustExist && !existsSync(file)) throw new StoreOpenError('NotFound', `${file} cannot be found`);
  let releaseLock: (() => void) | undefined;
  let connection: Connection | undefined;
  try {
    releaseLock = acquireFileLock(file);
    if (mustExist && statSync(file).size === 0) throw new StoreOpenError('Corrupt', `${file} is empty`);
    connection = openConnection({ file, key, cipher, cacheKib: STORE_CACHE_KIB });
    const meta = openStoreMeta(connection, file, 'documents');
    return createStorageCore({ file, connection, meta, now, checkpointer: createCheckpointer({ connection, file, key, cipher }), releaseLock });
  } catch (error) {
    connection?.close();
    releaseLock?.();
    throw toOpenError(error, file);
  }
}
