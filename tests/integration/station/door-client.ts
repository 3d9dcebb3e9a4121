import { request, type IncomingHttpHeaders } from 'node:http';
import WebSocket from 'ws';
import { serveStation, type ServedStation, type ServeOptions } from '../../../src-main/station/server/serve-station.ts';
import { atEnd, password } from './world.ts';

export interface Answered { status: number; headers: IncomingHttpHeaders; text: string; json: () => unknown }

/** Serves a directory on a free port until the test ends. */
export async function serve(dir: string, options: Partial<ServeOptions> = {}): Promise<ServedStation & { stop(): Promise<void> }> {
  const served = await serveStation({ dir, port: 0, now: Date.now, ...options });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= served.close());
  atEnd(stop);
  return { ...served, stop };
}

/** A plain HTTP request with exactly these headers. */
export function ask(address: string, path: string, { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: unknown } = {}): Promise<Answered> {
  const url = new URL(path, address);
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const outgoing = request({ host: '127.0.0.1', port: url.port, path: path.startsWith('/') ? path : url.pathname + url.search, method, headers: { host: url.host, ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }), ...headers } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const all = Buffer.concat(parts).toString();
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: all, json: () => JSON.parse(all) as unknown });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}

interface Envelope { result?: { data?: unknown }; error?: { message: string; data: { code: string; faultId?: string } } }

/** A browser that came through the door. */
export interface Page {
  cookie: string;
  query(path: string, input?: unknown): Promise<{ status: number; data?: unknown; error?: Envelope['error'] }>;
  mutation(path: string, input?: unknown): Promise<{ status: number; data?: unknown; error?: Envelope['error'] }>;
  signIn(account?: string, secret?: string): Promise<void>;
  /** Live answers of one query as they come. */
  live(query: string, input: unknown): Promise<{ answers: unknown[]; closed: Promise<number>; stop(): void }>;
}

export async function openPage(served: Pick<ServedStation, 'address' | 'mintToken'>): Promise<Page> {
  const { address } = served;
  const traded = await ask(address, '/session/token', { method: 'POST', headers: { origin: address }, body: { token: served.mintToken() } });
  const cookie = String(traded.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
  return pageWith(address, cookie);
}

export function pageWith(address: string, cookie: string): Page {
  const unwrap = ({ status, json }: Answered) => {
    const envelope = json() as Envelope;
    return { status, data: envelope.result?.data, error: envelope.error };
  };
  const page: Page = {
    cookie,
    query: async (path, input) => unwrap(await ask(address, `/trpc/${path}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`, { headers: { cookie } })),
    mutation: async (path, input) => unwrap(await ask(address, `/trpc/${path}`, { method: 'POST', headers: { cookie, origin: address, 'content-type': 'application/json' }, body: input })),
    async signIn(account = 'lan', secret = password) {
      const { data } = await page.mutation('session.signIn', { account, password: secret });
      if (!(data as { ok?: boolean } | undefined)?.ok) throw new Error('not signed in');
    },
    async live(query, input) {
      const socket = new WebSocket(`${address.replace('http', 'ws')}/trpc`, { headers: { cookie, origin: address } });
      const answers: unknown[] = [];
      const closed = new Promise<number>((resolve) => { socket.on('close', (code) => resolve(code)); });
      await new Promise((resolve, reject) => { socket.once('open', resolve); socket.once('error', reject); });
      socket.on('message', (text) => {
        if (String(text) === 'PING') { socket.send('PONG'); return; }
        const { result } = JSON.parse(String(text)) as { result?: { type: string; data?: unknown } };
        if (result?.type === 'data') answers.push(result.data);
      });
      socket.send(JSON.stringify({ id: 1, method: 'subscription', params: { path: 'live', input: { query, input } } }));
      atEnd(() => socket.terminate());
      return { answers, closed, stop: () => socket.close() };
    },
  };
  return page;
}

/** How an upgrade ends: `open`, or the status it was refused with. */
export function upgrade(address: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/trpc`, { headers });
    socket.on('open', () => { socket.terminate(); resolve('open'); });
    socket.on('unexpected-response', (_, answer) => { resolve(String(answer.statusCode)); socket.terminate(); });
    socket.on('error', () => resolve('error'));
  });
}
