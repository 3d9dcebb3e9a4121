import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { createImportDesk } from '../import/import-desk.ts';
import { createStation, type Station } from '../station.ts';
import { StationProblem } from '../station-problem.ts';
import { createStickDoor } from '../bundle/stick-door.ts';
import { handleLan } from '../lan/lan-route.ts';
import { checkDoor, cookieNameOf, passCookie, readCookie } from './check-door.ts';
import { createCommandDoor } from './command-door.ts';
import { createDesk } from './desk.ts';
import { createDoorPasses } from './door-passes.ts';
import { createFaultLog } from './fault-log.ts';
import { fileRoutes, serveFiles } from './file-routes.ts';
import { takeUpdateFile } from '../update/update-answers.ts';
import { plainHeaders } from './page-headers.ts';
import { createPreferences } from './preferences.ts';
import { readJsonBody } from './read-json-body.ts';
import { createStationRouter } from './router.ts';
import { findServing, portLeft, removeRuntimeFile, writeRuntimeFile } from './runtime-file.ts';
import { createSessions } from './sessions.ts';
import { createShownPapers } from './shown-papers.ts';
import { serveStatic } from './static-files.ts';

export interface ServeOptions {
  dir: string;
  /** 0 = any free port, first that of a station here that was killed. */
  port: number;
  now: () => number;
  idleLockMinutes?: number;
  screensDirectory?: string;
  fetch?: typeof fetch;
  /** Of the first start that made the station, whose browser keeps its cookie; the station's own where not given. */
  cookieInstance?: string;
  /** What the shell is told (contract/shell-messages.ts): the file was opened, or not, by this error. */
  onOpened?: (error?: unknown) => void;
  /** Ends this process in order and starts it again; absent where nobody would start it. */
  restart?: () => void;
}
export interface ServedStation {
  readonly station: Station;
  /** `http://127.0.0.1:<port>`. */
  readonly address: string;
  /** A token that lets one more browser in: `<address>/#token=<token>`. */
  mintToken(): string;
  /** Ends sessions, closes the file, frees the port. */
  close(): Promise<void>;
}

const largestRequestBytes = 2_000_000;
const idleCheckMs = 5_000;
/** Long lists of ids travel in the address of a query. */
const maxHeaderSize = 65_536;

/**
 * The station for screens and commands, on 127.0.0.1 only.
 * @throws StationProblem for the directory, `AlreadyServed {address}`; the port's own error.
 */
