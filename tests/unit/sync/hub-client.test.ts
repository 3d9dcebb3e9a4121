import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createHubClient } from '../../../sync/index.ts';
import type { TransportError } from '../../../sync/index.ts';
import { createBackOff } from '../../../sync/replication/back-off.ts';
import { bulkDocs, changes, databaseFacts, packDocuments, welcome } from '../../../sync/transport/hub-calls.ts';

const aSession = () => new Response('{"ok":true}', { headers: { 'set-cookie': 'AuthSession=x; Path=/' } });
const isSignIn = (input: Parameters<typeof fetch>[0]) => String(input).endsWith('/_session');
const answering = (body: string, init: ResponseInit = {}): typeof fetch => async () => new Response(body, init);
const ask = (fetch: typeof globalThis.fetch, options: { timeoutMs?: number } = {}) => createHubClient({ hubUrl: 'http://hub/', user: 'u', password: 'p', fetch, timeoutMs: 1000, ...options }).request('/x');

describe('createHubClient', () => {
  it.each([
    ['a web page', '<html>', { headers: { 'content-type': 'text/html' } }, 'notCouch'],
    ['a web page with an error status', '<html>', { status: 502, headers: { 'content-type': 'text/html' } }, 'notCouch'],
    ['half a body', '{"results":[', {}, 'hubBroken'],
    ['an empty answer', '', {}, 'hubBroken'],
    ['401', '{"error":"unauthorized","reason":"no"}', { status: 401 }, 'unauthorized'],
    ['403', '{"error":"forbidden"}', { status: 403 }, 'forbidden'],
    ['404', '{"error":"not_found"}', { status: 404 }, 'notFound'],
    ['413 in HTML', '<html>', { status: 413, headers: { 'content-type': 'text/html' } }, 'tooLarge'],
    ['500', '{"error":"x"}', { status: 500 }, 'hubBroken'],
    ['a redirect', '', { status: 302, headers: { location: 'http://portal/' } }, 'notCouch'],
  ] as const)('[SYN44] %s is a typed error', async (_, body, init, kind) => {
    const refused = answering(body, init);
    await expect(ask((...its) => (isSignIn(its[0]) ? Promise.resolve(aSession()) : refused(...its)))).rejects.toMatchObject({ name: 'TransportError', kind });
  });

  it('[SYN44] an answer larger than is read is tooLarge: who asks for less gets one', async () => {
    const piece = new Uint8Array(1024 * 1024).fill(32);
    let left = 70;
    const endless = new ReadableStream({ pull: (controller) => { if (left-- > 0) controller.enqueue(piece); else controller.close(); } });
    await expect(ask(async (input) => (isSignIn(input) ? aSession() : new Response(endless)), { timeoutMs: 20_000 })).rejects.toMatchObject({ kind: 'tooLarge', status: 200 });
  });

  it('[SYN44] a broken line is noLine, named by its code and nothing more', async () => {
    const refused = Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('connect 10.0.0.1:80'), { code: 'ECONNREFUSED' }) });
    await expect(ask(async () => { throw refused; })).rejects.toMatchObject({ kind: 'noLine', message: 'ECONNREFUSED' });
  });

  it('[SYN44] silence is a timeout, before the head and in the middle of a body, also where fetch itself does not notice', async () => {
    await expect(ask(() => new Promise(() => undefined), { timeoutMs: 30 })).rejects.toMatchObject({ kind: 'timeout' });
    const halfway = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{')) });
    await expect(ask(async (input) => (isSignIn(input) ? aSession() : new Response(halfway)), { timeoutMs: 30 })).rejects.toMatchObject({ kind: 'timeout' });
  });

  it('[SYN44] a slow answer that keeps coming is not silence', async () => {
    const slow = new ReadableStream({
      async start(controller) {
        for (const piece of ['{', '"a"', ':', '1', '}']) {
          await new Promise((resolve) => setTimeout(resolve, 40));
          controller.enqueue(new TextEncoder().encode(piece));
        }
        controller.close();
      },
    });
    await expect(ask(async (input) => (isSignIn(input) ? aSession() : new Response(slow)), { timeoutMs: 150 })).resolves.toEqual({ a: 1 });
  });

  it('[SYN53] bodies go up compressed, with their bytes counted; a hub that takes none gets them plain', async () => {
    const seen: { encoding: string | null; bytes: number; text: string }[] = [];
    const send: typeof fetch = async (input, init) => {
      if (isSignIn(input)) return aSession();
      const encoding = new Headers(init?.headers).get('content-encoding');
      const raw = Buffer.from(init?.body as Uint8Array);
      seen.push({ encoding, bytes: raw.length, text: (encoding ? gunzipSync(raw) : raw).toString() });
      return encoding && seen.length > 1 ? new Response('{}', { status: 415 }) : new Response('{}');
    };
    const client = createHubClient({ hubUrl: 'http://hub', user: 'u', password: 'p', fetch: send });
    const body = { docs: Array.from({ length: 100 }, (_, i) => ({ _id: `patients:${i}`, name: 'Nguyễn Thị Hoa' })) };
    await client.request('/x', { body });
    expect(seen[0]).toMatchObject({ encoding: 'gzip', text: JSON.stringify(body) });
    expect(client.traffic).toMatchObject({ requests: 2, bytesSent: (seen[0]?.bytes ?? 0) + '{"name":"u","password":"p"}'.length });
    await client.request('/x', { body });
    expect(seen.map(({ encoding }) => encoding)).toEqual(['gzip', 'gzip', null]);
  });
});

