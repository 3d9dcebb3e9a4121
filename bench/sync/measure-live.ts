import type { Samples } from '../support/benchmark.ts';
import { turnsOf } from '../support/turns.ts';
import { emptySamples, note, subjectNames, type Crew } from './crew.ts';

/** From a save at one PC to the disk of another PC of the unit, both following the hub. */
export async function measureLive(crew: Crew): Promise<Samples> {
  const { options: { runs, say }, sizes, hub, workers } = crew;
  const samples = emptySamples({ liveOne: 'ms' });
  for (let run = 1; run <= runs; run += 1) {
    for (const name of turnsOf(subjectNames, run)) {
      const [a, b] = await hub.roads(crew.unit(), ['pc1', 'pc2']);
      if (!a || !b) throw new Error('no road');
      await hub.warm(a);
      await hub.warm(b);
      note(samples, 'liveOne', name, await workers[name].call('live', [crew.place(name), crew.place(name)], [a, b], sizes.live));
    }
    say(`sync: run ${run} of ${runs}: ${sizes.live} documents live`);
  }
  return samples;
}
