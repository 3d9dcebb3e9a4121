import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startProcess } from '../support/calls.ts';
import type { HubServer } from './hub-server.ts';

const peers = join(import.meta.dirname, '..', 'peers');
type Calls = { start(dir: string): string; residentMiB(): number; cpuMs(): number };

/** Installs what only benchmarks need, once; `false` where that cannot be had. */
export function installPeers(say: (message: string) => void): boolean {
  if (existsSync(join(peers, 'node_modules', 'express-pouchdb'))) return true;
  say('bench: installing the peers');
  // Scripts stay off: the one native module brings its binary along.
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peers, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  return status === 0;
}

/** express-pouchdb at its least: no sign-in, no checks; its LevelDB told to wait for the disk, as ours does. */
export async function startExpressPouchdb(dir: string): Promise<HubServer> {
  const server = await startProcess<Calls>(join(peers, 'express-pouchdb-server.cjs'));
  const url = await server.call('start', dir);
  return {
    stations: (count) => Promise.all(Array.from({ length: count }, async (_, n) => {
      const unit = String(25_001 + n);
      await fetch(`${url}/health-${unit}`, { method: 'PUT' });
      return { url, database: `health-${unit}`, unit, user: `${unit}.pc1`, password: '' };
    })),
    residentMiB: () => server.call('residentMiB'),
    cpuMs: () => server.call('cpuMs'),
    stop: server.stop,
  };
}
