import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { databaseFile, readKeyring } from '../../../src-main/station/accounts/keyring.ts';
import { backUpStation } from '../../../src-main/station/backup/back-up-station.ts';
import { createBackupWorker } from '../../../src-main/station/backup/create-backup-worker.ts';
import { listCopies } from '../../../src-main/station/backup/copy-folder.ts';
import { findSticks } from '../../../src-main/station/backup/find-sticks.ts';
import { newestCopy } from '../../../src-main/station/backup/newest-copy.ts';
import { makeCopy } from '../../../src-main/station/backup/make-copy.ts';
import { restoreStation } from '../../../src-main/station/backup/restore-station.ts';
import { openStationDatabase } from '../../../src-main/station/db/station-database.ts';
import { runOperation } from '../../../src-main/station/operations/run-operation.ts';
import { sampleLines } from '../../../src-shared/domain/practice/sample-load-lines.ts';
import { openPage, serve } from './door-client.ts';
import { aPerson, aStation, atEnd, openWork, password, run, tempDir, tramxa } from './world.ts';

const lan = { account: 'lan', displayName: 'Lan', role: 'head' as const };
const secret = { account: 'lan', password };
const lines = [...sampleLines({ people: 40, checkups: 80, movements: 60, seed: 29, today: '2026-11-20' })];
const start = Date.parse('2026-11-20T01:00:00Z');
const hour = 3_600_000;

/** A station at a clock of its own, opened in this process. */
async function anOpenStation() {
  let clock = start;
  const now = () => clock;
  const { dir } = await aStation({ now });
  const unlocked = await createAccounts(dir, now).unlock('lan', password);
  if (!unlocked.ok) throw new Error('not unlocked');
  const { key } = unlocked;
  const keyring = readKeyring(dir);
  const db = openStationDatabase({ file: databaseFile(dir), key, cipher: keyring.cipher, identity: keyring, now, mustExist: true });
  let open = true;
  const close = async () => { if (open) { open = false; await db.close(); } };
  atEnd(close);
  let done = 0;
  return {
    dir, key, keyring, db, close, folder: join(tempDir(), 'stick'),
    at(ms: number) { clock = ms; },
    work(count: number) {
      for (const line of lines.slice(done, done + count)) { const answer = runOperation(db, lan, line); if (!answer.ok) throw new Error(JSON.stringify(answer)); }
      done += count;
      return done;
    },
    person(n: number) { runOperation(db, lan, { operation: 'registerPatient', key: `p${n}`, input: aPerson(n) }); },
  };
}
type Opened = Awaited<ReturnType<typeof anOpenStation>>;
const copy = ({ db, key, keyring, folder }: Opened, at: number, more: Partial<Parameters<typeof makeCopy>[0]> = {}) => makeCopy({ store: db.store, key, keyring, folder, kind: 'auto', now: at, ...more });
const outcome = async (work: Promise<unknown>) => work.then(() => 'done', (error: Error & { code?: string }) => `${error.code ?? error.name}: ${error.message}`);
/** What a restored directory answers for: audit events, one for each operation and one of the restore. */
async function eventsOf(from: string): Promise<number> {
  const dir = join(tempDir(), 'again');
  await restoreStation({ from, dir, secret, now: Date.now });
  const work = await openWork(dir);
  const report = await work.verify();
  expect(report.problems).toEqual([]);
  await work.close();
  return report.auditEvents - 1;
}

