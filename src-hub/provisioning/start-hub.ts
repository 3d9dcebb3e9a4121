import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { openDoor } from '../public/open-door.ts';
import type { DoorParts, Log } from '../public/call.ts';
import { createSignIn } from '../public/sign-in.ts';
import { createUpdateFeed } from '../public/update-feed.ts';
import { adminEndpoint } from './admin-endpoint.ts';
import { HubProblem } from './hub-problem.ts';
import { serveConsole } from '../review/serve-console.ts';
import { startServices } from './start-services.ts';
import { openWorkPlace } from './open-work-place.ts';
import { removeRuntimeFile, writeRuntimeFile } from './runtime-file.ts';

export interface HubOptions {
  dir: string;
  /** Instead of the configured one; 0 = any free port. */
  port?: number;
  log?: Log; now?: () => number;
  /** Where the built screens of the console lie; found by itself unless given. */
  screensDirectory?: string;
}

export interface RunningHub { url: string; port: number; unit: string; tier: string; close(): Promise<void> }

const HOST = '127.0.0.1';

/** Serves a hub's directory until `close()`. */
export async function startHub({ dir, port, log = () => undefined, now = Date.now, screensDirectory }: HubOptions): Promise<RunningHub> {
  const place = openWorkPlace(dir, now);
  const { config, book, engine, uuid } = place;
  const closing = new AbortController();
  const signIn = createSignIn(book, now);
  const services = startServices(place, log);
  place.changed = (what) => {
    if (what === 'credentials') signIn.forget();
    else services.restartUpstream().catch(() => log('fault', { kind: 'parent' }));
  };
  const parts: DoorParts = { engine, book, config, signIn, updates: createUpdateFeed(engine), path: services.path, uuid, now, log, closing: closing.signal };
  const token = randomBytes(32).toString('base64url');
  let listening = 0;
  const server = openDoor(parts, [adminEndpoint(place, token), serveConsole({ place, services, port: () => listening, log, ...(screensDirectory === undefined ? {} : { screensDirectory }) })]);
  try {
    server.listen(port ?? config.port, HOST);
    await once(server, 'listening');
  } catch (error) {
    await services.stop();
    await place.close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new HubProblem('PortInUse', `port ${port ?? config.port} is taken`);
    throw error;
  }
  listening = (server.address() as AddressInfo).port;
  const url = `http://${HOST}:${listening}`;
  writeRuntimeFile(dir, { url, token, pid: process.pid });
  log('hub serving', { unit: config.unit, url });

  async function close(): Promise<void> {
    removeRuntimeFile(dir);
    closing.abort();
    const closed = once(server, 'close');
    server.close();
    server.closeIdleConnections();
    // Answers under way may end; connections left idle by them are not waited for.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const lastCall = setTimeout(() => server.closeAllConnections(), 2000);
    await services.stop();
    await closed;
    clearTimeout(lastCall);
    clearInterval(sweep);
    await place.close();
  }
  let closed: Promise<void> | undefined;
  return { url, port: listening, unit: config.unit, tier: config.tier, close: () => (closed ??= close()) };
}
