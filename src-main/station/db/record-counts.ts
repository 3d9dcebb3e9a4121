import type { StorageCore } from '../../../store/index.ts';

/** How many records a table has. Counting a table reads its whole index; each is counted once and follows every commit from then on. */
export interface RecordCounts { of(table: string): number }

export function createRecordCounts(store: Pick<StorageCore, 'count' | 'changes'>): RecordCounts {
  const known = new Map<string, number>();
  store.changes.subscribe(({ changes }) => {
    for (const change of changes) {
      const before = known.get(change.table);
      // A document is parsed when it is looked at: not for a table nobody asked about.
      if (before !== undefined) known.set(change.table, before + (change.document._deleted ? 0 : 1) - (change.previous === undefined || change.previous._deleted ? 0 : 1));
    }
  });
  return {
    of(table) {
      const count = known.get(table) ?? store.count(table);
      known.set(table, count);
      return count;
    },
  };
}
