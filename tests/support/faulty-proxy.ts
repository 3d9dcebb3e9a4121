import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

/**
 * What happens to a request on its way.
 * `cutAfter`: the answer ends in the middle · `dropAnswer`: it reaches the hub, its answer never comes back ·
 * `status`: answered here, as JSON or as a web page · `silence`: taken and never answered · `limit`: 413 above so many bytes.
 */
export type Fault =
  | { kind: 'cutAfter'; bytes: number } | { kind: 'dropAnswer' } | { kind: 'status'; status: number; html?: boolean } | { kind: 'silence' }
  | { kind: 'limit'; bytes: number } | { kind: 'reset' };
export interface Passing { method: string; path: string; bytes: number; body: string }
export interface FaultyProxy {
  url: string;
  /** Asked for each request; `undefined` lets it pass. */
  faultFor: (request: Passing) => Fault | undefined;
  passed: Passing[];
  /** Breaks every connection that is open now. */
  cut(): void;
  close(): Promise<void>;
}

/** A line between a station and a hub that breaks on demand. */
export async function openFaultyProxy(hubUrl: string): Promise<FaultyProxy> {
  const server = createServer((request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const answer = async () => {
      const pieces: Buffer[] = [];
      for await (const piece of request) pieces.push(piece as Buffer);
      const raw = Buffer.concat(pieces);
      const body = request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw;
      const passing: Passing = { method: request.method ?? 'GET', path: request.url ?? '/', bytes: body.length, body: body.toString() };
      const fault = proxy.faultFor(passing);
      proxy.passed.push(passing);
      if (fault?.kind === 'silence') return;
      if (fault?.kind === 'reset') { response.destroy(); return; }
      if (fault?.kind === 'limit' && passing.bytes > fault.bytes) {
        response.writeHead(413, { 'content-type': 'application/json' }).end('{"error":"too_large","reason":"the request entity is too large"}');
        return;
      }
      if (fault?.kind === 'status') {
        if (fault.html) response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<!doctype html><title>Wi-Fi</title>Xin chào');
        else response.writeHead(fault.status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: 'error', reason: `status ${fault.status}` }));
        return;
      }
      const { host, connection, ...headers } = request.headers as Record<string, string>;
      const forwarded = await fetch(`${hubUrl}${passing.path}`, { method: passing.method, headers, redirect: 'manual', signal: gone.signal, ...(raw.length > 0 ? { body: new Uint8Array(raw) } : {}) });
      const back = Buffer.from(await forwarded.arrayBuffer());
      if (fault?.kind === 'dropAnswer') { response.destroy(); return; }
      response.writeHead(forwarded.status, { 'content-type': forwarded.headers.get('content-type') ?? 'application/json', 'content-length': back.length, 'set-cookie': forwarded.headers.getSetCookie() });
      if (fault?.kind === 'cutAfter') response.write(back.subarray(0, fault.bytes), () => response.destroy());
      else response.end(back);
    };
    answer().catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: FaultyProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, passed: [], faultFor: () => undefined,
    cut: () => server.closeAllConnections(),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return proxy;
}
