import type { WireDocument } from '../replication/wire-document.ts';
import { TransportError } from '../types.ts';
import type { HubClient } from './hub-client.ts';
import { documentsOf, leavesIn } from './leaves-in.ts';

/** Every leaf of these documents with its ancestry, whoever wrote it, tombstones too. */
export async function allLeavesOf(client: HubClient, database: string, ids: readonly string[], signal?: AbortSignal): Promise<WireDocument[]> {
  try {
    return documentsOf(await client.request<unknown>(`/${database}/_bulk_get?revs=true`, { body: { docs: ids.map((id) => ({ id })) }, signal, lane: database }));
  } catch (error) {
    if (!(error instanceof TransportError) || ![400, 404, 405, 501].includes(error.status ?? 0)) throw error;
  }
  const found: WireDocument[] = [];
  for (const id of ids) {
    found.push(...leavesIn(await client.request<unknown>(`/${database}/${encodeURIComponent(id)}?revs=true&open_revs=all`, { signal, lane: database }).catch((error: unknown) => {
      if (error instanceof TransportError && error.kind === 'notFound') return [];
      throw error;
    })));
  }
  return found;
}
