import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ParentAccess } from '../provisioning/set-parent.ts';

const compress = promisify(gzip);
const WORTH_COMPRESSING = 1024;
const ANSWER_MS = 60_000;

/**
 * Why the parent could not be worked with. `away`: no line, silence, or it broke; worth trying again soon. `refuses`: it
 * answered and said no.
 */
export class ParentProblem extends Error {
  readonly kind: 'away' | 'refuses'; readonly status: number;
  constructor(kind: ParentProblem['kind'], message: string, status = 0) { super(message); this.name = 'ParentProblem'; this.kind = kind; this.status = status; }
}

export interface ParentAsk { body?: unknown; signal: AbortSignal; timeoutMs?: number; /** Statuses that are answers, not problems. */ allow?: number[] }
export interface ParentAnswer { status: number; body: unknown }
/** Speaks CouchDB's protocol with the tier above: a hub of ours or a bare CouchDB. */
export type AskParent = (method: string, path: string, ask: ParentAsk) => Promise<ParentAnswer>;

const isBroken = (status: number) => status >= 500 || status === 429 || status === 408;

export function createParentClient({ url, user, password }: ParentAccess, send: typeof fetch = fetch): AskParent {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return async (method, path, { body, signal, timeoutMs = ANSWER_MS, allow = [] }) => {
    const headers: Record<string, string> = { Authorization: authorization, Accept: 'application/json' };
    let bytes: Buffer<ArrayBuffer> | undefined;
    if (body !== undefined) {
      bytes = Buffer.from(JSON.stringify(body));
      headers['Content-Type'] = 'application/json';
      if (bytes.length > WORTH_COMPRESSING) { bytes = await compress(bytes, { level: 1 }); headers['Content-Encoding'] = 'gzip'; }
    }
    let status: number, text: string;
    try {
      const response = await send(url + path, { method, headers, ...(bytes ? { body: bytes } : {}), redirect: 'error', signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) });
      status = response.status;
      text = await response.text();
    } catch (error) {
      throw new ParentProblem('away', (error as Error).name === 'TimeoutError' ? 'no answer in time' : 'cannot be reached');
    }
    if (isBroken(status)) throw new ParentProblem('away', `answered ${status}`, status);
    let parsed: unknown;
    try { parsed = text === '' ? undefined : JSON.parse(text); } catch { throw new ParentProblem('away', 'does not answer as CouchDB does', status); }
    if (status >= 400 && !allow.includes(status)) throw new ParentProblem('refuses', `answered ${status}: ${String((parsed as { error?: unknown } | undefined)?.error ?? '').slice(0, 60)}`, status);
    return { status, body: parsed };
  };
}
