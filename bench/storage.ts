import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Benchmark } from './support/benchmark.ts';
import { measureLarge } from './storage/measure-large.ts';
import { measureRounds } from './storage/measure-rounds.ts';

/** Encrypted local storage, ours beside a hand-written program, RxDB in memory and RxDB on Dexie in Chromium. */
export const storageBenchmark: Benchmark = {
  name: 'storage',
  async measure(options) {
    const place = mkdtempSync(join(tmpdir(), 'tramxa-bench-'));
    try {
      return { ...await measureRounds(place, options), ...await measureLarge(place, options) };
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  },
};
