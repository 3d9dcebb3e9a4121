import type { JournalCore } from '../replication/journal-core.ts';
import { nextOutgoing } from '../replication/outbox.ts';
import type { OutboxRow } from '../replication/outbox.ts';
import { storedToWire } from '../replication/wire-document.ts';
import type { WireDocument } from '../replication/wire-document.ts';

export interface BundlePlan { rows: OutboxRow[]; /** Left out for want of room. */ left: number; savedFrom: string | undefined; savedTo: string | undefined }
export interface PlanOptions { /** Leaves out what is on another stick already. */ goOn: boolean; /** Room on the stick, counted before compression; at least one document goes. */ maxBytes: number }

const pageSize = 250;

/** Everything no hub has confirmed, in the order of the commits, as far as there is room. */
export function planBundle(core: JournalCore, databases: readonly string[], { goOn, maxBytes }: PlanOptions): BundlePlan {
  const elsewhere = new Set(goOn ? core.store.sql.all<{ seq: number }>('SELECT DISTINCT seq FROM sync_bundle_rows').map(({ seq }) => seq) : []);
  const plan: BundlePlan = { rows: [], left: 0, savedFrom: undefined, savedTo: undefined };
  let bytes = 0;
  for (const database of databases) {
    let after = 0;
    for (;;) {
      const page = nextOutgoing(core, database, after, pageSize);
      for (const { row, document } of page) {
        if (elsewhere.has(row.seq)) continue;
        if (Number.isFinite(maxBytes)) bytes += Buffer.byteLength(JSON.stringify(document)) + database.length + 50;
        if (plan.left > 0 || (bytes > maxBytes && plan.rows.length > 0)) plan.left++;
        else plan.rows.push({ ...row, baseBody: null });
      }
      after = page.at(-1)?.row.seq ?? 0;
      if (page.length < pageSize) break;
    }
  }
  const times = plan.rows.reduce<[number, number] | undefined>((span, { savedAt }) => [Math.min(span?.[0] ?? savedAt, savedAt), Math.max(span?.[1] ?? savedAt, savedAt)], undefined);
  if (times) [plan.savedFrom, plan.savedTo] = [new Date(times[0]).toISOString(), new Date(times[1]).toISOString()];
  return plan;
}

/** What a planned row stands for; none where the document was edited since: its newer version waits by itself. */
export function documentOf({ store }: JournalCore, row: OutboxRow): WireDocument | undefined {
  if (row.body !== null) return JSON.parse(row.body) as WireDocument;
  const stored = store.get(row.tbl, row.id);
  return stored?._rev === row.rev ? storedToWire(stored) : undefined;
}
