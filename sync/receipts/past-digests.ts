import { bucketCount } from './digest.ts';
import type { BucketDigest } from './digest.ts';

/** What a bucket of the own device held after the commit `turn`. */
export interface PastDigest extends BucketDigest { turn: number }

/** Past digests of buckets, the newest ones; older ones give way to newer ones of any bucket. */
export interface PastDigests {
  push(database: string, bucket: number, past: PastDigest): void;
  /** Newest first. */
  of(database: string, bucket: number): Iterable<PastDigest>;
}

const hashBytes = 16;

/** Keeps `room` of them in flat memory, 40 bytes each; every one knows where the one before it of its bucket lies. */
export function createPastDigests(room: number): PastDigests {
  const turns = new Float64Array(room);
  const counts = new Uint32Array(room);
  const hashes = Buffer.alloc(room * hashBytes);
  /** Number of the one before in the same bucket; numbers count from 1, 0 is none. */
  const before = new Float64Array(room);
  const newest = new Map<string, Float64Array>();
  let pushed = 0;

  const newestOf = (database: string): Float64Array => {
    let numbers = newest.get(database);
    if (!numbers) newest.set(database, numbers = new Float64Array(bucketCount));
    return numbers;
  };
  return {
    push(database, bucket, { turn, count, xor }) {
      const numbers = newestOf(database);
      const at = pushed % room;
      turns[at] = turn;
      counts[at] = count;
      xor.copy(hashes, at * hashBytes, 0, hashBytes);
      before[at] = numbers[bucket] ?? 0;
      numbers[bucket] = pushed += 1;
    },
    *of(database, bucket) {
      for (let number = newestOf(database)[bucket] ?? 0; number > 0 && number > pushed - room;) {
        const at = (number - 1) % room;
        yield { turn: turns[at] ?? 0, count: counts[at] ?? 0, xor: hashes.subarray(at * hashBytes, (at + 1) * hashBytes) };
        number = before[at] ?? 0;
      }
    },
  };
}
