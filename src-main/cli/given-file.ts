import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { StationProblem } from '../station/station-problem.ts';
import { UsageError } from './verb.ts';

/** Full path of a file somebody named, for a process that may work elsewhere. Throws `UsageError` where there is none. */
export function givenFile(name = ''): string {
  const file = resolve(name);
  if (!existsSync(file)) throw new UsageError(`there is no file ${file}`);
  return file;
}

/** @throws StationProblem `IsFolder` for a folder, the system's own error where there is nothing. */
export function refuseFolder(file: string): void {
  if (statSync(file).isDirectory()) throw new StationProblem('IsFolder', `this is a folder, not a file (${file})`);
}
