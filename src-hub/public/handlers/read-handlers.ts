import { setImmediate as nextRound } from 'node:timers/promises';
import type { AllDocumentsQuery, BulkGetAnswer, BulkGetRequest, ReadOptions } from '../../engine/engine.ts';
import type { Answer, SignedCall } from '../call.ts';
import { idFault, isRevision } from '../check-document.ts';
import { badRequest, methodNotAllowed } from '../door-refusal.ts';
import { openFeedWriter } from '../feed-writer.ts';
import { openRevisionToText } from '../open-revision-to-text.ts';
import { readObject } from '../read-body.ts';
import { createBodyPage } from './body-page.ts';
import { flag, jsonParameter, whole } from './parameters.ts';
import { readable } from './access-database.ts';

const MAX_ASKED = 10_000;
const PAGE = 500;
/** Answered of one question at a time; others have their turn between. */
const ASKED_AT_ONCE = 250;

export function readOptions(query: URLSearchParams): ReadOptions {
  return { revisions: flag(query, 'revs'), revisionsInfo: flag(query, 'revs_info'), conflicts: flag(query, 'conflicts'), latest: flag(query, 'latest'), attachments: flag(query, 'attachments') };
}

const isPossible = ({ id, rev }: BulkGetRequest): boolean => idFault(id) === undefined && (rev === undefined || isRevision(rev));
const neverHere = ({ id, rev = 'undefined' }: BulkGetRequest): BulkGetAnswer => ({ id, docs: [{ error: { id, rev, error: 'bad_request', reason: 'no document can be named so' } }] });

/** `POST /db/_bulk_get`. A question about what could never be stored is no reason to refuse the others. */
export async function bulkGet(call: SignedCall, name: string): Promise<Answer> {
  readable(call, name);
  const { docs } = await readObject(call.request, call.config.maxRequestBytes);
  if (!Array.isArray(docs) || docs.length > MAX_ASKED) throw badRequest('`docs` must be a list');
  const requests = docs.map((one: unknown): BulkGetRequest => {
    const { id, rev } = (one ?? {}) as { id?: unknown; rev?: unknown };
    if (typeof id !== 'string' || (rev !== undefined && typeof rev !== 'string')) throw badRequest('each of `docs` needs an id, and a rev if any is meant');
    return { id, ...(rev === undefined ? {} : { rev }) };
  });
  const options = readOptions(call.query);
  const writer = openFeedWriter(call.request, call.response, call.signal);
  await writer.write('{"results":[\n');
  const page = createBodyPage();
  for (let at = 0; at < requests.length && !call.signal.aborted;) {
    if (at > 0) await nextRound();
    const some = requests.slice(at, at + page.size());
    const answered = (await call.engine.use(name, (database) => database.bulkGet(some.filter(isPossible), options))).values();
    const found = some.map((one) => (isPossible(one) ? answered.next().value ?? neverHere(one) : neverHere(one)));
    const text = found.map(({ id, docs: ofOne }) => `{"id":${JSON.stringify(id)},"docs":[${ofOne.map(openRevisionToText).join(',')}]}`).join(',\n');
    page.read(some.length, text.length);
    await writer.write((at ? ',\n' : '') + text);
    at += some.length;
  }
  await writer.end('\n]}\n');
  return 'sent';
}

/** `POST /db/_revs_diff`. What could never be stored here is missing: its writing is refused by itself, not the whole question. */
export async function revsDiff(call: SignedCall, name: string): Promise<Answer> {
  readable(call, name);
  const asked = Object.entries(await readObject(call.request, call.config.maxRequestBytes));
  if (asked.length > MAX_ASKED) throw badRequest(`at most ${MAX_ASKED} documents at once`);
  const possible: [id: string, revs: string[]][] = [];
  const missing: Record<string, { missing: string[] }> = Object.create(null) as Record<string, { missing: string[] }>;
  for (const [id, revs] of asked) {
    if (!Array.isArray(revs) || !revs.every((rev) => typeof rev === 'string')) throw badRequest('each id needs a list of revisions');
    const isPossible = (rev: string) => idFault(id) === undefined && isRevision(rev);
    const some = revs.filter(isPossible);
    possible.push([id, some]);
    if (some.length < revs.length) missing[id] = { missing: revs.filter((rev: string) => !isPossible(rev)) };
  }
  for (let at = 0; at < possible.length; at += ASKED_AT_ONCE) {
    if (at > 0) await nextRound();
    const some: Record<string, string[]> = Object.assign(Object.create(null), Object.fromEntries(possible.slice(at, at + ASKED_AT_ONCE)));
    const unknown = await call.engine.use(name, (database) => database.missingRevisions(some));
    for (const [id, found] of Object.entries(unknown)) missing[id] = { missing: [...found.missing, ...missing[id]?.missing ?? []] };
  }
  return { status: 200, body: missing };
}

