import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

const made: string[] = [];
afterEach(() => { for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true }); });

/** A new empty directory, removed after the test. */
export function aDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'store-'));
  made.push(directory);
  return directory;
}