export async function serveStation({ dir, port, now, idleLockMinutes = 10, screensDirectory, fetch: givenFetch, cookieInstance, onOpened, restart }: ServeOptions): Promise<ServedStation> {
  const faults = createFaultLog(dir, now);
  const station = createStation({ dir, now, log: faults.log, fetch: givenFetch, onOpened, canRestart: restart !== undefined });
  const { instance } = station.accounts.keyring();
  const serving = await findServing(dir);
  if (serving) throw new StationProblem('AlreadyServed', `this station is served already at ${serving.address}`, { address: serving.address });

  const passes = createDoorPasses(dir);
  const sessions = createSessions(idleLockMinutes * 60_000, now);
  const desk = createDesk({ station, sessions, faults, preferences: createPreferences(dir), idleLockMinutes, restart });
  const imports = createImportDesk(faults.log);
  const papers = createShownPapers(now);
  const router = createStationRouter(desk, imports);
  const commands = createCommandDoor(desk, passes);
  const stick = createStickDoor(desk);
  const cookieName = cookieNameOf(cookieInstance ?? instance);
  let host = '';

  const passOf = (request: IncomingMessage): string | undefined => {
    const pass = readCookie(request, cookieName);
    return pass !== undefined && passes.isKnown(pass) ? pass : undefined;
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (path.startsWith('/command/')) { await commands.handle(request, response, host); return; }
    const isPage = reads && !path.startsWith('/trpc/') && !path.startsWith('/stick/');
    const door = checkDoor(request, { host, cookieName }, !reads);
    // A link from elsewhere may open the page; it may not ask it anything.
    if (!door.ok && !(isPage && door.why === 'CrossSite' && request.headers['sec-fetch-mode'] === 'navigate')) {
      response.writeHead(403, { ...plainHeaders, 'content-type': 'application/json' }).end(JSON.stringify({ error: door.why }));
      return;
    }
    if (path === '/session/token' && request.method === 'POST') { await tradeToken(request, response); return; }
    if (path === '/lan') { await handleLan(desk, request, response, passOf(request)); return; }
    if (path.startsWith('/stick/')) { await stick.handle(path, request, response, passOf(request)); return; }
    if (path === '/update/file' && request.method === 'POST') { await takeUpdateFile(desk, request, response, passOf(request)); return; }
    if (request.method === 'POST' && fileRoutes.has(path)) { await serveFiles(request, response, passOf(request), desk, imports, papers); return; }
    if (reads && papers.serve(path, passOf(request), response)) return;
    if (path.startsWith('/trpc/')) {
      for (const [name, value] of Object.entries(plainHeaders)) response.setHeader(name, value);
      response.setHeader('cache-control', 'no-store');
      await nodeHTTPRequestHandler({
        req: request, res: response, router, path: path.slice('/trpc/'.length), allowBatching: false, maxBodySize: largestRequestBytes,
        createContext: () => ({ pass: passOf(request) }),
      });
      return;
    }
    serveStatic(request, response, host, screensDirectory);
  };
  const tradeToken = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readJsonBody(request, 10_000);
    const token = typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string' ? body.token : '';
    const pass = passes.tradeToken(token);
    if (pass === undefined) { response.writeHead(403, { ...plainHeaders, 'content-type': 'application/json' }).end('{"error":"TokenUsed"}'); return; }
    response.writeHead(204, { ...plainHeaders, 'set-cookie': passCookie(cookieName, pass) }).end();
  };

  const server = createServer({ maxHeaderSize }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      const faultId = faults.fault(error, 'http');
      if (!response.headersSent) response.writeHead(500, { ...plainHeaders, 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: 'Fault', faultId }));
    });
  });
  const sockets = createSockets();
  const wss = new WebSocketServer({ noServer: true, maxPayload: largestRequestBytes });
  applyWSSHandler({ wss, router, createContext: ({ req }) => ({ pass: passOf(req) }), keepAlive: { enabled: true, pingMs: 30_000, pongWaitMs: 10_000 } });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const pass = passOf(request);
    if (!checkDoor(request, { host, cookieName }, true).ok || pass === undefined || request.url?.split('?', 1)[0] !== '/trpc') {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    wss.handleUpgrade(request, socket, head, (opened) => {
      sockets.add(pass, opened);
      wss.emit('connection', opened, request);
    });
  });
  sessions.onEnd((pass, { reason }) => { sockets.close(pass, reason); faults.log('sessionEnded', { reason }); });
  const idleTimer = setInterval(() => sessions.endIdle(), idleCheckMs);
  idleTimer.unref();

  // Node ends the process after this; the reason must not be lost with it.
  const lastWords = (error: unknown): void => { faults.fault(error, 'uncaught'); };
  process.on('uncaughtExceptionMonitor', lastWords);

  await listenWhereItDid(server, port, portLeft(dir));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const address = `http://${host}`;
  try { writeRuntimeFile(dir, { address, token: commands.token, pid: process.pid }); } catch (error) {
    // A folder that cannot be written to: an open port would keep the process from ending.
    clearInterval(idleTimer);
    process.off('uncaughtExceptionMonitor', lastWords);
    server.close();
    throw error;
  }
  faults.log('serving', { port: (server.address() as AddressInfo).port });

  return {
    station, address, mintToken: () => passes.mintToken(),
    async close() {
      clearInterval(idleTimer);
      removeRuntimeFile(dir);
      sessions.endAll('sealed');
      for (const client of wss.clients) client.terminate();
      const closed = new Promise<void>((resolve) => { server.close(() => resolve()); });
      await station.seal();
      server.closeAllConnections();
      await closed;
      process.off('uncaughtExceptionMonitor', lastWords);
      faults.log('stopped');
    },
  };
}

/** On the port wanted; where any will do on that of a station that was killed, if it is free. */
async function listenWhereItDid(server: ReturnType<typeof createServer>, port: number, before: number): Promise<void> {
  if (port !== 0 || before === 0) return listen(server, port);
  return listen(server, before).catch(() => listen(server, 0));
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => { server.off('error', reject); resolve(); });
  });
}

/** Sockets by pass, closed when its session ends. */
function createSockets(): { add(pass: string, socket: WebSocket): void; close(pass: string, reason: string): void } {
  const open = new Map<string, Set<WebSocket>>();
  return {
    add(pass, socket) {
      const ours = open.get(pass) ?? new Set();
      open.set(pass, ours.add(socket));
      socket.once('close', () => { ours.delete(socket); if (ours.size === 0) open.delete(pass); });
    },
    close(pass, reason) { for (const socket of open.get(pass) ?? []) socket.close(4401, reason); },
  };
}
