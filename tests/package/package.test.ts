import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StationToShell } from '../../src-shared/contract/shell-messages.ts';
import { makeElectronStandIn } from './electron-stand-in.ts';

const root = join(import.meta.dirname, '../..');
const password = 'mot cau dai de nho';
let dir = '';
let unpacked = '';
let listed: string[] = [];

/** The stand-in is made for Linux; the files that go in are the same everywhere. */
describe.runIf(process.platform === 'linux')('the packaged app', () => {
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'tramxa-package-'));
    const electronDist = makeElectronStandIn(join(dir, 'electron'), join(root, 'node_modules/electron'));
    // electron-builder says nothing at all, not even why it failed, when it believes itself in a test.
    const env = { ...process.env, NODE_ENV: undefined, VITEST: undefined, TEST: undefined, TRAMXA_ELECTRON_DIST: electronDist };
    const made = spawnSync(process.execPath, ['scripts/dist.ts', '--linux', 'dir', `--config.directories.output=${join(dir, 'out')}`], { cwd: root, env, encoding: 'utf8' });
    expect(made.status, made.stdout + made.stderr).toBe(0);
    unpacked = join(dir, 'out', readdirSync(join(dir, 'out')).find((name) => name.endsWith('-unpacked')) ?? '');
    listed = listPackage(join(unpacked, 'resources/app.asar'), { isPack: false }).map((path) => path.replaceAll('\\', '/'));
    extractAll(join(unpacked, 'resources/app.asar'), join(dir, 'app'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }));

  it('[TOO17] holds the bundles, the pages and the packages they need', () => {
    for (const path of ['/package.json', '/dist/shell/main.js', '/dist/station/child.js', '/dist/cli/main.js', '/dist/renderer/index.html', '/dist/renderer/hub.html', '/node_modules/rxdb/package.json', '/node_modules/zod/package.json']) expect(listed).toContain(path);
  });

  it('[TOO17] holds no source, test, map, type, lint rule, working data nor development package', () => {
    const unwanted = listed.filter((path) => /^\/(src-|tests|store|sync|scripts|docs|bench|\.data|\.git|\.ci)/.test(path) || /\.(map|d\.ts|d\.mts|d\.cts)$/.test(path)
      || /^\/node_modules\/(react|@mantine\/core|vitest|typescript|electron|vite|node)\//.test(path));
    expect(unwanted).toEqual([]);
  });

  it('[TOO18] keeps native modules beside the archive, for this system', () => {
    const beside = join(unpacked, 'resources/app.asar.unpacked/node_modules');
    expect(existsSync(join(beside, 'better-sqlite3-multiple-ciphers/package.json'))).toBe(true);
    expect(readdirSync(join(beside, '@node-rs')).length).toBeGreaterThan(0);
  });

  it('[TOO19] sets the fuses: no plain Node, no NODE_OPTIONS, no inspection, only from the archive', async () => {
    const fuses = await getCurrentFuseWire(join(unpacked, 'tramxa'));
    const state = (fuse: FuseV1Options): string => String.fromCharCode(fuses[fuse] ?? 0);
    expect([FuseV1Options.RunAsNode, FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseV1Options.EnableNodeCliInspectArguments, FuseV1Options.GrantFileProtocolExtraPrivileges].map(state)).toEqual(['0', '0', '0', '0']);
    expect([FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.EnableCookieEncryption, FuseV1Options.EnableEmbeddedAsarIntegrityValidation].map(state)).toEqual(['1', '1', '1']);
  });

  it('[TOO20] serves a station from the packaged files with plain Node, and stops in order', async () => {
    const stationDir = join(dir, 'station');
    const program = `import { main } from ${JSON.stringify(join(dir, 'app/dist/cli/main.js'))}; process.exitCode = await main(process.argv.slice(1));`;
    const made = spawnSync(process.execPath, ['--input-type=module', '-e', program, 'station', 'init', '--dir', stationDir, '--unit', '25001', '--name', 'Trạm', '--account', 'hoa', '--json'], { env: { ...process.env, TRAMXA_PASSWORD: password }, encoding: 'utf8' });
    expect(made.stderr + made.stdout).toContain('recoveryCode');

    const child = fork(join(dir, 'app/dist/station/child.js'), ['--dir', stationDir], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    try {
      const ready = await heard(child, 'ready');
      const page = await fetch(ready.address);
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<div id="root"')]);
      const ended = new Promise((resolve) => { child.once('exit', resolve); });
      const done = heard(child, 'done');
      child.send({ kind: 'shutdown' });
      await done;
      expect(await ended).toBe(0);
    } finally {
      child.kill('SIGKILL');
    }
  });
});

type Said<K extends StationToShell['kind']> = Extract<StationToShell, { kind: K }>;

function heard<K extends StationToShell['kind']>(child: ChildProcess, kind: K): Promise<Said<K>> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: StationToShell) => {
      if (message.kind === kind) resolve(message as Said<K>);
      else if (message.kind === 'failed') reject(new Error(message.code));
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code} before "${kind}"`)));
  });
}
