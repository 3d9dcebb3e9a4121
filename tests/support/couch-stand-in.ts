import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { compileSelector } from '../../src-hub/engine/compile-selector.ts';
import { Digest, encodeDigest, identityOf, ifKnownHeader, parseKnownAs } from '../../sync/index.ts';
import { StandInDatabase } from './couch-stand-in-database.ts';
import type { Body } from './couch-stand-in-database.ts';

interface Answer { status: number; body: unknown; headers?: Record<string, string> }
export interface StandInCall { method: string; path: string; query: URLSearchParams; body: unknown; signal?: AbortSignal; headers?: Headers }
export interface CouchStandIn {
  /** In-process: give it to a client as its `fetch`; the address is `http://stand-in`. */
  fetch: typeof fetch;
  listen(): Promise<string>;
  close(): Promise<void>;
  database(name: string): StandInDatabase;
  databases: Map<string, StandInDatabase>;
  /** Every call so far, for counting and looking. */
  calls: StandInCall[];
  /** Why a document is refused, as a hub's door says it. */
  refuse: (document: Body) => string | undefined;
  path: { unit: string; tier: string }[];
  uuid: string;
  /** What a hub publishes: a receipt of what each database really holds now, by this or another tier. */
  publishReceipts(unit?: string, tier?: string, from?: CouchStandIn): void;
  /** Takes a push on condition, as our own hubs do. */
  ifKnown: boolean;
  /** What its door takes, as it says in its welcome. */
  takes?: string;
  /** No database list-feed, no `_bulk_get`: an old CouchDB. */
  withoutBulkGet: boolean;
  restore(copy: Map<string, StandInDatabase>): void;
  snapshot(): Map<string, StandInDatabase>;
}

const found = (body: unknown, status = 200): Answer => ({ status, body });
const notFound = found({ error: 'not_found', reason: 'missing' }, 404);
const fitting = (selector: unknown) => {
  const fits = compileSelector(selector as Record<string, unknown>);
  if (!fits) throw new TypeError('not a selector that stations send');
  return (body: Body) => fits(body);
};
const notCounted = /^(review|receipt|org):|^_/;

