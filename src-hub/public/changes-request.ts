import { selectorFault } from '../engine/match-selector.ts';
import type { Selector } from '../engine/match-selector.ts';
import type { SignedCall } from './call.ts';
import { badRequest, notFound } from './door-refusal.ts';
import { flag, jsonParameter, whole } from './handlers/parameters.ts';
import { readObject } from './read-body.ts';

export interface ChangesRequest {
  since: string; limit: number; style: 'winner' | 'all'; feed: 'normal' | 'longpoll' | 'continuous';
  withBodies: boolean; withConflicts: boolean; withAttachments: boolean; descending: boolean;
  /** Milliseconds without a change before a waiting feed ends; `undefined` = as long as the client stays. */
  timeoutMs: number | undefined; heartbeatMs: number | undefined;
  selector?: Selector; ids?: ReadonlySet<string>;
}

const DEFAULT_TIMEOUT_MS = 60_000;
const LEAST_HEARTBEAT_MS = 50;
const DEFAULT_HEARTBEAT_MS = 60_000;
/** Read newest first, the whole page lies in memory … */
const MAX_DESCENDING = 1000;
/** … and with bodies. */
const MAX_DESCENDING_BODIES = 50;
/** Characters of JSON; each document is held against it. */
const MAX_SELECTOR = 16_384;

function heartbeatOf(query: URLSearchParams): number | undefined {
  const text = query.get('heartbeat');
  if (text === null || text === 'false') return undefined;
  if (text === 'true') return DEFAULT_HEARTBEAT_MS;
  return Math.max(LEAST_HEARTBEAT_MS, whole(query, 'heartbeat') ?? DEFAULT_HEARTBEAT_MS);
}

function feedOf(query: URLSearchParams): ChangesRequest['feed'] {
  const feed = query.get('feed') ?? 'normal';
  if (feed !== 'normal' && feed !== 'longpoll' && feed !== 'continuous') throw badRequest('Supported `feed` types: normal, continuous, longpoll');
  return feed;
}

/** A list of ids, in the body or the query. */
function idsOf(listed: unknown): ReadonlySet<string> {
  if (!Array.isArray(listed) || !listed.every((id) => typeof id === 'string')) throw badRequest('`doc_ids` must be a list of ids');
  return new Set(listed as string[]);
}

/** What `_changes` is asked, from query and body. Nothing in it is ever evaluated: filters are a selector or a list of ids. */
export async function parseChangesRequest(call: SignedCall): Promise<ChangesRequest> {
  const { query, method } = call;
  const hasBody = method === 'POST' && Number(call.request.headers['content-length'] ?? 1) > 0;
  const body = hasBody ? await readObject(call.request, call.config.maxRequestBytes) : {};
  const heartbeatMs = heartbeatOf(query);
  const since = query.get('since') ?? query.get('last-event-id') ?? '0';
  const request: ChangesRequest = {
    since: since.replace(/^"(.*)"$/, '$1'), limit: Math.max(1, whole(query, 'limit') ?? Infinity), style: query.get('style') === 'all_docs' ? 'all' : 'winner', feed: feedOf(query),
    withBodies: flag(query, 'include_docs'), withConflicts: flag(query, 'conflicts'), withAttachments: flag(query, 'attachments'), descending: flag(query, 'descending'),
    heartbeatMs, timeoutMs: whole(query, 'timeout') ?? (heartbeatMs === undefined ? DEFAULT_TIMEOUT_MS : undefined),
  };
  const most = request.withBodies ? MAX_DESCENDING_BODIES : MAX_DESCENDING;
  if (request.descending && (request.limit > most || request.feed !== 'normal')) throw badRequest(`descending needs a limit of at most ${most} and the normal feed`);
  switch (query.get('filter')) {
    case null: case '': return request;
    case '_selector': {
      const fault = selectorFault(body['selector']);
      if (fault !== undefined) throw badRequest(fault);
      if (JSON.stringify(body['selector']).length > MAX_SELECTOR) throw badRequest('selector is too long');
      return { ...request, selector: body['selector'] as Selector };
    }
    case '_doc_ids': return { ...request, ids: idsOf(body['doc_ids'] ?? jsonParameter(query, 'doc_ids')) };
    default: throw notFound('no such filter');
  }
}
