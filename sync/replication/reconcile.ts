import { missingRevisions } from '../transport/hub-calls.ts';
import type { HubClient } from '../transport/hub-client.ts';
import type { JournalCore } from './journal-core.ts';
import type { Leaf } from './leaf-book.ts';
import { waitsAs } from './outbox.ts';
import type { NewOutboxRow } from './plan-rows.ts';

export interface ReconcileOptions { core: JournalCore; client: HubClient; database: string; signal?: AbortSignal; /** Only these buckets of these devices. */ buckets?: readonly { device: string; bucket: number }[] }

/** Asks the hub which of our leaves it lacks and puts those back into the outbox; answers how many. */
export async function reconcileDatabase({ core, client, database, signal, buckets }: ReconcileOptions): Promise<number> {
  let resent = 0;
  for (const leaves of buckets ? leavesInBuckets(core, database, buckets) : core.leaves.all(database)) {
    const missing = await missingRevisions(client, database, leaves.map(({ id, rev }) => ({ id, rev })), signal);
    const lacking = new Set(missing.map(({ id, rev }) => `${id}\n${rev}`));
    const outbox = leaves.filter(({ id, rev }) => lacking.has(`${id}\n${rev}`)).flatMap((leaf) => rowFor(core, database, leaf));
    if (outbox.length === 0) continue;
    resent += outbox.length;
    core.commit({ documents: [], leaves: [], outbox, context: 'sync-reconcile' });
  }
  return resent;
}

/** The outbox row that offers a leaf again; none where it waits already or is gone. */
export function rowFor(core: JournalCore, database: string, { id, rev, body }: Leaf): NewOutboxRow[] {
  const collection = core.collectionOf(id);
  const shown = collection && core.store.get(collection.table, id)?._rev === rev;
  if (!collection || waitsAs(core, database, id, rev) || (!shown && body === null)) return [];
  return [{ database, tbl: collection.table, id, rev, baseRev: null, baseBody: null, body: shown ? null : body }];
}

export function* leavesInBuckets(core: JournalCore, database: string, buckets: readonly { device: string; bucket: number }[]): Generator<Leaf[]> {
  const bucketsOf = new Map<string, number[]>();
  for (const { device, bucket } of buckets) bucketsOf.set(device, [...(bucketsOf.get(device) ?? []), bucket]);
  for (const [device, wanted] of bucketsOf) yield* core.leaves.inBuckets(database, device, wanted);
}
