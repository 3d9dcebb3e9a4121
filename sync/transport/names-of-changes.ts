import { TransportError } from '../types.ts';
import { isChangesPage } from './changes-page.ts';
import type { ChangesPage } from './changes-page.ts';
import type { HubClient } from './hub-client.ts';

export interface NamesQuery { database: string; since: string; limit: number; signal?: AbortSignal }

/** A page of the feed with nothing left out and without bodies: ids and leaf revisions. */
export async function namesOfChanges(client: HubClient, { database, since, limit, signal }: NamesQuery): Promise<ChangesPage> {
  const parameters = new URLSearchParams({ style: 'all_docs', heartbeat: '5000', since, limit: String(limit) });
  const answer = await client.request<unknown>(`/${database}/_changes?${parameters}`, { signal, lane: database });
  if (!isChangesPage(answer)) throw new TransportError('hubBroken', 'a page of changes is not what the protocol says');
  return answer;
}
