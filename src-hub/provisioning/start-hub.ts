import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { openDoor } from '../public/open-door.ts';
import type { DoorParts, Log } from '../public/call.ts';
import { createSignIn } from '../public/sign-in.ts';
import { createUpdateFeed } from '../public/update-feed.ts';
import { adminEndpoint } from './admin-endpoint.ts';
import { HubProblem } from './hub-problem.ts';
import { openWorkPlace } from './open-work-place.ts';
import { removeRuntimeFile, writeRuntimeFile } from './runtime-file.ts';

export interface HubOptions {
  dir: string;
  /** Instead of the configured one; 0 = any free port. */
  port?: number;
  log?: Log; now?: () => number;
}

export interface RunningHub { url: string; port: number; unit: string; tier: string; close(): Promise<void> }

const HOST = '127.0.0.1';

/** Serves a hub's directory until `close()`. */
export async function startHub({ dir, port, log = () => undefined, now = Date.now }: HubOptions): Promise<RunningHub> {
  const place = openWorkPlace(dir, now);
  const { config, book, engine, uuid } = place;
  const closing = new AbortController();
  const signIn = createSignIn(book, now);
  place.changed = (what) => { if (what === 'credentials') signIn.forget(); };
  const self = { unit: config.unit, tier: config.tier, ...(config.name === undefined ? {} : { name: config.name }) };
  const parts: DoorParts = { engine, book, config, signIn, updates: createUpdateFeed(engine), path: () => [self], uuid, now, log, closing: closing.signal };
  const token = randomBytes(32).toString('base64url');
  const server = openDoor(parts, [adminEndpoint(place, token)]);
  try {
    server.listen(port ?? config.port, HOST);
    await once(server, 'listening');
  } catch (error) {
    await place.close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new HubProblem('PortInUse', `port ${port ?? config.port} is taken`);
    throw error;
  }
  const listening = (server.address() as AddressInfo).port;
  const url = `http://${HOST}:${listening}`;
  writeRuntimeFile(dir, { url, token, pid: process.pid });
  log('hub serving', { unit: config.unit, url });

  async function close(): Promise<void> {
    removeRuntimeFile(dir);
    closing.abort();
    const closed = once(server, 'close');
    server.close();
    server.closeIdleConnections();
    const lastCall = setTimeout(() => server.closeAllConnections(), 2000);
    await closed;
    clearTimeout(lastCall);
    await place.close();
  }
  let closed: Promise<void> | undefined;
  return { url, port: listening, unit: config.unit, tier: config.tier, close: () => (closed ??= close()) };
}
