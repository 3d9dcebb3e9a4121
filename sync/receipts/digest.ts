import { hash } from 'node:crypto';
import type { DigestBuckets } from '../types.ts';

export const bucketCount = 256;
const hashBytes = 16;
const entryBytes = 4 + hashBytes;

/** Bucket of a document: first byte of SHA-256 of its id. */
export function bucketOf(id: string): number {
  return hash('sha256', id, 'binary').charCodeAt(0);
}

/** As a text, a character for each byte: a buffer of its own costs as much as the hash. */
const leafHashText = (id: string, rev: string): string => hash('sha256', `${id}\n${rev}`, 'binary');

/** First 16 bytes of SHA-256 of `id`, a line feed and `rev`. */
export function leafHash(id: string, rev: string): Buffer {
  return Buffer.from(leafHashText(id, rev).slice(0, hashBytes), 'binary');
}

/** How many leaves a bucket holds, and the exclusive-or of their hashes. */
export interface BucketDigest { count: number; xor: Buffer }

const emptyBucket = (): BucketDigest => ({ count: 0, xor: Buffer.alloc(hashBytes) });

/** The bucket with one leaf more (`step` 1) or fewer (−1); the given one is not changed. */
export function withLeaf(bucket: BucketDigest, id: string, rev: string, step: 1 | -1): BucketDigest {
  const text = leafHashText(id, rev);
  const xor = Buffer.allocUnsafe(hashBytes);
  for (let i = 0; i < hashBytes; i++) xor[i] = (bucket.xor[i] ?? 0) ^ text.charCodeAt(i);
  return { count: bucket.count + step, xor };
}

export const sameBucket = (a: BucketDigest, b: BucketDigest): boolean => a.count === b.count && a.xor.equals(b.xor);

/** Digest of the leaves of one device in one database: 256 buckets. Mutable; `encodeDigest` gives the form on the wire. */
export class Digest {
  readonly buckets: BucketDigest[];
  constructor(buckets: BucketDigest[] = Array.from({ length: bucketCount }, emptyBucket)) { this.buckets = buckets; }
  bucket(index: number): BucketDigest { return this.buckets[index] ?? emptyBucket(); }
  add(id: string, rev: string): void { this.#step(id, rev, 1); }
  remove(id: string, rev: string): void { this.#step(id, rev, -1); }
  #step(id: string, rev: string, step: 1 | -1): void {
    const index = bucketOf(id);
    this.buckets[index] = withLeaf(this.bucket(index), id, rev, step);
  }
  count(): number { return this.buckets.reduce((sum, b) => sum + b.count, 0); }
}

/** Base64 of 256 × (4-byte big-endian count + 16 bytes). */
export function encodeDigest(digest: Digest): DigestBuckets {
  const bytes = Buffer.alloc(bucketCount * entryBytes);
  digest.buckets.forEach((bucket, i) => {
    bytes.writeUInt32BE(bucket.count, i * entryBytes);
    bucket.xor.copy(bytes, i * entryBytes + 4);
  });
  return bytes.toString('base64');
}

/** `undefined` when the text is not a digest: such a receipt proves nothing. */
export function decodeDigest(text: unknown): Digest | undefined {
  if (typeof text !== 'string') return undefined;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== bucketCount * entryBytes) return undefined;
  const digest = new Digest();
  for (let i = 0; i < bucketCount; i++) {
    const at = i * entryBytes;
    digest.buckets[i] = { count: bytes.readUInt32BE(at), xor: Buffer.from(bytes.subarray(at + 4, at + entryBytes)) };
  }
  return digest;
}
