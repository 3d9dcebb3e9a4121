import type { Digest } from '../../sync/index.ts';

/** What a tier above has proved of one database, bucket by bucket. */
export interface AboveState { proved: number; missing: number; /** Buckets by device that are not the same. */ differing: Map<string, Set<number>> }

/**
 * Compares our leaves with a receipt from above. A bucket that is the same is proved; of one that differs at least one leaf
 * is missing there, and never fewer than the counts say.
 */
export function compareAbove(ours: ReadonlyMap<string, Digest>, theirs: ReadonlyMap<string, Digest>): AboveState {
  const state: AboveState = { proved: 0, missing: 0, differing: new Map() };
  for (const [device, digest] of ours) {
    const other = theirs.get(device);
    for (let index = 0; index < digest.buckets.length; index += 1) {
      const mine = digest.bucket(index);
      if (mine.count === 0) continue;
      const its = other?.bucket(index);
      if (its && its.count === mine.count && its.xor.equals(mine.xor)) { state.proved += mine.count; continue; }
      const missing = Math.min(mine.count, Math.max(1, mine.count - (its?.count ?? 0)));
      state.missing += missing;
      state.proved += mine.count - missing;
      const differing = state.differing.get(device) ?? new Set();
      state.differing.set(device, differing.add(index));
    }
  }
  // What only the tier above holds is nothing we wait to be proved, and yet a difference.
  for (const [device, digest] of theirs) {
    const mine = ours.get(device);
    for (let index = 0; index < digest.buckets.length; index += 1) {
      if (digest.bucket(index).count === 0 || (mine?.bucket(index).count ?? 0) > 0) continue;
      state.differing.set(device, (state.differing.get(device) ?? new Set()).add(index));
    }
  }
  return state;
}
