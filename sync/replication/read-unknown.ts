import { bucketOf } from '../receipts/digest.ts';
import { namesOfChanges } from '../transport/names-of-changes.ts';
import { readCheckpoint } from './checkpoint.ts';
import { takeLeaves } from './take-leaves.ts';
import type { TakeLeavesOptions } from './take-leaves.ts';

/** How far the names of each database were looked through, of which hub, when last from the beginning, and whether the last look found nothing. */
export type NamesRead = Map<string, { hub: string; since: string; wholeAt: number; inVain: boolean }>;
export interface ReadUnknownOptions extends TakeLeavesOptions { namesRead: NamesRead; buckets: readonly { bucket: number }[] }

const namesAtOnce = 2000;
/** A hub put back may have its documents below the place of the last look; all names of a large station are megabytes. */
const wholeAtLeastEveryMs = 3600_000;

/**
 * The hub holds more than is here, and its feed does not bring it: somebody else made a record under our own name, or the feed was read past what another PC
 * brought to a hub that had been put back. Looks through the hub's feed, names and revisions only, for what is unknown in these buckets, and
 * takes that. A second look goes on where the first ended, or, where that found nothing, begins anew once an hour. Answers how many documents changed something here.
 */
export async function readUnknown(options: ReadUnknownOptions): Promise<number> {
  const { parts: { core }, client, database, buckets, namesRead, signal } = options;
  const wanted = new Set(buckets.map(({ bucket }) => bucket));
  const { hub } = readCheckpoint(core, database);
  const known = namesRead.get(database);
  const now = core.options.now();
  const goesOn = known?.hub === hub && !(known.inVain && Math.abs(now - known.wholeAt) >= wholeAtLeastEveryMs);
  let since = goesOn ? known.since : '0';
  const wholeAt = goesOn ? known.wholeAt : now;
  let applied = 0;
  for (;;) {
    const { results, last_seq: last } = await namesOfChanges(client, { database, since, limit: namesAtOnce, signal });
    const unknown = results.filter(({ id, changes }) => wanted.has(bucketOf(id)) && core.collectionOf(id)?.owned === true && changes.some(({ rev }) => !core.leaves.of(database, id).some((leaf) => leaf.rev === rev)));
    applied += await takeLeaves(options, unknown.map(({ id }) => id));
    since = String(last);
    namesRead.set(database, { hub, since, wholeAt, inVain: applied === 0 });
    if (results.length < namesAtOnce) return applied;
  }
}
