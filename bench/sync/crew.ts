import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchmarkOptions, Samples } from '../support/benchmark.ts';
import { startProcess, type OtherProcess } from '../support/calls.ts';
import { useCouchdbHub } from './couchdb-hub.ts';
import { startBenchHub, type BenchHub } from './start-hub.ts';
import type { SyncCalls } from './worker.ts';

export const subjectNames = ['ours', 'rxdbPlugin', 'pouchdb', 'raw'] as const;
export type SubjectName = (typeof subjectNames)[number];
/** Batch of each peer; ours chooses its own. */
export type Batches = Record<SubjectName, number>;

export interface SyncSizes { documents: number; live: number; overLine: number }

/** Everything the measures of `sync` need. */
export interface Crew {
  options: BenchmarkOptions; sizes: SyncSizes; hub: BenchHub;
  workers: Record<SubjectName, OtherProcess<SyncCalls>>;
  /** A path for a store nobody used before. */
  place(name: string): string;
  /** A unit's key nobody used before. */
  unit(): string;
  stop(): Promise<void>;
}

/** The hub (the CouchDB of `COUCHDB_URL` where that is set, else our own) and every subject, each in a process that stays for all runs. */
export async function gatherCrew(root: string, options: BenchmarkOptions): Promise<Crew> {
  const couchdb = process.env['COUCHDB_URL'];
  const hub = couchdb ? useCouchdbHub(couchdb) : await startBenchHub(join(root, 'hub'));
  options.say(`sync: against ${couchdb ? 'the CouchDB of COUCHDB_URL' : 'our embedded hub in another process'}`);
  const workers = Object.fromEntries(await Promise.all(subjectNames.map(async (name) => [name, await startProcess<SyncCalls>(`${import.meta.dirname}/worker.ts`, [name])]))) as Crew['workers'];
  let units = 0;
  return {
    options, hub, workers,
    sizes: options.quick ? { documents: 2_000, live: 8, overLine: 200 } : { documents: 10_000, live: 20, overLine: 1_000 },
    place: (name) => join(mkdtempSync(join(root, `${name}-`)), 'station'),
    unit: () => String(25_000 + (units += 1)),
    async stop() {
      for (const worker of Object.values(workers)) await worker.stop();
      await hub.stop();
    },
  };
}

export const emptySamples = (units: Record<string, string>): Samples => Object.fromEntries(Object.entries(units).map(([key, unit]) => [key, { unit, ours: [], peers: {} }]));

export function note(samples: Samples, key: string, name: SubjectName, value: number): void {
  const sample = samples[key];
  if (!sample) throw new Error(`no key ${key}`);
  (name === 'ours' ? sample.ours : sample.peers[name] ??= []).push(value);
}
