import { forgetEncounters } from '../support/encounters.ts';
import { measureBulkInsert, measureWork, type Measured, type StorageSizes } from './measures.ts';
import type { StorageSubject } from './storage-subject.ts';

/** A person and one of that person's encounters. */
export interface Known { id: string; patientId: string }

export type RoundKey = 'saveOne' | 'bulkInsert10k' | 'findById' | 'findIndexed' | 'findUnindexed' | 'count';

/** What can be asked of a subject from outside its process; the same in Node and in a page. */
export function createLab(createSubject: () => StorageSubject) {
  let kept: StorageSubject | undefined;
  return {
    /** One run of everything on ten thousand documents, in a new database. */
    async round(place: string, run: number, sizes: StorageSizes): Promise<Record<RoundKey, Measured>> {
      const subject = createSubject();
      await subject.open(place);
      try {
        const bulkInsert10k = await measureBulkInsert(subject, sizes.documents, sizes.batch);
        return { bulkInsert10k, ...await measureWork(subject, run, sizes) };
      } finally {
        await subject.close();
      }
    },
    /** Fills a new database, which stays where it is. */
    async fill(place: string, count: number, batch: number): Promise<Measured> {
      const subject = createSubject();
      await subject.open(place);
      try {
        return await measureBulkInsert(subject, count, batch);
      } finally {
        await subject.close();
      }
    },
    /** Milliseconds from nothing open to the first timeline; stays open. */
    async openCold(place: string, { patientId }: Known): Promise<Measured> {
      const subject = createSubject();
      const from = performance.now();
      await subject.open(place);
      const found = await subject.timeline(patientId);
      const value = performance.now() - from;
      kept = subject;
      return { value, found: found.length };
    },
    /** For a subject without a disk: what `openCold` finds there has to be put there first. */
    async fillAndKeep(place: string, count: number, batch: number): Promise<Measured> {
      const subject = createSubject();
      await subject.open(place);
      kept = subject;
      const measured = await measureBulkInsert(subject, count, batch);
      forgetEncounters();
      return measured;
    },
    /** Some work on what is open, as before a look at the memory. */
    async warm(questions: readonly Known[]): Promise<number> {
      let found = 0;
      for (const { id, patientId } of questions) {
        if (!kept) throw new Error('nothing is open');
        found += (await kept.timeline(patientId)).length + (await kept.findById(id) ? 1 : 0);
      }
      return found;
    },
  };
}

export type StorageLab = ReturnType<typeof createLab>;
