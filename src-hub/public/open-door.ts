import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { randomBytes } from 'node:crypto';
import { EngineAway, UnknownDatabase } from '../engine/engine.ts';
import type { Call, DoorParts } from './call.ts';
import { DoorRefusal, badRequest, notFound } from './door-refusal.ts';
import { route } from './route.ts';
import { nameOfFault } from './name-of-fault.ts';
import { sendAnswer } from './send-answer.ts';

/** Answers requests that are not of the CouchDB protocol; `false` when it is none of its own. */
export type OtherHandler = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>;

/** Longer than the idle connections of clients live, so that none is reused while it is being closed. */
const KEEP_ALIVE_MS = 75_000;

function segmentsOf(rawPath: string): string[] {
  try {
    return rawPath.replace(/^\//, '').replace(/\/$/, '').split('/').map(decodeURIComponent);
  } catch {
    throw badRequest('the path is malformed');
  }
}

function toRefusal(error: unknown): DoorRefusal | undefined {
  if (error instanceof DoorRefusal) return error;
  if (error instanceof UnknownDatabase) return notFound('Database does not exist.');
  if (error instanceof EngineAway) return new DoorRefusal(503, 'service_unavailable', 'the database server does not answer now', { 'Retry-After': '5' });
  return undefined;
}

async function answer(parts: DoorParts, others: OtherHandler[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const requestId = randomBytes(5).toString('hex');
  response.setHeader('X-Couch-Request-ID', requestId);
  response.setHeader('Server', 'tramxa');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if ('encrypted' in request.socket) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
  const hungUp = new AbortController();
  let done = parts.quiet.asked();
  const idle = async <T>(wait: Promise<T>): Promise<T> => {
    done();
    try { return await wait; } finally { if (!hungUp.signal.aborted) done = parts.quiet.asked(); }
  };
  response.once('close', () => { hungUp.abort(); done(); });
  try {
    if (parts.closing.aborted) throw new DoorRefusal(503, 'service_unavailable', 'the hub is closing', { Connection: 'close' });
    const [rawPath = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s);
    for (const other of others) if (await other(request, response, rawPath)) return;
    const call: Call = {
      ...parts, request, response, requestId, method: request.method ?? 'GET', segments: segmentsOf(rawPath), query: new URLSearchParams(query),
      signal: AbortSignal.any([hungUp.signal, parts.closing]), idle,
    };
    const given = await route(call);
    if (parts.closing.aborted && !response.headersSent) response.setHeader('Connection', 'close');
    if (given !== 'sent') await sendAnswer(request, response, given);
  } catch (error) {
    const refusal = toRefusal(error);
    if (!refusal) parts.log('fault', { requestId, kind: nameOfFault(error), method: request.method });
    if (response.headersSent) { response.destroy(); return; }
    const { status, error: word, message, headers } = refusal ?? new DoorRefusal(500, 'internal_server_error', `something broke (${requestId})`);
    await sendAnswer(request, response, { status, body: { error: word, reason: message }, headers });
  }
}

/** A certificate with its chain, and its private key; both PEM. */
export interface TlsFiles { cert: string; key: string }

/** The hub's HTTP server: the CouchDB protocol, and whatever `others` answer. Not listening yet. */
export function openDoor(parts: DoorParts, others: OtherHandler[] = [], tls?: TlsFiles): Server {
  const limits = { keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 600_000, headersTimeout: 60_000 };
  const hear = (request: IncomingMessage, response: ServerResponse) => {
    response.on('error', () => undefined);
    answer(parts, others, request, response).catch((error: unknown) => {
      parts.log('fault', { kind: nameOfFault(error) });
      response.destroy();
    });
  };
  const server = tls ? createSecureServer({ ...limits, ...tls, minVersion: 'TLSv1.2' }, hear) : createServer(limits, hear);
  server.on('clientError', (_error, socket) => { if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'); else socket.destroy(); });
  return server;
}
