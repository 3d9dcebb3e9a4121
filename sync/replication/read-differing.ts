import type { JournalParts } from './journal.ts';
import { leavesInBuckets } from './reconcile.ts';
import { takeLeaves } from './take-leaves.ts';
import type { TakeLeavesOptions } from './take-leaves.ts';

export interface ReadDifferingOptions extends TakeLeavesOptions { buckets: readonly { device: string; bucket: number }[] }

/**
 * The hub lacks nothing of these buckets and yet holds something else: a version under our own name, which no feed brings us, made
 * by whoever has another client. Its leaves of the documents known here are taken. Answers how many changed something here.
 */
export function readDiffering(options: ReadDifferingOptions): Promise<number> {
  const { parts, database, buckets } = options;
  const ids: string[] = [];
  for (const page of leavesInBuckets(parts.core, database, buckets)) for (const { id } of page) ids.push(id);
  // What is set aside here is counted nowhere, and may be what somebody ended there.
  for (const { device, bucket } of buckets) for (const { id } of asideIn(parts, database, device, bucket)) ids.push(id);
  return takeLeaves(options, ids);
}

const asideIn = ({ core }: JournalParts, database: string, device: string, bucket: number): { id: string }[] =>
  core.store.sql.all('SELECT id FROM sync_leaves WHERE database = ? AND counted = 0 AND current = 1 AND device = ? AND bucket = ?', database, device, bucket);