/** What is asked of `_all_docs`: what stands in a body stands before what the address says, as CouchDB reads it. */
async function allDocsQuery({ query, method, request, config }: SignedCall): Promise<URLSearchParams> {
  if (method !== 'POST') return query;
  const asked = new URLSearchParams(query);
  for (const [name, value] of Object.entries(await readObject(request, config.maxRequestBytes))) asked.set(name, JSON.stringify(value));
  return asked;
}

/** `GET|POST /db/_all_docs`. */
export async function allDocs(call: SignedCall, name: string): Promise<Answer> {
  if (call.method !== 'GET' && call.method !== 'HEAD' && call.method !== 'POST') throw methodNotAllowed('GET,HEAD,POST');
  readable(call, name);
  const query = await allDocsQuery(call);
  const keys = jsonParameter(query, 'keys');
  if (keys !== undefined && !(Array.isArray(keys) && keys.length <= MAX_ASKED && keys.every((key) => typeof key === 'string'))) throw badRequest('`keys` must be a list of ids');
  const text = (...names: string[]): string | undefined => {
    const value = names.map((one) => jsonParameter(query, one)).find((one) => one !== undefined);
    if (value !== undefined && typeof value !== 'string') throw badRequest(`${names[0] ?? ''} must be a text`);
    return value;
  };
  const key = text('key'), startKey = text('startkey', 'start_key'), endKey = text('endkey', 'end_key');
  const asked: AllDocumentsQuery = {
    ...(key === undefined ? {} : { key }), ...(startKey === undefined ? {} : { startKey }), ...(endKey === undefined ? {} : { endKey }),
    skip: whole(query, 'skip') ?? 0, descending: flag(query, 'descending'), inclusiveEnd: query.get('inclusive_end') !== 'false',
    withBodies: flag(query, 'include_docs'), withConflicts: flag(query, 'conflicts'),
  };
  const limit = whole(query, 'limit');
  if (keys !== undefined) return listKeys(call, name, asked, (keys as string[]).slice(asked.skip, (asked.skip ?? 0) + (limit ?? Infinity)));
  if (key === undefined) return listInPages(call, name, asked, limit ?? Infinity);
  const found = await call.engine.use(name, (database) => database.allDocuments({ ...asked, ...(limit === undefined ? {} : { limit }) }));
  return { status: 200, body: { total_rows: found.total, offset: found.offset, rows: found.rows } };
}

/** Named documents, some at a time, in the order they were asked for, or the other way round. */
async function listKeys(call: SignedCall, name: string, { withBodies = false, withConflicts = false, descending = false, skip = 0 }: AllDocumentsQuery, keys: string[]): Promise<Answer> {
  const wanted = descending ? keys.toReversed() : keys;
  const page = createBodyPage();
  const writer = openFeedWriter(call.request, call.response, call.signal);
  for (let at = 0; at === 0 || (at < wanted.length && !call.signal.aborted);) {
    if (at > 0) await nextRound();
    const some = wanted.slice(at, at + (withBodies ? page.size() : ASKED_AT_ONCE));
    const found = await call.engine.use(name, (database) => database.allDocuments({ keys: some, withBodies, withConflicts }));
    const text = found.rows.map((row) => JSON.stringify(row)).join(',\n');
    page.read(some.length, text.length);
    await writer.write((at ? ',\n' : `{"total_rows":${found.total},"offset":${skip},"rows":[\n`) + text);
    at += Math.max(1, some.length);
  }
  await writer.end('\n]}\n');
  return 'sent';
}

/** A whole database does not fit in memory: it is read and written page by page. */
async function listInPages(call: SignedCall, name: string, asked: AllDocumentsQuery, limit: number): Promise<Answer> {
  const read = (query: AllDocumentsQuery) => call.engine.use(name, (database) => database.allDocuments(query));
  const bodies = createBodyPage();
  let most = asked.withBodies ? bodies.size() : PAGE;
  let page = await read({ ...asked, limit: Math.min(most, limit) });
  const writer = openFeedWriter(call.request, call.response, call.signal);
  await writer.write(`{"total_rows":${page.total},"offset":${page.offset},"rows":[\n`);
  for (let sent = 0; page.rows.length;) {
    const text = page.rows.map((row) => JSON.stringify(row)).join(',\n');
    await writer.write((sent ? ',\n' : '') + text);
    sent += page.rows.length;
    const last = page.rows.at(-1);
    if (page.rows.length < most || sent >= limit || !last || call.signal.aborted) break;
    bodies.read(page.rows.length, text.length);
    if (asked.withBodies) most = bodies.size();
    page = await read({ ...asked, startKey: last.key, skip: 1, limit: Math.min(most, limit - sent) });
  }
  await writer.end('\n]}\n');
  return 'sent';
}
