import { createLevelDown, openStore } from '../../store/index.ts';
import type { StorageCore } from '../../store/index.ts';
import type { OpenLevelDown } from './embedded/pouch.ts';

/** The hub's own encrypted file. */
export function openBookFile(file: string, key: Buffer, now: () => number): StorageCore {
  return openStore({ file, key, now });
}

/** Stores of the embedded engine, each an encrypted file under the hub's key. */
export function encryptedLevelDown(key: Buffer): OpenLevelDown {
  return (file) => createLevelDown({ file, key });
}
