import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files as `kill -9` would leave them: what the process wrote is there, its locks and shared memory are not. */
export function copyFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) copyFiles(join(from, entry.name), join(to, entry.name));
    else if (!entry.name.endsWith('-shm') && !entry.name.endsWith('-lock')) copyFileSync(join(from, entry.name), join(to, entry.name));
  }
}
