import type { Connection } from './driver.ts';
import type { StoreMeta } from './store-meta.ts';

/** Counts the times many commits waited for the disk at once; written by the commit that made them durable. */
const settledKey = 'settledTogether';

/**
 * Runs `work`, whose commits do not wait for the disk, and waits once for all of them: a commit that is synced has every frame of the log before
 * it synced, too. Whatever happens to the power meanwhile, the file is at one of these commits (WAL, `synchronous=NORMAL`).
 */
export function commitTogether<T>(connection: Connection, meta: StoreMeta, hasCommitted: () => boolean, work: () => T): T {
  connection.pragma('synchronous=NORMAL');
  try {
    return work();
  } finally {
    connection.pragma('synchronous=FULL');
    if (hasCommitted()) meta.set(settledKey, String(Number(meta.get(settledKey) ?? 0) + 1));
  }
}
