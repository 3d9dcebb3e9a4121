import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What lies on the disk: the file and its log. The shared-memory file beside them holds nothing that lasts. */
export interface DiskImage { db: Buffer; wal: Buffer }

const SECTOR = 512;
export const PAGE = 4096;
export const WAL_HEADER = 32;
export const FRAME = PAGE + 24;
const NOTHING = Buffer.alloc(0);

export const readImage = (file: string): DiskImage => ({ db: readFileSync(file), wal: existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : NOTHING });

/** Writes the image into a new directory below `parent`, gives its file to `look`, and removes it. */
export function withImage<T>(parent: string, image: DiskImage, look: (file: string) => T): T {
  const directory = mkdtempSync(join(parent, 'cut-'));
  try {
    const file = join(directory, 'store.db');
    writeFileSync(file, image.db);
    writeFileSync(`${file}-wal`, image.wal);
    return look(file);
  } finally { rmSync(directory, { recursive: true }); }
}

/** Numbers from 0 to below 1, the same for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6D2B79F5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const noise = (length: number, random: () => number): Buffer => Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)));

/** First byte from which two states of one file differ, rounded down to a multiple of `step`. */
export function firstDifference(before: Buffer, after: Buffer, step = 1): number {
  let at = 0;
  while (at < before.length && at < after.length && before[at] === after[at]) at += 1;
  return at - (at % step);
}

/** `after` as far as `cut`; from there what lay there before, and nothing where nothing did. */
export const cutAt = (before: Buffer, after: Buffer, cut: number): Buffer => Buffer.concat([after.subarray(0, cut), before.subarray(cut)]);

/** As `cutAt`, but the sectors behind the cut reached the disk or not, in any order, one of them garbled. */
export function scatterFrom(before: Buffer, after: Buffer, cut: number, random: () => number): Buffer {
  const result = Buffer.alloc(after.length);
  before.copy(result);
  after.copy(result, 0, 0, cut);
  const start = cut - (cut % SECTOR) + SECTOR;
  for (let at = start; at < after.length; at += SECTOR) if (random() < 0.5) after.copy(result, at, at, at + SECTOR);
  if (start < after.length) noise(SECTOR, random).copy(result, start);
  return result;
}

/** Pages of the file written or not, in any order; one of them only up to its middle. */
export function halfCheckpointed(before: Buffer, after: Buffer, random: () => number): Buffer {
  const changed = Array.from({ length: Math.ceil(after.length / PAGE) }, (_, page) => page * PAGE)
    .filter((at) => at >= before.length || !before.subarray(at, at + PAGE).equals(after.subarray(at, at + PAGE)));
  const torn = changed[Math.floor(random() * changed.length)] ?? 0;
  const written = changed.filter((at) => at !== torn && random() < 0.5);
  const size = Math.max(before.length, torn + PAGE, ...written.map((at) => at + PAGE));
  const result = Buffer.alloc(size);
  before.copy(result);
  for (const at of written) after.copy(result, at, at, at + PAGE);
  after.copy(result, torn, torn, torn + SECTOR * (1 + Math.floor(random() * 7)));
  // The last page may end before its end: the file had just begun to grow.
  return torn >= before.length && torn + PAGE === size ? result.subarray(0, torn + PAGE / 2) : result;
}
