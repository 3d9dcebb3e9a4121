import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupStatus, Stick } from '../../../src-shared/contract/queries.ts';
import { readKeyring } from '../accounts/keyring.ts';
import { formerDevicesKey, type StationDatabase } from '../db/station-database.ts';
import { StationProblem } from '../station-problem.ts';
import { lastBackupKey, lastBackupProblemKey, onStickKey, readBackupSettings, writeBackupSettings, type BackupSettings, type BackupTrouble, type LastBackup, type OnStick } from './backup-settings.ts';
import { listCopies, removeHalfCopies } from './copy-folder.ts';
import { findSticks } from './find-sticks.ts';
import { noteOtherFolder, ownFolder } from './newest-copy.ts';
import { makeCopy, type CopyReport, type CopyRequest } from './make-copy.ts';

/** Copies by themselves while the station is open, and how they stand. */
export interface BackupWorker {
  status(): BackupStatus;
  /** A copy now; joins one under way. @throws StationProblem of `makeCopy`. */
  copyNow(onProgress?: CopyRequest['onProgress']): Promise<CopyReport>;
  /** What is plugged in now. */
  sticks(): Promise<Stick[]>;
  /** A copy into a folder of its own on a stick that is plugged in, after one under way; those made by themselves go on as before. @throws StationProblem `NoSuchDirectory`, those of `makeCopy`. */
  copyToStick(path: string): Promise<CopyReport>;
  configure(settings: BackupSettings): BackupStatus;
  onChange(listener: () => void): () => void;
  /** From now on a copy every hour in which something was written. */
  start(): void;
  /** Stops a copy under way; nothing of it is left. To be awaited before the file is closed. */
  stop(): Promise<void>;
}

export interface BackupWorkerOptions {
  db: StationDatabase; /** Not wiped before `stop`. */ key: Buffer; dir: string;
  log?: (event: string, facts?: Record<string, unknown>) => void;
  /** Milliseconds; of tests. */
  times?: { firstAfter: number; every: number; between: number; afterFailure: number };
  roomToLeave?: number;
  /** Of tests. */
  findSticks?: typeof findSticks;
}

/** Of a stick, so that its owner knows what it is. */
const folderOnStick = 'TramXa';

const minuteMs = 60_000;
const usualTimes = { firstAfter: 2 * minuteMs, every: minuteMs, between: 60 * minuteMs, afterFailure: 10 * minuteMs };

