import { collections } from '../../../src-shared/domain/collections.ts';
import type { SyncStatus } from '../../../src-shared/contract/queries.ts';
import type { TierProofState } from '../../../sync/index.ts';
import { otherHome } from '../../../src-shared/domain/org/other-home.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { publishedUnits } from './published-units.ts';
import { refusedAboveRows } from './refused-above.ts';
import type { Query } from './query.ts';
import { unitNames } from './unit-names.ts';

const ownTables = Object.values(collections).filter((c) => c.owner === 'station' && c.name !== 'conflicts').map((c) => c.name);

/** What the program notes of its own work goes up with the records, but nobody wrote it. */
const notes = 'auditEvents';

export const dayMs = 24 * 3600_000;

/** Older than a day, than three: amber, then red. */
export function waitsFor(oldestAt: string | undefined, now: number): SyncStatus['waitsFor'] {
  const ms = oldestAt === undefined ? 0 : now - Date.parse(oldestAt);
  return ms >= 3 * dayMs ? 'threeDays' : ms >= dayMs ? 'day' : undefined;
}

/** What the highest unit has not proved a day after it was saved. */
export function lateAtTop(proofs: readonly TierProofState[], now: number): TierProofState & { oldestMissingAt: string } | undefined {
  const top = proofs.at(-1);
  return top?.oldestMissingAt !== undefined && now - Date.parse(top.oldestMissingAt) >= dayMs ? { ...top, oldestMissingAt: top.oldestMissingAt } : undefined;
}

/** What waits, and what each unit above has proved. Counted in documents, audit events included. */
export const syncStatus: Query<'syncStatus'> = ({}, { db, sync }) => {
  const waiting = db.journal.waiting(notes);
  const proofs = db.journal.proofs();
  const names = unitNames(db);
  const line = withClock(sync.line(), db.clock.isBehind());
  const now = db.clock.now();
  const late = lateAtTop(proofs, now);
  const highest = proofs.findLast((tier) => tier.provedUpTo !== undefined && tier.othersMissing === 0);
  return {
    ...line, waiting: waiting.count, oldestWaitingAt: waiting.oldestAt, denied: db.journal.denied().length, conflicts: openConflicts(db.store.iterate('conflicts')),
    tiers: proofs.map(({ unit, tier, proved, missing, others, othersMissing, publishedAt, provedUpTo }) => ({ unit, tier, name: names(unit), proved, missing, others, othersMissing, publishedAt, provedUpTo })),
    allProved: proofs.length > 0 && waiting.count === 0 && proofs.every(({ missing, othersMissing }) => missing + othersMissing === 0),
    provedUnit: highest?.unit, provedAt: highest?.provedUpTo,
    waitsFor: waitsFor(waiting.oldestAt, now),
    late: late && { unit: late.unit, tier: late.tier, name: names(late.unit), missing: late.missing, since: late.oldestMissingAt },
    movedTo: movedTo(db),
    refusedAbove: refusedAboveRows(db),
    totalOwn: totalHere(db, proofs[0]),
    records: { here: ownTables.filter((table) => table !== notes).reduce((sum, table) => sum + db.recordCounts.of(table), 0), waiting: waiting.count - waiting.ofTable },
  };
};

/** What TLS says where the PC and the hub's certificate are of different times. */
const otherTimes: readonly (string | undefined)[] = ['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED'];

/** A wrong clock is said to be one, not to be a missing line. */
export function withClock<L extends Pick<SyncStatus, 'line' | 'lastError'>>(line: L, isBehind: boolean): L {
  return line.line === 'noLine' && (isBehind || otherTimes.includes(line.lastError)) ? { ...line, line: 'wrongClock' } : line;
}

/** One count for what is here and what the units above hold of it; before any unit is known the tables say it. */
function totalHere(db: StationDatabase, tier: TierProofState | undefined): number {
  if (tier === undefined) return ownTables.reduce((sum, table) => sum + db.recordCounts.of(table), 0);
  return tier.proved + tier.missing + tier.others + tier.othersMissing;
}

/** The station belongs under another unit than the one its hub is of: it needs an enrolment there. */
function movedTo(db: StationDatabase): SyncStatus['movedTo'] {
  const hub = db.journal.path()[0]?.unit;
  const unit = hub === undefined ? undefined : otherHome(db.identity.unit, hub, db.clock.today(), publishedUnits(db));
  return unit === undefined ? undefined : { unit, name: unitNames(db)(unit) };
}

function openConflicts(conflicts: Iterable<Record<string, unknown>>): number {
  let open = 0;
  for (const conflict of conflicts) if (conflict.resolution === undefined) open += 1;
  return open;
}
