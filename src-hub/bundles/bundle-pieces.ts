import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { bundlesDirectory, keptFile } from './kept-bundles.ts';
import type { BundleSource } from './bundle-way.ts';

/** Bytes of a file that go in one request; a line of 64 kbit/s carries so much in some seconds. */
export const PIECE_BYTES = 64 * 1024;

/** Bytes of a kept bundle from a byte on; empty at its end, `undefined` where its file is gone: files are not in a hub's backup. */
export function readPiece(dir: string, digest: string, at: number): Buffer | undefined {
  let handle: number;
  try {
    handle = openSync(keptFile(dir, digest), 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const piece = Buffer.alloc(PIECE_BYTES);
    return piece.subarray(0, readSync(handle, piece, 0, PIECE_BYTES, at));
  } finally {
    closeSync(handle);
  }
}

/** What came so far of one bundle from one neighbour. A neighbour has one on its way at a time; another one takes its place. */
export interface IncomingBundle {
  /** Bytes that are here. */
  size(): number;
  /** Adds a piece that goes on where the file ends; any other one changes nothing. Answers the bytes that are here then. */
  add(at: number, piece: Uint8Array): number;
  /** The file, which the caller removes; `undefined`, and nothing is left, where it is not the one of that digest. */
  finish(): string | undefined;
}

export function incomingBundle(dir: string, from: Exclude<BundleSource, 'stick'>, digest: string): IncomingBundle {
  const folder = bundlesDirectory(dir);
  const begin = `of-${from}-`;
  const file = join(folder, `${begin}${digest}`);
  const size = () => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return {
    size,
    add(at, piece) {
      const here = size();
      if (at !== here) return here;
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (here === 0) for (const name of readdirSync(folder)) if (name.startsWith(begin)) rmSync(join(folder, name), { force: true });
      const handle = openSync(file, 'a', 0o600);
      try {
        for (let done = 0; done < piece.length;) done += writeSync(handle, piece, done);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      return here + piece.length;
    },
    finish() {
      if (createHash('sha256').update(readFileSync(file)).digest('hex') === digest) return file;
      rmSync(file, { force: true });
      return undefined;
    },
  };
}
