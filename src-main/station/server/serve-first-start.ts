import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http';
import { shortId } from '../accounts/init-station.ts';
import { createFirstStartClaim } from '../first-start/first-start-claim.ts';
import { createFirstStart } from '../first-start/create-first-start.ts';
import { checkDoor, cookieNameOf, passCookie, readCookie } from './check-door.ts';
import { createDoorPasses } from './door-passes.ts';
import { describeFault } from './fault-log.ts';
import { createFirstStartRouter } from './first-start-router.ts';
import { plainHeaders } from './page-headers.ts';
import { createPreferences, type StationPreferences } from './preferences.ts';
import { readJsonBody } from './read-json-body.ts';
import { serveStatic } from './static-files.ts';
import { serveStation, type ServeOptions, type ServedStation } from './serve-station.ts';

export type Served = Pick<ServedStation, 'address' | 'mintToken' | 'close'>;

const largestRequestBytes = 4_000_000;

/**
 * The page of a directory that holds no station yet. When one was made there, or the practice station beside it, that one takes over this very
 * address, and the browser that made it is let in: it holds the same cookie.
 */
export async function serveFirstStart(options: ServeOptions): Promise<Served> {
  const { dir, port, now, screensDirectory } = options;
  const instance = shortId((length) => randomBytes(length));
  const cookieName = cookieNameOf(instance);
  const passes = createDoorPasses(undefined);
  const claim = createFirstStartClaim(dir);
  const firstStart = createFirstStart({ dir, instance, now });
  let chosen: StationPreferences = { language: 'vi', colorScheme: 'auto' };
  let following: Promise<ServedStation | undefined> | undefined;
  let host = '';
  // There is no directory to log to yet: the id goes to whoever started this.
  const fault = (error: unknown, where: string): string => {
    const faultId = randomBytes(5).toString('hex');
    console.error(JSON.stringify({ fault: faultId, where, ...describeFault(error) }));
    return faultId;
  };
  const router = createFirstStartRouter({
    firstStart, fault, finish: () => { following ??= takeOver(); },
    preferences: { get: () => chosen, set: (change) => { chosen = { ...chosen, ...change }; } },
  });
  const passOf = (request: IncomingMessage): string | undefined => {
    const pass = readCookie(request, cookieName);
    return pass !== undefined && passes.isKnown(pass) ? pass : undefined;
  };
  const refuse = (response: ServerResponse, error: string): void => { response.writeHead(403, { ...plainHeaders, 'content-type': 'application/json' }).end(JSON.stringify({ error })); };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (path === `/first-start/${claim.name}`) {
      // Only the user of this PC can read the claim; no page comes here, since one would name its origin.
      const isCommand = request.method === 'POST' && request.headers.host === host && request.headers.origin === undefined;
      if (isCommand) response.writeHead(200, { ...plainHeaders, 'content-type': 'application/json' }).end(JSON.stringify({ token: passes.mintToken() }));
      else response.writeHead(204, plainHeaders).end();
      return;
    }
    const isPage = reads && !path.startsWith('/trpc/');
    const door = checkDoor(request, { host, cookieName }, !reads);
    if (!door.ok && !(isPage && door.why === 'CrossSite' && request.headers['sec-fetch-mode'] === 'navigate')) { refuse(response, door.why); return; }
    if (path === '/session/token' && request.method === 'POST') {
      const body = await readJsonBody(request, 10_000) as { token?: unknown } | undefined;
      const pass = passes.tradeToken(typeof body?.token === 'string' ? body.token : '');
      if (pass === undefined) { refuse(response, 'TokenUsed'); return; }
      response.writeHead(204, { ...plainHeaders, 'set-cookie': passCookie(cookieName, pass) }).end();
      return;
    }
    if (!path.startsWith('/trpc/')) { serveStatic(request, response, host, screensDirectory); return; }
    for (const [name, value] of Object.entries(plainHeaders)) response.setHeader(name, value);
    response.setHeader('cache-control', 'no-store');
    await nodeHTTPRequestHandler({ req: request, res: response, router, path: path.slice('/trpc/'.length), allowBatching: false, maxBodySize: largestRequestBytes, createContext: () => ({ pass: passOf(request) }) });
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      const faultId = fault(error, 'http');
      if (!response.headersSent) response.writeHead(500, { ...plainHeaders, 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: 'Fault', faultId }));
    });
  });
  await new Promise<void>((resolve, reject) => { server.once('error', reject); server.listen(port, '127.0.0.1', () => { server.off('error', reject); resolve(); }); });
  const ownPort = (server.address() as AddressInfo).port;
  host = `127.0.0.1:${ownPort}`;
  try {
    await claim.take(`http://${host}`);
  } catch (error) {
    server.close();
    throw error;
  }

  /** The answer to `finish` leaves first, then this address is the station's. */
  async function takeOver(): Promise<ServedStation | undefined> {
    const made = firstStart.made();
    if (made === undefined) return undefined;
    await closeServer();
    claim.release();
    passes.keepIn(made);
    createPreferences(made).set(chosen);
    return serveStation({ ...options, dir: made, port: ownPort, cookieInstance: instance });
  }
  async function closeServer(): Promise<void> {
    const closed = new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
    server.closeIdleConnections();
    const patience = setTimeout(() => { server.closeAllConnections(); }, 500);
    await closed;
    clearTimeout(patience);
  }

  return {
    address: `http://${host}`, mintToken: () => passes.mintToken(),
    async close() {
      claim.release();
      const station = await following;
      if (station) { await station.close(); return; }
      server.closeAllConnections();
      await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
    },
  };
}
