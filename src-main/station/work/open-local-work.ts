import { setImmediate as nextTurn } from 'node:timers/promises';
import { createAccountChanges } from '../accounts/account-changes.ts';
import type { OpeningProgress } from '../../../src-shared/contract/session.ts';
import { createFileHealth } from '../db/file-health.ts';
import { finishReplacing } from '../backup/replace-damaged.ts';
import { createBackupWorker } from '../backup/create-backup-worker.ts';
import { openStationFile } from '../open-station-file.ts';
import { createAccounts, type Person } from '../accounts/accounts.ts';
import { removeReplacedFile } from '../accounts/rekey-station.ts';
import { unlockedOrProblem } from '../accounts/unlocked-or-problem.ts';
import { writeAuditNotes } from '../accounts/write-audit-notes.ts';
import { acceptClock, clockReport } from '../db/accept-clock.ts';
import { makeBundleFile, receiveAnswerFile } from '../bundle/station-stick.ts';
import { importLines } from '../import/import-lines.ts';
import { createLanWorker } from '../lan/create-lan-worker.ts';
import { runLanCommand } from '../lan/lan-route.ts';
import { notAtWork } from '../lan/not-at-work.ts';
import { readLanCommand } from '../lan/read-lan-command.ts';
import { prepareOperation } from '../operations/prepare-operation.ts';
import { runOperation } from '../operations/run-operation.ts';
import { askQuery } from '../queries/ask-query.ts';
import { StationProblem } from '../station-problem.ts';
import { createSyncWorker } from '../sync/create-sync-worker.ts';
import { createUpdateWorker } from '../update/create-update-worker.ts';
import { proxyStatus, setProxy } from '../sync/set-proxy.ts';
import { verifyStation } from '../verify/verify-station.ts';
import type { StationWork } from './station-work.ts';

/** Yields to the event loop this often, so that signals and progress get their turn. */
const turnMs = 50;

export interface LocalWorkOptions { dir: string; account: string; password: string; now: () => number; /** Of what a newer program does to the file first. */ say?: (progress: OpeningProgress) => void }

/**
 * Opens the directory in this process, signed in.
 * @throws StationProblem for the directory, the sign-in and the file.
 */
export async function openLocalWork({ dir, account, password, now, say }: LocalWorkOptions): Promise<StationWork> {
  finishReplacing(dir);
  const accounts = createAccounts(dir, now);
  const { key, person } = unlockedOrProblem(await accounts.unlock(account, password), account);
  const keyring = accounts.keyring();
  const db = await openStationFile({ dir, key, keyring, now, say });
  try { await writeAuditNotes(db, accounts); } catch (error) { await db.close(); throw error; }
  removeReplacedFile(dir, keyring);
  const sync = createSyncWorker({ db });
  const lan = createLanWorker({ db });
  const backups = createBackupWorker({ db, key, dir });
  const updates = createUpdateWorker({ db, sync, backups, dir });
  const health = createFileHealth(dir, () => undefined);
  const needHead = (who: Person) => {
    if (who.role !== 'head') throw new StationProblem('RoleNotAllowed', 'only the head of the station may do this');
  };
  return {
    person,
    async runMany(requests, onDone) {
      let turn = performance.now();
      for (const [index, request] of requests.entries()) {
        await prepareOperation(db, request);
        onDone(index, runOperation(db, person, request));
        if (performance.now() - turn > turnMs) { await nextTurn(); turn = performance.now(); }
      }
    },
    importLines: (lines, options) => importLines(db, person, lines, options),
    ask: (query, input) => askQuery({ db, sync, lan, backups, health }, query, input),
    exchange: (options) => sync.exchange(options),
    async exchangeLive(signal, onState) {
      let last = '';
      const stopTelling = sync.onChange(() => {
        const { line } = sync.line();
        if (line !== last) { last = line; onState(line); }
      });
      sync.start();
      await new Promise<void>((resolve) => { signal.addEventListener('abort', () => resolve(), { once: true }); if (signal.aborted) resolve(); });
      stopTelling();
    },
    bundle: (request) => makeBundleFile(db, request),
    async lan(given) {
      if (!given) return notAtWork({ ok: true, status: lan.status() }, 'NotServing');
      const read = readLanCommand(given);
      if (!read.ok) return read;
      const { command } = read;
      // A code would end with this process.
      if (command.command === 'offer') return { ok: false, refusals: [{ code: 'NotServing' }] };
      await lan.start();
      return notAtWork(await runLanCommand(lan, person, command), 'NotServing');
    },
    receive: (answerFile) => receiveAnswerFile(db, answerFile),
    verify: async () => verifyStation(db),
    accounts: createAccountChanges({ accounts, person, db, key }),
    clock: async () => clockReport(db.clock),
    async acceptClock() {
      needHead(person);
      return acceptClock(db, person);
    },
    async enrol(hub) {
      needHead(person);
      await sync.enrol(hub);
    },
    proxyStatus: async () => proxyStatus({ db }),
    setProxy: (proxy) => setProxy({ db, sync }, person, proxy),
    async backUp(onProgress) { return backups.copyNow(onProgress); },
    async configureBackups(settings) {
      needHead(person);
      return backups.configure(settings);
    },
    async update(file) {
      needHead(person);
      await updates.prepare(file);
      return updates.status();
    },
    updateStatus: async () => updates.status(),
    async close() {
      await lan.stop();
      await backups.stop();
      await sync.stop();
      await db.close();
    },
  };
}
