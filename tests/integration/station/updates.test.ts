import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addDevice, initHub, publishUpdate, startHub, withdrawUpdate } from '../../../src-hub/main.ts';
import { createBackupWorker } from '../../../src-main/station/backup/create-backup-worker.ts';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { openStationFile } from '../../../src-main/station/open-station-file.ts';
import { createSyncWorker } from '../../../src-main/station/sync/create-sync-worker.ts';
import { createUpdateWorker, type UpdateWorker } from '../../../src-main/station/update/create-update-worker.ts';
import type { UpdateAnswer, UpdateStatus } from '../../../src-shared/contract/updates.ts';
import { createReleaseKey, readProgramState, versionFolder } from '../../../updates/index.ts';
import { openFaultyProxy, type FaultyProxy } from '../../support/faulty-proxy.ts';
import { anUpdate, releaseKey, writeFiles } from '../../support/update-files.ts';
import { ask, openPage, serve } from './door-client.ts';
import { aFile, aStation, atEnd, openWork, password, tempDir, tramxa, until } from './world.ts';

const keysFile = (): string => aFile('keys.json', JSON.stringify([{ name: 'test', publicKey: releaseKey.publicKey }]));
const anApp = (): string => writeFiles(join(tempDir(), 'app'), { 'package.json': '{}', 'dist/station/child.js': 'mới', 'node_modules/x/addon.node': Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 251)) });
const update = (version: string, given: Parameters<typeof anUpdate>[3] = {}): string => anUpdate(join(tempDir(), `${version}.tramxa-update`), anApp(), version, given);
const partOf = (file: string): Buffer => readFileSync(file).subarray(0, 500);

beforeEach(() => {
  vi.stubEnv('TRAMXA_RELEASE_KEYS', keysFile());
  return () => { vi.unstubAllEnvs(); };
});

describe('station update', () => {
  it('[UPD9] copies the data first, puts the version in place, and says so', async () => {
    const { dir } = await aStation();
    const ran = await tramxa(['station', 'update', '--dir', dir, '--account', 'lan', '--json', update('0.2.0')]);
    expect([ran.code, JSON.parse(ran.stdout)]).toMatchObject([0, { ok: true, version: '0.1.0', next: '0.2.0' }]);
    expect(readFileSync(join(versionFolder(dir, '0.2.0'), 'app/dist/station/child.js'), 'utf8')).toBe('mới');
    const backups = JSON.parse((await tramxa(['station', 'backup', 'status', '--dir', dir, '--account', 'lan', '--json'])).stdout) as { last?: { file: string } };
    expect(existsSync(backups.last?.file ?? '')).toBe(true);
  });

  it('[UPD3] refuses everything else in words and touches nothing', async () => {
    const { dir } = await aStation();
    const good = update('0.2.0');
    const hostile: Record<string, string> = {
      UpdateNotNewer: update('0.0.9'), UpdateNotSigned: update('0.2.0', { privateKey: createReleaseKey().privateKey }), UpdateDamaged: aFile('cut.tramxa-update', readFileSync(good).subarray(0, -7)),
      NotAnUpdate: aFile('other.pdf', '%PDF-1.7'), UpdateWrongPlatform: update('0.2.0', { folders: { 'beos-ppc': anApp() } }), UpdateNeedsInstaller: update('0.2.0', { needsShell: 99 }),
    };
    const work = await openWork(dir);
    for (const [code, file] of Object.entries(hostile)) await expect(work.update(file)).rejects.toMatchObject({ code, name: 'StationProblem', message: expect.stringMatching(/^[a-z].{20,}/) as string });
    await expect(work.update(join(dir, 'away.tramxa-update'))).rejects.toMatchObject({ code: 'NoSuchFile', message: expect.stringContaining('away.tramxa-update') as string });
    expect(existsSync(join(dir, 'program'))).toBe(false);
    expect(readdirSync(dir).some((name) => name.startsWith('backup'))).toBe(false);
  });

  it('[UPD10] by the page: the head alone, a file from a stick, then at the next start or now', async () => {
    const { dir } = await aStation();
    let restarts = 0;
    const served = await serve(dir, { restart: () => { restarts += 1; } });
    const page = await openPage(served);
    const upload = (file: string) => fetch(`${served.address}/update/file`, { method: 'POST', headers: { origin: served.address, cookie: page.cookie }, body: readFileSync(file) }).then((answer) => answer.json() as Promise<UpdateAnswer>);
    expect((await ask(served.address, '/update/file', { method: 'POST', headers: { origin: served.address, cookie: page.cookie }, body: {} })).status).toBe(401);
    await page.signIn();
    expect(await upload(aFile('x', 'no'))).toMatchObject({ ok: false, refusals: [{ code: 'NotAnUpdate' }] });
    expect(await upload(update('0.2.0'))).toMatchObject({ ok: true, status: { offered: { version: '0.2.0', from: 'file', share: 1, notes: { vi: 'Sửa lỗi nhỏ.' } }, canRestart: true } });
    expect((await page.mutation('updates.prepare')).data).toMatchObject({ ok: true, status: { next: '0.2.0' } });
    expect((await page.mutation('updates.forget')).data).not.toMatchObject({ status: { next: '0.2.0' } });
    expect(existsSync(versionFolder(dir, '0.2.0'))).toBe(false);
    await page.mutation('accounts.add', { account: 'binh', displayName: 'Bình', role: 'healthWorker', password });
    await page.mutation('updates.restart');
    expect(restarts).toBe(1);
    await page.signIn('binh');
    expect((await page.mutation('updates.restart')).data).toMatchObject({ ok: false, refusals: [{ code: 'RoleNotAllowed' }] });
    expect(readdirSync(join(dir, 'program')).filter((name) => name.startsWith('incoming'))).toEqual([]);
  });
});

