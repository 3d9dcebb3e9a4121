import { removeReplacedFile } from './accounts/rekey-station.ts';
import { createAccounts, isSameKey, type Accounts, type Unlocked } from './accounts/accounts.ts';
import { writeAuditNotes } from './accounts/write-audit-notes.ts';
import type { OpeningProgress } from '../../src-shared/contract/session.ts';
import { statSync } from 'node:fs';
import { checkFile } from './backup/check-file.ts';
import { newestCopy } from './backup/newest-copy.ts';
import { finishReplacing, replaceDamagedStation } from './backup/replace-damaged.ts';
import { createFileHealth, type FileHealth } from './db/file-health.ts';
import { createBackupWorker, type BackupWorker } from './backup/create-backup-worker.ts';
import type { StationDatabase } from './db/station-database.ts';
import { checkedAtOpening, openStationFile } from './open-station-file.ts';
import { createLanWorker, type LanWorker } from './lan/create-lan-worker.ts';
import { createSyncWorker } from './sync/create-sync-worker.ts';
import { createUpdateWorker, type UpdateWorker } from './update/create-update-worker.ts';
import type { SyncWorker } from './sync/sync-worker.ts';
import { StationProblem } from './station-problem.ts';

/** The file while it is open, the exchange that runs over it, and the copies made of it. */
export interface OpenStation { db: StationDatabase; sync: SyncWorker; lan: LanWorker; backups: BackupWorker; updates: UpdateWorker; health: FileHealth; key: Buffer }

/** A station that serves: sealed until somebody signs in, open until it is sealed (decision 17). */
export interface Station {
  readonly dir: string;
  readonly accounts: Accounts;
  /** `undefined` while sealed. */
  open(): OpenStation | undefined;
  /** What a sign-in is doing to the file before it is open. */
  opening(): OpeningProgress | undefined;
  /** Opens the file at the first right password; later ones must unwrap the same key. @throws StationProblem of `fileProblem`. */
  signIn(account: string, password: string): Promise<Unlocked>;
  /** Writes what was done to accounts by nobody signed in into the audit chain; where the file does not open, the next opening does it. */
  auditNow(key: Buffer): Promise<void>;
  /** Milliseconds: when the newest copy that is at hand was made. */
  newestCopyAt(): number | undefined;
  /** Puts the newest copy in the place of a file that does not open; what was there is set aside. @throws StationProblem of `replaceDamagedStation`. */
  restoreNewest(account: string, password: string): Promise<void>;
  /** Lets go of the file and the key. Work under way ends first: operations are synchronous. */
  seal(): Promise<void>;
  /** @throws StationProblem `Sealed`. */
  needOpen(): OpenStation;
}

export interface StationOptions { dir: string; now: () => number; log: (event: string, facts?: Record<string, unknown>) => void; fetch?: typeof fetch; /** Bytes kept for a full disk. */ reserveBytes?: number; /** The file was opened; or it was not, by this error. */ onOpened?: (error?: unknown) => void; /** Where something ends and starts this process by itself. */ canRestart?: boolean }

export function createStation({ dir, now, log, fetch: givenFetch, reserveBytes, onOpened = () => undefined, canRestart = false }: StationOptions): Station {
  finishReplacing(dir);
  const accounts = createAccounts(dir, now);
  let opened: OpenStation | undefined;
  /** Opening and sealing one after another. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work, work);
    turn = result.catch(() => undefined);
    return result;
  };

  let opening: OpeningProgress | undefined;
  const openFile = async (key: Buffer): Promise<StationDatabase> => {
    const db = await openStationFile({ dir, key, keyring: accounts.keyring(), now, reserveBytes, say: (progress) => { opening = progress; } }).finally(() => { opening = undefined; });
    try { await writeAuditNotes(db, accounts); } catch (error) { await db.close(); throw error; }
    return db;
  };
  const openWith = async (key: Buffer): Promise<void> => {
    const db = await openFile(key);
    const sync = createSyncWorker({ db, log, fetch: givenFetch });
    const lan = createLanWorker({ db, log });
    removeReplacedFile(dir, accounts.keyring());
    const backups = createBackupWorker({ db, key, dir, log });
    const health = createFileHealth(dir, log);
    const updates = createUpdateWorker({ db, sync, backups, dir, log, canRestart });
    opened = { db, sync, lan, backups, updates, health, key };
    sync.start();
    void lan.start();
    backups.start();
    updates.start();
    checkInBackground(opened);
    db.disk.onChange(() => { if (opened?.db === db && accounts.keyring().toAudit.length > 0) void auditNow(key); });
    log('opened');
  };

  /** A large file was not looked at whole when it was opened. */
  const checkInBackground = ({ db, key, health }: OpenStation): void => {
    const { file } = db.store;
    if (statSync(file).size <= checkedAtOpening) return;
    checkFile({ file, key, cipher: accounts.keyring().cipher }).then(({ problems }) => { health.noteProblems(problems); }, (error: unknown) => { health.note(error); });
  };

  const auditNow = (key: Buffer): Promise<void> => inTurn(async () => {
    try {
      if (opened) await writeAuditNotes(opened.db, accounts);
      else await (await openFile(key)).close();
    } catch (error) {
      log('auditWaits', { name: error instanceof StationProblem ? error.code : 'Fault' });
    }
  });

  return {
    dir, accounts,
    open: () => opened,
    opening: () => opening,
    needOpen() {
      if (!opened) throw new StationProblem('Sealed', 'the station is sealed: somebody must sign in first');
      return opened;
    },
    signIn: (account, password) => inTurn(async () => {
      const unlocked = await accounts.unlock(account, password);
      if (!unlocked.ok) return unlocked;
      if (!opened) await openWith(unlocked.key).then(() => { onOpened(); }, (error: unknown) => { onOpened(error); throw error; });
      else if (!isSameKey(opened.key, unlocked.key)) throw new StationProblem('WrongKey', 'this account opens another file');
      return unlocked;
    }),
    auditNow,
    newestCopyAt: () => newestCopy(dir, accounts.keyring())?.at,
    restoreNewest: (account, password) => inTurn(async () => {
      if (opened) throw new StationProblem('NotDamaged', 'the station is open: nothing was restored');
      opening = { step: 'restoring', share: 0 };
      try { await replaceDamagedStation({ dir, account, password, now }); } finally { opening = undefined; }
      log('restored');
    }),
    seal: () => inTurn(async () => {
      const closing = opened;
      if (!closing) return;
      opened = undefined;
      await closing.lan.stop();
      await closing.updates.stop();
      await closing.backups.stop();
      await closing.sync.stop();
      await closing.db.close();
      closing.key.fill(0);
      log('sealed');
    }),
  };
}
