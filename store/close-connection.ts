import type { Connection } from './driver.ts';

/**
 * Folds the log into the file and closes. Where folding fails (a full disk) the log stays beside the file with everything
 * in it, and is read at the next opening: that is no fault of closing.
 */
export function closeConnection(connection: Connection): void {
  try { connection.pragma('wal_checkpoint(TRUNCATE)'); } catch { /* see above */ }
  connection.close();
}
