import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSecureContext } from 'node:tls';
import type { OtherHandler, TlsFiles } from '../public/open-door.ts';
import type { Log } from '../public/call.ts';
import { HubProblem } from './hub-problem.ts';
import { openHub } from './open-hub.ts';
import type { OpenHub, OpenHubOptions } from './open-hub.ts';
import { openAnyWorkPlace } from './open-work-place.ts';
import { removeRuntimeFile, writeRuntimeFile } from './runtime-file.ts';

export interface HubOptions {
  dir: string;
  /** Instead of the configured one; 0 = any free port. */
  port?: number;
  /** Address to listen on, this machine alone unless said otherwise; elsewhere only with `tls`. */
  host?: string;
  /** Certificate and key (PEM). */
  tls?: TlsFiles;
  log?: Log; now?: () => number;
  /** Where the built screens of the console lie; found by itself unless given. */
  screensDirectory?: string;
}

export interface RunningHub { url: string; port: number; unit: string; tier: string; close(): Promise<void> }

const OWN_MACHINE = '127.0.0.1';
const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
const inAddress = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** A certificate that is none is the administrator's to mend. */
async function openHubOrProblem(options: OpenHubOptions): Promise<OpenHub> {
  if (options.tls) try { createSecureContext(options.tls); } catch { throw new HubProblem('BadCertificate', 'the certificate and the key do not fit each other, or are not PEM'); }
  return openHub(options, await openAnyWorkPlace(options.dir, options.now, (event, what) => options.log(event, { what })));
}

/** The way in for commands, on this machine alone; it knows nothing else. */
async function openAdminDoor(admin: OtherHandler): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    admin(request, response, request.url ?? '').then((answered) => { if (!answered) response.writeHead(404).end(); }, () => { response.destroy(); });
  });
  server.listen(0, OWN_MACHINE);
  await once(server, 'listening');
  return { url: `http://${OWN_MACHINE}:${(server.address() as AddressInfo).port}`, close: () => { server.close(); server.closeAllConnections(); } };
}

/** Serves a hub's directory until `close()`. Throws `TlsNeeded` for another address than this machine's own without a certificate. */
export async function startHub({ dir, port, host = OWN_MACHINE, tls, log = () => undefined, now = Date.now, screensDirectory }: HubOptions): Promise<RunningHub> {
  const isPrivate = isLoopback(host);
  if (!isPrivate && !tls) throw new HubProblem('TlsNeeded', `a hub listens on ${host} by TLS only: give it a certificate and its key`);
  let listening = 0;
  const { place, server, services, token, admin, beginClosing } = await openHubOrProblem({ dir, log, now, screensDirectory, tls, isPrivate, port: () => listening });
  const { config } = place;
  try {
    server.listen(port ?? config.port, host);
    await once(server, 'listening');
  } catch (error) {
    await services.stop();
    await place.close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new HubProblem('PortInUse', `port ${port ?? config.port} is taken`);
    throw error;
  }
  listening = (server.address() as AddressInfo).port;
  const url = `${tls ? 'https' : 'http'}://${inAddress(host)}:${listening}`;
  // Commands of this machine would have to trust a certificate made for other names: they get a door of their own.
  const adminDoor = tls ? await openAdminDoor(admin) : undefined;
  writeRuntimeFile(dir, { url: adminDoor?.url ?? url, token, pid: process.pid });
  log('hub serving', { unit: config.unit, url });

  async function close(): Promise<void> {
    removeRuntimeFile(dir);
    beginClosing();
    adminDoor?.close();
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
