import type { WireDocument } from '../replication/wire-document.ts';
import type { HubClient } from './hub-client.ts';
import { lacksBulkGet, lacksDocument, leavesInBulk, leavesInOpen } from './leaves-in.ts';

/** Every leaf of these documents with its ancestry, whoever wrote it, tombstones too. */
export async function allLeavesOf(client: HubClient, database: string, ids: readonly string[], signal?: AbortSignal): Promise<WireDocument[]> {
  try {
    return leavesInBulk(await client.request<unknown>(`/${database}/_bulk_get?revs=true`, { body: { docs: ids.map((id) => ({ id })) }, signal, lane: database }), ids.length);
  } catch (error) {
    if (!lacksBulkGet(error)) throw error;
  }
  const found: WireDocument[] = [];
  for (const id of ids) {
    found.push(...leavesInOpen(await client.request<unknown>(`/${database}/${encodeURIComponent(id)}?revs=true&open_revs=all`, { signal, lane: database }).catch((error: unknown) => {
      if (lacksDocument(error)) return [];
      throw error;
    })));
  }
  return found;
}
