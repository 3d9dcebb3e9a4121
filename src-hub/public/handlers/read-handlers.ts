import type { AllDocumentsQuery, BulkGetRequest, ReadOptions } from '../../engine/engine.ts';
import type { Answer, SignedCall } from '../call.ts';
import { idFault, isRevision } from '../check-document.ts';
import { badRequest, methodNotAllowed } from '../door-refusal.ts';
import { openFeedWriter } from '../feed-writer.ts';
import { openRevisionToText } from '../open-revision-to-text.ts';
import { readObject } from '../read-body.ts';
import { flag, jsonParameter, whole } from './parameters.ts';
import { readable } from './access-database.ts';

const MAX_ASKED = 10_000;
const PAGE = 500;
/** Answered of one question at a time; others have their turn between. */
const GET_AT_ONCE = 100;

export function readOptions(query: URLSearchParams): ReadOptions {
  return { revisions: flag(query, 'revs'), revisionsInfo: flag(query, 'revs_info'), conflicts: flag(query, 'conflicts'), latest: flag(query, 'latest'), attachments: flag(query, 'attachments') };
}

/** `POST /db/_bulk_get`. */
export async function bulkGet(call: SignedCall, name: string): Promise<Answer> {
  readable(call, name);
  const { docs } = await readObject(call.request, call.config.maxRequestBytes);
  if (!Array.isArray(docs) || docs.length > MAX_ASKED) throw badRequest('`docs` must be a list');
  const requests = docs.map((one: unknown): BulkGetRequest => {
    const { id, rev } = (one ?? {}) as { id?: unknown; rev?: unknown };
    if (idFault(id) !== undefined || (rev !== undefined && !isRevision(rev))) throw badRequest('each of `docs` needs an id, and a well-formed rev if any');
    return { id: id as string, ...(rev === undefined ? {} : { rev }) };
  });
  const options = readOptions(call.query);
  const writer = openFeedWriter(call.request, call.response, call.signal);
  await writer.write('{"results":[\n');
  for (let at = 0; at < requests.length && !call.signal.aborted; at += GET_AT_ONCE) {
    const found = await call.engine.use(name, (database) => database.bulkGet(requests.slice(at, at + GET_AT_ONCE), options));
    await writer.write((at ? ',\n' : '') + found.map(({ id, docs: ofOne }) => `{"id":${JSON.stringify(id)},"docs":[${ofOne.map(openRevisionToText).join(',')}]}`).join(',\n'));
  }
  await writer.end('\n]}\n');
  return 'sent';
}

/** `POST /db/_revs_diff`. What could never be stored here is missing: its writing is refused by itself, not the whole question. */
export async function revsDiff(call: SignedCall, name: string): Promise<Answer> {
  readable(call, name);
  const asked = await readObject(call.request, call.config.maxRequestBytes);
  const possible: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  const missing: Record<string, { missing: string[] }> = Object.create(null) as Record<string, { missing: string[] }>;
  for (const [id, revs] of Object.entries(asked)) {
    if (!Array.isArray(revs) || !revs.every((rev) => typeof rev === 'string')) throw badRequest('each id needs a list of revisions');
    const isPossible = (rev: string) => idFault(id) === undefined && isRevision(rev);
    possible[id] = revs.filter(isPossible);
    if (possible[id].length < revs.length) missing[id] = { missing: revs.filter((rev: string) => !isPossible(rev)) };
  }
  const unknown = await call.engine.use(name, (database) => database.missingRevisions(possible));
  for (const [id, found] of Object.entries(unknown)) missing[id] = { missing: [...found.missing, ...missing[id]?.missing ?? []] };
  return { status: 200, body: missing };
}

/** `GET|POST /db/_all_docs`. */
export async function allDocs(call: SignedCall, name: string): Promise<Answer> {
  if (call.method !== 'GET' && call.method !== 'HEAD' && call.method !== 'POST') throw methodNotAllowed('GET,HEAD,POST');
  readable(call, name);
  const { query, method } = call;
  const keys = method === 'POST' ? (await readObject(call.request, call.config.maxRequestBytes))['keys'] : jsonParameter(query, 'keys');
  if (keys !== undefined && !(Array.isArray(keys) && keys.length <= MAX_ASKED && keys.every((key) => typeof key === 'string'))) throw badRequest('`keys` must be a list of ids');
  const text = (...names: string[]): string | undefined => {
    const value = names.map((one) => jsonParameter(query, one)).find((one) => one !== undefined);
    if (value !== undefined && typeof value !== 'string') throw badRequest(`${names[0] ?? ''} must be a text`);
    return value;
  };
  const key = text('key'), startKey = text('startkey', 'start_key'), endKey = text('endkey', 'end_key');
  const asked: AllDocumentsQuery = {
    ...(keys === undefined ? {} : { keys: keys as string[] }), ...(key === undefined ? {} : { key }), ...(startKey === undefined ? {} : { startKey }), ...(endKey === undefined ? {} : { endKey }),
    skip: whole(query, 'skip') ?? 0, descending: flag(query, 'descending'), inclusiveEnd: query.get('inclusive_end') !== 'false',
    withBodies: flag(query, 'include_docs'), withConflicts: flag(query, 'conflicts'),
  };
  if (keys === undefined && key === undefined) return listInPages(call, name, asked, whole(query, 'limit') ?? Infinity);
  const limit = whole(query, 'limit');
  const found = await call.engine.use(name, (database) => database.allDocuments({ ...asked, ...(limit === undefined ? {} : { limit }) }));
  return { status: 200, body: { total_rows: found.total, offset: found.offset, rows: found.rows } };
}

/** A whole database does not fit in memory: it is read and written page by page. */
async function listInPages(call: SignedCall, name: string, asked: AllDocumentsQuery, limit: number): Promise<Answer> {
  const read = (query: AllDocumentsQuery) => call.engine.use(name, (database) => database.allDocuments(query));
  let page = await read({ ...asked, limit: Math.min(PAGE, limit) });
  const writer = openFeedWriter(call.request, call.response, call.signal);
  await writer.write(`{"total_rows":${page.total},"offset":${page.offset},"rows":[\n`);
  for (let sent = 0; page.rows.length;) {
    await writer.write((sent ? ',\n' : '') + page.rows.map((row) => JSON.stringify(row)).join(',\n'));
    sent += page.rows.length;
    const last = page.rows.at(-1);
    if (page.rows.length < PAGE || sent >= limit || !last || call.signal.aborted) break;
    page = await read({ ...asked, startKey: last.key, skip: 1, limit: Math.min(PAGE, limit - sent) });
  }
  await writer.end('\n]}\n');
  return 'sent';
}
