import type { Sql } from '../../store/index.ts';
import { bucketCount, Digest } from './digest.ts';
import type { BucketDigest } from './digest.ts';

/** A bucket of one device in one database as it is after a commit. */
export interface BucketState { database: string; device: string; bucket: number; digest: BucketDigest }
/** What one commit left in the buckets it touched, of one device and database. */
export interface PastRow { number: number; turn: number; at: number; database: string; device: string; states: BucketState[]; /** The greatest number an outbox row had by then, and a line of the journal's user; neither in rows of older files. */ seq: number | null; note: string | null }

const hashBytes = 16;
/** One byte of bucket, four of count, sixteen of hash. */
const stateBytes = 1 + 4 + hashBytes;
const sumBytes = 4 + hashBytes;

export const digestTables = [
  // The whole digest of one device: base64 is for the wire, here it is bytes. Of the own device as of `turn`; what came later is in the past.
  'CREATE TABLE IF NOT EXISTS sync_sums (database TEXT NOT NULL, device TEXT NOT NULL, turn INTEGER NOT NULL, sums BLOB NOT NULL, PRIMARY KEY (database, device)) WITHOUT ROWID',
  // Of the own device: a row for each commit, at the end of the table, whatever buckets it touches.
  'CREATE TABLE IF NOT EXISTS sync_past (number INTEGER PRIMARY KEY, turn INTEGER NOT NULL, at INTEGER NOT NULL, database TEXT NOT NULL, device TEXT NOT NULL, states BLOB NOT NULL, seq INTEGER, note TEXT)',
];

export function packStates(states: readonly BucketState[]): Buffer {
  const bytes = Buffer.allocUnsafe(states.length * stateBytes);
  let at = 0;
  for (const { bucket, digest: { count, xor } } of states) {
    bytes[at] = bucket;
    bytes.writeUInt32BE(count, at + 1);
    bytes.set(xor, at + 1 + 4);
    at += stateBytes;
  }
  return bytes;
}

/** Every row of the past, oldest first. */
export function* readPast(sql: Sql): Generator<PastRow> {
  for (const { states, ...row } of sql.all<Omit<PastRow, 'states'> & { states: Uint8Array }>('SELECT number, turn, at, database, device, states, seq, note FROM sync_past ORDER BY number')) {
    const bytes = Buffer.from(states.buffer, states.byteOffset, states.byteLength);
    yield {
      ...row,
      states: Array.from({ length: Math.floor(bytes.length / stateBytes) }, (_, n) => ({
        database: row.database, device: row.device, bucket: bytes.readUInt8(n * stateBytes),
        digest: { count: bytes.readUInt32BE(n * stateBytes + 1), xor: bytes.subarray(n * stateBytes + 5, (n + 1) * stateBytes) },
      })),
    };
  }
}

export function packSums(digest: Digest): Buffer {
  const bytes = Buffer.alloc(bucketCount * sumBytes);
  digest.buckets.forEach(({ count, xor }, bucket) => {
    bytes.writeUInt32BE(count, bucket * sumBytes);
    xor.copy(bytes, bucket * sumBytes + 4, 0, hashBytes);
  });
  return bytes;
}

export function unpackSums(sums: Uint8Array): Digest {
  const bytes = Buffer.from(sums.buffer, sums.byteOffset, sums.byteLength);
  return new Digest(Array.from({ length: bucketCount }, (_, bucket) => ({
    count: bytes.readUInt32BE(bucket * sumBytes), xor: Buffer.from(bytes.subarray(bucket * sumBytes + 4, (bucket + 1) * sumBytes)),
  })));
}
