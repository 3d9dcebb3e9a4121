import { createHash, randomUUID } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkBundle, writeBundleFile } from '../../sync/index.ts';
import type { BundleFile, UpHeader } from '../../sync/index.ts';
import { HubProblem } from '../provisioning/hub-problem.ts';
import { instantOf } from '../provisioning/work-place.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';
import { bundleWay } from './bundle-way.ts';
import type { BundleSource, BundleWay } from './bundle-way.ts';

/** A bundle another hub opens, kept until that hub, or the next one on the way, has it. `digest`: SHA-256 of the file, hexadecimal. */
export interface KeptBundle { digest: string; bytes: number; bundle: string; unit: string; user: string; addressee: string; source: BundleSource; keptAt: string }

/** A station's half year is some megabytes. */
export const MOST_BUNDLE_BYTES = 64 * 1024 * 1024;
/** On one way, of all stations together. */
const MOST_BUNDLES_ON_A_WAY = 200;
const MOST_BYTES_ON_A_WAY = 512 * 1024 * 1024;
/** What nobody fetched until then is forgotten: its station still holds all of it. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
const PIECE_BYTES = 1024 * 1024;

export const bundlesDirectory = (dir: string): string => join(dir, 'bundles');
export const keptFile = (dir: string, digest: string): string => join(bundlesDirectory(dir), `${digest}.tramxa`);

/** Files being written: no leftovers. */
const beingWritten = new Set<string>();

function rowsOf(place: WorkPlace): KeptBundle[] {
  const { book, now } = place;
  const oldest = instantOf(now() - KEPT_DAYS * DAY_MS);
  const rows = book.sql.all<KeptBundle>('SELECT digest, bytes, bundle, unit, user, addressee, source, keptAt FROM keptBundles ORDER BY keptAt, digest');
  for (const { digest } of rows.filter(({ keptAt }) => keptAt < oldest)) dropKept(place, digest);
  return rows.filter(({ keptAt }) => keptAt >= oldest);
}

/** Judged anew each time: units move, and child hubs lose their credential. */
const wayOf = (place: WorkPlace, { unit, user, addressee, source }: KeptBundle): BundleWay | undefined => {
  try {
    return bundleWay(place, { from: { unit, user }, to: addressee }, source);
  } catch (error) {
    // Its credential was taken back meanwhile.
    if (error instanceof HubProblem) return undefined;
    throw error;
  }
};

/** What waits for one hub, oldest first; nobody else hears of it. */
export const keptFor = (place: WorkPlace, way: BundleWay): KeptBundle[] => rowsOf(place).filter((row) => wayOf(place, row) === way);

/** The one named, where it waits for that hub. */
export const findKept = (place: WorkPlace, way: BundleWay, digest: string): KeptBundle | undefined => keptFor(place, way).find((row) => row.digest === digest);

/** The next hub has it, or nobody takes it. */
export function dropKept({ dir, book }: WorkPlace, digest: string): void {
  book.sql.run('DELETE FROM keptBundles WHERE digest = ?', digest);
  rmSync(keptFile(dir, digest), { force: true });
}

/** Whatever was left by a hub that died while it wrote, or lost its book's last rows; parts of uploads are looked after by their own names. */
function clearLeftovers({ dir, book }: WorkPlace): void {
  for (const name of readdirSync(bundlesDirectory(dir))) {
    const file = join(bundlesDirectory(dir), name);
    if (name.startsWith('of-') || beingWritten.has(file.replace(/\.part$/, ''))) continue;
    if (book.sql.get('SELECT digest FROM keptBundles WHERE digest = ?', name.replace(/\.tramxa$/, '')) === undefined) rmSync(file, { force: true });
  }
}

/** The file's bytes, piece by piece, told to the hash as they go by. */
async function* bytesOf(file: string, hash: Hash): AsyncGenerator<Uint8Array, void> {
  const handle = openSync(file, 'r');
  try {
    for (;;) {
      const piece = Buffer.alloc(PIECE_BYTES);
      const read = readSync(handle, piece, 0, PIECE_BYTES, null);
      if (read === 0) return;
      hash.update(piece.subarray(0, read));
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(handle);
  }
}

/** Keeps a bundle, unopened but found whole, for the hub it is on its way to; the same one twice is kept once. Throws `BundleTooLarge`, `TooManyKept`, `BundleProblem`. */
export async function keepBundle(place: WorkPlace, bundle: BundleFile, { source, way }: { source: BundleSource; way: BundleWay }): Promise<void> {
  const { dir, book, now } = place;
  const { id, from, to } = bundle.header as UpHeader;
  const bytes = statSync(bundle.file).size;
  if (bytes > MOST_BUNDLE_BYTES) throw new HubProblem('BundleTooLarge', `this bundle is larger than ${MOST_BUNDLE_BYTES / 1024 / 1024} MB and is not sent on by the line: carry it to its hub, unopened`);
  await checkBundle(bundle, from.signingKey);
  mkdirSync(bundlesDirectory(dir), { recursive: true, mode: 0o700 });
  clearLeftovers(place);
  const written = join(bundlesDirectory(dir), randomUUID());
  beingWritten.add(written);
  try {
    const hash = createHash('sha256');
    await writeBundleFile(bytesOf(bundle.file, hash), written);
    const digest = hash.digest('hex');
    const others = keptFor(place, way).filter((row) => row.digest !== digest);
    if (others.length >= MOST_BUNDLES_ON_A_WAY || others.reduce((sum, row) => sum + row.bytes, bytes) > MOST_BYTES_ON_A_WAY) {
      throw new HubProblem('TooManyKept', 'too many bundles wait here on the same way: carry this one to its hub, unopened');
    }
    renameSync(written, keptFile(dir, digest));
    book.sql.run('INSERT INTO keptBundles (digest, bytes, bundle, unit, user, addressee, source, keptAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO UPDATE SET source = excluded.source, keptAt = excluded.keptAt',
      digest, bytes, id, from.unit, from.user, to, source, instantOf(now()));
  } finally {
    beingWritten.delete(written);
    rmSync(written, { force: true });
  }
}
