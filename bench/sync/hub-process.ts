import { addChild, addDevice, initHub, startHub, type RunningHub } from '../../src-hub/main.ts';
import { serveCalls } from '../support/calls.ts';

let hub: RunningHub | undefined;

/** A tier; without a word the district whose stations are measured. */
export interface BenchTier { unit: string; tier: string; parent?: string; parentPassword?: string }

/** Our embedded hub in a process of its own. */
const calls = {
  async start(dir: string, tier: BenchTier = { unit: '769', tier: 'district' }): Promise<string> {
    await initHub({ dir, port: 0, ...tier });
    hub = await startHub({ dir });
    return hub.url;
  },
  addChild: async (dir: string, unit: string) => addChild({ dir, unit }),
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
