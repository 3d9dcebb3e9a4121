import { startProcess } from '../support/calls.ts';
import type { HubCalls } from './hub-process.ts';
import { authorizationOf, type Road } from './sync-subject.ts';

export interface BenchHub {
  /** A road for each of these devices of one unit. */
  roads(unit: string, devices: readonly string[]): Promise<Road[]>;
  /** Signs in once, so that the hub's password check is nobody's measured time. */
  warm(road: Road): Promise<void>;
  /** How many encounters the hub holds of the road's unit. */
  count(road: Road): Promise<number>;
  /** Whether it holds so many; cheap while it does not. */
  holds(road: Road, encounters: number): Promise<boolean>;
  /** Resident memory of its process, garbage collected. */
  residentMiB(): Promise<number>;
  /** Time its process has spent computing so far, in every thread. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
}

/** Our embedded hub, in a process of its own. */
export async function startBenchHub(dir: string): Promise<BenchHub> {
  const hub = await startProcess<HubCalls>(`${import.meta.dirname}/hub-process.ts`);
  const url = await hub.call('start', dir);
  const ask = async (road: Road, path: string) => {
    const response = await fetch(`${url}/${road.database}${path}`, { headers: { authorization: authorizationOf(road) } });
    if (!response.ok) throw new Error(`the hub answered ${response.status}`);
    return await response.json() as { doc_count: number; rows: unknown[] };
  };
  const count = async (road: Road) => (await ask(road, `/_all_docs?${new URLSearchParams({ startkey: '"encounters:"', endkey: '"encounters:\uffff"' })}`)).rows.length;
  return {
    async roads(unit, devices) {
      const made: Road[] = [];
      for (const device of devices) made.push({ url, database: `health-${unit}`, unit, ...await hub.call('addDevice', dir, unit, device) });
      return made;
    },
    warm: async (road) => { await ask(road, ''); },
    count,
    // `doc_count` counts the hub's own receipts too.
    holds: async (road, encounters) => (await ask(road, '')).doc_count >= encounters && await count(road) >= encounters,
    residentMiB: () => hub.call('residentMiB'),
    cpuMs: () => hub.call('cpuMs'),
    async stop() {
      await hub.call('stop');
      await hub.stop();
    },
  };
}
