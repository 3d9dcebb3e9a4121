import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKeyring } from '../../../src-main/station/accounts/keyring.ts';
import { createBackupWorker } from '../../../src-main/station/backup/create-backup-worker.ts';
import { listCopies } from '../../../src-main/station/backup/copy-folder.ts';
import { findSticks } from '../../../src-main/station/backup/find-sticks.ts';
import { newestCopy } from '../../../src-main/station/backup/newest-copy.ts';
import { restoreStation } from '../../../src-main/station/backup/restore-station.ts';
import { openPage, serve } from './door-client.ts';
import { aStation, atEnd, openWork, password, tempDir, tramxa } from './world.ts';
import { secret, start, hour, anOpenStation, copy, outcome, eventsOf } from './copying-station.ts';

describe('the worker that makes copies', () => {
  it('[BAK7] the worker copies when an hour of work has passed, not without work, and says when, where and how it went', async () => {
    const station = await anOpenStation();
    station.work(30);
    const { db, key, dir } = station;
    const worker = createBackupWorker({ db, key, dir, times: { firstAfter: 1, every: 5, between: hour, afterFailure: 10 } });
    atEnd(() => worker.stop());
    const own = join(dir, 'backups');
    expect(worker.status()).toEqual({ on: true, folder: own, isOwnFolder: true, folderMissing: false });
    worker.start();
    const made = (count: number) => expect.poll(() => listCopies(own).length, { timeout: 20_000 }).toBe(count);
    await made(1);
    await expect.poll(() => worker.status().last, { timeout: 20_000 }).toMatchObject({ at: '2026-11-20T01:00:00.000Z', kind: 'day', file: listCopies(own)[0]?.file });
    station.at(start + 2 * hour);
    await new Promise((resolve) => { setTimeout(resolve, 60); });
    expect(listCopies(own)).toHaveLength(1);
    station.person(1);
    await made(2);
    await expect.poll(() => worker.status().last?.kind, { timeout: 20_000 }).toBe('hour');
    // To a second disk, and where it is not there to the own folder, which is said.
    const stick = tempDir();
    expect(worker.configure({ on: true, folder: stick })).toMatchObject({ folder: stick, isOwnFolder: false, folderMissing: false });
    expect((await worker.copyNow()).file.startsWith(stick)).toBe(true);
    renameSync(stick, `${stick}-gone`);
    atEnd(() => rmSync(`${stick}-gone`, { recursive: true, force: true }));
    expect(worker.status()).toMatchObject({ folder: stick, folderMissing: true });
    expect((await worker.copyNow()).file.startsWith(own)).toBe(true);
    expect(() => worker.configure({ on: true, folder: stick })).toThrow(/there is no directory/);
    expect(worker.configure({ on: false })).toMatchObject({ on: false, isOwnFolder: true });
    await worker.stop();
    expect(existsSync(own)).toBe(true);
  });

  it('[BAK13] a copy onto a stick lies in a folder of its own, is told apart, and one pulled out or full changes nothing else', async () => {
    const station = await anOpenStation();
    const made = station.work(30);
    const { db, key, dir } = station;
    const stick = tempDir();
    let plugged = [{ path: stick, name: 'KINGSTON' }];
    const worker = createBackupWorker({ db, key, dir, findSticks: () => Promise.resolve(plugged) });
    atEnd(() => worker.stop());
    await worker.copyNow();
    const { last } = worker.status();
    station.at(start + hour);
    const onto = await worker.copyToStick(stick);
    expect(onto.file.startsWith(join(stick, 'TramXa'))).toBe(true);
    expect(worker.status()).toMatchObject({ last, onStick: { at: '2026-11-20T02:00:00.000Z', name: 'KINGSTON' } });
    expect(await eventsOf(join(stick, 'TramXa'))).toBe(made);
    // With a damaged file the offer of the newest copy finds it.
    expect(newestCopy(dir, readKeyring(dir))?.file).toBe(onto.file);
    rmSync(join(stick, 'TramXa'), { recursive: true });
    writeFileSync(join(stick, 'TramXa'), 'a file that takes the place');
    expect(await outcome(worker.copyToStick(stick))).not.toBe('done');
    plugged = [];
    expect(await outcome(worker.copyToStick(stick))).toMatch(/^NoSuchDirectory/);
    expect(worker.status()).toMatchObject({ last, onStick: { name: 'KINGSTON' } });
    expect(worker.status().lastProblem).toBeUndefined();
  });

  it('[BAK13] the door names what is plugged in without counting as work, and copies onto nothing else', async () => {
    const { dir } = await aStation();
    const page = await openPage(await serve(dir));
    expect((await page.query('backups.sticks')).status).toBe(401);
    await page.signIn();
    expect((await page.query('backups.sticks')).data).toEqual(await findSticks(dir));
    expect((await page.mutation('backups.toStick', { path: tempDir() })).data).toEqual({ ok: false, refusals: [{ code: 'BackupNoSuchDirectory' }] });
  });

  it('[BAK9] operations go on while a copy is made', async () => {
    const station = await anOpenStation();
    for (let n = 0; n < 30; n += 1) station.db.settings.set(`filler ${n}`, 'x'.repeat(200_000));
    let done = 0;
    let copying = true;
    const work = async () => { for (; copying; done += 1) { station.person(done); await new Promise((resolve) => { setImmediate(resolve); }); } };
    const [report] = await Promise.all([copy(station, start, { gentle: true }).finally(() => { copying = false; }), work()]);
    expect(report.pages).toBeGreaterThan(1500);
    // One for each piece of 32 pages, at least.
    expect(done).toBeGreaterThan(40);
  });

  it('[BAK8] the command copies, tells and sets, in this process and through the station that serves', async () => {
    const { dir } = await aStation();
    const stick = tempDir();
    const json = async (...args: string[]) => JSON.parse((await tramxa(['station', 'backup', ...args, '--dir', dir, '--account', 'lan', '--json'])).stdout) as Record<string, unknown>;
    expect(await json('status')).toEqual({ on: true, folder: join(dir, 'backups'), isOwnFolder: true, folderMissing: false });
    expect(await json('set', '--folder', stick)).toMatchObject({ on: true, folder: stick, isOwnFolder: false });
    expect(await json('--auto')).toMatchObject({ ok: true, kind: 'day' });
    const served = await serve(dir);
    expect(await json('--auto')).toMatchObject({ ok: true, kind: 'hour' });
    expect(await json('set', '--off')).toMatchObject({ on: false, folder: stick, last: { kind: 'hour', file: listCopies(stick)[0]?.file } });
    expect(await json('set', '--folder', join(stick, 'none'))).toMatchObject({ error: { code: 'NoSuchDirectory' } });
    const page = await openPage(served);
    await page.mutation('session.signIn', { account: 'lan', password });
    expect(JSON.stringify(await page.query('ask', { query: 'backupStatus', input: {} }))).toContain('"isOwnFolder":false');
    expect(listCopies(stick)).toHaveLength(2);
    // The page can copy and set as well, and is refused in codes it has words for.
    expect((await page.mutation('backups.now')).data).toMatchObject({ ok: true, status: { on: false, last: { kind: 'hour' } } });
    expect((await page.mutation('backups.set', { on: true, folder: join(stick, 'none') })).data).toEqual({ ok: false, refusals: [{ code: 'BackupNoSuchDirectory' }] });
    expect((await page.mutation('backups.set', { on: true, folder: stick })).data).toMatchObject({ ok: true, status: { on: true, isOwnFolder: false } });
    await served.stop();
    expect((await tramxa(['station', 'restore', '--from', stick, '--dir', join(tempDir(), 'again'), '--account', 'lan', '--json'])).stdout).toContain('"ok":true');
  });

  it('[BAK10] leaves nothing beside the copies, and removes what an older program left', async () => {
    const station = await anOpenStation();
    station.work(20);
    mkdirSync(station.folder);
    for (const end of ['-shm', '-wal']) writeFileSync(join(station.folder, `tramxa_25001_${station.keyring.device}_2026-11-19_080000_day.tramxa.part${end}`), '');
    const { file } = await copy(station, start);
    expect(readdirSync(station.folder).map((name) => join(station.folder, name))).toEqual([file]);
  });

  it('[BAK11] says what went wrong last after it was opened again, until a copy goes well', async () => {
    const { db, key, dir } = await anOpenStation();
    const open = (roomToLeave?: number) => {
      const worker = createBackupWorker({ db, key, dir, roomToLeave });
      atEnd(() => worker.stop());
      return worker;
    };
    expect(await outcome(open(Number.MAX_SAFE_INTEGER).copyNow())).toMatch(/^DiskFull/);
    const next = open(0);
    expect(next.status().lastProblem).toEqual({ at: '2026-11-20T01:00:00.000Z', code: 'DiskFull' });
    await next.copyNow();
    expect([next.status().lastProblem, open().status().lastProblem]).toEqual([undefined, undefined]);
  });

  it('[BAK12] knows after a restore of the copy it came from', async () => {
    const station = await anOpenStation();
    station.work(20);
    const { file } = await copy({ ...station, folder: join(station.dir, 'backups') }, start);
    const dir = join(tempDir(), 'again');
    await restoreStation({ from: file, dir, secret, now: Date.now });
    mkdirSync(join(dir, 'backups'));
    renameSync(file, join(dir, 'backups', basename(file)));
    const work = await openWork(dir);
    expect(await work.ask('backupStatus', {})).toMatchObject({ ok: true, answer: { last: { at: '2026-11-20T01:00:00.000Z', kind: 'day', file: join(dir, 'backups', basename(file)) } } });
    await work.close();
  });
});
