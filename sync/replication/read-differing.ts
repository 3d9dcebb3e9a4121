import { allLeavesOf } from '../transport/all-leaves-of.ts';
import type { ChangeRow } from '../transport/hub-calls.ts';
import type { HubClient } from '../transport/hub-client.ts';
import { applyPage } from './apply-page.ts';
import type { JournalParts } from './journal.ts';
import { leavesInBuckets } from './reconcile.ts';
import { compareRevisions } from './mint-revision.ts';
import type { WireDocument } from './wire-document.ts';

const documentsAtOnce = 100;

export interface ReadDifferingOptions { parts: JournalParts; client: HubClient; database: string; buckets: readonly { device: string; bucket: number }[]; signal?: AbortSignal }

/**
 * The hub lacks nothing of these buckets and yet holds something else: a version under our own name, which no feed brings us, made
 * by whoever has another client. Its leaves of these documents are taken as a page of the feed would be. Answers how many changed something here.
 */
export async function readDiffering({ parts, client, database, buckets, signal }: ReadDifferingOptions): Promise<number> {
  const ids = new Set<string>();
  for (const page of leavesInBuckets(parts.core, database, buckets)) for (const { id } of page) ids.add(id);
  // What is set aside here is counted nowhere, and may be what somebody ended there.
  for (const { device, bucket } of buckets) for (const { id } of asideIn(parts, database, device, bucket)) ids.add(id);
  const all = [...ids];
  let applied = 0;
  for (let at = 0; at < all.length; at += documentsAtOnce) {
    const leaves = await allLeavesOf(client, database, all.slice(at, at + documentsAtOnce), signal);
    const byId = new Map<string, WireDocument[]>();
    for (const leaf of leaves) byId.set(leaf._id, [...byId.get(leaf._id) ?? [], leaf]);
    const results = [...byId].map(([id, its]): ChangeRow => ({ id, changes: its.map(({ _rev }) => ({ rev: _rev ?? '' })), doc: winnerOf(its) }));
    const plan = await applyPage({ parts, client, database, page: { results, last_seq: '' }, place: () => undefined, signal });
    applied += plan.applied;
  }
  return applied;
}

const asideIn = ({ core }: JournalParts, database: string, device: string, bucket: number): { id: string }[] =>
  core.store.sql.all('SELECT id FROM sync_leaves WHERE database = ? AND counted = 0 AND current = 1 AND device = ? AND bucket = ?', database, device, bucket);

/** Living before ended, then CouchDB's order. */
const winnerOf = (leaves: readonly WireDocument[]): WireDocument | undefined =>
  [...leaves].sort((a, b) => Number(a._deleted === true) - Number(b._deleted === true) || compareRevisions(b._rev ?? '', a._rev ?? ''))[0];
