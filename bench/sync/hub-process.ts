import { addDevice, initHub, startHub, type RunningHub } from '../../src-hub/main.ts';
import { serveCalls } from '../support/calls.ts';

let hub: RunningHub | undefined;

/** Our embedded hub in a process of its own. */
const calls = {
  async start(dir: string): Promise<string> {
    await initHub({ dir, unit: '769', tier: 'district', port: 0 });
    hub = await startHub({ dir });
    return hub.url;
  },
  addDevice: async (dir: string, unit: string, device: string) => addDevice({ dir, unit, device }),
  residentMiB(): number {
    globalThis.gc?.();
    return process.memoryUsage.rss() / 2 ** 20;
  },
  cpuMs(): number {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  async stop() { await hub?.close(); },
};
export type HubCalls = typeof calls;
serveCalls(calls);
