import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from './verb.ts';

/** Full path of a file somebody named, for a process that may work elsewhere. Throws `UsageError` where there is none. */
export function givenFile(name = ''): string {
  const file = resolve(name);
  if (!existsSync(file)) throw new UsageError(`there is no file ${file}`);
  return file;
}
