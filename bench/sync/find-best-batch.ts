import type { Crew } from './crew.ts';
import { subjectNames, type Batches, type SubjectName } from './crew.ts';
import { fillUnit } from './measure-pull.ts';

const candidates = [100, 500, 2_000];
const trialDocuments = 2_000;

/** The batch at which each peer is quickest here; the trial also warms every process up. Ours chooses by itself. */
export async function findBestBatches(crew: Crew, way: 'push' | 'pull'): Promise<Batches> {
  const devices = Array.from({ length: subjectNames.length * candidates.length }, (_, n) => `pc${n + 2}`);
  const roads = way === 'pull' ? await fillUnit(crew, trialDocuments, devices) : [];
  const best = {} as Batches;
  for (const name of subjectNames) {
    best[name] = await quickest(name === 'ours' ? candidates.slice(0, 1) : candidates, async (batch) => {
      const [road] = way === 'pull' ? [roads.pop()] : await crew.hub.roads(crew.unit(), ['pc1']);
      if (!road) throw new Error('no road');
      await crew.hub.warm(road);
      return await trial(crew, way, name, road, batch);
    });
  }
  crew.options.say(`sync: batches for ${way}: ${subjectNames.filter((name) => name !== 'ours').map((name) => `${name} ${best[name]}`).join(', ')}`);
  return best;
}

async function trial(crew: Crew, way: 'push' | 'pull', name: SubjectName, road: Awaited<ReturnType<Crew['hub']['roads']>>[number], batch: number): Promise<number> {
  const worker = crew.workers[name];
  const { ms } = way === 'push' ? await worker.call('push', crew.place(name), road, trialDocuments, batch) : await worker.call('pull', crew.place(name), road, batch);
  return ms;
}

async function quickest(all: readonly number[], measure: (batch: number) => Promise<number>): Promise<number> {
  let best = { batch: 0, ms: Infinity };
  for (const batch of all) {
    const ms = await measure(batch);
    if (ms < best.ms) best = { batch, ms };
  }
  return best.batch;
}
