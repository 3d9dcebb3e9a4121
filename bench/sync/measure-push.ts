import { agree } from '../support/agree.ts';
import type { Samples } from '../support/benchmark.ts';
import { turnsOf } from '../support/turns.ts';
import { emptySamples, note, subjectNames, type Batches, type Crew } from './crew.ts';

/** Documents a second up, and the bytes of it both ways. */
export async function measurePush(crew: Crew, batches: Batches): Promise<Samples> {
  const { options: { runs, say }, sizes, hub, workers } = crew;
  const samples = emptySamples({ push10k: 'documents/s', bytesUp10k: 'B', bytesDownEcho: 'B' });
  for (let run = 1; run <= runs; run += 1) {
    const held: Record<string, number> = {};
    for (const name of turnsOf(subjectNames, run)) {
      const [road] = await hub.roads(crew.unit(), ['pc1']);
      if (!road) throw new Error('no road');
      await hub.warm(road);
      const { ms, up, down } = await workers[name].call('push', crew.place(name), road, sizes.documents, batches[name]);
      held[name] = await hub.count(road);
      note(samples, 'push10k', name, (sizes.documents / ms) * 1000);
      note(samples, 'bytesUp10k', name, up);
      note(samples, 'bytesDownEcho', name, down);
    }
    agree('push10k', { ...held, expected: sizes.documents });
    say(`sync: run ${run} of ${runs}: ${sizes.documents} documents up`);
  }
  return samples;
}
