import { serveCalls } from '../support/calls.ts';
import { peopleBatches, searchesFor } from '../support/people.ts';
import type { PeopleSubject } from './people-subject.ts';

const subjects: Record<string, () => Promise<() => PeopleSubject>> = {
  ours: async () => (await import('./our-people.ts')).createOurPeople,
  raw: async () => (await import('./raw-people.ts')).createRawPeople,
};
const load = subjects[process.argv[2] ?? ''];
if (!load) throw new Error('no such subject');
const createSubject = await load();

/** Of so many searches in a hundred the slowest five are slower. */
const percentile = 0.95;

const calls = {
  /** Fills a new file with people, and answers how many. */
  fill(place: string, count: number, batch: number): number {
    const subject = createSubject();
    subject.open(place);
    let filled = 0;
    for (const people of peopleBatches(count, batch)) {
      subject.insert(people);
      filled += people.length;
    }
    subject.close();
    return filled;
  },
  /** 95th percentile of the milliseconds of a search, the first after opening included; and how many were found in all. */
  search(place: string, searches: number, run: number): { value: number; found: number } {
    const subject = createSubject();
    subject.open(place);
    const [sample = []] = peopleBatches(1_000, 1_000);
    let found = 0;
    const times = searchesFor(sample, searches, run).map((text) => {
      const from = performance.now();
      found += subject.search(text);
      return performance.now() - from;
    }).sort((a, b) => a - b);
    subject.close();
    return { value: times[Math.ceil(times.length * percentile) - 1] ?? Infinity, found };
  },
};
export type PeopleCalls = typeof calls;
serveCalls(calls);
