import { allLeavesOf } from '../transport/all-leaves-of.ts';
import type { ChangeRow } from '../transport/changes-page.ts';
import type { HubClient } from '../transport/hub-client.ts';
import { applyPage } from './apply-page.ts';
import type { JournalParts } from './journal.ts';
import { compareRevisions } from './mint-revision.ts';
import type { WireDocument } from './wire-document.ts';

const documentsAtOnce = 100;

export interface TakeLeavesOptions { parts: JournalParts; client: HubClient; database: string; signal?: AbortSignal }

/** Takes all of the hub's leaves of some documents, whoever they name, as a page of the feed would bring them. Answers how many changed something here. */
export async function takeLeaves({ parts, client, database, signal }: TakeLeavesOptions, ids: Iterable<string>): Promise<number> {
  const all = [...new Set(ids)];
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

/** Living before ended, then CouchDB's order. */
const winnerOf = (leaves: readonly WireDocument[]): WireDocument | undefined =>
  [...leaves].sort((a, b) => Number(a._deleted === true) - Number(b._deleted === true) || compareRevisions(b._rev ?? '', a._rev ?? ''))[0];
