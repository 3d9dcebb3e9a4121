import type { Benchmark } from './support/benchmark.ts';
import { inTemporaryPlace } from './support/temporary-place.ts';
import { measureLarge } from './storage/measure-large.ts';
import { measurePeople } from './storage/measure-people.ts';
import { measureRounds } from './storage/measure-rounds.ts';

/** Encrypted local storage, ours beside a hand-written program, RxDB in memory and RxDB on Dexie in Chromium. */
export const storageBenchmark: Benchmark = {
  name: 'storage',
  measure: (options) => inTemporaryPlace(async (place) => ({ ...await measureRounds(place, options), ...await measureLarge(place, options), ...await measurePeople(place, options) })),
};
