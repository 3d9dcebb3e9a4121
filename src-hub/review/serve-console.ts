import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http';
import type { OpenPlace } from '../provisioning/open-work-place.ts';
import type { Services } from '../provisioning/start-services.ts';
import type { Log } from '../public/call.ts';
import { cookieOf } from '../public/authenticate.ts';
import type { OtherHandler } from '../public/open-door.ts';
import { createThrottle } from '../public/throttle.ts';
import { consoleHeaders, serveConsoleFile } from './console-files.ts';
import { createCatalogueDesk } from '../catalogues/catalogue-desk.ts';
import { createClaims } from './claims.ts';
import { createConsoleRouter } from './console-router.ts';
import { createConsoleSessions } from './console-sessions.ts';
import { createOrgBook } from './org-book.ts';
import { createReviewDesk } from './review-desk.ts';

const ROOT = '/console';
const API = `${ROOT}/trpc/`;
const MAX_BODY_BYTES = 64 * 1024;

/**
 * A rebound name, another page, another site: none of them may use the reader's cookie. Under TLS the certificate says which
 * names are this hub's; without it only those of the own machine are.
 */
function isForeign({ headers, method }: IncomingMessage, port: number, isSecure: boolean): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
  if (headers.host === undefined || (!isSecure && !hosts.includes(headers.host))) return true;
  const changes = method !== 'GET' && method !== 'HEAD';
  if (headers.origin !== undefined ? headers.origin !== `${isSecure ? 'https' : 'http'}://${headers.host}` : changes) return true;
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && !(site === 'none' && !changes);
}

export interface ConsoleOptions {
  place: OpenPlace; services: Services; port: () => number; log: Log; screensDirectory?: string;
  /** Served by TLS. */ isSecure: boolean; /** Listens on its own machine alone. */ isPrivate: boolean;
}

/** The review console: its page below `/console/`, its API at `/console/trpc`. */
export function serveConsole({ place, services, port, log, screensDirectory, isSecure, isPrivate }: ConsoleOptions): OtherHandler {
  const sessions = createConsoleSessions(place.now);
  const fault = (error: unknown, path: string): string => {
    const id = randomBytes(4).toString('hex');
    log('console fault', { id, path, kind: error instanceof Error ? error.name : typeof error });
    return id;
  };
  const router = createConsoleRouter({
    place, services, sessions, throttle: createThrottle(place.now), fault, isPrivate, claims: createClaims(place.book, place.now), desk: createReviewDesk(place, services, createOrgBook(place, services.path)),
    catalogues: createCatalogueDesk(place),
  });
  const cookieName = () => `tramxa-hub-${port()}`;

  async function api(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (isForeign(request, port(), isSecure)) { response.writeHead(403, { ...consoleHeaders, 'content-type': 'application/json' }).end('{"error":"forbidden"}'); return; }
    for (const [name, value] of Object.entries(consoleHeaders)) response.setHeader(name, value);
    response.setHeader('cache-control', 'no-store');
    await nodeHTTPRequestHandler({
      router, req: request, res: response, path: path.slice(API.length), allowBatching: false, maxBodySize: MAX_BODY_BYTES,
      createContext: () => ({
        token: cookieOf(request, cookieName()), byItself: request.headers['x-tramxa-by-itself'] === '1',
        setToken: (token) => { response.setHeader('set-cookie', `${cookieName()}=${token ?? ''}; Path=${ROOT}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}${token === undefined ? '; Max-Age=0' : ''}`); },
      }),
    });
  }

  return async (request, response, path) => {
    if (path === ROOT) { response.writeHead(302, { location: `${ROOT}/` }).end(); return true; }
    if (!path.startsWith(`${ROOT}/`)) return false;
    if (path.startsWith(API)) await api(request, response, path);
    else serveConsoleFile(request, response, path.slice(ROOT.length), screensDirectory);
    return true;
  };
}
