import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compareVersions } from './compare-versions.ts';
import { programFolder, readProgramState, versionFolder, writeProgramState, type ProgramState } from './program-state.ts';
import { parseManifest } from './read-update-file.ts';
import { isSigned } from './signature.ts';

export interface ChooseOptions { dir: string; /** Version of the installed program. */ installed: string; platform: string; /** Number of the messages the running shell speaks. */ shell: number; publicKeys: readonly string[]; now: () => number }
/** `folder`: of the program (`dist/…` in it); absent = the installed one. `isTrial`: nobody knows yet that it works. */
export interface ChosenProgram { version: string; folder?: string; isTrial: boolean }

/** Starts of a new version that may end without a word (a power cut) before it is given up. */
export const mostTries = 3;
const mostRemembered = 5;

const withFailure = (state: ProgramState, version: string, code: string, now: number): ProgramState => ({
  ...state, ...(state.next?.version === version ? { next: undefined } : {}), ...(state.current === version ? { current: state.previous, previous: undefined } : {}),
  failed: [{ version, at: new Date(now).toISOString(), code }, ...state.failed.filter((one) => one.version !== version)].slice(0, mostRemembered),
});

/**
 * Which program to start: the one to be tried, else the one that works, else the one before it, else the installed one. Every
 * file of a version that was brought is compared with what the release key signed, each time.
 */
export function chooseProgram(options: ChooseOptions): ChosenProgram {
  const { dir, installed, now } = options;
  let noTrial = false;
  for (;;) {
    const state = readProgramState(dir);
    const { current } = state;
    const next = noTrial ? undefined : state.next;
    const wanted = next?.version ?? current;
    if (wanted === undefined) return { version: installed, isTrial: false };
    const folder = join(versionFolder(dir, wanted), 'app');
    // An installer has brought this version or a later one meanwhile.
    if (compareVersions(wanted, installed) <= 0) { writeProgramState(dir, next ? { ...state, next: undefined } : { ...state, current: undefined, previous: undefined }); continue; }
    const why = next && next.tries >= mostTries ? 'NeverSpoke' : whyNot(options, wanted);
    if (why !== undefined) {
      try { writeProgramState(dir, withFailure(state, wanted, why, now())); } catch (error) { if (!next) throw error; noTrial = true; }
      continue;
    }
    // A start that cannot be counted (the disk is full) is none for a trial: what works is started.
    if (next) try { writeProgramState(dir, { ...state, next: { ...next, tries: next.tries + 1 } }); } catch { noTrial = true; continue; }
    return { version: wanted, folder, isTrial: next !== undefined };
  }
}

function whyNot({ dir, platform, shell, publicKeys }: ChooseOptions, version: string): string | undefined {
  try {
    const place = versionFolder(dir, version);
    const text = readFileSync(join(place, 'update.json'), 'utf8');
    if (!isSigned(Buffer.from(text), readFileSync(join(place, 'update.sig'), 'utf8'), publicKeys)) return 'WrongSignature';
    const manifest = parseManifest(text);
    if (manifest.version !== version) return 'WrongSignature';
    if (manifest.needsShell > shell) return 'NeedsInstaller';
    const wanted = new Map((manifest.platforms[platform] ?? []).map(([path, index]) => [path, manifest.contents[index]?.sha256]));
    const app = join(place, 'app');
    const found = readdirSync(app, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name).slice(app.length + 1).replaceAll('\\', '/'));
    if (wanted.size === 0 || found.length !== wanted.size) return 'UpdateDamaged';
    return found.every((path) => createHash('sha256').update(readFileSync(join(app, path))).digest('hex') === wanted.get(path)) ? undefined : 'UpdateDamaged';
  } catch {
    return 'UpdateDamaged';
  }
}

/** The new version has opened the station's file: from now on it is the one that works. The one before is kept, older ones go. */
export function markHealthy(dir: string, version: string): void {
  const state = readProgramState(dir);
  if (state.next?.version !== version) return;
  const kept: ProgramState = { ...state, next: undefined, current: version, previous: state.current };
  writeProgramState(dir, kept);
  for (const name of readdirSync(programFolder(dir))) if (/^\d+\.\d+\.\d+(\.unfinished)?$/.test(name) && name !== kept.current && name !== kept.previous) rmSync(join(programFolder(dir), name), { recursive: true, force: true });
}

/** The version did not start, or could not open the file: the one before is started next. */
export function markFailed(dir: string, version: string, code: string, now: number): void {
  writeProgramState(dir, withFailure(readProgramState(dir), version, code, now));
}

/** Ended in order before anybody signed in: that start says nothing against it. */
export function markUntried(dir: string, version: string): void {
  const state = readProgramState(dir);
  if (state.next?.version === version) writeProgramState(dir, { ...state, next: { version, tries: 0 } });
}

/** The unpacked version is to be tried at the next start. */
export function markNext(dir: string, version: string): void {
  const state = readProgramState(dir);
  if (!existsSync(versionFolder(dir, version))) throw new Error('this version is not there');
  writeProgramState(dir, { ...state, next: { version, tries: 0 }, failed: state.failed.filter((one) => one.version !== version) });
}

/** Nothing new is tried; what was unpacked for it goes. */
export function forgetNext(dir: string): void {
  const state = readProgramState(dir);
  if (!state.next) return;
  writeProgramState(dir, { ...state, next: undefined });
  rmSync(versionFolder(dir, state.next.version), { recursive: true, force: true });
}