describe('what stands between a station and its hub', () => {
  const signedIn = (answer: (input: string, init: RequestInit | undefined) => Response): typeof fetch => async (input, init) => (isSignIn(input) ? aSession() : answer(String(input), init));
  const long = { docs: Array.from({ length: 100 }, (_, i) => ({ _id: `patients:${i}`, name: 'Nguyễn Thị Hoa' })) };
  const bulk = (send: typeof fetch) => {
    const client = createHubClient({ hubUrl: 'http://hub', user: 'u', password: 'p', fetch: send });
    return packDocuments(client, long.docs).then((body) => bulkDocs(client, 'health-1', body));
  };

  it('[SYN90] an answer left compressed by a proxy that took the word of it off is read', async () => {
    await expect(ask(signedIn(() => new Response(gzipSync('{"xã":1}'))))).resolves.toEqual({ xã: 1 });
    await expect(ask(signedIn(() => new Response(gzipSync('{"xã":1}').subarray(0, 12))))).rejects.toMatchObject({ kind: 'hubBroken' });
  });

  it('[SYN90] a body whose compression a proxy took the word of is sent plain, and not denied; a hub that read one compressed means its 400', async () => {
    const seen: (string | null)[] = [];
    let strips = true;
    const hub = signedIn((_, init) => {
      const isGzip = new Headers(init?.headers).get('content-encoding') === 'gzip';
      seen.push(isGzip ? 'gzip' : null);
      const raw = Buffer.from(init?.body as Uint8Array);
      const read = isGzip && !strips ? gunzipSync(raw) : raw;
      if (read.includes('nonsense')) return new Response('{"error":"bad_request"}', { status: 400 });
      try { JSON.parse(read.toString()); } catch { return new Response('{"error":"bad_request","reason":"invalid UTF-8 JSON"}', { status: 400 }); }
      return new Response('[]', { status: 201 });
    });
    const client = createHubClient({ hubUrl: 'http://hub', user: 'u', password: 'p', fetch: hub });
    await expect(client.request('/x', { body: long })).resolves.toEqual([]);
    await client.request('/x', { body: long });
    expect(seen).toEqual(['gzip', null, null]);
    strips = false;
    const other = createHubClient({ hubUrl: 'http://hub', user: 'u', password: 'p', fetch: hub });
    seen.length = 0;
    await other.request('/x', { body: long });
    await expect(other.request('/x', { body: { ...long, nonsense: 1 } })).rejects.toMatchObject({ status: 400 });
    expect(seen).toEqual(['gzip', 'gzip']);
  });

  it('[SYN91] a portal that answers 200 to everything has stored nothing, whatever it says', async () => {
    const html = () => new Response('<!doctype html><title>Wi-Fi</title>', { headers: { 'content-type': 'text/html' } });
    await expect(bulk(async () => html())).rejects.toMatchObject({ kind: 'notCouch' });
    await expect(bulk(signedIn(html))).rejects.toMatchObject({ kind: 'notCouch' });
    for (const said of ['[]', '{}', '{"ok":true}', 'null', '"OK"']) await expect(bulk(signedIn(() => new Response(said, { headers: { 'content-type': 'application/json' } }))), said).rejects.toMatchObject({ name: 'TransportError', kind: 'hubBroken' });
    const client = createHubClient({ hubUrl: 'http://hub', user: 'u', password: 'p', fetch: signedIn(() => new Response('{}')) });
    await expect(welcome(client)).rejects.toMatchObject({ kind: 'notCouch' });
    await expect(databaseFacts(client, 'health-1')).rejects.toMatchObject({ kind: 'hubBroken' });
    await expect(changes(client, { database: 'health-1', since: '0', limit: 1, device: 'pc1' })).rejects.toMatchObject({ kind: 'hubBroken' });
  });

  it('[SYN91] 202 of a cluster of which not enough nodes answered is taken as stored, until a receipt says otherwise', async () => {
    await expect(bulk(signedIn(() => new Response('[]', { status: 202 })))).resolves.toEqual([]);
  });

  it('[SYN86] a hub that is busy says when it wants to be asked again: in seconds or as a date, never for longer than ten minutes', async () => {
    const told = async (retryAfter: string, headers: Record<string, string> = {}, status = 429) => ask(signedIn(() => new Response('{"error":"busy"}', { status, headers: { 'retry-after': retryAfter, ...headers } }))).catch((error: TransportError) => error.retryAfterMs);
    expect(await told('7')).toBe(7000);
    expect(await told('7', {}, 503)).toBe(7000);
    expect(await told('Sun, 22 Nov 2026 03:00:30 GMT', { date: 'Sun, 22 Nov 2026 03:00:00 GMT' })).toBe(30_000);
    expect(await told('86400')).toBe(600_000);
    expect([await told('soon'), await told('0'), await told('-5')]).toEqual([undefined, undefined, undefined]);
  });
});