async function aHub() {
  const dir = join(tempDir(), 'hub');
  await initHub({ dir, unit: '769', tier: 'district', port: 0 });
  const device = await addDevice({ dir, unit: '25001', device: 'pc1' });
  const hub = await startHub({ dir });
  atEnd(() => hub.close());
  const line = await openFaultyProxy(hub.url);
  atEnd(() => line.close());
  return { dir, hub, line, credential: { url: line.url, user: device.user, password: device.password } };
}

/** A station's worker with quick times, over a file opened for it alone. */
async function aWorker(hub: { url: string; user: string; password: string }): Promise<{ updates: UpdateWorker; status(): UpdateStatus; dir: string }> {
  const { dir } = await aStation({ hub });
  const accounts = createAccounts(dir, Date.now);
  const unlocked = await accounts.unlock('lan', password);
  if (!unlocked.ok) throw new Error('not unlocked');
  const db = await openStationFile({ dir, key: unlocked.key, keyring: accounts.keyring(), now: Date.now });
  const [sync, backups] = [createSyncWorker({ db }), createBackupWorker({ db, key: unlocked.key, dir })];
  await sync.exchange();
  const updates = createUpdateWorker({ db, sync, backups, dir, times: { firstAfter: 0, every: 50, again: 20 } });
  atEnd(async () => { await updates.stop(); await backups.stop(); await sync.stop(); await db.close(); });
  updates.start();
  return { updates, status: () => updates.status(), dir };
}
const asksForPart = (line: FaultyProxy): number => line.passed.filter(({ path }) => path.startsWith('/_tramxa/update/')).length;

describe('an update by the hub', () => {
  it('[UPD11] is fetched over a line that keeps breaking, from where it broke, and offered when it is whole', async () => {
    const { dir, line, credential } = await aHub();
    const file = update('0.3.0');
    const size = readFileSync(file).length;
    expect(await publishUpdate({ dir, file })).toMatchObject({ version: '0.3.0', bytes: size });
    line.faultFor = ({ path }) => (path.startsWith('/_tramxa/update/') && asksForPart(line) < 5 ? { kind: 'cutAfter', bytes: Math.ceil(size / 8) } : undefined);
    const { updates, status, dir: station } = await aWorker(credential);
    await until(() => status().offered?.share === 1, 30_000);
    expect(asksForPart(line)).toBeGreaterThan(3);
    expect(status().offered).toMatchObject({ version: '0.3.0', from: 'hub', bytes: size });
    await updates.prepare();
    expect(readProgramState(station).next).toEqual({ version: '0.3.0', tries: 0 });
    await withdrawUpdate({ dir });
    expect(existsSync(join(dir, 'updates', '0.3.0.tramxa-update'))).toBe(false);
  });

  it('[UPD11] is thrown away when what came is not what was signed', async () => {
    const { dir, line, credential } = await aHub();
    await publishUpdate({ dir, file: update('0.3.0') });
    const stored = join(dir, 'updates', '0.3.0.tramxa-update');
    const bytes = readFileSync(stored);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 9) ^ 1, bytes.length - 9);
    writeFileSync(stored, bytes);
    const { status, dir: station } = await aWorker(credential);
    await until(() => asksForPart(line) > 1, 30_000);
    expect(status().offered?.share).not.toBe(1);
    expect(readProgramState(station).next).toBeUndefined();
  });

  it('[UPD12] is published only when a trusted key signed it, and given only to whoever has a credential, in parts too', async () => {
    const { dir, hub, credential } = await aHub();
    await expect(publishUpdate({ dir, file: update('0.3.0', { privateKey: createReleaseKey().privateKey }) })).rejects.toMatchObject({ code: 'WrongSignature' });
    await expect(publishUpdate({ dir, file: join(dir, 'none') })).rejects.toMatchObject({ code: 'NoSuchFile' });
    const authorization = `Basic ${Buffer.from(`${credential.user}:${credential.password}`).toString('base64')}`;
    const get = (path: string, headers: Record<string, string> = { authorization }) => fetch(hub.url + path, { headers });
    expect((await get('/_tramxa/update')).status).toBe(404);
    const file = update('0.3.0');
    await publishUpdate({ dir, file });
    expect([(await get('/_tramxa/update', {})).status, (await get('/_tramxa/update/0.3.0', {})).status, (await get('/_tramxa/update/9.9.9')).status, (await get('/_tramxa/update/..%2fhub.json')).status]).toEqual([401, 401, 404, 404]);
    const part = await get('/_tramxa/update/0.3.0', { authorization, range: 'bytes=100-499' });
    expect([part.status, part.headers.get('content-range'), Buffer.from(await part.arrayBuffer()).equals(partOf(file).subarray(100))]).toEqual([206, `bytes 100-499/${readFileSync(file).length}`, true]);
    expect((await get('/_tramxa/update/0.3.0', { authorization, range: 'bytes=99999999-' })).status).toBe(416);
    expect(Buffer.from(await (await get('/_tramxa/update/0.3.0')).arrayBuffer()).equals(readFileSync(file))).toBe(true);
  });
});
