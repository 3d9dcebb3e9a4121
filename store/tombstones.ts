import type { CoreInternals } from './core-internals.ts';
import { quoteName } from './document-table.ts';

/** Tombstones removed in one transaction: more would keep others waiting. */
const BATCH = 500;

/** Removes tombstones older than the given milliseconds; `false` where more are left. The store's clock does not go back for it. */
export function purgeTombstones({ connection, cache, meta, clock }: CoreInternals, table: string, minimumAgeMs: number): boolean {
  // Times of commits run ahead of the clock where several share a millisecond: without a minimum the clock is not asked.
  const before = minimumAgeMs <= 0 ? clock.last : Math.min(clock.now() - minimumAgeMs, clock.last);
  return connection.transaction(() => {
    meta.set('lwt', String(clock.last));
    const name = quoteName(table);
    const { changes } = cache.prepare(`DELETE FROM ${name} WHERE number IN (SELECT number FROM ${name} WHERE deleted = 1 AND lwt <= ? ORDER BY lwt, id LIMIT ${BATCH})`).run(before);
    return changes < BATCH;
  }).immediate();
}
