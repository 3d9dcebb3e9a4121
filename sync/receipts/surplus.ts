import type { JournalCore } from '../replication/journal-core.ts';
import { bucketCount, bucketOf } from './digest.ts';
import type { Digest } from './digest.ts';
import { everything, nothing } from './late-leaves.ts';

export interface SurplusParts {
  core: JournalCore;
  /** Of this device, and of those a restored copy was before. */ ownNames: readonly string[];
  /** Greatest turn a receipt proves of a device, by bucket. */ boundsOf(device: string): readonly number[];
}

/**
 * Buckets of which a receipt speaks of more than is here. Under our own names nobody else should write: there a receipt that is merely older equals what was here once. What others
 * wrote came, or would have come, before the receipt: more of it is here only if the receipt is older than an edit that took its place, and then the bucket has something the receipt lacks.
 */
export function surplusOf({ core, ownNames, boundsOf }: SurplusParts, database: string, theirs: ReadonlyMap<string, Digest> | undefined): { database: string; bucket: number }[] {
  if (!theirs) return [];
  const devices = [...new Set([...theirs.keys(), ...core.digests.devices(database)])].map((device) => ({ device, bounds: boundsOf(device), held: core.digests.digest(database, device), theirs: theirs.get(device) }));
  const [own, others] = [devices.filter(({ device }) => ownNames.includes(device)), devices.filter(({ device }) => !ownNames.includes(device))];
  const kept = once(() => keptApart(core, database));
  const hasMore = ({ bounds, held, theirs: told }: (typeof devices)[number], bucket: number): boolean => bounds[bucket] === nothing && (told?.bucket(bucket).count ?? 0) > held.bucket(bucket).count;
  const isPassedBy = (bucket: number): boolean => {
    const more = others.filter((one) => hasMore(one, bucket));
    if (more.length === 0 || devices.some((one) => one.bounds[bucket] !== everything && !hasMore(one, bucket) && one.held.bucket(bucket).count > 0)) return false;
    return more.some(({ device, held, theirs: told }) => (told?.bucket(bucket).count ?? 0) - held.bucket(bucket).count > (kept().get(`${device} ${bucket}`) ?? 0));
  };
  return Array.from({ length: bucketCount }, (_, bucket) => bucket).filter((bucket) => own.some((one) => hasMore(one, bucket)) || isPassedBy(bucket)).map((bucket) => ({ database, bucket }));
}

/** Documents this program does not know are kept, and counted by a hub that knows them: how many, by device and bucket. */
function keptApart({ store }: JournalCore, database: string): Map<string, number> {
  const counts = new Map<string, number>();
  // Of one nested too deeply for SQLite nothing can be asked; what could not be kept at all is not here either.
  const apart = `SELECT id, CASE WHEN json_valid(body) THEN json_extract(body, '$.device') END AS device FROM foreign_documents WHERE database = ?
    UNION ALL SELECT id, device FROM sync_unkept WHERE database = ?`;
  for (const { id, device } of store.sql.all<{ id: string; device: string | null }>(apart, database, database)) {
    const key = `${device ?? ''} ${bucketOf(id)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
