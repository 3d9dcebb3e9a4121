import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Connection } from './driver.ts';

/**
 * Writes an encrypted copy of the whole file, with the same key, readable by its owner only, and on the disk when this
 * returns. Faults where the target exists; a copy that fails leaves nothing behind.
 */
export function copyStore(connection: Connection, target: string): void {
  closeSync(openSync(target, 'wx', 0o600));
  try {
    connection.prepare('VACUUM INTO ?').run(target);
    syncToDisk(target, 'r+');
    // On Windows a directory cannot be opened, and need not be.
    if (process.platform !== 'win32') syncToDisk(dirname(target), 'r');
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  }
}

function syncToDisk(path: string, flags: string): void {
  const descriptor = openSync(path, flags);
  try { fsyncSync(descriptor); } finally { closeSync(descriptor); }
}
