import { missingRevisions } from '../transport/hub-calls.ts';
import type { HubClient } from '../transport/hub-client.ts';
import type { JournalCore, Leaf, NewOutboxRow } from './journal-core.ts';

const pageSize = 500;

export interface ReconcileOptions { core: JournalCore; client: HubClient; database: string; signal?: AbortSignal; /** Only these buckets of these devices. */ buckets?: readonly { device: string; bucket: number }[] }

/** Asks the hub which of our leaves it lacks and puts those back into the outbox; answers how many. */
export async function reconcileDatabase({ core, client, database, signal, buckets }: ReconcileOptions): Promise<number> {
  let resent = 0;
  for (const leaves of buckets ? leavesInBuckets(core, database, buckets) : allLeaves(core, database)) {
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
  const waits = core.store.sql.get("SELECT 1 FROM sync_outbox WHERE database = ? AND id = ? AND rev = ? AND state = 'waiting'", database, id, rev);
  if (!collection || waits || (!shown && body === null)) return [];
  return [{ database, tbl: collection.table, id, rev, baseRev: null, baseBody: null, body: shown ? null : body }];
}

const columns = 'database, id, rev, device, turn, counted, current, branch, at, body';

function* allLeaves(core: JournalCore, database: string): Generator<Leaf[]> {
  let [id, rev] = ['', ''];
  for (;;) {
    const page = core.store.sql.all<Leaf>(`SELECT ${columns} FROM sync_leaves WHERE database = ? AND counted = 1 AND (id, rev) > (?, ?) ORDER BY id, rev LIMIT ?`, database, id, rev, pageSize);
    const last = page.at(-1);
    if (!last) return;
    ({ id, rev } = last);
    yield page;
  }
}

export function* leavesInBuckets(core: JournalCore, database: string, buckets: readonly { device: string; bucket: number }[]): Generator<Leaf[]> {
  const bucketsOf = new Map<string, number[]>();
  for (const { device, bucket } of buckets) bucketsOf.set(device, [...(bucketsOf.get(device) ?? []), bucket]);
  for (const [device, wanted] of bucketsOf) {
    let [turn, id, rev] = [-1, '', ''];
    for (;;) {
      const page = core.store.sql.all<Leaf>(`SELECT ${columns} FROM sync_leaves WHERE database = ? AND device = ? AND (turn, id, rev) > (?, ?, ?) AND counted = 1
        AND bucket IN (SELECT value FROM json_each(?)) ORDER BY turn, id, rev LIMIT ?`, database, device, turn, id, rev, JSON.stringify(wanted), pageSize);
      if (page.length > 0) yield page;
      const last = page.at(-1);
      if (!last || page.length < pageSize) break;
      ({ turn, id, rev } = last);
    }
  }
}
