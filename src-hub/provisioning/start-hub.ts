import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Log } from '../public/call.ts';
import { HubProblem } from './hub-problem.ts';
import { openHub } from './open-hub.ts';
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
  let listening = 0;
  const { place, server, services, token, beginClosing } = openHub({ dir, log, now, screensDirectory, port: () => listening });
  const { config } = place;
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
    beginClosing();
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
