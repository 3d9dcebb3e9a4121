import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import { duplexPair } from 'node:stream';
import { gunzipSync as unzip } from 'node:zlib';
import type { Random } from '../interpose/seeded-random.ts';

/** What a line does to requests; probabilities from 0 to 1. */
export interface LineFaults {
  /** Nothing gets through. */
  cut: boolean;
  /** Most milliseconds one way. */
  slowestMs: number;
  /** Nobody ever answers, though the hub may have taken it. */
  silence: number;
  dropRequest: number; dropAnswer: number; halfRequest: number; halfAnswer: number;
  /** Sent a second time, up to a minute later: overtaken by what came after it. */
  duplicate: number;
  /** A machine on the way answers with a status of its own. */
  status: number;
  /** It takes documents out of what is pushed and lets the rest through, one in so many; 0 = honest. */
  dropsDocumentOneIn: number;
}
export const goodLine = (): LineFaults => ({ cut: false, slowestMs: 60, silence: 0, dropRequest: 0, dropAnswer: 0, halfRequest: 0, halfAnswer: 0, duplicate: 0, status: 0, dropsDocumentOneIn: 0 });

export interface Line { readonly name: string; faults: LineFaults; readonly fetch: typeof fetch; /** Once, when documents are about to reach the hub. */ atPush: (() => void) | undefined }
/** Who is at the other end: `undefined` while nobody listens. */
export interface FarEnd { server(): Server | undefined; /** The hub's own clock. */ now(): number }
export interface LineOptions { name: string; random: Random; far: FarEnd; /** The near end is a dead process: it hears nothing any more. */ isDead: () => boolean; trace: (what: string) => void }

interface Parcel { method: string; path: string; headers: Record<string, string>; body: Buffer | undefined }
interface Answered { status: number; headers: IncomingHttpHeaders; body: Buffer }

const statuses = [400, 401, 403, 404, 408, 413, 429, 500, 502, 503];
const broken = () => Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('line'), { code: 'ECONNRESET' }) });

/** One end's way to one hub: real HTTP over a pair of streams, with the line's faults between. */
export function createLine({ name, random, far, isDead, trace }: LineOptions): Line {
  const wait = (ms: number, signal?: AbortSignal | null) => new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => { signal?.removeEventListener('abort', gone); resolve(); }, ms);
    const gone = () => { clearTimeout(timer); reject(signal?.reason ?? new DOMException('aborted', 'AbortError')); };
    if (signal?.aborted) gone(); else signal?.addEventListener('abort', gone, { once: true });
  });
  const latency = () => 5 + Math.floor(random() * random() * line.faults.slowestMs);
  const happens = (probability: number) => probability > 0 && random() < probability;

  async function send(url: string, init: RequestInit): Promise<Response> {
    const { signal } = init;
    signal?.throwIfAborted();
    const parcel = toParcel(url, init);
    const of = line.faults;
    const fault = (['silence', 'dropRequest', 'dropAnswer', 'halfRequest', 'halfAnswer', 'duplicate', 'status'] as const).find((kind) => happens(of[kind]));
    const label = `${name} ${parcel.method} ${parcel.path.slice(0, 90)}${fault ? ` ${fault}` : ''}`;
    await wait(latency(), signal);
    const server = far.server();
    if (of.cut || fault === 'dropRequest' || !server || isDead()) { trace(`${label} no line`); throw broken(); }
    if (fault === 'silence' && random() < 0.5) { trace(label); return wait(2 ** 30, signal).then(() => { throw broken(); }); }
    if (fault === 'status') {
      const status = statuses[Math.floor(random() * statuses.length)] ?? 500;
      trace(`${label} ${status}`);
      return new Response(random() < 0.5 ? '<html>proxy</html>' : '{"error":"x"}', { status });
    }
    if (parcel.path.endsWith('/_bulk_docs')) {
      const { atPush } = line;
      line.atPush = undefined;
      atPush?.();
    }
    const sent = of.dropsDocumentOneIn > 0 ? withoutSome(parcel, of.dropsDocumentOneIn, random) : parcel;
    if (fault === 'duplicate') {
      const again = Math.floor(random() * 60_000);
      wait(again).then(() => { const now = far.server(); if (now) return deliver(now, sent, {}); return undefined; }).catch(() => undefined);
    }
    const answered = await deliver(server, sent, { signal, cutAt: fault === 'halfRequest' ? Math.floor(random() * (sent.body?.length ?? 1)) : undefined }).catch((error: unknown) => {
      trace(`${label} broke`);
      throw signal?.aborted ? error : broken();
    });
    await wait(latency(), signal);
    trace(`${label} ${answered.status} ${answered.body.length}`);
    if (fault === 'dropAnswer' || line.faults.cut || isDead()) throw broken();
    if (fault === 'silence') return wait(2 ** 30, signal).then(() => { throw broken(); });
    return toResponse(answered, far.now(), fault === 'halfAnswer' ? Math.floor(random() * answered.body.length) : undefined);
  }
  const line: Line = { name, faults: goodLine(), atPush: undefined, fetch: ((url: string, init: RequestInit = {}) => send(String(url), init)) as typeof fetch };
  return line;
}

