import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseProgram, createReleaseKey, markFailed, markHealthy, markNext, markUntried, readProgramState, readUpdateFile, thisPlatform, unpackUpdate, versionFolder } from '../../../updates/index.ts';
import { anUpdate, releaseKey, writeFiles } from '../../support/update-files.ts';

let dir = '';
const now = Date.parse('2026-11-22T02:00:00Z');
const choose = (given: Partial<Parameters<typeof chooseProgram>[0]> = {}) => chooseProgram({ dir, installed: '0.1.0', platform: thisPlatform(), shell: 1, publicKeys: [releaseKey.publicKey], now: () => now, ...given });

async function bring(version: string, needsShell = 1): Promise<void> {
  const file = anUpdate(join(dir, `${version}.up`), writeFiles(join(dir, `from-${version}`), { 'dist/station/child.js': version, 'package.json': version }), version, { needsShell });
  mkdirSync(join(dir, 'program'), { recursive: true });
  await unpackUpdate(file, await readUpdateFile(file, { publicKeys: [releaseKey.publicKey] }), thisPlatform(), versionFolder(dir, version));
  markNext(dir, version);
}

beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'tramxa-program-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }));

describe('the program that is started', () => {
  it('[UPD5] is the installed one, then the one to be tried, then that for good', async () => {
    expect(choose()).toEqual({ version: '0.1.0', isTrial: false });
    await bring('0.2.0');
    expect(choose()).toEqual({ version: '0.2.0', folder: join(versionFolder(dir, '0.2.0'), 'app'), isTrial: true });
    markHealthy(dir, '0.2.0');
    expect(choose()).toMatchObject({ version: '0.2.0', isTrial: false });
  });

  it('[UPD5] keeps the version before it and lets older ones go', async () => {
    for (const version of ['0.2.0', '0.3.0', '0.4.0']) { await bring(version); choose(); markHealthy(dir, version); }
    expect(readProgramState(dir)).toMatchObject({ current: '0.4.0', previous: '0.3.0' });
    expect(['0.2.0', '0.3.0', '0.4.0'].map((version) => existsSync(versionFolder(dir, version)))).toEqual([false, true, true]);
  });

  it('[UPD6] is the one before when a new one failed', async () => {
    await bring('0.2.0');
    choose();
    markHealthy(dir, '0.2.0');
    await bring('0.3.0');
    choose();
    markFailed(dir, '0.3.0', 'StationEnded', now);
    expect(choose()).toMatchObject({ version: '0.2.0', isTrial: false });
    expect(readProgramState(dir).failed).toEqual([{ version: '0.3.0', at: '2026-11-22T02:00:00.000Z', code: 'StationEnded' }]);
  });

  it('[UPD6] gives a version up that never spoke at three starts, but not one that was ended in order', async () => {
    await bring('0.2.0');
    expect([choose().version, choose().version]).toEqual(['0.2.0', '0.2.0']);
    markUntried(dir, '0.2.0');
    expect([choose().version, choose().version, choose().version, choose().version]).toEqual(['0.2.0', '0.2.0', '0.2.0', '0.1.0']);
    expect(readProgramState(dir).failed[0]).toMatchObject({ version: '0.2.0', code: 'NeverSpoke' });
  });

  it('[UPD7] is never one with a changed, a missing or an added file, or signed by somebody else', async () => {
    const spoil: Record<string, () => void> = {
      changed: () => { appendFileSync(join(versionFolder(dir, '0.2.0'), 'app/dist/station/child.js'), ' '); },
      missing: () => { rmSync(join(versionFolder(dir, '0.2.0'), 'app/package.json')); },
      added: () => { writeFileSync(join(versionFolder(dir, '0.2.0'), 'app/dist/evil.js'), ''); },
      gone: () => { rmSync(versionFolder(dir, '0.2.0'), { recursive: true }); },
      manifest: () => { appendFileSync(join(versionFolder(dir, '0.2.0'), 'update.json'), ' '); },
    };
    for (const [name, run] of Object.entries(spoil)) {
      await bring('0.2.0');
      run();
      expect(choose().version, name).toBe('0.1.0');
    }
    await bring('0.2.0');
    expect(choose({ publicKeys: [createReleaseKey().publicKey] }).version).toBe('0.1.0');
    await bring('0.2.0', 2);
    expect([choose().version, readProgramState(dir).failed[0]?.code]).toEqual(['0.1.0', 'NeedsInstaller']);
  });

  it('[UPD7] is the one before when the one that worked was damaged', async () => {
    for (const version of ['0.2.0', '0.3.0']) { await bring(version); choose(); markHealthy(dir, version); }
    appendFileSync(join(versionFolder(dir, '0.3.0'), 'app/package.json'), ' ');
    expect(choose()).toMatchObject({ version: '0.2.0', isTrial: false });
  });

  it('[UPD8] is the installed one where an installer has overtaken what was brought', async () => {
    await bring('0.2.0');
    expect(choose({ installed: '0.2.0' })).toEqual({ version: '0.2.0', isTrial: false });
    await bring('0.3.0');
    choose();
    markHealthy(dir, '0.3.0');
    expect([choose().version, choose({ installed: '1.0.0' })]).toEqual(['0.3.0', { version: '1.0.0', isTrial: false }]);
  });

  it.skipIf(process.platform === 'win32')('[UPD6] tries nothing new where the try cannot be written down: what works is started', async () => {
    await bring('0.2.0');
    choose();
    markHealthy(dir, '0.2.0');
    await bring('0.3.0');
    // A directory stands where the unfinished state would be written, as a disk that takes nothing.
    mkdirSync(join(dir, `program/state.json.${process.pid}.tmp`));
    expect(choose()).toMatchObject({ version: '0.2.0', isTrial: false });
    rmSync(join(dir, `program/state.json.${process.pid}.tmp`), { recursive: true });
    expect(choose()).toMatchObject({ version: '0.3.0', isTrial: true });
  });

  it('[UPD6] starts the installed one where the state cannot be read', () => {
    mkdirSync(join(dir, 'program'));
    writeFileSync(join(dir, 'program/state.json'), '{"format":');
    expect(choose()).toEqual({ version: '0.1.0', isTrial: false });
  });
});
