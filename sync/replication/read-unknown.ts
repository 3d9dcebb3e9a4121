import { bucketOf } from '../receipts/digest.ts';
import { namesOfChanges } from '../transport/names-of-changes.ts';
import { readCheckpoint } from './checkpoint.ts';
import { takeLeaves } from './take-leaves.ts';
import type { TakeLeavesOptions } from './take-leaves.ts';

/** How far the names of each database were looked through, and of which hub. */
export type NamesRead = Map<string, { hub: string; since: string }>;
export interface ReadUnknownOptions extends TakeLeavesOptions { namesRead: NamesRead; buckets: readonly { bucket: number }[] }

const namesAtOnce = 2000;

/**
 * The hub holds more under our own name than was ever written here: somebody else made a record in it, which no feed brings us and
 * of which nothing is known here. Looks through the hub's feed, names and revisions only, for what is unknown in these buckets, and
 * takes that. A second look goes on where the first ended. Answers how many documents changed something here.
 */
export async function readUnknown(options: ReadUnknownOptions): Promise<number> {
  const { parts: { core }, client, database, buckets, namesRead, signal } = options;
  const wanted = new Set(buckets.map(({ bucket }) => bucket));
  const { hub } = readCheckpoint(core, database);
  const known = namesRead.get(database);
  let since = known?.hub === hub ? known.since : '0';
  let applied = 0;
  for (;;) {
    const { results, last_seq: last } = await namesOfChanges(client, { database, since, limit: namesAtOnce, signal });
    const unknown = results.filter(({ id, changes }) => wanted.has(bucketOf(id)) && core.collectionOf(id)?.owned === true && changes.some(({ rev }) => !core.leaves.of(database, id).some((leaf) => leaf.rev === rev)));
    applied += await takeLeaves(options, unknown.map(({ id }) => id));
    since = String(last);
    namesRead.set(database, { hub, since });
    if (results.length < namesAtOnce) return applied;
  }
}