export function createBackupWorker({ db, key, dir, log = () => undefined, times = usualTimes, roomToLeave, findSticks: sticksOf = findSticks }: BackupWorkerOptions): BackupWorker {
  const listeners = new Set<() => void>();
  const tell = () => { for (const listener of [...listeners]) listener(); };
  const ending = new AbortController();
  let running: { work: Promise<CopyReport>; step: 'copying' | 'checking'; share: number } | undefined;
  let problem = db.settings.get<BackupTrouble>(lastBackupProblemKey);
  /** Of this opening: another one tries at once. */
  let failedAt: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  /** What a copy after this one would hold beyond it; the file may have been written to before it was opened here. */
  let written = true;
  const changes = db.store.changes.subscribe(() => { written = true; });

  const target = () => {
    const { folder } = readBackupSettings(db.settings);
    const missing = folder !== undefined && !existsSync(folder);
    return { folder: folder === undefined || missing ? ownFolder(dir) : folder, missing, wanted: folder ?? ownFolder(dir), own: folder === undefined };
  };
  /** After a restore: what lies in the folders, also of the PC this one goes on from. Only what was read back has such a name. */
  const newestThere = (): LastBackup | undefined => {
    const { unit, device } = readKeyring(dir);
    const devices = new Set([device, ...(db.settings.get<string[]>(formerDevicesKey) ?? [])]);
    const [newest] = [...new Set([target().folder, ownFolder(dir)])].flatMap((folder) => listCopies(folder)).filter((found) => found.unit === unit && devices.has(found.device)).sort((a, b) => b.at - a.at);
    return newest && { file: newest.file, kind: newest.kind, bytes: newest.bytes, at: newest.at };
  };
  const noteTrouble = (trouble: BackupTrouble) => {
    problem = trouble;
    failedAt = trouble.at;
    // On the full disk itself it is known until the station is closed.
    try { db.settings.set(lastBackupProblemKey, trouble); } catch (error) { log('backupTroubleNotKept', { error: String(error) }); }
  };
  const forgetTrouble = () => {
    if (problem) db.settings.remove(lastBackupProblemKey);
    problem = failedAt = undefined;
  };
  const copyInto = (folder: string, gentle: boolean): Promise<CopyReport> => makeCopy({
    store: db.store, key, keyring: readKeyring(dir), folder, kind: 'auto', now: db.clock.now(), gentle, signal: ending.signal, roomToLeave,
    onProgress: (step, share) => { if (running) { Object.assign(running, { step, share }); tell(); } },
  });
  const copy = async (gentle: boolean): Promise<CopyReport> => {
    const before = written;
    written = false;
    try {
      const report = await copyInto(target().folder, gentle);
      forgetTrouble();
      const { file, kind, bytes, at } = report;
      db.settings.set(lastBackupKey, { file, kind, bytes, at } satisfies LastBackup);
      log('backedUp', { kind, bytes, changedPages: report.changedPages });
      return report;
    } catch (error) {
      written ||= before;
      const code = error instanceof StationProblem ? error.code : 'Fault';
      if (code !== 'BackupStopped') noteTrouble({ at: db.clock.now(), code });
      log('notBackedUp', { code });
      throw error;
    }
  };
  const copyOnto = async ({ path, name }: Stick): Promise<CopyReport> => {
    const folder = join(path, folderOnStick);
    const report = await copyInto(folder, false);
    db.settings.set(onStickKey, { at: report.at, name } satisfies OnStick);
    if (target().own) noteOtherFolder(dir, folder);
    log('backedUp', { kind: report.kind, bytes: report.bytes, changedPages: report.changedPages, stick: true });
    return report;
  };
  const begin = (make: () => Promise<CopyReport>): Promise<CopyReport> => {
    if (ending.signal.aborted) throw new StationProblem('BackupStopped', 'the station is being closed');
    running = { work: Promise.resolve().then(make).finally(() => { running = undefined; tell(); }), step: 'copying', share: 0 };
    tell();
    return running.work;
  };
  const beginOrJoin = (gentle: boolean): Promise<CopyReport> => running?.work ?? begin(() => copy(gentle));
  const isDue = (): boolean => {
    if (running || !written || !readBackupSettings(db.settings).on) return false;
    const now = db.clock.now();
    if (failedAt !== undefined && now - failedAt < times.afterFailure) return false;
    const last = db.settings.get<LastBackup>(lastBackupKey);
    return !last || now - last.at >= times.between || now < last.at || !existsSync(last.file);
  };
  const look = (): void => {
    // A failure stands in the status.
    if (isDue()) beginOrJoin(true).catch(() => undefined);
    timer = setTimeout(look, times.every);
    timer.unref();
  };

  return {
    status() {
      const { on } = readBackupSettings(db.settings);
      const { wanted, missing, own } = target();
      const last = db.settings.get<LastBackup>(lastBackupKey) ?? newestThere();
      const onStick = db.settings.get<OnStick>(onStickKey);
      return {
        on, folder: wanted, isOwnFolder: own, folderMissing: missing,
        ...(running && { running: { step: running.step, share: running.share } }),
        ...(last && { last: { ...last, at: new Date(last.at).toISOString() } }),
        ...(onStick && { onStick: { ...onStick, at: new Date(onStick.at).toISOString() } }),
        ...(problem && { lastProblem: { at: new Date(problem.at).toISOString(), code: problem.code } }),
      };
    },
    async copyNow(onProgress) {
      const work = beginOrJoin(false);
      const stop = onProgress && this.onChange(() => { if (running) onProgress(running.step, running.share); });
      try { return await work; } finally { stop?.(); }
    },
    sticks: () => sticksOf(dir),
    async copyToStick(path) {
      const stick = (await sticksOf(dir)).find((one) => one.path === path);
      if (!stick) throw new StationProblem('NoSuchDirectory', `nothing is plugged in at ${path}`);
      while (running) await running.work.catch(() => undefined);
      return begin(() => copyOnto(stick));
    },
    configure(settings) {
      if (settings.folder !== undefined && !existsSync(settings.folder)) throw new StationProblem('NoSuchDirectory', `there is no directory ${settings.folder}`);
      writeBackupSettings(db.settings, settings);
      noteOtherFolder(dir, settings.folder);
      forgetTrouble();
      tell();
      return this.status();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    start() {
      for (const folder of new Set([target().folder, ownFolder(dir)])) removeHalfCopies(folder, readKeyring(dir));
      timer = setTimeout(look, times.firstAfter);
      timer.unref();
    },
    async stop() {
      clearTimeout(timer);
      changes.unsubscribe();
      ending.abort();
      await running?.work.catch(() => undefined);
      clearTimeout(timer);
    },
  };
}
