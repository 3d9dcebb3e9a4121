import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { TransportError } from '../types.ts';
import type { Timers } from '../types.ts';
import { platformTimers } from './platform-timers.ts';
import { parseAnswer, readText, statusError } from './read-answer.ts';

const compress = promisify(gzip);
/** Below this a body is sent as it is. */
const gzipFromBytes = 1024;
/** A slow line is not silence: this many bytes a second are assumed while a body goes up. */
const slowestBytesPerSecond = 4096;

export interface HubClientOptions {
  hubUrl: string; user: string; password: string;
  fetch?: typeof fetch;
  /** Milliseconds without a byte before a request is given up. */
  timeoutMs?: number;
  /** 1 (fast) to 6 (small); 0 sends bodies as they are. */
  gzipLevel?: number;
  timers?: Timers;
}
export interface HubRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'; body?: unknown; signal?: AbortSignal;
}
/** Since the client was made. Bytes of bodies; those received as they came over the line where the hub told their length. */
export interface Traffic { requests: number; bytesSent: number; bytesReceived: number }
export interface HubClient {
  /** Answers the JSON of a 2xx; everything else is a `TransportError`. */
  request<T>(path: string, request?: HubRequest): Promise<T>;
  readonly traffic: Traffic;
}

/** Speaks JSON with one hub, CouchDB's way: Basic credentials, gzip up, nothing taken for granted coming down. */
export function createHubClient(options: HubClientOptions): HubClient {
  const { timeoutMs = 30_000, gzipLevel = 5, timers = platformTimers } = options;
  const send = options.fetch ?? fetch;
  const base = options.hubUrl.replace(/\/+$/, '');
  const authorization = `Basic ${Buffer.from(`${options.user}:${options.password}`).toString('base64')}`;
  const traffic: Traffic = { requests: 0, bytesSent: 0, bytesReceived: 0 };
  let compresses = gzipLevel > 0;

  const attempt = async <T>(path: string, request: HubRequest): Promise<T> => {
    const { method = request.body === undefined ? 'GET' : 'POST' } = request;
    const headers: Record<string, string> = { accept: 'application/json', authorization };
    let body: Buffer | undefined;
    if (request.body !== undefined) {
      const text = JSON.stringify(request.body);
      headers['content-type'] = 'application/json';
      if (compresses && text.length >= gzipFromBytes) {
        body = await compress(text, { level: gzipLevel });
        headers['content-encoding'] = 'gzip';
      } else {
        body = Buffer.from(text);
      }
    }
    request.signal?.throwIfAborted();
    const silence = new AbortController();
    let timer: unknown;
    const arm = (ms: number) => {
      timers.clearTimeout(timer);
      timer = timers.setTimeout(() => silence.abort(), ms);
    };
    const signal = request.signal ? AbortSignal.any([silence.signal, request.signal]) : silence.signal;
    const gone = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')), { once: true }));
    gone.catch(() => undefined);
    arm(timeoutMs + ((body?.length ?? 0) / slowestBytesPerSecond) * 1000);
    traffic.requests++;
    traffic.bytesSent += body?.length ?? 0;
    try {
      const answering = (async () => {
        const response = await send(`${base}${path}`, { method, headers, redirect: 'manual', signal, ...(body ? { body: new Uint8Array(body) } : {}) });
        arm(timeoutMs);
        const told = Number(response.headers.get('content-length') ?? Number.NaN);
        if (Number.isFinite(told)) traffic.bytesReceived += told;
        const text = await readText(response, (bytes) => {
          arm(timeoutMs);
          if (!Number.isFinite(told)) traffic.bytesReceived += bytes;
        });
        if (!response.ok) throw statusError(response, text);
        return parseAnswer(response, text) as T;
      })();
      answering.catch(() => undefined);
      return await Promise.race([answering, gone]);
    } catch (error) {
      if (error instanceof TransportError) throw error;
      request.signal?.throwIfAborted();
      if (silence.signal.aborted) throw new TransportError('timeout', `no byte for ${timeoutMs} ms`);
      throw new TransportError('noLine', lineFault(error));
    } finally {
      timers.clearTimeout(timer);
    }
  };

  return {
    traffic,
    async request<T>(path: string, request: HubRequest = {}) {
      try {
        return await attempt<T>(path, request);
      } catch (error) {
        if (!(error instanceof TransportError && error.status === 415 && compresses)) throw error;
        compresses = false;
        return attempt<T>(path, request);
      }
    },
  };
}

/** Code of a network fault, e.g. ECONNREFUSED; never an address or a body. */
function lineFault(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  return code ?? (error instanceof Error ? error.message : 'the line broke');
}
