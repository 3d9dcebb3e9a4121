import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUpStation } from '../../../src-main/station/backup/back-up-station.ts';
import { createBackupWorker } from '../../../src-main/station/backup/create-backup-worker.ts';
import { listCopies } from '../../../src-main/station/backup/copy-folder.ts';
import { restoreStation } from '../../../src-main/station/backup/restore-station.ts';
import { aPerson, atEnd, openWork, run, tempDir } from './world.ts';
import { secret, start, hour, anOpenStation, copy, outcome, eventsOf } from './copying-station.ts';

describe('copies of a station', () => {
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
});
