import { TransportError } from '../types.ts';
import type { Timers } from '../types.ts';
import { readBytes } from './read-answer.ts';

/** A slow line is not silence: this many bytes a second are assumed while a body goes up. */
const slowestBytesPerSecond = 4096;

export interface WireRequest { url: string; method: string; headers: Record<string, string>; body?: Uint8Array<ArrayBuffer>; signal?: AbortSignal }
export interface WireAnswer { response: Response; bytes: Buffer }
/** Since the client was made. Bytes of bodies; those received as they came over the line where the hub told their length. */
export interface Traffic { requests: number; bytesSent: number; bytesReceived: number }
export interface SendOptions { send: typeof fetch; timers: Timers; timeoutMs: number; traffic: Traffic }

/** An idle connection that the other side had closed takes the request with it, unanswered: the next one goes over a new connection. */
const deadConnection = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/** Sends one request and reads its whole answer, any status. One that died unanswered is repeated once: everything sent here may come twice. */
export async function sendRequest(options: SendOptions, request: WireRequest): Promise<WireAnswer> {
  const head = { came: false };
  try {
    return await attempt(options, request, head);
  } catch (error) {
    if (head.came || !(error instanceof TransportError && error.kind === 'noLine' && deadConnection.has(error.message))) throw error;
    return attempt(options, request, head);
  }
}

async function attempt({ send, timers, timeoutMs, traffic }: SendOptions, request: WireRequest, head: { came: boolean }): Promise<WireAnswer> {
  const { url, method, headers, body } = request;
  request.signal?.throwIfAborted();
  // Not `AbortSignal.any`: what listens to that lives as long as the caller's signal, an exchange of weeks, and with it every answer.
  const ending = new AbortController();
  const { signal } = ending;
  let isSilent = false;
  let timer: unknown;
  const arm = (ms: number) => {
    timers.clearTimeout(timer);
    timer = timers.setTimeout(() => { isSilent = true; ending.abort(); }, ms);
  };
  const end = () => ending.abort();
  request.signal?.addEventListener('abort', end, { once: true });
  const gone = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')), { once: true }));
  gone.catch(() => undefined);
  arm(timeoutMs + ((body?.length ?? 0) / slowestBytesPerSecond) * 1000);
  traffic.requests++;
  traffic.bytesSent += body?.length ?? 0;
  try {
    const answering = (async () => {
      const response = await send(url, { method, headers, redirect: 'manual', signal, ...(body ? { body } : {}) });
      head.came = true;
      arm(timeoutMs);
      const told = Number(response.headers.get('content-length') ?? Number.NaN);
      if (Number.isFinite(told)) traffic.bytesReceived += told;
      const bytes = await readBytes(response, (count) => {
        arm(timeoutMs);
        if (!Number.isFinite(told)) traffic.bytesReceived += count;
      });
      return { response, bytes };
    })();
    answering.catch(() => undefined);
    return await Promise.race([answering, gone]);
  } catch (error) {
    if (error instanceof TransportError) throw error;
    request.signal?.throwIfAborted();
    if (isSilent) throw new TransportError('timeout', `no byte for ${timeoutMs} ms`);
    throw new TransportError('noLine', lineFault(error));
  } finally {
    timers.clearTimeout(timer);
    request.signal?.removeEventListener('abort', end);
  }
}

/** Code of a network fault, e.g. ECONNREFUSED; never an address or a body. */
function lineFault(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  return code ?? (error instanceof Error ? error.message : 'the line broke');
}
