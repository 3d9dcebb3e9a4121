import type { Sql } from '../../store/index.ts';
import type { Digest } from './digest.ts';

/** How far a tier has proved each bucket of a device: the last turn, `nothing` or `everything`. */
export interface ProvedBuckets { database: string; device: string; digest: Digest; bounds: readonly number[] }

/** Nothing of the bucket is proved. */
export const nothing = -1;
/** Everything now in the bucket is proved. */
export const everything = Number.MAX_SAFE_INTEGER;

const rowsAtOnce = 500;

/** Leaves that joined after what is proved of their bucket, and when the first of them did. */
export function lateLeaves(sql: Sql, { database, device, digest, bounds }: ProvedBuckets): { count: number; oldestAt?: number } {
  let count = 0;
  let [fromTurn, countFrom] = [everything, everything];
  bounds.forEach((bound, bucket) => {
    const all = digest.bucket(bucket).count;
    if (bound === everything || all === 0) return;
    fromTurn = Math.min(fromTurn, Math.max(bound, 0));
    if (bound === nothing) count += all; else countFrom = Math.min(countFrom, bound);
  });
  if (fromTurn === everything) return { count };
  const isLate = (bucket: number, turn: number): boolean => turn > (bounds[bucket] ?? nothing);
  if (countFrom !== everything) {
    const later = sql.all<{ bucket: number; turn: number }>('SELECT bucket, turn FROM sync_leaves WHERE database = ? AND device = ? AND turn > ? AND counted = 1', database, device, countFrom);
    for (const { bucket, turn } of later) if (bounds[bucket] !== nothing && isLate(bucket, turn)) count += 1;
  }
  return { count, oldestAt: firstLateAt(sql, database, device, fromTurn, isLate) };
}

function firstLateAt(sql: Sql, database: string, device: string, fromTurn: number, isLate: (bucket: number, turn: number) => boolean): number | undefined {
  const page = 'SELECT bucket, turn, at FROM sync_leaves WHERE database = ? AND device = ? AND turn > ? AND counted = 1 ORDER BY turn LIMIT ? OFFSET ?';
  for (let skip = 0; ; skip += rowsAtOnce) {
    const rows = sql.all<{ bucket: number; turn: number; at: number }>(page, database, device, fromTurn, rowsAtOnce, skip);
    const first = rows.find(({ bucket, turn }) => isLate(bucket, turn));
    if (first || rows.length < rowsAtOnce) return first?.at;
  }
}
