import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openEmbeddedEngine } from '../../../../src-hub/engine/embedded/open-embedded-engine.ts';
import { encryptedLevelDown } from '../../../../src-hub/engine/encrypted-files.ts';
import type { Engine } from '../../../../src-hub/engine/engine.ts';
import { openHubBook } from '../../../../src-hub/provisioning/hub-book.ts';
import type { HubBook } from '../../../../src-hub/provisioning/hub-book.ts';
import { createRefusedAbove } from '../../../../src-hub/upstream/refused-above.ts';
import { startUpstream } from '../../../../src-hub/upstream/start-upstream.ts';
import type { Upstream } from '../../../../src-hub/upstream/start-upstream.ts';

const DATABASE = 'health-25001';
let dir: string, engine: Engine, book: HubBook, upstream: Upstream | undefined;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'tramxa-upstream-'));
  book = openHubBook(dir, Buffer.alloc(32, 7), Date.now);
  engine = openEmbeddedEngine({ dir: join(dir, 'databases'), openLevelDown: encryptedLevelDown(Buffer.alloc(32, 7)) });
  await engine.create(DATABASE);
});
afterEach(async () => {
  vi.useRealTimers();
  await upstream?.stop();
  await engine.close();
  book.close();
  rmSync(dir, { recursive: true, force: true });
});

type Answerer = (body: unknown) => Promise<[status: number, body: unknown]> | [status: number, body: unknown];

/** A parent that holds the database and nothing in it; each of its answers can be replaced, by `METHOD /path` without the query. */
function aParent(own: Record<string, Answerer> = {}, ofHub?: Engine) {
  const heard: string[] = [];
  const asUsual: Record<string, Answerer> = {
    'GET /': () => [200, { couchdb: 'Welcome' }], 'GET /_session': () => [200, { userCtx: { name: 'child.769' } }],
    'GET /_db_updates': () => [200, { results: [], last_seq: '0' }], [`PUT /${DATABASE}/_local/tramxa-down-hub`]: () => [201, { rev: '0-1' }], 'PUT /reference/_local/tramxa-down-hub': () => [201, { rev: '0-1' }],
    [`GET /${DATABASE}`]: () => [200, { uuid: 'u', instance_start_time: '0' }], [`POST /${DATABASE}/_revs_diff`]: () => [200, {}],
    [`POST /${DATABASE}/_changes`]: () => [200, { results: [], last_seq: '0' }], [`GET /${DATABASE}/_changes`]: () => [200, { results: [], last_seq: '0' }],
  };
  const send: typeof fetch = async (input, init) => {
    const { pathname, searchParams } = new URL(String(input));
    const asked = `${init?.method ?? 'GET'} ${pathname}`;
    heard.push(asked);
    if (asked === 'POST /_session') return new Response('{"ok":true}', { headers: { 'set-cookie': 'AuthSession=x' } });
    if (searchParams.get('feed') === 'longpoll') await pause(500, undefined, { signal: init?.signal ?? undefined });
    const answer = own[asked] ?? asUsual[asked] ?? (() => [404, { error: 'not_found' }] as [number, unknown]);
    const [status, body] = await answer(init?.body instanceof Uint8Array ? JSON.parse(String(Buffer.from(init.body))) : undefined);
    return new Response(JSON.stringify(body), { status });
  };
  const start = () => (upstream = startUpstream({ parent: { url: 'http://parent', user: 'child.769', password: 'p' }, engine: ofHub ?? engine, book, uuid: 'hub', refusedAbove: createRefusedAbove(book, Date.now, () => undefined), log: () => undefined, now: Date.now, onPulled: () => undefined, fetch: send }));
  return { heard, start };
}

