import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../../scripts/chromium/find-chromium.ts';
import { agree } from '../support/agree.ts';
import type { BenchmarkOptions, Samples } from '../support/benchmark.ts';
import { startProcess } from '../support/calls.ts';
import { turnsOf } from '../support/turns.ts';
import type { RoundKey, StorageLab } from './create-lab.ts';
import { fullSizes, quickSizes } from './measures.ts';
import { bundleDexiePage, serveEmptyPage, startDexie } from './start-dexie.ts';
import type { StorageCalls } from './worker.ts';

const units: Record<RoundKey, string> = { saveOne: 'ms', bulkInsert10k: 'documents/s', findById: 'ms', findIndexed: 'ms', findUnindexed: 'ms', count: 'ms' };

interface Runner { name: string; round: StorageLab['round']; stop: () => Promise<void> | void }

/** Everything on ten thousand documents: each subject in a process that stays, so that all are equally warm. */
export async function measureRounds(place: string, { runs, quick, say }: BenchmarkOptions): Promise<Samples> {
  const runners: Runner[] = [];
  const samples: Samples = Object.fromEntries(Object.entries(units).map(([key, unit]) => [key, { unit, ours: [], peers: {} }]));
  try {
    for (const name of ['ours', 'raw', 'memory']) runners.push(await nodeRunner(place, name));
    const dexie = await dexieRunner(place, say);
    if (dexie) runners.push(dexie);
    // Run 0 warms up and is not counted.
    for (let run = 0; run <= runs; run += 1) {
      const sizes = quick || run === 0 ? quickSizes : fullSizes;
      const answers = new Map<string, Awaited<ReturnType<StorageLab['round']>>>();
      for (const { name, round } of turnsOf(runners, run)) answers.set(name, await round(`round-${run}`, run, sizes));
      for (const key of Object.keys(units) as RoundKey[]) {
        agree(key, Object.fromEntries([...answers].map(([name, answer]) => [name, answer[key].found])));
        if (run === 0) continue;
        for (const [name, answer] of answers) {
          const sample = samples[key];
          if (sample) (name === 'ours' ? sample.ours : sample.peers[name] ??= []).push(answer[key].value);
        }
      }
      say(`storage: run ${run} of ${runs} on ${sizes.documents} documents`);
    }
  } finally {
    for (const { stop } of runners) await stop();
  }
  return samples;
}

async function nodeRunner(place: string, name: string): Promise<Runner> {
  const worker = await startProcess<StorageCalls>(`${import.meta.dirname}/worker.ts`, [name]);
  return {
    name, stop: worker.stop,
    async round(round, run, sizes) {
      const file = join(place, `${name}-${round}.db`);
      const answer = await worker.call('round', file, run, sizes);
      for (const ending of ['', '-wal', '-shm', '.lock']) rmSync(file + ending, { force: true });
      return answer;
    },
  };
}

async function dexieRunner(place: string, say: (message: string) => void): Promise<Runner | undefined> {
  const program = findChromium();
  if (program === undefined) {
    say('storage: no Chromium here, so no Dexie');
    return undefined;
  }
  const page = await serveEmptyPage();
  const browser = await startDexie({ program, profile: join(place, 'dexie'), script: await bundleDexiePage(), port: page.port });
  return {
    name: 'dexie',
    round: (round, run, sizes) => browser.call('round', round, run, sizes),
    async stop() { await browser.stop(); page.stop(); },
  };
}
