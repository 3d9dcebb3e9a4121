import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFits, createReleaseKey, readUpdateFile, thisPlatform, unpackUpdate } from '../../../updates/index.ts';
import { manifestSchema } from '../../../updates/manifest.ts';
import { anUpdate, releaseKey, writeFiles } from '../../support/update-files.ts';

let dir = '';
let file = '';
const keys = { publicKeys: [releaseKey.publicKey] };
const here = { version: '0.1.0', platform: thisPlatform(), shell: 1 };
const codeOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'taken', (error: unknown) => (error as { code?: unknown }).code ?? error);

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tramxa-update-'));
  const folder = writeFiles(join(dir, 'app'), { 'package.json': '{}', 'dist/station/child.js': 'console.log("mới")', 'dist/renderer/a.html': '<p>', 'dist/empty.txt': '', 'node_modules/x/addon.node': Buffer.alloc(300_000, 7), 'node_modules/y/same.txt': '<p>' });
  file = anUpdate(join(dir, 'new.tramxa-update'), folder, '0.2.0');
});
afterEach(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }));

describe('an update file', () => {
  it('[UPD1] is read when a trusted key signed it, and brings every file as it was', async () => {
    const read = await readUpdateFile(file, { publicKeys: [createReleaseKey().publicKey, releaseKey.publicKey] });
    const shares: number[] = [];
    await unpackUpdate(file, read, here.platform, join(dir, '0.2.0'), (share) => shares.push(share));
    expect(readFileSync(join(dir, '0.2.0/app/dist/station/child.js'), 'utf8')).toBe('console.log("mới")');
    expect([readFileSync(join(dir, '0.2.0/app/node_modules/x/addon.node')).length, readFileSync(join(dir, '0.2.0/app/dist/empty.txt')).length, readFileSync(join(dir, '0.2.0/app/node_modules/y/same.txt'), 'utf8')]).toEqual([300_000, 0, '<p>']);
    expect(shares.at(-1)).toBe(1);
  });

  it('[UPD1] is refused when another key signed it, and where no key is trusted', async () => {
    expect(await codeOf(readUpdateFile(file, { publicKeys: [createReleaseKey().publicKey] }))).toBe('WrongSignature');
    expect(await codeOf(readUpdateFile(file, { publicKeys: [] }))).toBe('NoReleaseKey');
  });

  it('[UPD2] is refused when it was cut anywhere or goes on', async () => {
    const whole = readFileSync(file);
    for (const at of [0, 5, 16, 30, 400, Math.floor(whole.length / 2), whole.length - 1]) {
      writeFileSync(file, whole.subarray(0, at));
      expect(await codeOf(readUpdateFile(file, keys)), `cut at ${at}`).toBe(at < 16 ? 'NotAnUpdate' : 'UpdateDamaged');
    }
    writeFileSync(file, Buffer.concat([whole, Buffer.from('x')]));
    expect(await codeOf(readUpdateFile(file, keys))).toBe('UpdateDamaged');
  });

  it('[UPD2] is refused when one byte of it is another, wherever that is', async () => {
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const changed = Buffer.from(whole);
      changed.writeUInt8(changed.readUInt8(at) ^ 0x20, at);
      writeFileSync(file, changed);
      expect(['NotAnUpdate', 'UpdateFormatNewer', 'UpdateDamaged', 'WrongSignature'], `byte ${at}`).toContain(await codeOf(readUpdateFile(file, keys)));
    }
    for (const text of ['', 'MZ', '<!doctype html><p>404', 'TRAMXA-UPDATE 1\n99999999999\n']) {
      writeFileSync(file, text);
      expect(['NotAnUpdate', 'UpdateDamaged']).toContain(await codeOf(readUpdateFile(file, keys)));
    }
    writeFileSync(file, 'TRAMXA-UPDATE 2\n');
    expect(await codeOf(readUpdateFile(file, keys))).toBe('UpdateFormatNewer');
  });

  it('[UPD3] must bring a newer version, for this platform, for the window that is installed', async () => {
    const { manifest } = await readUpdateFile(file, keys);
    const refused = (change: Partial<typeof here>): unknown => { try { checkFits(manifest, { ...here, ...change }); return 'fits'; } catch (error) { return (error as { code: string }).code; } };
    expect([refused({}), refused({ version: '0.2.0' }), refused({ version: '0.10.0' }), refused({ platform: 'sunos-mips' }), refused({ shell: 0 })]).toEqual(['fits', 'NotNewer', 'NotNewer', 'WrongPlatform', 'NeedsInstaller']);
  });

  it('[UPD4] is checked again as it is unpacked, and leaves nothing behind', async () => {
    const read = await readUpdateFile(file, keys);
    const whole = readFileSync(file);
    const target = join(dir, '0.2.0');
    writeFileSync(file, whole.subarray(0, whole.length - 20));
    expect(await codeOf(unpackUpdate(file, read, here.platform, target))).toBe('UpdateDamaged');
    writeFileSync(file, whole);
    const [first, ...rest] = read.manifest.contents;
    const lying = { ...read, manifest: { ...read.manifest, contents: [{ bytes: first?.bytes ?? 0, sha256: '0'.repeat(64) }, ...rest] } };
    expect(await codeOf(unpackUpdate(file, lying, here.platform, target))).toBe('UpdateDamaged');
    expect([existsSync(target), readdirSync(dir).filter((name) => name.includes('unfinished'))]).toEqual([false, []]);
  });

  it('[UPD4] names files inside the program only', () => {
    const manifest = { format: 'tramxa-update', formatVersion: 1, version: '0.2.0', madeAt: '', needsShell: 1, notes: { vi: '', en: '' }, packed: { bytes: 1, sha256: '0'.repeat(64) }, contents: [{ bytes: 0, sha256: '0'.repeat(64) }] };
    const fits = (path: string): boolean => manifestSchema.safeParse({ ...manifest, platforms: { 'linux-x64': [[path, 0]] } }).success;
    expect(['../a', 'a/../../b', '/etc/passwd', 'C:/a', 'a\\b', 'a//b', './a', 'a/.', 'a. ', ''].map(fits)).toEqual(Array.from({ length: 10 }, () => false));
    expect(fits('node_modules/@node-rs/argon2-win32-x64-msvc/argon2.win32-x64-msvc.node')).toBe(true);
  });
});
