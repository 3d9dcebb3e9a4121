import { readFileSync } from 'node:fs';
import { fileProblem } from './file-problem.ts';
import { HubProblem } from './hub-problem.ts';

/** The text of a file to be published. Throws `FileProblem`, or `NotUtf8`: letters of another encoding would stand as garbage at every station. */
export function readUtf8File(file: string): string {
  let bytes: Buffer;
  try { bytes = readFileSync(file); } catch (error) { throw fileProblem(error, file) ?? error; }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HubProblem('NotUtf8', 'nothing was published: the file is not UTF-8; save it as "CSV UTF-8" (JSON as UTF-8) and publish it again');
  }
}