it('[ORG18] what may be brought but not read yet is asked for again, though the bringing went well', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  let mayRead = false;
  let diffed = (): void => undefined;
  const refusedFirst = new Promise<void>((resolve) => { diffed = resolve; });
  await engine.use(DATABASE, (database) => database.write([{ _id: 'patients:1', _rev: '1-a', device: 'pc1' }], { minted: true }));
  const { heard, start } = aParent({
    [`POST /${DATABASE}/_changes`]: () => { diffed(); return mayRead ? [200, { results: [], last_seq: '7' }] : [403, { error: 'forbidden' }]; },
    // The bringing ends after the reading was refused.
    [`POST /${DATABASE}/_revs_diff`]: async () => { await refusedFirst; await pause(100); return [200, {}]; },
  });
  const up = start();
  const reads = () => heard.filter((one) => one === `POST /${DATABASE}/_changes`).length;
  await vi.waitFor(() => { expect(reads()).toBe(1); expect(up.isCaughtUp(DATABASE)).toBe(true); }, 20_000);
  mayRead = true;
  vi.advanceTimersByTime(60_000);
  await vi.waitFor(() => { expect(reads()).toBe(2); }, 20_000);
});

it('[UPL4] a line that a job lost is told with the reason, also at a parent that offers no feed of updates', async () => {
  const { start } = aParent({ 'GET /_db_updates': () => [401, { error: 'unauthorized' }], [`GET /${DATABASE}`]: () => [500, { error: 'broken' }] });
  const up = start();
  await vi.waitFor(() => { expect(up.state()).toMatchObject({ line: 'away', lastError: 'answered 500' }); }, 20_000);
});

it('[UPL5] a receipt that was fetched while an older one was on its way stays', async () => {
  const receipt = (n: number) => ({ _id: 'receipt:79', _rev: `${n}-${n}`, _revisions: { start: n, ids: Array.from({ length: n }, (_, at) => String(n - at)) } });
  let newest = 1;
  let arrive = (): void => undefined;
  const onItsWay = new Promise<void>((resolve) => { arrive = resolve; });
  const { heard, start } = aParent({
    [`POST /${DATABASE}/_changes`]: () => [200, { results: [{ id: 'receipt:79', changes: [{ rev: '1-1' }] }], last_seq: '1' }],
    [`GET /${DATABASE}/_changes`]: () => [200, { results: [{ id: 'receipt:79', changes: [{ rev: `${newest}-${newest}` }] }], last_seq: '2' }],
    [`POST /${DATABASE}/_bulk_get`]: async () => {
      const n = newest;
      if (n === 1) await onItsWay;
      return [200, { results: [{ id: 'receipt:79', docs: [{ ok: receipt(n) }] }] }];
    },
  });
  const up = start();
  await vi.waitFor(() => { expect(heard).toContain(`POST /${DATABASE}/_bulk_get`); }, 20_000);
  newest = 2;
  const fetched = up.fetchLacking(DATABASE);
  // Time enough for a fetch that does not wait its turn.
  await Promise.race([fetched, pause(300)]);
  arrive();
  await fetched;
  await vi.waitFor(async () => { expect(await engine.use(DATABASE, (database) => database.readLocal('tramxa-down'))).toMatchObject({ sequence: '1' }); }, 20_000);
  expect(await engine.use(DATABASE, (database) => database.read('receipt:79'))).toMatchObject({ _rev: '2-2' });
});

it('[HUB42] `reference` that somebody deleted and that was made anew is filled from the parent at once', async () => {
  await engine.create('reference');
  const unit = { _id: 'org:25001', _rev: '1-a', name: 'Trạm Bến Nghé' };
  const { start } = aParent({
    'POST /reference/_changes': () => [200, { results: [{ id: unit._id, changes: [{ rev: unit._rev }] }], last_seq: '1' }],
    'POST /reference/_bulk_get': () => [200, { results: [{ docs: [{ ok: { ...unit, _revisions: { start: 1, ids: ['a'] } } }] }] }],
  });
  start();
  const held = () => engine.use('reference', async (database) => (await database.read(unit._id)) !== undefined);
  await vi.waitFor(async () => { expect(await held()).toBe(true); }, 20_000);
  await engine.destroy('reference');
  await engine.create('reference');
  await vi.waitFor(async () => { expect(await held()).toBe(true); }, 20_000);
});

