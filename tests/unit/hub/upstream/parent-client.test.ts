import { describe, expect, it } from 'vitest';
import { createParentClient, refusesCredential, type ParentProblem } from '../../../../src-hub/upstream/parent-client.ts';

const { signal } = new AbortController();

/** A parent with sessions of CouchDB's kind; every request is noted as `path credential`. */
function aParent() {
  const calls: string[] = [];
  const state = { valid: 'one', takes: true, broken: 0, sessions: true, forgets: false };
  const send: typeof fetch = async (input, init) => {
    const path = new URL(String(input)).pathname;
    const headers = new Headers(init?.headers);
    const cookie = headers.get('cookie');
    const credential = headers.get('authorization') === null ? cookie ?? '' : 'password';
    calls.push(`${init?.method ?? 'GET'} ${path} ${credential}`);
    if (init?.signal?.aborted) throw new DOMException('aborted', 'AbortError');
    if (state.broken) return new Response('<html>', { status: state.broken });
    if (path === '/_session' && init?.method === 'POST') {
      if (!state.sessions) return new Response('{"error":"not_found"}', { status: 404 });
      if (!state.takes) return new Response('{"error":"unauthorized"}', { status: 401 });
      return new Response('{"ok":true}', { headers: { 'set-cookie': `AuthSession=${state.valid}; Path=/; HttpOnly` } });
    }
    const isKnown = !state.forgets && cookie === `AuthSession=${state.valid}`;
    if (path === '/_session') return new Response(JSON.stringify({ ok: true, userCtx: { name: isKnown ? 'child.769' : null } }));
    if (path === '/_db_updates') return new Response('{"error":"unauthorized","reason":"You are not a server admin."}', { status: 401 });
    return isKnown ? new Response('{"ok":true}') : new Response('{"error":"unauthorized"}', { status: 401 });
  };
  return { calls, state, ask: createParentClient({ url: 'http://parent', user: 'child.769', password: 'p' }, send) };
}

describe('a hub at its parent', () => {
  it('[HUB47] shows the password once for a session that every request carries; requests at once share the sign-in', async () => {
    const { ask, calls } = aParent();
    await Promise.all(['/a', '/b', '/c'].map((path) => ask('GET', path, { signal })));
    await ask('POST', '/d', { signal, body: {} });
    expect(calls).toEqual(['POST /_session ', ...['GET /a', 'GET /b', 'GET /c', 'POST /d'].map((one) => `${one} AuthSession=one`)]);
  });

  it('[HUB47] opens a session the parent forgot anew, once, also where it is only asked for its name', async () => {
    const { ask, calls, state } = aParent();
    await ask('GET', '/a', { signal });
    state.valid = 'two';
    expect((await ask('GET', '/_session', { signal })).body).toMatchObject({ userCtx: { name: 'child.769' } });
    state.valid = 'three';
    await ask('GET', '/b', { signal });
    expect(calls.filter((call) => call.startsWith('POST /_session'))).toHaveLength(3);
    expect(calls.at(-1)).toBe('GET /b AuthSession=three');
  });

  it('[HUB47] a parent that takes the password and then does not know its own session is away for a moment, and refuses nothing', async () => {
    const { ask, state, calls } = aParent();
    state.forgets = true;
    for (const path of ['/a', '/_session']) {
      const problem = await ask('GET', path, { signal }).catch((error: unknown) => error);
      expect(problem).toMatchObject({ kind: 'away' });
      expect(refusesCredential(problem as ParentProblem)).toBe(false);
    }
    expect(calls).not.toContain('GET /a password');
    state.forgets = false;
    expect((await ask('GET', '/a', { signal })).status).toBe(200);
  });

  it('[HUB47] does not sign in again for a 401 that is an answer: a bare CouchDB shows its updates to administrators only', async () => {
    const { ask, calls } = aParent();
    for (let n = 0; n < 3; n++) expect((await ask('GET', '/_db_updates', { signal, allow: [401] })).status).toBe(401);
    expect(calls.filter((call) => call.startsWith('POST /_session'))).toHaveLength(1);
  });

  it('[HUB47] a revoked credential is refused with 401; a parent that broke is away, and is worked with again once it is well', async () => {
    const { ask, state } = aParent();
    await ask('GET', '/a', { signal });
    Object.assign(state, { takes: false, valid: 'two' });
    await expect(ask('GET', '/a', { signal })).rejects.toMatchObject({ kind: 'refuses', status: 401 });
    for (const broken of [502, 429, 200]) {
      state.broken = broken;
      await expect(ask('GET', '/a', { signal })).rejects.toMatchObject({ kind: 'away' });
    }
    Object.assign(state, { broken: 0, takes: true });
    expect((await ask('GET', '/a', { signal })).status).toBe(200);
  });

  it('[HUB48] a sign-in that must wait because the password was wrong too often is a refusal, no line that is away', async () => {
    const send: typeof fetch = () => Promise.resolve(new Response('{"error":"too_many_requests","reason":"Too many wrong passwords; wait."}', { status: 429, headers: { 'content-type': 'application/json' } }));
    const problem = await createParentClient({ url: 'http://parent', user: 'child.769', password: 'p' }, send)('GET', '/', { signal }).catch((error: unknown) => error);
    expect(problem).toMatchObject({ kind: 'refuses', status: 429 });
    expect(refusesCredential(problem as ParentProblem)).toBe(true);
  });

  it('[HUB47] a sign-in that ended because its request was given up keeps no other from signing in', async () => {
    const gaveUp = new AbortController();
    let first = true;
    const send: typeof fetch = (input, init) => {
      if (!String(input).endsWith('/_session')) return Promise.resolve(new Response('{"ok":true}'));
      if (!first) return Promise.resolve(new Response('{"ok":true}', { headers: { 'set-cookie': 'AuthSession=x' } }));
      first = false;
      return new Promise((_, reject) => { init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))); });
    };
    const ask = createParentClient({ url: 'http://parent', user: 'u', password: 'p' }, send);
    const lost = ask('GET', '/a', { signal: gaveUp.signal });
    const other = ask('GET', '/b', { signal });
    gaveUp.abort();
    await expect(lost).rejects.toMatchObject({ kind: 'away' });
    expect((await other).status).toBe(200);
  });

  it('[HUB47] whoever has no sessions is no parent, and gets the password with no request', async () => {
    const { ask, calls, state } = aParent();
    state.sessions = false;
    for (const path of ['/a', '/b']) await expect(ask('GET', path, { signal })).rejects.toMatchObject({ kind: 'away' });
    expect(calls).toEqual(['POST /_session ', 'POST /_session ']);
  });
});