function toParcel(url: string, init: RequestInit): Parcel {
  const path = url.slice(url.indexOf('/', 'http://'.length));
  return { method: init.method ?? 'GET', path: path.startsWith('/') ? path : '/', headers: Object.fromEntries(new Headers(init.headers)), body: init.body ? Buffer.from(init.body as Uint8Array) : undefined };
}

/** One request as it goes over the wire. */
function deliver(server: Server, { method, path, headers, body }: Parcel, { signal, cutAt }: { signal?: AbortSignal | null; cutAt?: number }): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const [near, other] = duplexPair();
    server.emit('connection', other);
    const end = () => { near.destroy(); other.destroy(); };
    const fail = (error: Error) => { end(); reject(error); };
    const request = httpRequest({ createConnection: () => near, method, path, headers: { ...headers, host: 'hub', connection: 'close', ...(body ? { 'content-length': String(body.length) } : {}) } }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => { signal?.removeEventListener('abort', gone); resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }); end(); });
      response.on('error', fail);
    });
    const gone = () => { request.destroy(); fail(new DOMException('aborted', 'AbortError')); };
    signal?.addEventListener('abort', gone, { once: true });
    request.on('error', fail);
    near.on('error', () => undefined);
    other.on('error', () => undefined);
    if (cutAt === undefined) request.end(body);
    else {
      request.write(body?.subarray(0, Math.max(1, cutAt)) ?? '');
      process.nextTick(() => { request.destroy(); fail(new Error('cut')); });
    }
  });
}

function toResponse({ status, headers, body }: Answered, hubNow: number, cutAt: number | undefined): Response {
  const its = new Headers();
  for (const [key, value] of Object.entries(headers)) {
    if (['date', 'connection', 'transfer-encoding', 'keep-alive'].includes(key)) continue;
    for (const one of Array.isArray(value) ? value : [value ?? []].flat()) its.append(key, one);
  }
  its.set('date', new Date(hubNow).toUTCString());
  if (cutAt === undefined) return new Response(body.length ? new Uint8Array(body) : null, { status, headers: its });
  const half = new ReadableStream<Uint8Array>({ start(controller) { controller.enqueue(new Uint8Array(body.subarray(0, cutAt))); controller.error(broken()); } });
  return new Response(half, { status, headers: its });
}

/** The same push without some of its documents; whoever sent it hears that all were taken. */
function withoutSome(parcel: Parcel, oneIn: number, random: Random): Parcel {
  if (!parcel.path.endsWith('/_bulk_docs') || !parcel.body) return parcel;
  const read = JSON.parse((parcel.headers['content-encoding'] ? unzip(parcel.body) : parcel.body).toString()) as { docs: unknown[] };
  const { 'content-encoding': _compressed, ...headers } = parcel.headers;
  return { ...parcel, headers, body: Buffer.from(JSON.stringify({ ...read, docs: read.docs.filter(() => Math.floor(random() * oneIn) !== 0) })) };
}
