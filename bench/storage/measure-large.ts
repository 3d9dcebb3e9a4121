import { join } from 'node:path';
import { agree } from '../support/agree.ts';
import type { BenchmarkOptions, Samples } from '../support/benchmark.ts';
import { startProcess } from '../support/calls.ts';
import { encounterBatches } from '../support/encounters.ts';
import { turnsOf } from '../support/turns.ts';
import { fullSizes } from './measures.ts';
import type { StorageCalls } from './worker.ts';

const subjects = ['ours', 'raw', 'memory'];
/** What two processes that did the same differ by anyway. */
const leastMiB = 1;
/** What is only in memory cannot be opened again. */
const onDisk = (name: string) => name !== 'memory';

/**
 * A hundred thousand documents, in a fresh process each time: filling, opening what an earlier process filled, and the
 * memory held after some work on it, above that of a process with nothing in its database that was asked the same
 * (`memoryWhole100k`: the whole process). Dexie is not asked: filling it takes longer than all the rest.
 */
export async function measureLarge(place: string, { runs, quick, say }: BenchmarkOptions): Promise<Samples> {
  const count = quick ? 10_000 : 100_000;
  const { batch } = fullSizes;
  const [known] = [...encounterBatches({ count: 10_000, batch: 10_000 })].map((all) => all.filter((_, n) => n % 50 === 7).map(({ _id, patientId }) => ({ id: _id, patientId })));
  const [first] = known ?? [];
  if (!known || !first) throw new Error('no encounters');
  const samples: Samples = {
    bulkInsert100k: { unit: 'documents/s', ours: [], peers: {} }, openCold100k: { unit: 'ms', ours: [], peers: {} }, memory100k: { unit: 'MiB', ours: [], peers: {} },
    memoryWhole100k: { unit: 'MiB', ours: [], peers: {} },
  };
  const note = (key: string, name: string, value: number) => {
    const sample = samples[key];
    if (sample) (name === 'ours' ? sample.ours : sample.peers[name] ??= []).push(value);
  };
  const inFreshProcess = async <T>(name: string, work: (call: Awaited<ReturnType<typeof startProcess<StorageCalls>>>['call']) => Promise<T>): Promise<T> => {
    const worker = await startProcess<StorageCalls>(`${import.meta.dirname}/worker.ts`, [name]);
    try { return await work(worker.call); } finally { await worker.stop(); }
  };

  for (let run = 1; run <= runs; run += 1) {
    const opened: Record<string, number> = {};
    const warmed: Record<string, number> = {};
    for (const name of turnsOf(subjects, run)) {
      const file = join(place, `${name}-large-${run}.db`);
      const idleMiB = await inFreshProcess(name, async (call) => {
        await (onDisk(name) ? call('openCold', `${file}.idle`, first) : call('fillAndKeep', `${file}.idle`, 0, batch));
        await call('warm', known);
        return await call('residentMiB');
      });
      const noteMemory = (wholeMiB: number) => { note('memory100k', name, Math.max(leastMiB, wholeMiB - idleMiB)); note('memoryWhole100k', name, wholeMiB); };
      if (onDisk(name)) {
        note('bulkInsert100k', name, (await inFreshProcess(name, (call) => call('fill', file, count, batch))).value);
        await inFreshProcess(name, async (call) => {
          const { value, found } = await call('openCold', file, first);
          note('openCold100k', name, value);
          opened[name] = found;
          warmed[name] = await call('warm', known);
          noteMemory(await call('residentMiB'));
        });
      } else {
        await inFreshProcess(name, async (call) => {
          note('bulkInsert100k', name, (await call('fillAndKeep', file, count, batch)).value);
          warmed[name] = await call('warm', known);
          noteMemory(await call('residentMiB'));
        });
      }
    }
    agree('openCold100k', opened);
    agree('memory100k', warmed);
    say(`storage: run ${run} of ${runs} on ${count} documents`);
  }
  return samples;
}
