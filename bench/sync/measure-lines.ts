import type { Samples } from '../support/benchmark.ts';
import { startProcess } from '../support/calls.ts';
import { emptySamples, note, subjectNames, type Crew, type SubjectName } from './crew.ts';
import type { LineCalls } from './line-process.ts';
import type { LineShape } from './shaped-line.ts';
import type { Road } from './sync-subject.ts';

/** The line of a commune in the hills: 64 kbit/s each way, 600 ms there and back. */
const slow = { bitsPerSecond: 64_000, delayMs: 300 };
/** The same in bad weather: one piece in ten lost, cut every 20 s for two. */
const lossy = { ...slow, loss: 0.1, cutEveryMs: 20_000, downMs: 2_000 };

/** Of the peers: small enough to get through between two cuts (34 kB as they send them), large enough not to crawl. */
const batchOverLine = { slowLine1000: 500, lossyLine1000: 25 } as const;
const giveUpMs = 900_000;
const lookEveryMs = 100;

/**
 * Seconds until the hub has everything that waits at a station behind such a line. The line is what takes the time, so all
 * subjects and runs go at once, each on a line of its own.
 */
export async function measureLines(crew: Crew): Promise<Samples> {
  const samples = emptySamples({ slowLine1000: 's', lossyLine1000: 's' });
  const lines = await startProcess<LineCalls>(`${import.meta.dirname}/line-process.ts`);
  try {
    for (const [key, shape] of [['slowLine1000', slow], ['lossyLine1000', lossy]] as const) {
      const trials = [];
      for (let run = 1; run <= crew.options.runs; run += 1) {
        for (const name of subjectNames) trials.push(await prepareTrial(crew, lines, name, { ...shape, seed: run }, batchOverLine[key]));
      }
      await Promise.all(trials.map(async ({ name, url, start }) => {
        const seconds = await start();
        if (seconds !== undefined && name === 'ours') {
          const bytes = await lines.call('carried', url);
          crew.options.say(`sync: ${key}: ours ${seconds.toFixed(1)} s for ${bytes} bytes, ${(seconds / (bytes * 8 / shape.bitsPerSecond)).toFixed(2)} × bytes ÷ rate`);
        }
        if (seconds === undefined) crew.options.say(`sync: ${name} did not get through the line of ${key}`);
        else note(samples, key, name, seconds);
      }));
      for (const { stop } of trials) await stop();
      crew.options.say(`sync: ${key} done`);
    }
  } finally {
    await lines.stop();
  }
  return samples;
}

async function prepareTrial(crew: Crew, lines: Awaited<ReturnType<typeof startProcess<LineCalls>>>, name: SubjectName, shape: LineShape, batch: number) {
  const { hub, workers, sizes } = crew;
  const [direct] = await hub.roads(crew.unit(), ['pc1']);
  if (!direct) throw new Error('no road');
  const road: Road = { ...direct, url: await lines.call('open', direct.url, shape) };
  const place = crew.place(name);
  await workers[name].call('prepare', place, road, sizes.overLine);
  return {
    name, url: road.url,
    async start(): Promise<number | undefined> {
      await hub.warm(direct);
      const from = performance.now();
      await workers[name].call('startInsisting', place, batch);
      while (performance.now() - from < giveUpMs) {
        if (await hub.holds(direct, sizes.overLine)) return (performance.now() - from) / 1000;
        await new Promise((resolve) => { setTimeout(resolve, lookEveryMs); });
      }
      return undefined;
    },
    stop: () => workers[name].call('stopInsisting', place),
  };
}
