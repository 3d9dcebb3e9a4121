import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isVersion } from './compare-versions.ts';

const version = z.string().refine(isVersion);
const stateSchema = z.strictObject({
  format: z.literal(1),
  /** Works, and has opened the file. The installed program itself where absent. */
  current: version.optional(),
  /** Worked before it; kept. */
  previous: version.optional(),
  /** To be tried at the next start; `tries` = starts that ended without a word from it. */
  next: z.strictObject({ version, tries: z.int().min(0) }).optional(),
  /** Did not start here, the newest first. */
  failed: z.array(z.strictObject({ version, at: z.string(), code: z.string().max(60) })).max(20),
});
/** Which version of the program a station's directory runs, in `program/state.json`; no patient data, hence readable before anybody signs in. */
export type ProgramState = z.infer<typeof stateSchema>;

export const programFolder = (dir: string): string => join(dir, 'program');
export const versionFolder = (dir: string, name: string): string => join(programFolder(dir), name);
const stateFile = (dir: string): string => join(programFolder(dir), 'state.json');

/** A file that cannot be read is none: then the installed program starts. */
export function readProgramState(dir: string): ProgramState {
  try {
    if (existsSync(stateFile(dir))) return stateSchema.parse(JSON.parse(readFileSync(stateFile(dir), 'utf8')));
  } catch { /* As if it were not there. */ }
  return { format: 1, failed: [] };
}

/** After a power cut it is the old one or the new one. */
export function writeProgramState(dir: string, state: ProgramState): void {
  mkdirSync(programFolder(dir), { recursive: true, mode: 0o700 });
  const unfinished = `${stateFile(dir)}.${process.pid}.tmp`;
  const handle = openSync(unfinished, 'w', 0o600);
  try {
    writeSync(handle, JSON.stringify(stateSchema.parse(state)));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(unfinished, stateFile(dir));
}