it('[UPL8] a database the parent had put back from an older copy while it served is sent what it lost, at once', async () => {
  await engine.use(DATABASE, (database) => database.write([{ _id: 'patients:1', _rev: '1-a', device: 'pc1' }], { minted: true }));
  let news: object[] = [];
  const { heard, start } = aParent({ 'GET /_db_updates': () => { const results = news; news = []; return [200, { results, last_seq: '0' }]; } });
  const up = start();
  const offers = () => heard.filter((one) => one === `POST /${DATABASE}/_revs_diff`).length;
  await vi.waitFor(() => { expect([offers(), up.isCaughtUp(DATABASE)]).toEqual([1, true]); }, 20_000);
  news = [{ db_name: DATABASE, type: 'updated' }];
  await vi.waitFor(() => { expect(heard.filter((one) => one === `POST /${DATABASE}/_changes`).length).toBeGreaterThan(1); }, 20_000);
  expect(offers()).toBe(1);
  news = [{ db_name: DATABASE, type: 'created' }];
  await vi.waitFor(() => { expect(offers()).toBe(2); }, 20_000);
});

it('[UPL8] what a station brings to a hub whose own CouchDB was put back while it served goes up at once', async () => {
  const listeners = new Set<Parameters<Engine['onUpdate']>[0]>();
  let feed = ['patients:1', 'patients:2', 'patients:3'];
  const locals = new Map<string, object>();
  // As a CouchDB answers: a reader ahead of its feed hears nothing.
  const put: Partial<Engine> = {
    databases: () => [DATABASE], has: (name) => name === DATABASE,
    onUpdate: (listener) => { listeners.add(listener); return () => { listeners.delete(listener); }; },
    use: ((_: string, work: (database: unknown) => unknown) => Promise.resolve(work({
      name: DATABASE,
      changes: ({ since }: { since: string }) => Promise.resolve({ rows: feed.slice(Number(since)).map((id) => ({ id, leaves: ['1-a'] })), sequence: String(Math.max(Number(since), feed.length)), finished: true }),
      readLocal: (id: string) => Promise.resolve(locals.get(id)), writeLocal: (id: string, body: object) => Promise.resolve(locals.set(id, body)),
      bulkGet: (asked: { id: string }[]) => Promise.resolve(asked.map(({ id }) => ({ id, docs: [{ ok: { _id: id, _rev: '1-a' } }] }))),
      missingRevisions: () => Promise.resolve({}), openRevisions: () => Promise.resolve([]), write: () => Promise.resolve([]),
    }))) as Engine['use'],
  };
  const offered: string[] = [];
  let mark: object | undefined;
  const { start } = aParent({
    [`POST /${DATABASE}/_revs_diff`]: (body) => { offered.push(...Object.keys(body as object)); return [200, Object.fromEntries(Object.keys(body as object).map((id) => [id, { missing: ['1-a'] }]))]; },
    [`POST /${DATABASE}/_bulk_docs`]: () => [201, []],
    [`GET /${DATABASE}/_local/tramxa-up-hub`]: () => (mark ? [200, mark] : [404, {}]), [`PUT /${DATABASE}/_local/tramxa-up-hub`]: (body) => { mark = body as object; return [201, { rev: '0-1' }]; },
  }, put as Engine);
  const tell = (type: 'created' | 'updated') => { for (const listener of listeners) listener({ database: DATABASE, type }); };
  const up = start();
  await vi.waitFor(() => { expect([offered.length, up.isCaughtUp(DATABASE), mark !== undefined]).toEqual([3, true, true]); }, 20_000);
  const copy = new Map(locals);
  feed = [...feed, 'patients:4', 'patients:5'];
  tell('updated');
  await vi.waitFor(() => { expect([offered.length, up.isCaughtUp(DATABASE)]).toEqual([5, true]); }, 20_000);
  feed = [...feed.slice(0, 3), 'patients:6'];
  locals.clear();
  for (const [id, body] of copy) locals.set(id, body);
  tell('created');
  await vi.waitFor(() => { expect(offered.at(-1)).toBe('patients:6'); }, 20_000);
});
