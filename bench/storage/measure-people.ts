import { join } from 'node:path';
import { agree } from '../support/agree.ts';
import type { BenchmarkOptions, Samples } from '../support/benchmark.ts';
import { startProcess } from '../support/calls.ts';
import { turnsOf } from '../support/turns.ts';
import type { PeopleCalls } from './people-worker.ts';

const subjects = ['ours', 'raw'];
const searches = 400;
const batch = 200;

/** Searches among a hundred thousand people, each run in a fresh process on a file filled once. */
export async function measurePeople(place: string, { runs, quick, say }: BenchmarkOptions): Promise<Samples> {
  const count = quick ? 10_000 : 100_000;
  const ours: number[] = [];
  const raw: number[] = [];
  const fileOf = (name: string) => join(place, `${name}-people.db`);
  const inFreshProcess = async <T>(name: string, work: (call: Awaited<ReturnType<typeof startProcess<PeopleCalls>>>['call']) => Promise<T>): Promise<T> => {
    const worker = await startProcess<PeopleCalls>(`${import.meta.dirname}/people-worker.ts`, [name]);
    try { return await work(worker.call); } finally { await worker.stop(); }
  };
  for (const name of subjects) await inFreshProcess(name, (call) => call('fill', fileOf(name), count, batch));
  for (let run = 1; run <= runs; run += 1) {
    const found: Record<string, number> = {};
    for (const name of turnsOf(subjects, run)) {
      const answer = await inFreshProcess(name, (call) => call('search', fileOf(name), searches, run));
      (name === 'ours' ? ours : raw).push(answer.value);
      found[name] = answer.found;
    }
    agree('searchPeople100k', found);
    say(`storage: run ${run} of ${runs} among ${count} people`);
  }
  return { searchPeople100k: { unit: 'ms', ours, peers: { raw } } };
}
