import { agree } from '../support/agree.ts';
import type { Samples } from '../support/benchmark.ts';
import { turnsOf } from '../support/turns.ts';
import { emptySamples, note, subjectNames, type Batches, type Crew } from './crew.ts';
import type { Road } from './sync-subject.ts';

/** A unit whose other PC has sent so many documents: what there is to pull. */
export async function fillUnit(crew: Crew, documents: number, devices: readonly string[]): Promise<Road[]> {
  const [writer, ...readers] = await crew.hub.roads(crew.unit(), ['pc1', ...devices]);
  if (!writer) throw new Error('no road');
  await crew.workers.raw.call('push', crew.place('raw'), writer, documents, 500);
  return readers;
}

/** Documents a second down, onto the disk of a new station. */
export async function measurePull(crew: Crew, batches: Batches): Promise<Samples> {
  const { options: { runs, say }, sizes, hub, workers } = crew;
  const samples = emptySamples({ pull10k: 'documents/s' });
  const roads = await fillUnit(crew, sizes.documents, Array.from({ length: runs * subjectNames.length }, (_, n) => `pc${n + 2}`));
  for (let run = 1; run <= runs; run += 1) {
    const held: Record<string, number> = {};
    for (const name of turnsOf(subjectNames, run)) {
      const road = roads.pop();
      if (!road) throw new Error('no road');
      await hub.warm(road);
      const { ms, count } = await workers[name].call('pull', crew.place(name), road, batches[name]);
      held[name] = count;
      note(samples, 'pull10k', name, (sizes.documents / ms) * 1000);
    }
    agree('pull10k', { ...held, expected: sizes.documents });
    say(`sync: run ${run} of ${runs}: ${sizes.documents} documents down`);
  }
  return samples;
}
