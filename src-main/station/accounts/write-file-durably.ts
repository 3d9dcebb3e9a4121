import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { randomBytes } from 'node:crypto';

/**
 * Replaces a file so that after a power cut it is the old one or the new one, never half of either: a neighbour is
 * written and synced, renamed over the file, and the directory synced. Where it throws before that (a full disk), the file is the old one.
 */
export function writeFileDurably(file: string, content: string, mode = 0o600): void {
  const neighbour = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const handle = openSync(neighbour, 'wx', mode);
    try {
      // Until all of it is written: `writeSync` alone stops half-way, without a word, where the disk fills up.
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(neighbour, file);
  } catch (error) {
    rmSync(neighbour, { force: true });
    throw error;
  }
  syncDirectory(dirname(file));
}

/** Windows cannot open a directory for syncing; NTFS journals the rename itself. */
export function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(directory, 'r');
  try { fsyncSync(handle); } finally { closeSync(handle); }
}
