import type { Answer, Call, SignedCall } from './call.ts';
import { atEndOf } from './at-end-of.ts';
import { authenticate } from './authenticate.ts';
import { DoorRefusal, methodNotAllowed, notFound, notYours, signInFirst } from './door-refusal.ts';
import { allDatabases, databaseUpdates, session, up, welcome } from './handlers/server-handlers.ts';
import { allDocs, bulkGet, revsDiff } from './handlers/read-handlers.ts';
import { bulkDocs } from './handlers/bulk-docs.ts';
import { changes } from './handlers/changes.ts';
import { database } from './handlers/database-handlers.ts';
import { localDocument } from './handlers/local-documents.ts';
import { attachment, singleDocument } from './handlers/single-document.ts';
import { stationWordOf } from './station-word.ts';
import { accessOf, readable } from './handlers/access-database.ts';

type DatabaseHandler = (call: SignedCall, name: string) => Promise<Answer>;

const post = (handler: DatabaseHandler): DatabaseHandler => (call, name) => {
  if (call.method !== 'POST') throw methodNotAllowed('POST');
  return handler(call, name);
};
const get = (handler: DatabaseHandler): DatabaseHandler => (call, name) => {
  if (call.method !== 'GET' && call.method !== 'HEAD') throw methodNotAllowed('GET,HEAD');
  return handler(call, name);
};
const constant = (body: unknown, status = 200): DatabaseHandler => async (call, name) => { readable(call, name); return { status, body }; };

/** What may stand after `/db/`; everything else that begins with `_` is not offered. */
const databaseHandlers = new Map<string, DatabaseHandler>([
  ['_bulk_docs', post(bulkDocs)], ['_bulk_get', post(bulkGet)], ['_revs_diff', post(revsDiff)], ['_all_docs', allDocs], ['_changes', changes],
  ['_ensure_full_commit', post(constant({ ok: true, instance_start_time: '0' }, 201))],
  ['_security', get(constant({}))], ['_revs_limit', get(constant(1000))],
]);

/** Every way into a database, by name; the test of rights asks for each. */
export const doorRoutes = [...databaseHandlers.keys(), 'database', '_local', '_design', 'document', 'attachment'] as const;

/** CouchDB's replicator skips and counts a design document that is forbidden; any other refusal would end its job. */
function noDesignDocuments(call: SignedCall, name: string): DoorRefusal {
  readable(call, name);
  return call.method === 'PUT' || call.method === 'DELETE' ? new DoorRefusal(403, 'forbidden', 'design documents are not taken') : notFound();
}

/** What a hub asks that brings what it holds: the database itself, which revisions are missing, the documents, its checkpoint. */
const handingIn = new Set([undefined, '', '_bulk_docs', '_revs_diff', '_local', '_ensure_full_commit']);

async function inDatabase(call: SignedCall, name: string, [first, second, ...rest]: string[]): Promise<Answer> {
  if (!handingIn.has(first?.split('/', 1)[0]) && accessOf(call, name).handsInOnly) throw notYours();
  if (first === undefined || first === '') return database(call, name);
  const handler = databaseHandlers.get(first);
  if (handler) {
    if (second !== undefined) throw notFound();
    return handler(call, name);
  }
  if (first === '_local' && second !== undefined && !rest.length) return localDocument(call, name, second);
  if (first.startsWith('_local/')) return localDocument(call, name, first.slice('_local/'.length));
  if (first === '_design' || first.startsWith('_design/')) throw noDesignDocuments(call, name);
  if (first.startsWith('_')) { readable(call, name); throw notFound(); }
  return second === undefined ? singleDocument(call, name, first) : attachment(call, name, first, [second, ...rest].join('/'));
}

/** Finds what answers a request of the CouchDB protocol. */
export async function route(call: Call): Promise<Answer> {
  const [first = '', ...rest] = call.segments;
  if (first === '') return welcome(call);
  if (first === '_up') return up();
  const principal = await authenticate(call.request, call.signIn);
  if (first === '_session') return session(call, principal);
  if (!principal) throw signInFirst();
  const { 'content-length': length, 'transfer-encoding': coding } = call.request.headers;
  atEndOf(call.response, call.rates.enter(principal, coding !== undefined || Number(length ?? 0) > 0));
  const signed: SignedCall = { ...call, principal, signal: AbortSignal.any([call.signal, call.signIn.revocation(principal)]) };
  call.signIn.contact(principal, stationWordOf(call.request));
  if (first === '_all_dbs') return allDatabases(signed);
  if (first === '_db_updates') return databaseUpdates(signed);
  if (first.startsWith('_')) throw notFound();
  return inDatabase(signed, first, rest);
}
