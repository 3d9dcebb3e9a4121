import { copyStoreFile, createLevelDown, openStore } from '../../store/index.ts';
import type { StorageCore } from '../../store/index.ts';
import type { OpenLevelDown } from './embedded/pouch.ts';

/** The hub's own encrypted file. */
export function openBookFile(file: string, key: Buffer, now: () => number): StorageCore {
  return openStore({ file, key, now });
}

/** A hub has a hundred of them open: their pages are read and written in order, and few at a time again. */
const CACHE_KIB = 4_000;

/** Stores of the embedded engine, each an encrypted file under the hub's key. */
export function encryptedLevelDown(key: Buffer): OpenLevelDown {
  return (file) => createLevelDown({ file, key, cacheKib: CACHE_KIB });
}

/** A copy of one moment of a file this process has open, under the same key. Throws the driver's error. */
export function copyEncryptedFile(file: string, key: Buffer, target: string): void {
  copyStoreFile({ file, key }, target);
}
