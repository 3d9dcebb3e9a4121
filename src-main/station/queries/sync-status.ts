import { collections } from '../../../src-shared/domain/collections.ts';
import type { Query } from './query.ts';
import { unitNames } from './unit-names.ts';

const ownTables = Object.values(collections).filter((c) => c.owner === 'station' && c.name !== 'conflicts').map((c) => c.name);

/** What waits, and what each unit above has proved. Counted in documents, audit events included. */
export const syncStatus: Query<'syncStatus'> = ({}, { db, sync }) => {
  const waiting = db.journal.waiting();
  const proofs = db.journal.proofs();
  const names = unitNames(db);
  const line = sync.line();
  const highest = proofs.findLast((tier) => tier.provedUpTo !== undefined);
  return {
    ...line, waiting: waiting.count, oldestWaitingAt: waiting.oldestAt, denied: db.journal.denied().length, conflicts: openConflicts(db.store.iterate('conflicts')),
    tiers: proofs.map(({ unit, tier, proved, missing, publishedAt }) => ({ unit, tier, name: names(unit), proved, missing, publishedAt })),
    allProved: proofs.length > 0 && waiting.count === 0 && proofs.every(({ missing }) => missing === 0),
    provedUnit: highest?.unit, provedAt: highest?.provedUpTo,
    totalOwn: ownTables.reduce((sum, table) => sum + db.store.count(table), 0),
  };
};

function openConflicts(conflicts: Iterable<Record<string, unknown>>): number {
  let open = 0;
  for (const conflict of conflicts) if (conflict.resolution === undefined) open += 1;
  return open;
}