/** A CouchDB in memory with just what replication speaks, its rules of revision trees, and handles to break it. */
export function createCouchStandIn(options: { databases?: string[]; path?: { unit: string; tier: string }[] } = {}): CouchStandIn {
  let waiting: (() => void)[] = [];
  const wake = () => {
    const all = waiting;
    waiting = [];
    for (const one of all) one();
  };
  const changed = (ms: number, signal: AbortSignal | undefined) => new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    const done = () => { clearTimeout(timer); resolve(); };
    waiting.push(done);
    signal?.addEventListener('abort', done, { once: true });
  });

  const onDatabase = async (db: StandInDatabase, name: string, rest: string, { method, query, body, signal, headers }: StandInCall): Promise<Answer> => {
    const sent = body as { docs?: Body[]; new_edits?: boolean; selector?: unknown } & Record<string, unknown>;
    switch (rest) {
      case '': return found({ db_name: name, uuid: db.uuid, update_seq: `${db.seq}-x`, instance_start_time: '0' });
      case '_bulk_docs': {
        const condition = standIn.ifKnown ? headers?.get(ifKnownHeader) ?? undefined : undefined;
        const known = condition === undefined ? undefined : parseKnownAs(condition);
        if (known && (known.identity !== identityOf(standIn.uuid, { uuid: db.uuid, instance_start_time: '0' }) || db.seq < known.sequence)) return found({ error: 'precondition_failed', reason: 'not the database it was' }, 412);
        const rows = (sent.docs ?? []).map((document) => {
          const reason = standIn.refuse(document);
          if (reason !== undefined) return { id: document._id, rev: document._rev, error: 'forbidden', reason };
          if (sent.new_edits === false) { db.graft(document); return undefined; }
          const rev = db.edit(document);
          return rev === undefined ? { id: document._id, error: 'conflict', reason: 'Document update conflict.' } : { ok: true, id: document._id, rev };
        });
        wake();
        return { ...found(rows.filter((row) => row !== undefined), 201), ...(condition === undefined ? {} : { headers: { [ifKnownHeader]: condition } }) };
      }
      case '_revs_diff': return found(Object.fromEntries(Object.entries(body as Record<string, string[]>).map(([id, revs]) => [id, revs.filter((rev) => !db.knows(id, rev))] as const)
        .filter(([, missing]) => missing.length > 0).map(([id, missing]) => [id, { missing }])));
      case '_bulk_get': {
        if (standIn.withoutBulkGet) return notFound;
        // Without a revision all leaves are meant.
        return found({ results: (sent.docs ?? []).map(({ _id, id, rev }) => ({ id, docs: (rev === undefined ? db.leaves(String(id ?? _id)) : [String(rev)]).map((one) => {
          const document = db.open(String(id ?? _id), one, true);
          return document ? { ok: document } : { error: { id, rev: one, error: 'not_found', reason: 'missing' } };
        }) })) });
      }
      case '_changes': {
        const since = Number.parseInt(query.get('since') ?? '0', 10) || 0;
        const limit = Number(query.get('limit') ?? Infinity);
        const fits = query.get('filter') === '_selector' ? fitting(sent.selector) : () => true;
        let page = db.changes(since, limit, fits);
        const until = Date.now() + Number(query.get('timeout') ?? 0);
        while (query.get('feed') === 'longpoll' && page.results.length === 0 && Date.now() < until && !signal?.aborted && standIn.databases.get(name) === db) {
          await changed(until - Date.now(), signal);
          page = db.changes(since, limit, fits);
        }
        return found({ results: page.results, last_seq: `${page.last}-x`, pending: 0 });
      }
      default: {
        const id = decodeURIComponent(rest);
        if (id.startsWith('_local/')) {
          const known = db.locals.get(id);
          if (method === 'GET') return known ? found(known) : notFound;
          if (method === 'DELETE') return db.locals.delete(id) ? found({ ok: true }) : notFound;
          if (known?._rev !== sent['_rev']) return found({ error: 'conflict', reason: 'Document update conflict.' }, 409);
          const rev = `0-${Number.parseInt(known?._rev?.slice(2) ?? '0', 10) + 1}`;
          db.locals.set(id, { ...sent, _id: id, _rev: rev });
          return found({ ok: true, id, rev }, 201);
        }
        if (method === 'GET' && query.has('open_revs')) {
          const named = query.get('open_revs') ?? '[]';
          return found((named === 'all' ? db.leaves(id) : JSON.parse(named) as string[]).map((rev) => ({ ok: db.open(id, rev, true) })).filter(({ ok }) => ok));
        }
        const winner = db.winner(id);
        return winner && !winner._deleted ? found(winner) : notFound;
      }
    }
  };

  const handle = async (call: StandInCall): Promise<Answer> => {
    standIn.calls.push(call);
    if (call.path === '/') return found({ couchdb: 'Welcome', version: '3.3.3', uuid: standIn.uuid, ...(standIn.path.length > 0 ? { vendor: { name: 'tramxa' }, tramxa: { ...standIn.path[0], path: standIn.path, ...(standIn.ifKnown ? { ifKnown: true } : {}), takes: standIn.takes } } : {}) });
    if (call.path === '/_session') return { ...found({ ok: true }), headers: { 'set-cookie': 'AuthSession=stand-in; Version=1; Path=/; HttpOnly' } };
    const [, name = '', ...rest] = call.path.split('/');
    const db = standIn.databases.get(name);
    if (call.method === 'PUT' && rest.length === 0) {
      if (db) return found({ error: 'file_exists' }, 412);
      standIn.databases.set(name, new StandInDatabase());
      return found({ ok: true }, 201);
    }
    return db ? onDatabase(db, name, rest.join('/'), call) : notFound;
  };

  const server = createServer((request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    void readJson(request).then(async (body) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
      const answer = await handle({ method: request.method ?? 'GET', path: pathname, query: searchParams, body, signal: gone.signal, headers: new Headers(request.headers as Record<string, string>) });
      response.writeHead(answer.status, { ...answer.headers, 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    }).catch(() => response.destroy());
  });

  const standIn: CouchStandIn = {
    databases: new Map(), calls: [], refuse: () => undefined, path: options.path ?? [], uuid: 'stand-in', withoutBulkGet: false, ifKnown: false,
    database(name) {
      const db = standIn.databases.get(name) ?? new StandInDatabase();
      standIn.databases.set(name, db);
      return db;
    },
    async fetch(input, init) {
      const { pathname, searchParams } = new URL(String(input));
      const headers = new Headers(init?.headers);
      const raw = init?.body ? Buffer.from(init.body as Uint8Array) : undefined;
      const body: unknown = raw ? JSON.parse((headers.get('content-encoding') === 'gzip' ? gunzipSync(raw) : raw).toString()) : undefined;
      const answer = await handle({ method: init?.method ?? 'GET', path: pathname, query: searchParams, body, signal: init?.signal ?? undefined, headers });
      init?.signal?.throwIfAborted();
      return new Response(JSON.stringify(answer.body), { status: answer.status, headers: { ...answer.headers, 'content-type': 'application/json' } });
    },
    async listen() {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    async close() {
      if (!server.listening) return;
      server.close();
      wake();
      server.closeAllConnections();
      await once(server, 'close');
    },
    publishReceipts(unit = standIn.path[0]?.unit ?? 'hub', tier = standIn.path[0]?.tier ?? 'district', from = standIn) {
      for (const [name, db] of standIn.databases) {
        if (name === 'reference') continue;
        const devices: Record<string, Digest> = {};
        const theirs = from.databases.get(name);
        for (const id of theirs?.entries.keys() ?? []) {
          if (notCounted.test(id)) continue;
          for (const rev of theirs?.leaves(id) ?? []) (devices[String(theirs?.open(id, rev)?.['device'] ?? '')] ??= new Digest()).add(id, rev);
        }
        const _id = `receipt:${unit}`;
        const old = db.winner(_id);
        const encoded = Object.fromEntries(Object.entries(devices).map(([device, digest]) => [device, encodeDigest(digest)]));
        if (old && JSON.stringify(old['devices']) === JSON.stringify(encoded)) continue;
        db.edit({ _id, ...(old?._rev ? { _rev: old._rev } : {}), unit, tier, database: name, publishedAt: new Date(db.seq).toISOString(), devices: encoded });
      }
      wake();
    },
    snapshot: () => new Map([...standIn.databases].map(([name, db]) => [name, db.copy()])),
    restore(copy) {
      standIn.databases = new Map([...copy].map(([name, db]) => [name, db.copy()]));
      wake();
    },
  };
  for (const name of options.databases ?? ['health-25001', 'resources-25001', 'reference']) standIn.database(name);
  return standIn;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const raw = Buffer.concat(pieces);
  if (raw.length === 0) return undefined;
  return JSON.parse((request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw).toString()) as unknown;
}
