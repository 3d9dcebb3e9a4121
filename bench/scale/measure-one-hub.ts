import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { startOurServer } from '../hub/our-server.ts';
import type { LoadCalls } from '../hub/load-process.ts';
import type { OtherProcess } from '../support/calls.ts';
import { authorizationOf, type Road } from '../sync/sync-subject.ts';
import { settle } from './settle.ts';

const BATCH = 500;
const IDLE_STATIONS = 100;

export interface OneHubFacts {
  records: number;
  /** Computing of the hub's process, every thread, in microseconds for each record. */
  pushMicroseconds: number; indexMicroseconds: number; pullMicroseconds: number;
  databaseBytes: number; bookBytes: number;
  emptyMiB: number; filledMiB: number;
  /** So many more with this many stations waiting, each on both its feeds. */
  waitingMiB: number; waitingStations: number;
}

async function waitOn(road: Road, signal: AbortSignal): Promise<void> {
  const poll = async (database: string) => {
    const response = await fetch(`${road.url}/${database}/_changes?feed=longpoll&since=now&heartbeat=30000`, { headers: { authorization: authorizationOf(road) }, signal });
    await response.text();
  };
  await Promise.all([poll(road.database), poll(road.database.replace('health-', 'resources-'))]).catch(() => undefined);
}

/** One hub with one station's records: what each costs in computing and on the disk, and what stations that only wait cost. */
export async function measureOneHub(dir: string, load: OtherProcess<LoadCalls>, records: number): Promise<OneHubFacts> {
  mkdirSync(dir, { recursive: true });
  const server = await startOurServer(dir);
  const cpuMs = server.cpuMs;
  const residentMiB = server.residentMiB;
  if (!cpuMs || !residentMiB) throw new Error('our own server can be looked into');
  const perRecord = (ms: number) => (ms * 1000) / records;
  let isRunning = true;
  const stop = async () => { if (isRunning) { isRunning = false; await server.stop(); } };
  try {
    const [warm, filled, ...waiting] = await server.stations(IDLE_STATIONS + 2);
    if (!warm || !filled) throw new Error('no station');
    await load.call('push', warm, BATCH * 2, BATCH);
    await load.call('pull', warm, 1_000);
    const atStart = await settle(cpuMs);
    const emptyMiB = await residentMiB();
    await load.call('push', filled, records, BATCH);
    const pushed = await cpuMs();
    const indexed = await settle(cpuMs);
    await load.call('pull', filled, 1_000);
    const pulled = await cpuMs();
    const filledMiB = await residentMiB();
    const ending = new AbortController();
    const polls = waiting.map((road) => waitOn(road, ending.signal));
    await settle(cpuMs);
    const waitingMiB = await residentMiB() - filledMiB;
    ending.abort();
    await Promise.all(polls);
    await stop();
    const database = statSync(join(dir, 'hub', 'databases', `${filled.database}.db`)).size;
    return {
      records, pushMicroseconds: perRecord(pushed - atStart), indexMicroseconds: perRecord(indexed - pushed), pullMicroseconds: perRecord(pulled - indexed),
      databaseBytes: database / records, bookBytes: statSync(join(dir, 'hub', 'hub.db')).size / (records + BATCH * 2), emptyMiB, filledMiB, waitingMiB, waitingStations: IDLE_STATIONS,
    };
  } finally {
    await stop();
  }
}
