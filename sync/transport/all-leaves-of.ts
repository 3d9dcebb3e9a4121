import type { WireDocument } from '../replication/wire-document.ts';
import { TransportError } from '../types.ts';
import type { HubClient } from './hub-client.ts';

/** Every leaf of these documents with its ancestry, whoever wrote it, tombstones too. */
export async function allLeavesOf(client: HubClient, database: string, ids: readonly string[], signal?: AbortSignal): Promise<WireDocument[]> {
  const found: WireDocument[] = [];
  const add = (answer: { ok?: WireDocument }[]) => { for (const { ok } of answer) if (ok) found.push(ok); };
  try {
    const answer = await client.request<{ results?: { docs?: { ok?: WireDocument }[] }[] }>(`/${database}/_bulk_get?revs=true`, { body: { docs: ids.map((id) => ({ id })) }, signal, lane: database });
    if (!Array.isArray(answer.results)) throw new TransportError('hubBroken', 'the answer to _bulk_get is not what the protocol says');
    for (const { docs = [] } of answer.results) add(docs);
    return found;
  } catch (error) {
    if (!(error instanceof TransportError) || ![400, 404, 405, 501].includes(error.status ?? 0)) throw error;
  }
  for (const id of ids) {
    add(await client.request<{ ok?: WireDocument }[]>(`/${database}/${encodeURIComponent(id)}?revs=true&open_revs=all`, { signal, lane: database }).catch((error: unknown) => {
      if (error instanceof TransportError && error.kind === 'notFound') return [];
      throw error;
    }));
  }
  return found;
}
