import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { TransportError } from '../types.ts';
import type { Timers } from '../types.ts';
import { createHubSession } from './hub-session.ts';
import { platformTimers } from './platform-timers.ts';
import { parseAnswer, statusError } from './read-answer.ts';
import { sendRequest } from './send-request.ts';
import type { Traffic, WireRequest } from './send-request.ts';
import { createTurns } from './take-turns.ts';
import type { Turns } from './take-turns.ts';

const compress = promisify(gzip);
/** Below this a body is sent as it is. */
const gzipFromBytes = 1024;
/** Sessions opened anew for one request: that of the request may have ended, and the one that followed it too. Whether a credential is refused the sign-in says. */
const mostRenewals = 2;

export interface HubClientOptions {
  hubUrl: string; user: string; password: string;
  fetch?: typeof fetch;
  /** Milliseconds without a byte before a request is given up. */
  timeoutMs?: number;
  /** 1 (fast) to 6 (small); 0 sends bodies as they are. */
  gzipLevel?: number;
  timers?: Timers;
}
/** A body made ready to be sent, so that this does not have to wait for the request before it. */
export interface PreparedBody { text: string; bytes: Uint8Array<ArrayBuffer>; isGzip: boolean }
export interface HubRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'; body?: unknown; prepared?: PreparedBody; signal?: AbortSignal;
  /** Requests of one lane go one after another: on a slow line two would only hold each other up. */
  lane?: string;
  headers?: Readonly<Record<string, string>>;
  /** Reads the bytes of an answer of 2xx; where it answers nothing they are parsed as JSON. */
  read?: (bytes: Buffer) => unknown;
  /** Given status and headers of an answer of 2xx. */
  onAnswer?: (response: Response) => void;
}
/** One hub; made once and kept, since its session is. */
export interface HubClient {
  /** Answers the JSON of a 2xx; everything else is a `TransportError`. */
  request<T>(path: string, request?: HubRequest): Promise<T>;
  /** Compresses a body of JSON as this hub takes it. */
  prepare(text: string): Promise<PreparedBody>;
  readonly traffic: Traffic;
}

/** Speaks JSON with one hub, CouchDB's way: a session, gzip up, nothing taken for granted coming down. */
export function createHubClient(options: HubClientOptions): HubClient {
  const { timeoutMs = 30_000, gzipLevel = 6, timers = platformTimers } = options;
  const base = options.hubUrl.replace(/\/+$/, '');
  const traffic: Traffic = { requests: 0, bytesSent: 0, bytesReceived: 0 };
  const send = (request: WireRequest) => sendRequest({ send: options.fetch ?? fetch, timers, timeoutMs, traffic }, request);
  const session = createHubSession({
    base, user: options.user, password: options.password,
    send: async (request) => { const { response, bytes } = await send(request); return { response, text: bytes.toString() }; },
  });
  const lanes = new Map<string, Turns>();
  let compresses = gzipLevel > 0;
  /** A compressed body has come through whole on this line. */
  let arrivesCompressed = false;

  const prepare = async (text: string, mayCompress = true): Promise<PreparedBody> => {
    const isGzip = mayCompress && compresses && text.length >= gzipFromBytes;
    return { text, isGzip, bytes: new Uint8Array(isGzip ? await compress(text, { level: gzipLevel, memLevel: 9 }) : Buffer.from(text)) };
  };

  const attempt = async (path: string, method: string, body: PreparedBody | undefined, request: HubRequest, renewals = mostRenewals): Promise<unknown> => {
    const { signal, headers: more, onAnswer } = request;
    const who = await session.headers(signal);
    const headers = { accept: 'application/json', ...more, ...who, ...(body ? { 'content-type': 'application/json' } : {}), ...(body?.isGzip ? { 'content-encoding': 'gzip' } : {}) };
    const { response, bytes } = await send({ url: base + path, method, headers, body: body?.bytes, signal });
    session.heard(response);
    if (response.status === 401 && renewals > 0) {
      session.renew(who);
      return attempt(path, method, body, request, renewals - 1);
    }
    if (!response.ok) throw statusError(response, bytes.toString());
    const answer = request.read?.(bytes) ?? parseAnswer(response, bytes.toString());
    onAnswer?.(response);
    return answer;
  };

  const ask = async (path: string, request: HubRequest): Promise<unknown> => {
    const body = request.prepared ?? (request.body === undefined ? undefined : await prepare(JSON.stringify(request.body)));
    const { method = body ? 'POST' : 'GET' } = request;
    try {
      const answer = await attempt(path, method, body, request);
      arrivesCompressed ||= body?.isGzip === true;
      return answer;
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      // Over another line there may be another proxy.
      if (error.kind === 'noLine' || error.kind === 'timeout') arrivesCompressed = false;
      const takesNone = error.status === 415;
      // A proxy that takes the word of the compression off makes nonsense of the body.
      if (!body?.isGzip || !(takesNone || (error.status === 400 && !arrivesCompressed))) throw error;
      if (takesNone) compresses = false;
      const answer = await attempt(path, method, await prepare(body.text, false), request);
      compresses = false;
      return answer;
    }
  };

  return {
    traffic, prepare,
    async request<T>(path: string, request: HubRequest = {}) {
      const { lane } = request;
      if (lane === undefined) return await ask(path, request) as T;
      let turns = lanes.get(lane);
      if (!turns) lanes.set(lane, turns = createTurns());
      return await turns(() => ask(path, request)) as T;
    },
  };
}
