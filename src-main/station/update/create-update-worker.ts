import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { UpdateStatus } from '../../../src-shared/contract/updates.ts';
import { shellMessages } from '../../../src-shared/contract/shell-messages.ts';
import { checkFits, forgetNext, markNext, programFolder, readProgramState, readReleaseKeys, readUpdateFile, thisPlatform, unpackUpdate, versionFolder, type Manifest } from '../../../updates/index.ts';
import type { BackupWorker } from '../backup/create-backup-worker.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { programVersion } from '../program-version.ts';
import { StationProblem } from '../station-problem.ts';
import type { SyncWorker } from '../sync/sync-worker.ts';
import { fetchUpdate } from './fetch-update.ts';
import { updateProblem } from './update-problem-words.ts';

/** New versions of the program, from the hub or from a stick. */
export interface UpdateWorker {
  status(): UpdateStatus;
  /** Where an uploaded file is to be written before `offer`. */
  incomingFile(): string;
  /** Looks at a file in `incomingFile()` and keeps it when it fits; deletes it otherwise. @throws StationProblem. */
  offer(file: string): Promise<void>;
  /** A copy of the data, then the new version beside the installed one: it is tried at the next start. Of what is offered unless a file is named. @throws StationProblem. */
  prepare(file?: string): Promise<void>;
  /** Nothing new is tried at the next start. */
  forget(): void;
  /** From now on asks the hub for a newer version and fetches it while nothing waits to be sent. */
  start(): void;
  stop(): Promise<void>;
}

export interface UpdateWorkerOptions {
  db: StationDatabase; sync: SyncWorker; backups: BackupWorker; dir: string;
  log?: (event: string, facts?: Record<string, unknown>) => void;
  /** Where something ends and starts this process by itself. */
  canRestart?: boolean;
  publicKeys?: readonly string[];
  /** Milliseconds; of tests. */
  times?: { firstAfter: number; every: number; again: number };
}

const minuteMs = 60_000;
const usualTimes = { firstAfter: minuteMs, every: 360 * minuteMs, again: 2 * minuteMs };

export function createUpdateWorker({ db, sync, backups, dir, log = () => undefined, canRestart = false, publicKeys = readReleaseKeys(), times = usualTimes }: UpdateWorkerOptions): UpdateWorker {
  const ending = new AbortController();
  const incoming = join(programFolder(dir), 'incoming');
  let offered: (UpdateStatus['offered'] & { file: string }) | undefined;
  let working: UpdateStatus['working'];
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;

  const check = async (file: string) => {
    try {
      const read = await readUpdateFile(file, { publicKeys });
      checkFits(read.manifest, { version: programVersion, platform: thisPlatform(), shell: shellMessages });
      return read;
    } catch (error) {
      throw updateProblem(error);
    }
  };
  const keep = (file: string, from: 'hub' | 'file', { version, notes }: Manifest) => {
    if (offered && offered.file !== file) rmSync(offered.file, { force: true });
    offered = { version, notes, from, bytes: statSync(file).size, share: 1, file };
    log('updateOffered', { version, from });
  };

  /** Of uploads that never ended. */
  const removeLeftOvers = (): void => {
    if (!existsSync(programFolder(dir))) return;
    for (const name of readdirSync(programFolder(dir))) if (name.startsWith('incoming-')) rmSync(join(programFolder(dir), name), { force: true });
  };
  const look = async (): Promise<number> => {
    const { next, failed } = readProgramState(dir);
    const outcome = await fetchUpdate({
      sync, folder: programFolder(dir), signal: ending.signal, isBusy: () => db.journal.waiting().count > 0,
      // What did not work here, or waits for the next start already, is not fetched again.
      unwanted: [...failed.map(({ version }) => version), ...(next ? [next.version] : [])],
      onShare: (told, share) => { if (offered?.from !== 'file') offered = { version: told.version, notes: told.notes, from: 'hub', bytes: told.bytes, share, file: told.file }; },
    });
    if (outcome.kind === 'fetched') {
      try {
        keep(outcome.file, 'hub', (await check(outcome.file)).manifest);
      } catch (error) {
        rmSync(outcome.file, { force: true });
        offered = undefined;
        log('updateNotTaken', { code: error instanceof StationProblem ? error.code : 'Fault' });
      }
    }
    return outcome.kind === 'later' ? times.again : times.every;
  };
  const lookAndGoOn = (): void => {
    looking = look().catch((error: unknown) => { log('updateNotFetched', { error: String(error) }); return times.every; }).then((after) => {
      if (ending.signal.aborted) return;
      timer = setTimeout(lookAndGoOn, after);
      timer.unref();
    });
  };

  return {
    status() {
      const { next, previous, failed: [failed] } = readProgramState(dir);
      const { file: _, ...told } = offered ?? { file: '' };
      return { version: programVersion, canRestart, ...(previous && { previous }), ...(offered && { offered: told as UpdateStatus['offered'] }), ...(working && { working }), ...(next && { next: next.version }), ...(failed && { failed }) };
    },
    incomingFile() {
      mkdirSync(programFolder(dir), { recursive: true, mode: 0o700 });
      return `${incoming}-${process.pid}.tramxa-update`;
    },
    async offer(file) {
      try { keep(file, 'file', (await check(file)).manifest); } catch (error) { rmSync(file, { force: true }); throw error; }
    },
    async prepare(given) {
      const file = given ?? (offered?.share === 1 ? offered.file : undefined);
      if (given !== undefined && !existsSync(given)) throw new StationProblem('NoSuchFile', `there is no file ${given}`);
      if (file === undefined || !existsSync(file)) throw new StationProblem('NoUpdate', 'there is no newer version here');
      if (working) throw new StationProblem('UpdateBusy', 'an update is being made ready already');
      working = { step: 'copying', share: 0 };
      try {
        const read = await check(file);
        const { version } = read.manifest;
        await backups.copyNow((_step, share) => { working = { step: 'copying', share }; });
        working = { step: 'unpacking', share: 0 };
        await unpackUpdate(file, read, thisPlatform(), versionFolder(dir, version), (share) => { working = { step: 'unpacking', share }; });
        markNext(dir, version);
        log('updatePrepared', { version });
        if (offered) { rmSync(offered.file, { force: true }); offered = undefined; }
      } catch (error) {
        throw updateProblem(error);
      } finally {
        working = undefined;
      }
    },
    forget() { forgetNext(dir); },
    start() {
      removeLeftOvers();
      timer = setTimeout(lookAndGoOn, times.firstAfter);
      timer.unref();
    },
    async stop() {
      ending.abort();
      clearTimeout(timer);
      await looking;
    },
  };
}
