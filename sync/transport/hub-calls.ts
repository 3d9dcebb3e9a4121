import type { WireDocument } from '../replication/wire-document.ts';
import { TransportError } from '../types.ts';
import { isChangesPage } from './changes-page.ts';
import type { ChangesPage } from './changes-page.ts';
import { cutPage } from './cut-page.ts';
import type { HubClient, HubRequest, PreparedBody } from './hub-client.ts';
import { ConditionDropped, formatKnownAs, ifKnownHeader } from './if-known.ts';
import type { KnownAs } from './if-known.ts';
import { isRecord } from './is-record.ts';
import { broken, lacksBulkGet, lacksDocument, leavesInBulk, leavesInOpen } from './leaves-in.ts';

export type { ChangeRow, ChangesPage } from './changes-page.ts';
/** `ifKnown`: it takes a push on condition that it is the hub it was. */
export interface Welcome { uuid?: string; path: { unit: string; tier: string; name?: string }[]; ifKnown: boolean; /** Stands for what its door takes, empty where it does not say: changes when a newer program takes more. */ takes: string }
/** `cluster.n`: how many nodes hold a copy of each document. */
export interface DatabaseFacts { update_seq: string | number; instance_start_time?: string; uuid?: string; cluster?: { n?: number } }
export interface BulkFailure { id?: string; rev?: string; error?: string; reason?: string; ok?: boolean }
export interface ChangesQuery { database: string; since: string; limit: number; device: string; /** Only what fits this selector too. */ range?: object; longPollMs?: number; signal?: AbortSignal }
export interface LeafName { id: string; rev: string }


/** `GET /`: is it a hub at all, which one, and what lies above it. */
export async function welcome(client: HubClient, signal?: AbortSignal): Promise<Welcome> {
  const answer = await client.request<unknown>('/', { signal });
  if (!isRecord(answer) || !('couchdb' in answer)) throw new TransportError('notCouch', 'the answer is not a hub\'s welcome');
  const tramxa = isRecord(answer['tramxa']) ? answer['tramxa'] : {};
  const path = (Array.isArray(tramxa['path']) ? tramxa['path'] : []).flatMap((step: unknown) =>
    (isRecord(step) && typeof step['unit'] === 'string'
      ? [{ unit: step['unit'], tier: String(step['tier'] ?? ''), ...(typeof step['name'] === 'string' ? { name: step['name'] } : {}) }] : []));
  return { ...(typeof answer['uuid'] === 'string' ? { uuid: answer['uuid'] } : {}), path, ifKnown: tramxa['ifKnown'] === true, takes: typeof tramxa['takes'] === 'string' ? tramxa['takes'] : '' };
}

export async function databaseFacts(client: HubClient, database: string, signal?: AbortSignal): Promise<DatabaseFacts> {
  const answer = await client.request<unknown>(`/${database}`, { signal, lane: database });
  if (!isRecord(answer) || answer['update_seq'] === undefined) throw broken('the answer about a database');
  return answer as unknown as DatabaseFacts;
}

/** One filtered page of the feed (`revs` asks for the ancestry, which not every hub gives; a sequence for the whole page is a sixth of an Apache CouchDB's work less): own rows stay at the hub; bare tombstones, which name no device, come. */
export async function changes(client: HubClient, query: ChangesQuery): Promise<ChangesPage> {
  const { database, since, limit, device, range, longPollMs, signal } = query;
  const parameters = new URLSearchParams({ filter: '_selector', style: 'all_docs', include_docs: 'true', revs: 'true', since, limit: String(limit), seq_interval: String(limit) });
  if (longPollMs === undefined) parameters.set('heartbeat', '5000');
  else {
    parameters.set('feed', 'longpoll');
    parameters.set('timeout', String(longPollMs));
  }
  const foreign = { $or: [{ device: { $exists: false } }, { device: { $ne: device } }] };
  const body = { selector: range ? { $and: [foreign, range] } : foreign };
  const answer = await client.request<unknown>(`/${database}/_changes?${parameters}`, { body, signal, read: cutPage, ...(longPollMs === undefined ? { lane: database } : {}) });
  if (!isChangesPage(answer)) throw broken('a page of changes');
  return answer;
}

