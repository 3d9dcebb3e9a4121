import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { agree } from '../support/agree.ts';
import type { BenchmarkOptions, Samples } from '../support/benchmark.ts';
import { startProcess, type OtherProcess } from '../support/calls.ts';
import { turnsOf } from '../support/turns.ts';
import type { StartHubServer } from './hub-server.ts';
import type { LoadCalls } from './load-process.ts';

const batch = 500;
const full = { documents: 10_000, stations: 100, each: 200 };
const quickly = { documents: 2_000, stations: 20, each: 20 };
type Sizes = typeof full;

interface Outcome { push: number; pull: number; stations100: number; memory?: number; found: number }

/** Each run with a fresh server: one station's push and pull, then a hundred at once, then the memory. */
export async function measureServers(root: string, servers: Readonly<Record<string, StartHubServer>>, { runs, quick, say }: BenchmarkOptions): Promise<Samples> {
  const sizes = quick ? quickly : full;
  const samples: Samples = {
    push: { unit: 'documents/s', ours: [], peers: {} }, pull: { unit: 'documents/s', ours: [], peers: {} },
    stations100: { unit: 's', ours: [], peers: {} }, memory: { unit: 'MiB', ours: [], peers: {} },
  };
  const load = await startProcess<LoadCalls>(`${import.meta.dirname}/load-process.ts`);
  try {
    for (let run = 1; run <= runs; run += 1) {
      const found: Record<string, number> = { expected: sizes.documents + sizes.stations * sizes.each };
      for (const [name, start] of turnsOf(Object.entries(servers), run)) {
        const dir = join(root, `${name}-${run}`);
        mkdirSync(dir);
        const outcome = await measureServer(dir, start, load, sizes);
        found[name] = outcome.found;
        for (const key of ['push', 'pull', 'stations100', 'memory'] as const) {
          const [sample, value] = [samples[key], outcome[key]];
          if (sample && value !== undefined) (name === 'ours' ? sample.ours : sample.peers[name] ??= []).push(value);
        }
      }
      agree('hub', found);
      say(`hub: run ${run} of ${runs}`);
    }
  } finally {
    await load.stop();
  }
  return samples;
}

async function measureServer(dir: string, start: StartHubServer, load: OtherProcess<LoadCalls>, sizes: Sizes): Promise<Outcome> {
  const server = await start(dir);
  try {
    const [first, warm, ...rest] = await server.stations(sizes.stations + 2);
    if (!first || !warm) throw new Error('no station');
    await load.call('push', warm, batch * 2, batch);
    await load.call('pull', warm, 1_000);
    const pushMs = await load.call('push', first, sizes.documents, batch);
    const pull = await load.call('pull', first, 1_000);
    const together = await load.call('together', rest, sizes.each, batch);
    return {
      push: (sizes.documents / pushMs) * 1000, pull: (sizes.documents / pull.ms) * 1000, stations100: together.ms / 1000,
      found: pull.found + together.found, ...(server.residentMiB ? { memory: await server.residentMiB() } : {}),
    };
  } finally {
    await server.stop();
  }
}
