import type { Sql } from '../../store/index.ts';
import { Digest, bucketOf, leafHash, withLeaf } from './digest.ts';
import type { BucketDigest } from './digest.ts';

/** A leaf revision joins or leaves what this device knows to be, or means to be, at the hub. */
export interface DigestChange { step: 1 | -1; database: string; device: string; id: string; rev: string }
/** What a bucket of the own device held after the commit `turn`. */
export interface RingEntry extends BucketDigest { turn: number }
export interface DigestDraft {
  /** To be called inside the commit. */
  write(sql: Sql): void;
  /** To be called after COMMIT: until then nothing in memory has changed. */
  adopt(): void;
}
export interface DigestBook {
  draft(changes: readonly DigestChange[], turn: number, at: number): DigestDraft;
  /** Of the newest commit that changed a leaf. */
  lastTurn(): number;
  /** When the own device last changed a leaf, milliseconds since 1970. */
  lastOwnAt(): number | undefined;
  digest(database: string, device: string): Digest;
  ring(database: string, bucket: number): readonly RingEntry[];
  devices(database: string): string[];
}

/** Past digests kept per bucket. */
export const ringCap = 128;

interface DigestRow { database: string; device: string; bucket: number; turn: number; count: number; xor: Uint8Array }
interface RingRow { database: string; device: string; bucket: number; turn: number; count: number; xor: Uint8Array; at: number }

/**
 * Digests of all local leaves by database and device, and for the own device a ring of past digests per bucket; kept
 * in memory and written in the commits that change them.
 */
export function createDigestBook(sql: Sql, ownDevice: string): DigestBook {
  const digests = new Map<string, Map<string, Digest>>();
  const rings = new Map<string, RingEntry[]>();
  let lastTurn = 0;
  let lastOwnAt: number | undefined;
  const ringKey = (database: string, bucket: number) => `${database}#${bucket}`;
  const digestOf = (database: string, device: string): Digest => {
    let byDevice = digests.get(database);
    if (!byDevice) digests.set(database, byDevice = new Map());
    let digest = byDevice.get(device);
    if (!digest) byDevice.set(device, digest = new Digest());
    return digest;
  };
  /** The newest known turn of each bucket: a restored copy has the ring of its former device, and goes on as another. */
  const newest = new Map<string, number>();
  const take = (row: DigestRow) => {
    lastTurn = Math.max(lastTurn, row.turn);
    const key = `${ringKey(row.database, row.bucket)}#${row.device}`;
    if (row.turn < (newest.get(key) ?? 0)) return;
    newest.set(key, row.turn);
    digestOf(row.database, row.device).buckets[row.bucket] = { count: row.count, xor: Buffer.from(row.xor) };
  };
  for (const row of sql.all<RingRow>('SELECT database, device, bucket, turn, count, xor, at FROM sync_ring ORDER BY turn')) {
    take(row);
    if (row.device !== ownDevice) continue;
    lastOwnAt = row.at;
    const key = ringKey(row.database, row.bucket);
    const entry = { turn: row.turn, count: row.count, xor: Buffer.from(row.xor) };
    const ring = rings.get(key);
    if (ring) ring.push(entry); else rings.set(key, [entry]);
  }
  for (const row of sql.all<DigestRow>('SELECT database, device, bucket, turn, count, xor FROM sync_digests')) take(row);

  return {
    draft(changes, turn, at) {
      const touched = new Map<string, { database: string; device: string; bucket: number; digest: BucketDigest }>();
      for (const { step, database, device, id, rev } of changes) {
        const bucket = bucketOf(id);
        const key = `${database}#${bucket}#${device}`;
        const before = touched.get(key)?.digest ?? digestOf(database, device).bucket(bucket);
        touched.set(key, { database, device, bucket, digest: withLeaf(before, leafHash(id, rev), step) });
      }
      const rows = [...touched.values()];
      return {
        write(into) {
          for (const { database, device, bucket, digest } of rows) {
            if (device !== ownDevice) {
              into.run('INSERT OR REPLACE INTO sync_digests (database, device, bucket, turn, count, xor) VALUES (?, ?, ?, ?, ?, ?)', database, device, bucket, turn, digest.count, digest.xor);
              continue;
            }
            into.run('INSERT OR REPLACE INTO sync_ring (database, device, bucket, turn, count, xor, at) VALUES (?, ?, ?, ?, ?, ?, ?)', database, device, bucket, turn, digest.count, digest.xor, at);
            const ring = rings.get(ringKey(database, bucket));
            const evicted = ring && ring.length >= ringCap ? ring[0] : undefined;
            if (evicted) into.run('DELETE FROM sync_ring WHERE database = ? AND device = ? AND bucket = ? AND turn <= ?', database, device, bucket, evicted.turn);
          }
        },
        adopt() {
          for (const { database, device, bucket, digest } of rows) {
            lastTurn = turn;
            digestOf(database, device).buckets[bucket] = digest;
            if (device !== ownDevice) continue;
            lastOwnAt = at;
            const key = ringKey(database, bucket);
            const ring = rings.get(key) ?? [];
            ring.push({ turn, ...digest });
            if (ring.length > ringCap) ring.shift();
            rings.set(key, ring);
          }
        },
      };
    },
    lastTurn: () => lastTurn,
    lastOwnAt: () => lastOwnAt,
    digest: digestOf,
    ring: (database, bucket) => rings.get(ringKey(database, bucket)) ?? [],
    devices: (database) => [...(digests.get(database)?.keys() ?? [])],
  };
}
