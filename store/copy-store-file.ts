import { copyStore } from './copy-store.ts';
import { openConnection } from './driver.ts';
import type { StoreFile } from './inspect-store.ts';

/**
 * As `StorageCore.copyTo`, of a file that another process, or this one, has open and goes on writing: a reader of its own takes
 * the copy of one moment, and the writer waits for nothing. The writer must have the file open for as long as it takes.
 * @throws the driver's error, as `copyTo` does; a fault of the target and one of the source have codes of their own.
 */
export function copyStoreFile({ file, key, cipher = 'aegis' }: StoreFile, target: string): void {
  const connection = openConnection({ file, key, cipher, readonly: true });
  try { copyStore(connection, target); } finally { connection.close(); }
}
