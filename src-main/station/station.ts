import { removeReplacedFile } from './accounts/rekey-station.ts';
import { createAccounts, isSameKey, type Accounts, type Person, type Unlocked } from './accounts/accounts.ts';
import { databaseFile } from './accounts/keyring.ts';
import { fileProblem } from './db/file-problem.ts';
import { openStationDatabase, type StationDatabase } from './db/station-database.ts';
import { createSyncWorker } from './sync/create-sync-worker.ts';
import type { SyncWorker } from './sync/sync-worker.ts';
import { StationProblem } from './station-problem.ts';

/** The file while it is open, and the exchange that runs over it. */
export interface OpenStation { db: StationDatabase; sync: SyncWorker; key: Buffer }

/** A station that serves: sealed until somebody signs in, open until it is sealed (decision 17). */
export interface Station {
  readonly dir: string;
  readonly accounts: Accounts;
  /** `undefined` while sealed. */
  open(): OpenStation | undefined;
  /** Opens the file at the first right password; later ones must unwrap the same key. @throws StationProblem of `fileProblem`. */
  signIn(account: string, password: string): Promise<Unlocked>;
  /** Lets go of the file and the key. Work under way ends first: operations are synchronous. */
  seal(): Promise<void>;
  /** @throws StationProblem `Sealed`. */
  needOpen(): OpenStation;
}

export interface StationOptions { dir: string; now: () => number; log: (event: string, facts?: Record<string, unknown>) => void; fetch?: typeof fetch }

export function createStation({ dir, now, log, fetch: givenFetch }: StationOptions): Station {
  const accounts = createAccounts(dir, now);
  let opened: OpenStation | undefined;
  /** Opening and sealing one after another. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work, work);
    turn = result.catch(() => undefined);
    return result;
  };

  const openProvenFile = (key: Buffer): StationDatabase => {
    const file = databaseFile(dir);
    try { return openStationDatabase({ file, key, identity: accounts.keyring(), cipher: accounts.keyring().cipher, now, mustExist: true }); } catch (error) { throw fileProblem(error, file); }
  };
  const openWith = (key: Buffer): void => {
    const db = openProvenFile(key);
    const sync = createSyncWorker({ db, log, fetch: givenFetch });
    removeReplacedFile(dir, accounts.keyring());
    opened = { db, sync, key };
    sync.start();
    log('opened');
  };

  return {
    dir, accounts,
    open: () => opened,
    needOpen() {
      if (!opened) throw new StationProblem('Sealed', 'the station is sealed: somebody must sign in first');
      return opened;
    },
    signIn: (account, password) => inTurn(async () => {
      const unlocked = await accounts.unlock(account, password);
      if (!unlocked.ok) return unlocked;
      if (!opened) openWith(unlocked.key);
      else if (!isSameKey(opened.key, unlocked.key)) throw new StationProblem('WrongKey', 'this account opens another file');
      return unlocked;
    }),
    seal: () => inTurn(async () => {
      const closing = opened;
      if (!closing) return;
      opened = undefined;
      await closing.sync.stop();
      await closing.db.close();
      closing.key.fill(0);
      log('sealed');
    }),
  };
}

export type { Person };
