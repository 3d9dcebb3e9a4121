import type { Benchmark } from './support/benchmark.ts';
import { inTemporaryPlace } from './support/temporary-place.ts';
import { gatherCrew } from './sync/crew.ts';
import { findBestBatches } from './sync/find-best-batch.ts';
import { measureLines } from './sync/measure-lines.ts';
import { measureLive } from './sync/measure-live.ts';
import { measurePull } from './sync/measure-pull.ts';
import { measurePush } from './sync/measure-push.ts';

/** A station and its hub, ours beside RxDB's plugin, PouchDB and a bare loop, all against our embedded hub in another process, or the CouchDB of `COUCHDB_URL`. */
export const syncBenchmark: Benchmark = {
  name: 'sync',
  measure: (options) => inTemporaryPlace(async (place) => {
    const crew = await gatherCrew(place, options);
    try {
      return {
        ...await measurePush(crew, await findBestBatches(crew, 'push')), ...await measurePull(crew, await findBestBatches(crew, 'pull')),
        ...await measureLive(crew), ...await measureLines(crew),
      };
    } finally {
      await crew.stop();
    }
  }),
};