describe('a session', () => {
  const aHub = () => {
    const calls: { path: string; authorization: string | null; cookie: string | null }[] = [];
    const state = { valid: 'one', revoked: false, renewedTo: undefined as string | undefined, before: undefined as ((path: string) => Promise<void> | undefined) | undefined };
    const send: typeof fetch = async (input, init) => {
      const headers = new Headers(init?.headers);
      const [path, authorization, cookie] = [new URL(String(input)).pathname, headers.get('authorization'), headers.get('cookie')];
      await state.before?.(path);
      calls.push({ path, authorization, cookie });
      if (path === '/_session') {
        if (state.revoked) return new Response('{"error":"unauthorized","reason":"Name or password is incorrect."}', { status: 401 });
        return new Response('{"ok":true}', { headers: { 'set-cookie': `AuthSession=${state.valid}; Version=1; Path=/; HttpOnly` } });
      }
      if (cookie !== `AuthSession=${state.valid}`) return new Response('{"error":"unauthorized"}', { status: 401 });
      if (state.renewedTo !== undefined) state.valid = state.renewedTo;
      return new Response('{}', state.renewedTo === undefined ? {} : { headers: { 'set-cookie': `AuthSession=${state.renewedTo}; Path=/` } });
    };
    return { calls, state, send, client: createHubClient({ hubUrl: 'http://hub', user: 'u', password: 'p', fetch: send }) };
  };

  it('[SYN61] the password is shown once, for a session that every request carries; requests at once share the sign-in', async () => {
    const { calls, client } = aHub();
    await Promise.all([client.request('/a'), client.request('/b'), client.request('/c')]);
    await client.request('/d');
    expect(calls.filter(({ path }) => path === '/_session')).toHaveLength(1);
    expect(calls.every(({ authorization }) => authorization === null)).toBe(true);
  });

  it('[SYN61] a session renewed by the hub is taken; one it forgot is opened anew, once', async () => {
    const { calls, state, client } = aHub();
    state.renewedTo = 'two';
    await client.request('/a');
    await client.request('/b');
    expect(calls.map(({ path }) => path)).toEqual(['/_session', '/a', '/b']);
    state.renewedTo = undefined;
    state.valid = 'three';
    await client.request('/c');
    expect(calls.slice(3).map(({ path, cookie }) => `${path} ${cookie ?? ''}`)).toEqual(['/c AuthSession=two', '/_session ', '/c AuthSession=three']);
  });

  it('[SYN61] a hub that forgets a session just after it renewed it, with a request of the one before still under way, has not refused the credential', async () => {
    const { calls, state, client } = aHub();
    await client.request('/a');
    const held = Promise.withResolvers<void>();
    state.before = (path) => (path === '/slow' ? held.promise : undefined);
    const slow = client.request('/slow');
    state.renewedTo = 'two';
    await client.request('/b');
    Object.assign(state, { renewedTo: undefined, valid: 'three' });
    held.resolve();
    await expect(slow).resolves.toEqual({});
    expect(calls.slice(-4).map(({ path, cookie }) => `${path} ${cookie ?? ''}`)).toEqual(['/slow AuthSession=one', '/slow AuthSession=two', '/_session ', '/slow AuthSession=three']);
  });

  it('[SYN61] a revoked credential is unauthorized at its next request', async () => {
    const { calls, state, client } = aHub();
    await client.request('/a');
    Object.assign(state, { revoked: true, valid: 'none' });
    await expect(client.request('/b')).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(calls).toHaveLength(4);
  });

  it.each([
    ['a proxy with a 404', 404, '{"error":"not_found"}', 'notCouch'], ['one that knows no such method', 405, '{}', 'notCouch'], ['an account locked for a while', 403, '{"error":"forbidden"}', 'forbidden'],
    ['a portal that answers 200 to everything', 200, '{"ok":true}', 'notCouch'], ['a portal\'s page', 200, '<html>', 'notCouch'], ['a request that was not understood', 400, '{"error":"bad_request"}', 'hubBroken'],
  ] as const)('[SYN61] %s at the sign-in is no reason to show the password with a request; the hub itself is signed in to afterwards', async (_, status, body, kind) => {
    const { calls, send } = aHub();
    const asked: string[] = [];
    let inBetween: typeof fetch | undefined = async (input, init) => {
      asked.push(`${new URL(String(input)).pathname} ${new Headers(init?.headers).get('authorization') ?? ''}`);
      return new Response(body, { status });
    };
    const client = createHubClient({ hubUrl: 'http://hub', user: 'u', password: 'p', fetch: (...its) => (inBetween ?? send)(...its) });
    for (const path of ['/a', '/b']) await expect(client.request(path)).rejects.toMatchObject({ name: 'TransportError', kind });
    expect(asked).toEqual(['/_session ', '/_session ']);
    inBetween = undefined;
    await expect(client.request('/a')).resolves.toEqual({});
    expect(calls.map(({ path, authorization }) => [path, authorization])).toEqual([['/_session', null], ['/a', null]]);
  });

  it('[SYN62] a request that died unanswered is sent once more; a second death is noLine', async () => {
    let [sent, deaths] = [0, 1];
    const dead = () => Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }) });
    const send: typeof fetch = async (input) => {
      if (isSignIn(input)) return aSession();
      sent += 1;
      if (deaths-- > 0) throw dead();
      return new Response('{"a":1}');
    };
    await expect(ask(send)).resolves.toEqual({ a: 1 });
    deaths = 2;
    await expect(ask(send)).rejects.toMatchObject({ kind: 'noLine', message: 'UND_ERR_SOCKET' });
    expect(sent).toBe(4);
  });
});

describe('createBackOff', () => {
  it('[SYN46] grows to 60 s with full jitter, to 5 s while the hub was heard lately, and starts anew after a success', () => {
    const backOff = createBackOff(() => 1);
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(() => backOff.next(Infinity))).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    expect(backOff.next(60_000)).toBe(5000);
    backOff.reset();
    expect(backOff.next(60_000)).toBe(1000);
    expect(createBackOff(() => 0.5).next(Infinity)).toBe(500);
  });
});