/** A batch for `bulkDocs`, ready to be sent. */
export const packDocuments = (client: HubClient, docs: readonly WireDocument[]): Promise<PreparedBody> => client.prepare(JSON.stringify({ new_edits: false, docs }));

/**
 * `_bulk_docs` with `new_edits:false`: the answer names the failures only. With `knownAs` only a hub that is still known so takes
 * anything; status 412 where it is not, and a fault where it may have been taken by one that did not look.
 */
export async function bulkDocs(client: HubClient, database: string, prepared: PreparedBody, { signal, knownAs }: { signal?: AbortSignal; knownAs?: KnownAs } = {}): Promise<BulkFailure[]> {
  const condition = knownAs && formatKnownAs(knownAs);
  const said = { status: 0, condition: undefined as string | undefined };
  const answer = await client.request<unknown>(`/${database}/_bulk_docs`, {
    prepared, signal, lane: database, ...(condition === undefined ? {} : { headers: { [ifKnownHeader]: condition } }),
    onAnswer: ({ status, headers }) => { Object.assign(said, { status, condition: headers.get(ifKnownHeader) ?? undefined }); },
  });
  // 201, or 202 of a cluster of which not enough nodes answered; anybody may say 200.
  if (!Array.isArray(answer) || (said.status !== 201 && said.status !== 202)) throw broken('the answer to a push');
  if (condition !== undefined && said.condition !== condition) throw new ConditionDropped();
  return (answer as unknown[]).filter(isRecord).filter((row) => row['error'] !== undefined) as BulkFailure[];
}

/** Named leaves with their ancestry; those the hub no longer has are left out. */
export async function leavesWithAncestry(client: Pick<HubClient, 'request'>, database: string, leaves: LeafName[], signal?: AbortSignal): Promise<WireDocument[]> {
  if (leaves.length === 0) return [];
  try {
    return leavesInBulk(await client.request<unknown>(`/${database}/_bulk_get?revs=true`, { body: { docs: leaves }, signal, lane: database }), new Set(leaves.map(({ id }) => id)).size);
  } catch (error) {
    if (!lacksBulkGet(error)) throw error;
  }
  const found: WireDocument[] = [];
  for (const { id, rev } of leaves) {
    const path = `/${database}/${encodeURIComponent(id)}?revs=true&open_revs=${encodeURIComponent(JSON.stringify([rev]))}`;
    const answer = await client.request<unknown>(path, { signal, lane: database }).catch((error: unknown) => {
      if (lacksDocument(error)) return [];
      throw error;
    });
    found.push(...leavesInOpen(answer));
  }
  return found;
}

/** Of these leaves, the ones the hub has never seen. */
export async function missingRevisions(client: HubClient, database: string, leaves: LeafName[], signal?: AbortSignal): Promise<LeafName[]> {
  const asked: Record<string, string[]> = {};
  for (const { id, rev } of leaves) (asked[id] ??= []).push(rev);
  const answer = await client.request<unknown>(`/${database}/_revs_diff`, { body: asked, signal, lane: database });
  if (!isRecord(answer)) throw broken('the answer to _revs_diff');
  return Object.entries(answer).flatMap(([id, said]) => {
    const { missing = [] } = (said ?? {}) as { missing?: unknown };
    if (!Array.isArray(missing)) throw broken('the answer to _revs_diff');
    return missing.map((rev: unknown) => ({ id, rev: String(rev) }));
  });
}

/** Makes a database at a hub that lets us; `false` where it does not. */
export async function createDatabase(client: HubClient, database: string, request: HubRequest = {}): Promise<boolean> {
  try {
    await client.request(`/${database}`, { ...request, method: 'PUT' });
    return true;
  } catch (error) {
    if (error instanceof TransportError && error.status === 412) return true;
    if (error instanceof TransportError && ['unauthorized', 'forbidden', 'notFound'].includes(error.kind)) return false;
    throw error;
  }
}

