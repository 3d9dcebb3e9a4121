import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { OpenPlace } from '../provisioning/open-work-place.ts';
import type { Services } from '../provisioning/start-services.ts';
import type { OtherHandler } from '../public/open-door.ts';
import { listStations } from '../review/list-stations.ts';
import { createOrgBook } from '../review/org-book.ts';
import { hubMetrics } from './hub-metrics.ts';
import { createLagWatch } from './lag-watch.ts';

/** From this machine, unless a proxy passed it on, or with the token that `hub.json` names. */
function mayReadMetrics({ socket, headers }: IncomingMessage, token: string | undefined): boolean {
  const isLocal = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '') && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
  if (isLocal || token === undefined) return isLocal;
  const [given, wanted] = [Buffer.from(headers.authorization ?? ''), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

export interface OperationsOptions { place: OpenPlace; services: Services; startedAt: number; /** Faults since the start. */ faults: () => number; isClosing: () => boolean }

/** `/healthz` for whoever watches that the hub lives, `/metrics` for Prometheus. */
export function serveOperations({ place, services, startedAt, faults, isClosing }: OperationsOptions): OtherHandler {
  const { config, engine, book, now } = place;
  const org = createOrgBook(place, services.path);
  const lagOf = createLagWatch(now);
  return async (request, response, path) => {
    if (path !== '/healthz' && path !== '/metrics') return false;
    const send = (status: number, type: string, body: string) => { response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(request.method === 'HEAD' ? undefined : body); return true; };
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(405, 'text/plain', 'only GET\n');
    if (path === '/healthz') {
      const problem = isClosing() ? 'closing' : book.sql.get('SELECT 1 AS yes') === undefined ? 'book' : undefined;
      return send(problem === undefined ? 200 : 503, 'application/json', JSON.stringify({ status: problem ?? 'ok', unit: config.unit, tier: config.tier, parent: services.upstream()?.state().line ?? 'none' }));
    }
    if (!mayReadMetrics(request, config.metricsToken)) return send(403, 'text/plain', 'not for you\n');
    const stations = await listStations({ engine, book, index: services.index, path: services.path(), sees: () => true, now, org });
    return send(200, 'text/plain; version=0.0.4; charset=utf-8', hubMetrics({ stations, parent: services.upstream()?.state(), startedAt, residentBytes: process.memoryUsage.rss(), faults: faults(), lagOf }, now()));
  };
}
