import { daysOfHistory, encounterBatches, firstDay } from '../support/encounters.ts';
import { addDays } from '../../src-shared/domain/common/partial-date.ts';
import type { StorageSubject } from './storage-subject.ts';

/** How much is done; less in a trial. */
export interface StorageSizes { documents: number; saves: number; reads: number; counts: number; scans: number; batch: number }
/** A value, and what was found on the way: the same for every subject, or the benchmark fails. */
export interface Measured { value: number; found: number }

export const fullSizes: StorageSizes = { documents: 10_000, saves: 300, reads: 300, counts: 50, scans: 5, batch: 200 };
export const quickSizes: StorageSizes = { documents: 2_000, saves: 60, reads: 60, counts: 20, scans: 3, batch: 200 };

const perSecond = (count: number, ms: number) => (count / ms) * 1000;

/** Encounters that are not among those inserted in bulk. */
const savedSeed = 1_000_000;

/** Documents a second, the time of making them left out. */
export async function measureBulkInsert(subject: StorageSubject, count: number, batch: number): Promise<Measured> {
  let ms = 0;
  let found = 0;
  for (const encounters of encounterBatches({ count, batch })) {
    const from = performance.now();
    await subject.insertMany(encounters);
    ms += performance.now() - from;
    found += encounters.length;
  }
  return { value: perSecond(count, ms), found };
}

/** The questions and saves of one run, on the documents inserted before; each question is another one, so that no answer is at hand. */
export async function measureWork(subject: StorageSubject, run: number, sizes: StorageSizes): Promise<Record<'saveOne' | 'findById' | 'findIndexed' | 'findUnindexed' | 'count', Measured>> {
  // Of what was inserted no more is kept than is asked for: ten thousand documents to be carried along would be collected on some measure's time.
  const ids: string[] = [];
  const people = new Set<string>();
  for (const encounters of encounterBatches({ count: sizes.documents, batch: sizes.batch })) {
    for (const { _id, patientId } of encounters) { ids.push(_id); people.add(patientId); }
  }
  const saved = [...encounterBatches({ count: sizes.saves, batch: sizes.saves, seed: savedSeed + run })].flat();
  const stride = Math.max(1, Math.floor(ids.length / sizes.reads));
  const asked = Array.from({ length: sizes.reads }, (_, n) => ids[(n * stride + run * 7) % ids.length]).filter((id) => id !== undefined);
  const persons = [...people];
  const timelines = Array.from({ length: sizes.reads }, (_, n) => persons[(n + run * sizes.reads) % persons.length] ?? '');
  const days = Array.from({ length: sizes.counts }, (_, n) => addDays(firstDay, (run * 3 + n * 31) % daysOfHistory));
  const pressures = Array.from({ length: sizes.scans }, (_, n) => 150 + n + run / 10);

  return {
    findById: await each(asked, async (id) => ((await subject.findById(id))?._id === id ? 1 : 0)),
    findIndexed: await each(timelines, async (patientId) => (await subject.timeline(patientId)).length),
    findUnindexed: await each(pressures, async (pressure) => (await subject.highPressure(pressure)).length),
    count: await each(days, async (day) => subject.countSubmittedSince(day)),
    saveOne: await each(saved, async (encounter) => { await subject.insertOne(encounter); return 1; }),
  };
}

/** Mean milliseconds of one of many. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<number>): Promise<Measured> {
  let found = 0;
  const from = performance.now();
  for (const item of items) found += await work(item);
  return { value: (performance.now() - from) / items.length, found };
}
