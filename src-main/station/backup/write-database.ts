import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { backupDamaged } from './labelled-file.ts';
import type { SoundBackup } from './find-backup.ts';
import { digestOf, fingerprintsOf } from './page-fingerprints.ts';

const pagesAtOnce = 64;

/** The database of a backup as a new file, on the disk when it resolves: the daily copy, and over it the pages that changed since. @throws StationProblem `BackupDamaged`. */
export async function writeDatabase({ full, increment }: SoundBackup, target: string): Promise<void> {
  await pipeline(createReadStream(full.file, { end: full.label.databaseBytes - 1 }), createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true }));
  if (!increment) return;
  const { pageBytes, pageCount, changed, digest } = increment.label;
  const [source, written] = [await open(increment.file, 'r'), await open(target, 'r+')];
  try {
    for (const [place, page] of changed.entries()) {
      const content = Buffer.alloc(pageBytes);
      await source.read(content, 0, pageBytes, place * pageBytes);
      await written.write(content, 0, pageBytes, page * pageBytes);
    }
    await written.truncate(pageCount * pageBytes);
    await written.sync();
    const prints: Buffer[] = [];
    for (let page = 0; page < pageCount; page += pagesAtOnce) {
      const part = Buffer.alloc(Math.min(pagesAtOnce, pageCount - page) * pageBytes);
      await written.read(part, 0, part.length, page * pageBytes);
      prints.push(fingerprintsOf(part, pageBytes));
    }
    if (digestOf(Buffer.concat(prints)) !== digest) throw backupDamaged(increment.file);
  } finally {
    await source.close();
    await written.close();
  }
}
