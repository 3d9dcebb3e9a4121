import type { JournalCore } from '../replication/journal-core.ts';
import { nextOutgoing } from '../replication/outbox.ts';
import type { Outgoing, OutboxRow } from '../replication/outbox.ts';
import { storedToWire } from '../replication/wire-document.ts';
import type { WireDocument } from '../replication/wire-document.ts';

export interface BundlePlan { rows: OutboxRow[]; /** Left out for want of room. */ left: number; savedFrom: string | undefined; savedTo: string | undefined }
export interface PlanOptions { /** Leaves out what is on another stick already. */ goOn: boolean; /** Room on the stick, counted before compression; what was saved first goes in any case. */ maxBytes: number }

const pageSize = 250;

/** What waits in one database, in the order of the commits. */
function* waitingIn(core: JournalCore, database: string): Generator<Outgoing, undefined> {
  for (let after = 0; ;) {
    const page = nextOutgoing(core, database, after, pageSize);
    yield* page;
    if (page.length < pageSize) return;
    after = page.at(-1)?.row.seq ?? after;
  }
}

/** What waits in all of them; outbox rows are numbered across the databases. */
function* waitingInAll(core: JournalCore, databases: readonly string[]): Generator<Outgoing, undefined> {
  const heads = databases.flatMap((database) => {
    const rest = waitingIn(core, database);
    const { value } = rest.next();
    return value ? [{ value, rest }] : [];
  });
  while (heads.length > 0) {
    const first = heads.reduce((least, head) => (head.value.row.seq < least.value.row.seq ? head : least));
    yield first.value;
    const { value } = first.rest.next();
    if (value) first.value = value;
    else heads.splice(heads.indexOf(first), 1);
  }
}

/** Everything no hub has confirmed, in the order of the commits, as far as there is room; what was saved together goes on one stick. */
export function planBundle(core: JournalCore, databases: readonly string[], { goOn, maxBytes }: PlanOptions): BundlePlan {
  const elsewhere = new Set(goOn ? core.store.sql.all<{ seq: number }>('SELECT DISTINCT seq FROM sync_bundle_rows').map(({ seq }) => seq) : []);
  const plan: BundlePlan = { rows: [], left: 0, savedFrom: undefined, savedTo: undefined };
  let bytes = 0;
  let together: OutboxRow[] = [];
  const place = () => {
    if (plan.left > 0 || (bytes > maxBytes && plan.rows.length > 0)) plan.left += together.length;
    else plan.rows.push(...together);
    together = [];
  };
  for (const { row, document } of waitingInAll(core, databases)) {
    if (elsewhere.has(row.seq)) continue;
    // Rows of one commit follow one another and have its time.
    if (together[0] && together[0].savedAt !== row.savedAt) place();
    if (Number.isFinite(maxBytes)) bytes += Buffer.byteLength(JSON.stringify(document)) + row.database.length + 50;
    together.push({ ...row, baseBody: null });
  }
  place();
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
