import type { Sql } from '../../store/index.ts';
import { Digest, bucketOf, withLeaf } from './digest.ts';
import { packStates, packSums, readPast, unpackSums } from './digest-rows.ts';
import type { BucketState } from './digest-rows.ts';
import { createPastDigests } from './past-digests.ts';
import type { PastDigest } from './past-digests.ts';

/** A leaf revision joins or leaves what this device knows to be, or means to be, at the hub. */
export interface DigestChange { step: 1 | -1; database: string; device: string; id: string; rev: string; /** Where it is known already. */ bucket?: number }
export interface DigestDraft {
  /** To be called inside the commit; `turn` is its time, `lastSeq` the greatest number of an outbox row so far. */
  write(sql: Sql, turn: number, lastSeq: number): void;
  /** To be called after COMMIT: until then nothing in memory has changed. */
  adopt(turn: number): void;
}
export interface DigestBook {
  /** `note`: kept with the past of the own device until another one is given. */
  draft(changes: readonly DigestChange[], at: number, note?: string): DigestDraft;
  note(): string | undefined;
  /** Of the newest commit that changed a leaf. */
  lastTurn(): number;
  /** The greatest number of an outbox row noted with the past, when the book was opened. */
  lastSeq(): number;
  /** When the own commit of that turn was made, where it is remembered. */
  timeOf(turn: number): number | undefined;
  /** When the own device last changed a leaf, milliseconds since 1970. */
  lastOwnAt(): number | undefined;
  digest(database: string, device: string): Digest;
  /** Past digests of a bucket of the own device, newest first. */
  past(database: string, bucket: number): Iterable<PastDigest>;
  devices(database: string): string[];
}

/** Past digests kept, of all buckets together: 128 for each where they change alike. */
const pastCap = 128 * 256;
/** Most rows of the past that go in one commit. */
const rowsAtOnce = 64;

/** Rows that are gone before the list of them is made anew. */
const goneAtMost = 4_096;

/** What a commit does to the digest of one device in one database: the buckets it touches, as they will be. */
interface TouchedLine { database: string; device: string; digest: Digest; states: BucketState[]; at: Map<number, BucketState> }
interface KeptRow { number: number; turn: number; at: number; database: string; device: string; size: number }

/**
 * Digests of all local leaves by database and device, and past ones of the own device's buckets; kept in memory and
 * written in the commits that change them: of other devices the whole digest, of the own one only what changed.
 */
