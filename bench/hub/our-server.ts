import { join } from 'node:path';
import { startBenchHub } from '../sync/start-hub.ts';
import type { HubServer } from './hub-server.ts';

/** Our hub with its door: every station signs in with a credential of its own, every document is checked. */
export async function startOurServer(dir: string): Promise<HubServer> {
  const hub = await startBenchHub(join(dir, 'hub'));
  return {
    async stations(count) {
      const roads = (await Promise.all(Array.from({ length: count }, (_, n) => hub.roads(String(25_001 + n), ['pc1'])))).flat();
      // One after the other: the door checks only so many new passwords at once.
      for (const road of roads) await hub.warm(road);
      return roads;
    },
    residentMiB: hub.residentMiB,
    cpuMs: hub.cpuMs,
    stop: hub.stop,
  };
}
