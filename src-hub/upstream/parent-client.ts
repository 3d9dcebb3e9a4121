import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { TransportError, createHubSession } from '../../sync/index.ts';
import { LOOK_MS } from './look-times.ts';
import type { ParentAccess } from '../provisioning/set-parent.ts';
import type { LineLoad } from './line-load.ts';

const compress = promisify(gzip);
const WORTH_COMPRESSING = 1024;
const ANSWER_MS = 60_000;
/** What is on its way may have come meanwhile. */
const LOOK_AGAIN_MS = 1000;

/**
 * Why the parent could not be worked with. `away`: no line, silence, or it broke; worth trying again soon. `refuses`: it
 * answered and said no.
 */
export class ParentProblem extends Error {
  readonly kind: 'away' | 'refuses'; readonly status: number;
  constructor(kind: ParentProblem['kind'], message: string, status = 0) { super(message); this.name = 'ParentProblem'; this.kind = kind; this.status = status; }
}

/** It does not take our credential: it says so (401), or that we tried a wrong one too often (429 at the sign-in). */
export const refusesCredential = ({ kind, status }: ParentProblem): boolean => kind === 'refuses' && (status === 401 || status === 429);

export interface ParentAsk { body?: unknown; signal: AbortSignal; /** Without an answer, on a line that carries nothing else. */ timeoutMs?: number; /** Statuses that are answers, not problems. */ allow?: number[] }
export interface ParentAnswer { status: number; body: unknown }
/** Speaks CouchDB's protocol with the tier above: a hub of ours or a bare CouchDB. The password is shown once for a session. */
export type AskParent = (method: string, path: string, ask: ParentAsk) => Promise<ParentAnswer>;

interface WireAnswer { response: Response; text: string }

const isBroken = (status: number) => status >= 500 || status === 429 || status === 408;
/** `_session` answers one whom it does not know with 200 and nobody's name. */
const namesNobody = (text: string) => /"name": *null/.test(text);

/** `load`: of the line that `send` uses; without it nothing else is on its way. */
export function createParentClient({ url, user, password }: ParentAccess, send: typeof fetch = fetch, load?: Pick<LineLoad, 'leftMs'>): AskParent {
  const exchange = async (path: string, { signal, ...request }: RequestInit, timeoutMs: number): Promise<WireAnswer> => {
    const silence = new AbortController();
    const beganAt = performance.now();
    let timer: NodeJS.Timeout;
    const look = () => {
      const leftMs = load?.leftMs(beganAt, timeoutMs) ?? 0;
      if (leftMs > 0) timer = setTimeout(look, Math.min(leftMs, LOOK_AGAIN_MS));
      else silence.abort(new DOMException('no answer in time', 'TimeoutError'));
    };
    timer = setTimeout(look, timeoutMs);
    try {
      const response = await send(url + path, { ...request, redirect: 'error', signal: signal ? AbortSignal.any([signal, silence.signal]) : silence.signal });
      return { response, text: await response.text() };
    } catch (error) {
      throw new ParentProblem('away', (error as Error).name === 'TimeoutError' ? 'no answer in time' : 'cannot be reached');
    } finally {
      clearTimeout(timer);
    }
  };
  const session = createHubSession({ base: '', user, password, send: ({ url: path, ...request }) => exchange(path, request, LOOK_MS) });

  async function signedIn(signal: AbortSignal): Promise<Record<string, string>> {
    try {
      return await session.headers(signal);
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      const { status = 0, kind, message } = error;
      // 429 at a sign-in means several wrong passwords: the line is there, and asking sooner would not help.
      throw kind === 'notCouch' || (isBroken(status) && status !== 429) || status < 400 ? new ParentProblem('away', message, status) : new ParentProblem('refuses', `answered ${status}: ${kind}`, status);
    }
  }

  async function attempt(path: string, request: RequestInit & { signal: AbortSignal }, { allow, timeoutMs }: { allow: number[]; timeoutMs: number }, mayRenew = true): Promise<WireAnswer> {
    const who = await signedIn(request.signal);
    const answer = await exchange(path, { ...request, headers: { ...request.headers as Record<string, string>, ...who } }, timeoutMs);
    session.heard(answer.response);
    const { status } = answer.response;
    // A bare CouchDB says 401 also to one it knows; whoever expects that takes it as the answer.
    const isStranger = (status === 401 && !allow.includes(401)) || (path === '/_session' && namesNobody(answer.text));
    if (!isStranger) return answer;
    // The password was taken a moment ago: it is not what is wrong.
    if (!mayRenew) throw new ParentProblem('away', 'ended a session as soon as it began', status);
    session.renew(who);
    return attempt(path, request, { allow, timeoutMs }, false);
  }

  return async (method, path, { body, signal, timeoutMs = ANSWER_MS, allow = [] }) => {
    const headers: Record<string, string> = { accept: 'application/json' };
    let bytes: Buffer<ArrayBuffer> | undefined;
    if (body !== undefined) {
      bytes = Buffer.from(JSON.stringify(body));
      headers['content-type'] = 'application/json';
      if (bytes.length > WORTH_COMPRESSING) { bytes = await compress(bytes, { level: 1 }); headers['content-encoding'] = 'gzip'; }
    }
    const { response: { status }, text } = await attempt(path, { method, headers, signal, ...(bytes ? { body: bytes } : {}) }, { allow, timeoutMs });
    if (isBroken(status)) throw new ParentProblem('away', `answered ${status}`, status);
    let parsed: unknown;
    try { parsed = text === '' ? undefined : JSON.parse(text); } catch { throw new ParentProblem('away', 'does not answer as CouchDB does', status); }
    if (status >= 400 && !allow.includes(status)) throw new ParentProblem('refuses', `answered ${status}: ${String((parsed as { error?: unknown } | undefined)?.error ?? '').slice(0, 60)}`, status);
    return { status, body: parsed };
  };
}
