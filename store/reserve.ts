import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, statSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const reserveOf = (file: string): string => `${file}-reserve`;

/** Keeping the reserve must leave this many times as much room. */
const ROOM_TO_LEAVE = 4;

/**
 * Keeps room for a full disk in a file beside the store. It is filled with noise, as a file of zeros takes no room on some
 * disks. Where there is little room, or the file cannot be written, there is no reserve: that is no fault.
 */
export function keepReserve(file: string, bytes: number): void {
  const reserve = reserveOf(file);
  try {
    if (statSync(reserve, { throwIfNoEntry: false })?.size === bytes) return;
    rmSync(reserve, { force: true });
    const { bavail, bsize } = statfsSync(dirname(file));
    if (bytes > 0 && bavail * bsize >= bytes * (1 + ROOM_TO_LEAVE)) writeFileSync(reserve, randomBytes(bytes), { mode: 0o600 });
  } catch { releaseReserve(file); }
}

export const hasReserve = (file: string): boolean => existsSync(reserveOf(file));

/** Gives the room back; `false` where none was kept. */
export function releaseReserve(file: string): boolean {
  if (!hasReserve(file)) return false;
  rmSync(reserveOf(file), { force: true });
  return true;
}
