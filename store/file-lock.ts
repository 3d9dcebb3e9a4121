import { openLockConnection } from './driver.ts';
import { toOpenError } from './open-error.ts';
import { StoreOpenError } from './types.ts';

/**
 * Takes the single-writer lock of a store: an exclusive SQLite transaction on the empty file `<file>-lock`, that is, a lock of
 * the operating system. It ends with the process, so `kill -9` leaves nothing to clean up; the empty file stays.
 * Refuses with `StoreOpenError` InUse where another process, or this one, holds it. Returns the function that lets go.
 */
export function acquireFileLock(file: string): () => void {
  let connection;
  try {
    connection = openLockConnection(`${file}-lock`);
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection?.close();
    const refusal = toOpenError(error, file);
    throw refusal instanceof StoreOpenError && refusal.code === 'InUse' ? new StoreOpenError('InUse', `${file} is open in another process`) : refusal;
  }
  const held = connection;
  return () => { held.close(); };
}
