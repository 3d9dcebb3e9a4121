import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Whether `made` is missing or older than any file below (or any file of) `sources`. */
export function isStale(made: string, sources: readonly string[]): boolean {
  if (!existsSync(made)) return true;
  const madeAt = statSync(made).mtimeMs;
  return sources.filter(existsSync).some((source) => newest(source) > madeAt);
}

function newest(path: string): number {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  // A folder's own time changes when a file in it is removed.
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
