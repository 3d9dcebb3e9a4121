import type { JournalCore } from '../replication/journal-core.ts';
import type { LeafPlace } from '../replication/leaf-book.ts';
import type { Digest } from './digest.ts';

/** How far a tier has proved each bucket of a device: the last turn, `nothing` or `everything`. */
export interface ProvedBuckets { database: string; device: string; digest: Digest; bounds: readonly number[] }

/** Nothing of the bucket is proved. */
export const nothing = -1;
/** Everything now in the bucket is proved. */
export const everything = Number.MAX_SAFE_INTEGER;

/** Leaves that joined after what is proved of their bucket, and when the first of them did. */
export function lateLeaves({ leaves, digests }: Pick<JournalCore, 'leaves' | 'digests'>, { database, device, digest, bounds }: ProvedBuckets): { count: number; oldestAt?: number } {
  let count = 0;
  let [fromTurn, countFrom] = [everything, everything];
  bounds.forEach((bound, bucket) => {
    const all = digest.bucket(bucket).count;
    if (bound === everything || all === 0) return;
    fromTurn = Math.min(fromTurn, Math.max(bound, 0));
    if (bound === nothing) count += all; else countFrom = Math.min(countFrom, bound);
  });
  if (fromTurn === everything) return { count };
  const isLate = ({ bucket, turn }: LeafPlace): boolean => turn > (bounds[bucket] ?? nothing);
  if (countFrom !== everything) {
    for (const place of leaves.placesAfter(database, device, countFrom)) if (bounds[place.bucket] !== nothing && isLate(place)) count += 1;
  }
  const first = leaves.firstAfter(database, device, fromTurn, isLate);
  return { count, ...(first ? { oldestAt: first.at ?? digests.timeOf(first.turn) ?? Math.floor(first.turn) } : {}) };
}
