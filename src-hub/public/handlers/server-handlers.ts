import { hash } from 'node:crypto';
import { collections } from '../../../src-shared/domain/collections.ts';
import type { Answer, Call, SignedCall } from '../call.ts';
import { SESSION_COOKIE, cookieOf, toSignInRefusal } from '../authenticate.ts';
import { DoorRefusal, methodNotAllowed } from '../door-refusal.ts';
import { childUser } from '../../provisioning/credentials.ts';
import type { Principal } from '../principal.ts';
import { parseJson, readBody } from '../read-body.ts';
import { accessOf } from './access-database.ts';

const SMALL_BODY = 64 * 1024;

/** Raised when the door takes what it refused before and no collection or schema changed with it. */
const DOOR = 1;
/** What the door takes, in few letters: whoever was refused something before tries again where this changes. */
const takes = hash('sha256', JSON.stringify([DOOR, ...Object.values(collections).map(({ name, schemaVersion }) => `${name}@${schemaVersion}`).sort()]), 'hex').slice(0, 12);

/** `GET /`: CouchDB's greeting, with this hub's place among the tiers; a child hub hears how many bundles wait for it. */
export function welcome({ config, path, uuid, request, signIn, bundlesFor }: Call): Answer {
  const token = cookieOf(request, SESSION_COOKIE);
  const caller = token === undefined ? undefined : signIn.session(token);
  return {
    status: 200,
    body: {
      couchdb: 'Welcome', version: '3.3.3', features: ['attachment-stub-info', 'pluggable-storage-engines'], uuid, vendor: { name: 'tramxa' },
      tramxa: { unit: config.unit, tier: config.tier, path: path(), ifKnown: true, takes, ...(caller?.kind === 'child' ? { bundles: bundlesFor(childUser(caller.unit)) } : {}) },
    },
  };
}

export const up = (): Answer => ({ status: 200, body: { status: 'ok', seeds: {} } });

const sessionBody = (principal: Principal | undefined) => ({
  ok: true,
  userCtx: { name: principal?.user ?? null, roles: principal ? [principal.kind] : [] },
  info: { authentication_handlers: ['cookie', 'default'], ...(principal ? { authenticated: 'default' } : {}) },
});
const cookie = ({ request }: Call, value: string, maxAge: number) => `${SESSION_COOKIE}=${value}; Version=1; Path=/; HttpOnly; SameSite=Strict${'encrypted' in request.socket ? '; Secure' : ''}; Max-Age=${maxAge}`;

async function credentialOfBody(call: Call): Promise<{ name: unknown; password: unknown }> {
  const bytes = await readBody(call.request, SMALL_BODY);
  if (/^application\/x-www-form-urlencoded/i.test(call.request.headers['content-type'] ?? '')) {
    const form = new URLSearchParams(bytes.toString('utf8'));
    return { name: form.get('name') ?? form.get('username'), password: form.get('password') };
  }
  const body = parseJson(bytes) as Record<string, unknown> | null;
  return { name: body?.['name'] ?? body?.['username'], password: body?.['password'] };
}

/** `/_session`: who am I, sign in for a cookie, sign out. */
export async function session(call: Call, principal: Principal | undefined): Promise<Answer> {
  switch (call.method) {
    case 'GET': case 'HEAD': return { status: 200, body: sessionBody(principal) };
    case 'DELETE': {
      const token = cookieOf(call.request, SESSION_COOKIE);
      if (token !== undefined) call.signIn.closeSession(token);
      return { status: 200, body: { ok: true }, headers: { 'Set-Cookie': cookie(call, '', 0) } };
    }
    case 'POST': {
      const { name, password } = await credentialOfBody(call);
      if (typeof name !== 'string' || typeof password !== 'string') throw new DoorRefusal(400, 'bad_request', 'name and password are needed');
      const answer = await call.signIn.check(name, password, call.request.socket.remoteAddress);
      if (!answer.ok) throw toSignInRefusal(answer);
      const token = call.signIn.openSession(answer.principal);
      return { status: 200, body: { ok: true, name, roles: [answer.principal.kind] }, headers: { 'Set-Cookie': cookie(call, token, 600) } };
    }
    default: throw methodNotAllowed('DELETE,GET,HEAD,POST');
  }
}

const visible = (call: SignedCall) => (name: string): boolean => accessOf(call, name).mayRead;

/** `GET /_all_dbs`: what the caller may read. */
export const allDatabases = (call: SignedCall): Answer => ({ status: 200, body: call.engine.databases().filter(visible(call)) });

const LONGEST_POLL_MS = 60_000;

const toRow = (database: string, type: string, seq: string) => ({ db_name: database, type, seq });
/** When a poll is to end, `performance.now()`. */
const endOfPoll = (query: URLSearchParams): number => performance.now() + Math.min(LONGEST_POLL_MS, Math.max(0, Number(query.get('timeout') ?? LONGEST_POLL_MS) || 0));

/** Of a station's PC: numbered by what it may read alone, so that it cannot count what happens at other stations. */
async function ownUpdates(call: SignedCall): Promise<Answer> {
  const { query, updates, signal, engine } = call;
  const until = endOfPoll(query);
  const names = () => engine.databases().filter(visible(call));
  const since = query.get('since') === 'now' ? updates.countOf(names()) : query.get('since') ?? '';
  for (;;) {
    const version = updates.version();
    const own = names();
    const sequence = updates.countOf(own);
    const left = until - performance.now();
    if (sequence !== since || query.get('feed') !== 'longpoll' || left <= 0 || signal.aborted) return { status: 200, body: { results: sequence === since ? [] : own.map((name) => toRow(name, 'updated', sequence)), last_seq: sequence } };
    await call.idle(updates.next({ version, timeoutMs: left, signal }));
  }
}

/** `GET /_db_updates`: normal or long poll, only databases the caller may read. */
export async function databaseUpdates(call: SignedCall): Promise<Answer> {
  if (call.principal.kind === 'device') return ownUpdates(call);
  const { query, updates, signal, engine } = call;
  const since = query.get('since') ?? '';
  const until = endOfPoll(query);
  const sees = visible(call);
  for (let cursor = since === 'now' ? updates.sequence() : since; ;) {
    const version = updates.version();
    const found = updates.after(cursor);
    if (!found) return { status: 200, body: { results: engine.databases().filter(sees).map((name) => toRow(name, 'updated', updates.sequence())), last_seq: updates.sequence() } };
    const rows = found.updates.filter(({ database }) => sees(database)).map(({ database, type }) => toRow(database, type, found.sequence));
    const left = until - performance.now();
    if (rows.length || query.get('feed') !== 'longpoll' || left <= 0 || signal.aborted) return { status: 200, body: { results: rows, last_seq: found.sequence } };
    cursor = found.sequence;
    await call.idle(updates.next({ version, timeoutMs: left, signal }));
  }
}
