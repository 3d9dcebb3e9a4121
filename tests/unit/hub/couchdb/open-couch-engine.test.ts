import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openCouchEngine } from '../../../../src-hub/engine/couchdb/open-couch-engine.ts';
import type { Engine, EngineUpdate } from '../../../../src-hub/engine/engine.ts';

/** Just what the engine asks of a CouchDB; everybody may do everything. `tell` is its feed of updates. */
function aCouch() {
  const kept = new Map<string, Record<string, unknown>>();
  const news: { db_name: string; type: string }[] = [];
  const made: string[] = [];
  let wake = (): void => undefined;
  /** Waited for between looking which databases there are and answering. */
  let listing: (() => Promise<void>) | undefined;
  const json = (status: number, body: unknown, headers = {}) => new Response(JSON.stringify(body), { status, headers });
  const answer = async (method: string, { pathname: path, searchParams }: URL, body: Record<string, unknown>, as: string, signal: AbortSignal | null | undefined): Promise<Response> => {
    if (path === '/_session') return method === 'POST' ? json(200, { ok: true }, { 'set-cookie': `AuthSession=${String(body['name'])}` }) : json(200, { userCtx: { name: as } });
    if (path === '/_all_dbs') {
      const names = [...kept.keys()].filter((one) => /^\/[a-z][^/]*$/.test(one)).map((one) => one.slice(1));
      await listing?.();
      return json(200, names);
    }
    if (path === '/_db_updates') {
      if (news.length === 0 && searchParams.get('since') !== 'now') await new Promise<void>((resolve) => { wake = resolve; signal?.addEventListener('abort', () => { resolve(); }); });
      return json(200, { results: news.splice(0), last_seq: '1' });
    }
    const isDatabase = /^\/[^/]+$/.test(path);
    const found = kept.get(path);
    if (method === 'GET') {
      if (found) return json(200, found);
      return path.endsWith('/_security') ? json(200, {}) : json(404, { error: 'not_found', reason: isDatabase ? 'Database does not exist.' : 'missing' });
    }
    if (isDatabase && found) return json(412, { error: 'file_exists' });
    if (isDatabase) made.push(path.slice(1));
    kept.set(path, { instance_start_time: '7', ...body });
    return json(201, { ok: true });
  };
  const send: typeof fetch = (input, init) => answer(init?.method ?? 'GET', new URL(String(input)), init?.body ? JSON.parse(Buffer.from(init.body as Uint8Array).toString()) as Record<string, unknown> : {}, new Headers(init?.headers).get('cookie')?.split('=')[1] ?? '', init?.signal);
  return { send, made, whileListing(work: () => Promise<void>) { listing = work; }, remove: (name: string) => { kept.delete(`/${name}`); }, tell(name: string, type: string) { news.push({ db_name: name, type }); wake(); } };
}

let couch: ReturnType<typeof aCouch>, engine: Engine, updates: EngineUpdate[];
beforeEach(async () => {
  couch = aCouch();
  updates = [];
  engine = await openCouchEngine({ url: 'http://couch', user: 'admin', password: 'p', prefix: '', service: { name: 'tramxa-1', password: 's' }, hub: 'one', fetch: couch.send });
  await engine.create('health-1');
  engine.onUpdate((update) => { updates.push(update); });
});
afterEach(() => engine.close());

it('[CDB9] a deletion that is told after the database was made anew means a new database, not none', async () => {
  couch.tell('health-1', 'deleted');
  await vi.waitFor(() => { expect(updates).toEqual([{ database: 'health-1', type: 'created' }]); }, 20_000);
  expect(engine.has('health-1')).toBe(true);
  couch.remove('health-1');
  couch.tell('health-1', 'deleted');
  await vi.waitFor(() => { expect(engine.has('health-1')).toBe(false); }, 20_000);
  expect(updates.at(-1)).toEqual({ database: 'health-1', type: 'deleted' });
});

it('[CDB3] makes `reference` again as soon as it hears that somebody deleted it', async () => {
  couch.remove('reference');
  couch.tell('reference', 'deleted');
  await vi.waitFor(() => { expect(couch.made.filter((name) => name === 'reference')).toHaveLength(2); }, 20_000);
  await vi.waitFor(() => { expect(updates).toEqual([{ database: 'reference', type: 'deleted' }, { database: 'reference', type: 'created' }]); }, 20_000);
});

it('[CDB16] a database made while the server is being looked at is not taken for deleted', async () => {
  const looked = await openCouchEngine({ url: 'http://couch', user: 'admin', password: 'p', prefix: '', service: { name: 'tramxa-1', password: 's' }, hub: 'one', fetch: couch.send, checkEveryMs: 20 });
  const seen: EngineUpdate[] = [];
  looked.onUpdate((update) => { seen.push(update); });
  let looks = 0;
  couch.whileListing(async () => {
    looks += 1;
    if (looks === 1) await looked.create('health-2');
  });
  await vi.waitFor(() => { expect(looks).toBeGreaterThan(2); }, 20_000);
  expect([seen, looked.has('health-2')]).toEqual([[{ database: 'health-2', type: 'created' }], true]);
  couch.remove('health-2');
  await vi.waitFor(() => { expect(looked.has('health-2')).toBe(false); }, 20_000);
  await looked.close();
});
