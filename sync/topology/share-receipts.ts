import { createHash } from 'node:crypto';
import { readCheckpoint, receiptOwedMark } from '../replication/checkpoint.ts';
import type { JournalCore } from '../replication/journal-core.ts';
import type { JournalParts } from '../replication/journal.ts';
import { generationOf } from '../replication/mint-revision.ts';
import { allWaiting, countWaiting, settleRows } from '../replication/outbox.ts';
import { bucketOf } from '../receipts/digest.ts';
import type { ReceiptDocument } from '../types.ts';
import type { NeighbourClient } from './neighbour-client.ts';

/** What the tiers proved, as one PC heard it from them. `mark` names this state. */
export interface SharedReceipts { mark: string; path: string | undefined; receipts: { database: string; unit: string; body: string }[] }

/** Cheap: asked at every commit while a neighbour waits. */
export function markOfReceipts(core: JournalCore): string {
  const rows = core.store.sql.all<{ database: string; unit: string; publishedAt: string }>('SELECT database, unit, publishedAt FROM sync_receipts ORDER BY database, unit');
  return createHash('sha256').update(JSON.stringify([core.meta('path'), rows])).digest('base64url');
}

export const readSharedReceipts = (core: JournalCore): SharedReceipts => ({
  mark: markOfReceipts(core), path: core.meta('path'), receipts: core.store.sql.all<{ database: string; unit: string; body: string }>('SELECT database, unit, body FROM sync_receipts'),
});

/**
 * Keeps the receipts of a neighbour, newer ones only. Where this PC has found that the hub is another one, or was put back from an old
 * copy, none before the hub's own next one: the neighbour may not know that yet. The order of the tiers comes from whoever met the hub.
 */
export function takeSharedReceipts({ core, prover }: JournalParts, { path, receipts }: SharedReceipts): void {
  const databases = core.databasesUp;
  const isOwed = (database: string) => core.meta(receiptOwedMark(database)) === '1';
  const known = new Map(core.store.sql.all<{ database: string; unit: string; body: string }>('SELECT database, unit, body FROM sync_receipts').map((row) => [`${row.database}\n${row.unit}`, JSON.parse(row.body) as ReceiptDocument]));
  const news = receipts.flatMap(({ database, unit, body }) => {
    const receipt = JSON.parse(body) as ReceiptDocument;
    return databases.includes(database) && !isOwed(database) && receipt._id === `receipt:${unit}` && isNewer(receipt, known.get(`${database}\n${unit}`)) ? [{ database, unit, body, receipt }] : [];
  });
  const hasMet = databases.some((database) => readCheckpoint(core, database).hub !== '');
  if (path !== undefined && !hasMet && path !== core.meta('path')) core.setMeta('path', path);
  if (news.length === 0) return;
  core.store.commit({
    documents: [], context: 'lan-receipts',
    sql: (sql) => {
      for (const { database, unit, body, receipt } of news) {
        sql.run('INSERT OR REPLACE INTO sync_receipts (database, unit, tier, publishedAt, arrivedAt, body) VALUES (?, ?, ?, ?, ?, ?)', database, unit, String(receipt.tier ?? ''), String(receipt.publishedAt), core.options.now(), body);
      }
    },
  });
  prover.reload();
  core.changed();
}

/** Of one hub's receipt its revisions tell the order, whatever its clock showed; of a hub that was set up anew the time must do. */
function isNewer(offered: ReceiptDocument, known: ReceiptDocument | undefined): boolean {
  if (!known || offered._rev === known._rev) return !known;
  const ahead = offered['createdAt'] === known['createdAt'] ? generationOf(offered._rev) - generationOf(known._rev) : 0;
  return ahead > 0 || (ahead === 0 && String(offered.publishedAt) > String(known.publishedAt));
}

/** What the first hub has proved to hold, whoever brought it there, need not be sent from here any more. */
function settleProved({ core, prover }: JournalParts): void {
  const [first] = prover.path();
  if (!first || countWaiting(core).count === 0) return;
  settleRows(core, allWaiting(core).filter(({ database, id, rev }) => {
    const leaf = core.leavesOf(database, id).find((one) => one.rev === rev);
    return leaf !== undefined && prover.isProved(first.unit, leaf, bucketOf(id));
  }));
}

/** Takes over a neighbour's receipts now and whenever they change, until the signal. */
export async function followReceipts(parts: JournalParts, client: NeighbourClient, timeoutMs: number, signal: AbortSignal): Promise<void> {
  for (let mark = ''; !signal.aborted;) {
    const shared = await client.request<SharedReceipts>(`/receipts?mark=${encodeURIComponent(mark)}&timeout=${timeoutMs}`, { signal });
    takeSharedReceipts(parts, shared);
    settleProved(parts);
    ({ mark } = shared);
  }
}
