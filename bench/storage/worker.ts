import { serveCalls } from '../support/calls.ts';
import { createLab } from './create-lab.ts';
import type { StorageSubject } from './storage-subject.ts';

/** Each loads what it needs and no more: the memory of the process is measured too. */
const subjects: Record<string, () => Promise<() => StorageSubject>> = {
  ours: async () => (await import('./ours.ts')).createOurSubject,
  raw: async () => (await import('./raw.ts')).createRawSubject,
  memory: async () => {
    const [{ createRxSubject }, { getRxStorageMemory }] = await Promise.all([import('./rx-subject.ts'), import('rxdb/plugins/storage-memory')]);
    return () => createRxSubject(() => getRxStorageMemory());
  },
};

const load = subjects[process.argv[2] ?? ''];
if (!load) throw new Error('no such subject');

/** Resident memory in MiB after a collection of what is no longer used. */
function residentMiB(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 2 ** 20;
}

const calls = { ...createLab(await load()), residentMiB };
export type StorageCalls = typeof calls;
serveCalls(calls);
