import { cutAt, firstDifference, FRAME, halfCheckpointed, PAGE, scatterFrom, WAL_HEADER } from './disk-image.ts';
import type { DiskImage } from './disk-image.ts';
import type { Moment } from './history.ts';

/** A state of the disk the power may leave behind, and the commits that may then be the last: the acknowledged one at least. */
export interface Cut { name: string; image: DiskImage; allowed: string[] }

/**
 * Cuts between two moments. SQLite writes the frames of a commit one behind the other and syncs the log; then, when it
 * folds the log into the file, the pages of the file, and syncs it. Until a sync, sectors reach the disk in any order.
 */
export function cutsBetween(before: Moment, after: Moment, random: () => number): Cut[] {
  const [old, now] = [before.image, after.image];
  const cuts: Cut[] = [];
  const isClosing = now.wal.length === 0;
  if (!isClosing) {
    const allowed = [before.content, after.content];
    const start = firstDifference(old.wal, now.wal, FRAME);
    const boundaries: number[] = [];
    for (let at = WAL_HEADER + Math.floor(start / FRAME) * FRAME; at < now.wal.length; at += FRAME) boundaries.push(at);
    const some = boundaries.filter((_, n) => n < 2 || n >= boundaries.length - 2 || random() < 0.15);
    const log = (name: string, wal: Buffer): void => { cuts.push({ name, image: { db: old.db, wal }, allowed }); };
    if (start < WAL_HEADER) log('within the head of the log', cutAt(old.wal, now.wal, 16));
    for (const at of some) {
      log('before a frame', cutAt(old.wal, now.wal, at));
      log('within the head of a frame', cutAt(old.wal, now.wal, at + 12));
      log('in the middle of a page', cutAt(old.wal, now.wal, at + 24 + PAGE / 2));
      log('anywhere, the rest scattered', scatterFrom(old.wal, now.wal, at + Math.floor(random() * FRAME), random));
    }
    // The log is synced: nothing less than the whole commit will do.
    cuts.push({ name: 'after the log was synced', image: { db: old.db, wal: now.wal }, allowed: [after.content] });
  }
  if (!old.db.equals(now.db)) {
    const wal = isClosing ? old.wal : now.wal;
    for (let n = 0; n < 4; n += 1) cuts.push({ name: 'while the log was folded into the file', image: { db: halfCheckpointed(old.db, now.db, random), wal }, allowed: [after.content] });
    cuts.push({ name: 'after the log was folded into the file', image: { db: now.db, wal }, allowed: [after.content] });
  }
  return cuts;
}
