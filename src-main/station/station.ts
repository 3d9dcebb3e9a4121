import { removeReplacedFile } from './accounts/rekey-station.ts';
import { createAccounts, isSameKey, type Accounts, type Person, type Unlocked } from './accounts/accounts.ts';
import type { OpeningProgress } from '../../src-shared/contract/session.ts';
import { createBackupWorker, type BackupWorker } from './backup/create-backup-worker.ts';
import type { StationDatabase } from './db/station-database.ts';
import { openStationFile } from './open-station-file.ts';
import { createSyncWorker } from './sync/create-sync-worker.ts';
import type { SyncWorker } from './sync/sync-worker.ts';
import { StationProblem } from './station-problem.ts';

/** The file while it is open, the exchange that runs over it, and the copies made of it. */
export interface OpenStation { db: StationDatabase; sync: SyncWorker; backups: BackupWorker; key: Buffer }

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
  /** Lets go of the file and the key. Work under way ends first: operations are synchronous. */
  seal(): Promise<void>;
  /** @throws StationProblem `Sealed`. */
  needOpen(): OpenStation;
}

export interface StationOptions { dir: string; now: () => number; log: (event: string, facts?: Record<string, unknown>) => void; fetch?: typeof fetch; /** Bytes kept for a full disk. */ reserveBytes?: number }

export function createStation({ dir, now, log, fetch: givenFetch, reserveBytes }: StationOptions): Station {
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
  const openWith = async (key: Buffer): Promise<void> => {
    const db = await openStationFile({ dir, key, keyring: accounts.keyring(), now, reserveBytes, say: (progress) => { opening = progress; } }).finally(() => { opening = undefined; });
    const sync = createSyncWorker({ db, log, fetch: givenFetch });
    removeReplacedFile(dir, accounts.keyring());
    const backups = createBackupWorker({ db, key, dir, log });
    opened = { db, sync, backups, key };
    sync.start();
    backups.start();
    log('opened');
  };

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
      if (!opened) await openWith(unlocked.key);
      else if (!isSameKey(opened.key, unlocked.key)) throw new StationProblem('WrongKey', 'this account opens another file');
      return unlocked;
    }),
    seal: () => inTurn(async () => {
      const closing = opened;
      if (!closing) return;
      opened = undefined;
      await closing.backups.stop();
      await closing.sync.stop();
      await closing.db.close();
      closing.key.fill(0);
      log('sealed');
    }),
  };
}

export type { Person };