describe('copies made by themselves', () => {
  it('[BAK1] [BAK2] a daily copy and what changed since restore the station of that hour, written on while they were made', async () => {
    const station = await anOpenStation();
    station.work(100);
    const day = await copy(station, start);
    expect([day.kind, day.changedPages]).toEqual(['day', day.pages]);
    const first = station.work(20);
    const hour1 = await copy(station, start + hour);
    const second = station.work(30);
    let written = false;
    const hour2 = await copy(station, start + 2 * hour, { gentle: true, onProgress: () => { if (!written) station.work(10); written = true; } });
    expect(written).toBe(true);
    expect([hour1.kind, hour2.kind]).toEqual(['hour', 'hour']);
    expect(hour1.changedPages).toBeLessThan(day.pages);
    expect(hour1.bytes).toBeLessThan(day.bytes / 1.2);
    expect([await eventsOf(day.file), await eventsOf(hour1.file), await eventsOf(hour2.file), await eventsOf(station.folder)]).toEqual([100, first, second, second]);
    // Nothing in them is plain text.
    for (const { file } of [day, hour1]) for (const name of ['Nguyễn', 'Trần', 'SQLite format']) expect(readFileSync(file).includes(name)).toBe(false);
    if (process.platform !== 'win32') expect(statSync(hour1.file).mode & 0o077).toBe(0);
  });

  it('[BAK3] the next day, with the daily copy gone or damaged, or most pages other, a whole copy is made', async () => {
    const station = await anOpenStation();
    station.work(60);
    const day = await copy(station, start);
    station.person(1);
    expect((await copy(station, start + hour)).kind).toBe('hour');
    const bytes = readFileSync(day.file);
    bytes[9000] = (bytes[9000] ?? 0) ^ 1;
    writeFileSync(day.file, bytes);
    const anew = await copy(station, start + 2 * hour);
    expect(anew.kind).toBe('day');
    expect((await copy(station, start + 3 * hour)).kind).toBe('hour');
    rmSync(anew.file);
    expect((await copy(station, start + 4 * hour)).kind).toBe('day');
    expect((await copy(station, start + 27 * hour)).kind).toBe('hour');
    expect((await copy(station, start + 28 * hour)).kind).toBe('day');
    // A clock that ran years ahead and was set right: the order of the copies stays, and the last one is the newest.
    await copy(station, start + 90_000 * hour);
    const right = await copy(station, start + 29 * hour);
    expect([right.kind, listCopies(station.folder)[0]?.file, listCopies(station.folder).every(({ at }) => at <= start + 30 * hour)]).toEqual(['hour', right.file, true]);
  });

  it('[BAK4] the newest sound copy of a folder is taken; damaged ones and those of another PC are passed over in words', async () => {
    const station = await anOpenStation();
    station.work(60);
    await copy(station, start);
    const kept = station.work(5);
    await copy(station, start + hour);
    station.work(5);
    const newest = await copy(station, start + 2 * hour);
    const bytes = readFileSync(newest.file);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(newest.file, bytes);
    const said: string[] = [];
    const dir = join(tempDir(), 'again');
    await restoreStation({ from: station.folder, dir, secret, now: Date.now, say: (step) => said.push(step) });
    expect(said.join('\n')).toMatch(/is damaged.*the one before it is tried/);
    expect(await eventsOf(station.folder)).toBe(kept);
    // A copy of an hour without its daily copy is not restored to something else.
    const alone = join(tempDir(), 'alone');
    mkdirSync(alone);
    const [hourCopy] = listCopies(station.folder).filter(({ kind, file }) => kind === 'hour' && file !== newest.file);
    renameSync(hourCopy?.file ?? '', join(alone, 'tramxa_25001_pc-x_2026-11-20_080000_hour.tramxa'));
    expect(await outcome(restoreStation({ from: join(alone, readdirSync(alone)[0] ?? ''), dir: join(tempDir(), 'x'), secret, now: Date.now }))).toMatch(/^BaseMissing: the daily copy .* is not beside it/);
    expect(await outcome(restoreStation({ from: alone, dir: join(tempDir(), 'x'), secret, now: Date.now }))).toMatch(/^NoBackup: every copy/);
    expect(await outcome(restoreStation({ from: tempDir(), dir: join(tempDir(), 'x'), secret, now: Date.now }))).toMatch(/^NoBackup: there is no copy/);
    const other = await anOpenStation();
    await copy({ ...other, folder: station.folder }, start + 3 * hour);
    expect(await outcome(restoreStation({ from: station.folder, dir: join(tempDir(), 'x'), secret, now: Date.now }))).toMatch(/^SeveralDevices: .*more than one PC/);
    expect(await outcome(restoreStation({ from: station.folder, ofDevice: station.keyring.device, dir: join(tempDir(), 'x'), secret, now: Date.now }))).toBe('done');
  });

  it('[BAK4] copies made by hand count among those of a folder, whatever they are called', async () => {
    const station = await anOpenStation();
    station.work(20);
    await station.close();
    const stick = tempDir();
    const byHand = async (name: string) => { await backUpStation({ dir: station.dir, key: station.key, out: join(stick, name) }); };
    await byHand('hôm qua.tramxa');
    utimesSync(join(stick, 'hôm qua.tramxa'), new Date(start), new Date(start));
    const work = await openWork(station.dir);
    await run(work, 'registerPatient', aPerson(9));
    await work.close();
    await byHand('a.tramxa');
    writeFileSync(join(stick, 'thesis.tramxa'), 'no backup');
    expect(await eventsOf(stick)).toBe(21);
    // The newest is damaged: the one before it.
    const bytes = readFileSync(join(stick, 'a.tramxa'));
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(join(stick, 'a.tramxa'), bytes);
    expect(await eventsOf(stick)).toBe(20);
  });

  it('[BAK6] a stick pulled out in the middle of a copy is said, leaves nothing that looks like one, and the next copy goes where there is a place', async () => {
    const station = await anOpenStation();
    station.work(60);
    const { db, key, dir } = station;
    const stick = tempDir();
    const worker = createBackupWorker({ db, key, dir, roomToLeave: 0 });
    atEnd(() => worker.stop());
    worker.configure({ on: true, folder: stick });
    const pulled = `${stick}-pulled`;
    atEnd(() => rmSync(pulled, { recursive: true, force: true }));
    const answer = await outcome(worker.copyNow(() => { if (existsSync(stick)) renameSync(stick, pulled); }));
    expect(answer).toMatch(/^(NoSuchDirectory|NotWritable|BackupUnreadable)/);
    expect([listCopies(pulled), worker.status().lastProblem !== undefined, worker.status().folderMissing]).toEqual([[], true, true]);
    expect((await worker.copyNow()).file.startsWith(join(dir, 'backups'))).toBe(true);
    // Put in again, its half copy is removed by the next one.
    renameSync(pulled, stick);
    expect((await worker.copyNow()).file.startsWith(stick)).toBe(true);
    expect(readdirSync(stick).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('[BAK6] a full disk, a disk that returns other bytes and one that is stopped leave nothing; halves of a power cut go', async () => {
    const station = await anOpenStation();
    station.work(60);
    mkdirSync(station.folder);
    const half = join(station.folder, `tramxa_25001_${station.keyring.device}_2026-11-19_080000_day.tramxa.part`);
    const foreign = join(station.folder, 'thesis.txt.part');
    for (const file of [half, foreign]) writeFileSync(file, 'half');
    expect(await outcome(copy(station, start, { roomToLeave: Number.MAX_SAFE_INTEGER }))).toMatch(/^DiskFull: there is no room/);
    expect(readdirSync(station.folder)).toEqual(['thesis.txt.part']);
    const stop = new AbortController();
    const stopped = outcome(copy(station, start, { signal: stop.signal, onProgress: () => stop.abort() }));
    expect(await stopped).toMatch(/^BackupStopped/);
    expect(readdirSync(station.folder)).toEqual(['thesis.txt.part']);
    // The writer goes on, and so does the next copy.
    station.person(7);
    expect(await outcome(copy(station, start))).toBe('done');
    expect(await outcome(copy({ ...station, folder: join(tempDir(), 'none', 'stick') }, start))).toMatch(/^NoSuchDirectory/);
  });

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
