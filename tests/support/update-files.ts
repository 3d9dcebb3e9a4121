import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createReleaseKey, makeUpdate, thisPlatform } from '../../updates/index.ts';

export const releaseKey = createReleaseKey();

/** A folder with these files. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Buffer>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** An update file of these files for this platform. */
export function anUpdate(out: string, folder: string, version: string, given: Partial<Parameters<typeof makeUpdate>[1]> = {}): string {
  makeUpdate(out, { version, needsShell: 1, madeAt: '2026-11-22T02:00:00.000Z', notes: { vi: 'Sửa lỗi nhỏ.', en: 'Small repairs.' }, folders: { [thisPlatform()]: folder }, privateKey: releaseKey.privateKey, ...given });
  return out;
}