export function createDigestBook(sql: Sql, ownDevice: string, room = pastCap): DigestBook {
  const digests = new Map<string, Map<string, Digest>>();
  const past = createPastDigests(room);
  /** Rows of the past in the file, oldest first, behind some that are gone; and how many digests they hold together. */
  let rows: KeptRow[] = [];
  let gone = 0;
  let kept = 0;
  /** To which turn the digest in `sync_sums` goes. */
  const sumTurns = new Map<string, number>();
  let lastTurn = 0;
  let lastNumber = 0;
  let lastSeq = 0;
  /** The last note of the own device, and the row it lies in. */
  let lastNote: { note: string; number: number } | undefined;
  let lastOwnAt: number | undefined;

  const lineKey = (database: string, device: string) => `${database}#${device}`;
  const devicesOf = (database: string): Map<string, Digest> => {
    let byDevice = digests.get(database);
    if (!byDevice) digests.set(database, byDevice = new Map<string, Digest>());
    return byDevice;
  };
  const digestOf = (database: string, device: string): Digest => {
    const byDevice = devicesOf(database);
    let digest = byDevice.get(device);
    if (!digest) byDevice.set(device, digest = new Digest());
    return digest;
  };

  for (const { database, device, turn, sums } of sql.all<{ database: string; device: string; turn: number; sums: Uint8Array }>('SELECT database, device, turn, sums FROM sync_sums')) {
    devicesOf(database).set(device, unpackSums(sums));
    sumTurns.set(lineKey(database, device), turn);
    lastTurn = Math.max(lastTurn, turn);
  }
  for (const { number, turn, at, database, device, states, seq, note } of readPast(sql)) {
    if (device === ownDevice && note !== null) lastNote = { note, number };
    rows.push({ number, turn, at, database, device, size: states.length });
    kept += states.length;
    lastNumber = number;
    lastSeq = Math.max(lastSeq, seq ?? 0);
    lastTurn = Math.max(lastTurn, turn);
    // A restored copy has the past of its former device, and goes on as another: its sums may be newer.
    const isNews = turn > (sumTurns.get(lineKey(database, device)) ?? 0);
    const digest = digestOf(database, device);
    for (const { bucket, digest: state } of states) {
      if (isNews) digest.buckets[bucket] = { count: state.count, xor: Buffer.from(state.xor) };
      if (device === ownDevice) past.push(database, bucket, { turn, ...state });
    }
    if (device === ownDevice) lastOwnAt = at;
  }

  const writeSums = (into: Sql, database: string, device: string, turn: number, digest: Digest) => into.run(
    'INSERT OR REPLACE INTO sync_sums (database, device, turn, sums) VALUES (?, ?, ?, ?)', database, device, turn, packSums(digest));
  /** The oldest rows that are too many; what they alone know must be in the sums first. */
  const surplus = (added: number): KeptRow[] => {
    let tooMany = kept + added - room;
    const found: KeptRow[] = [];
    for (let n = gone; tooMany > 0 && n < Math.min(rows.length, gone + rowsAtOnce); n++) {
      const row = rows[n];
      if (!row) break;
      found.push(row);
      tooMany -= row.size;
    }
    return found;
  };

  return {
    draft(changes, at, note) {
      const touched: TouchedLine[] = [];
      const own: TouchedLine[] = [];
      let line: TouchedLine | undefined;
      let added = 0;
      for (const { step, database, device, id, rev, bucket = bucketOf(id) } of changes) {
        // Nearly always the line of the change before.
        if (line?.database !== database || line.device !== device) {
          line = touched.find((one) => one.database === database && one.device === device);
          if (!line) {
            touched.push(line = { database, device, digest: digestOf(database, device), states: [], at: new Map() });
            if (device === ownDevice) own.push(line);
          }
        }
        let state = line.at.get(bucket);
        if (!state) {
          line.states.push(state = { database, device, bucket, digest: line.digest.bucket(bucket) });
          line.at.set(bucket, state);
          if (device === ownDevice) added += 1;
        }
        state.digest = withLeaf(state.digest, id, rev, step);
      }
      const leaving = surplus(added);
      if (note !== undefined && own.length === 0) throw new Error('a note needs a document of this device');
      // What goes takes no note with it.
      const noted = note ?? (lastNote && leaving.some(({ number }) => number === lastNote?.number) ? lastNote.note : undefined);
      const after = ({ digest: before, states }: TouchedLine): Digest => {
        const digest = new Digest([...before.buckets]);
        for (const state of states) digest.buckets[state.bucket] = state.digest;
        return digest;
      };
      /** Lines whose sums are written in this commit. */
      const summed = new Map<string, TouchedLine>();
      for (const line of touched) if (line.device !== ownDevice) summed.set(lineKey(line.database, line.device), line);
      for (const { database, device, turn: of } of leaving) {
        const key = lineKey(database, device);
        if (of > (sumTurns.get(key) ?? 0) && !summed.has(key)) summed.set(key, touched.find((line) => line.database === database && line.device === device) ?? { database, device, digest: digestOf(database, device), states: [], at: new Map() });
      }
      return {
        write(into, turn, seq) {
          for (const line of summed.values()) writeSums(into, line.database, line.device, turn, after(line));
          let number = lastNumber;
          for (const { database, device, states } of own) {
            into.run('INSERT INTO sync_past (number, turn, at, database, device, states, seq, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
              number += 1, turn, at, database, device, packStates(states), seq, number === lastNumber + 1 ? noted ?? null : null);
          }
          const last = leaving.at(-1);
          if (last) into.run('DELETE FROM sync_past WHERE number <= ?', last.number);
        },
        adopt(turn) {
          if (noted !== undefined && own.length > 0) lastNote = { note: noted, number: lastNumber + 1 };
          for (const { database, device, digest, states } of touched) {
            lastTurn = turn;
            for (const { bucket, digest: state } of states) {
              digest.buckets[bucket] = state;
              if (device === ownDevice) past.push(database, bucket, { turn, ...state });
            }
            if (device !== ownDevice) continue;
            lastOwnAt = at;
            rows.push({ number: lastNumber += 1, turn, at, database, device, size: states.length });
            kept += states.length;
          }
          for (const key of summed.keys()) sumTurns.set(key, turn);
          if (leaving.length === 0) return;
          kept -= leaving.reduce((sum, { size }) => sum + size, 0);
          gone += leaving.length;
          // Now and then: the list is long.
          if (gone > goneAtMost) {
            rows = rows.slice(gone);
            gone = 0;
          }
        },
      };
    },
    lastTurn: () => lastTurn,
    lastSeq: () => lastSeq,
    note: () => lastNote?.note,
    timeOf(turn) {
      // Rows are in the order of turns.
      let [from, to] = [gone, rows.length];
      while (from < to) {
        const middle = (from + to) >> 1;
        if ((rows[middle]?.turn ?? 0) < turn) from = middle + 1; else to = middle;
      }
      const row = rows[from];
      return row?.turn === turn ? row.at : undefined;
    },
    lastOwnAt: () => lastOwnAt,
    digest: digestOf,
    past: (database, bucket) => past.of(database, bucket),
    devices: (database) => [...(digests.get(database)?.keys() ?? [])],
  };
}
