import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

const made: string[] = [];
afterEach(() => { for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true }); });

const MEMORY = '/dev/shm';

/** A new empty directory, removed after the test; in memory where asked and possible, for tests that sync a great deal. */
export function aDirectory({ inMemory = false } = {}): string {
  const directory = mkdtempSync(join(inMemory && existsSync(MEMORY) ? MEMORY : tmpdir(), 'store-'));
  made.push(directory);
  return directory;
}
