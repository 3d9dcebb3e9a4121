import type { SessionState, SignInAnswer } from '../../../src-shared/contract/session.ts';
import { createAccountChanges, type AccountChanges } from '../accounts/account-changes.ts';
import type { Person, Unlocked } from '../accounts/accounts.ts';
import { checkPassword } from '../accounts/password-rules.ts';
import { unlockedOrProblem } from '../accounts/unlocked-or-problem.ts';
import { isFileProblem } from '../db/file-problem.ts';
import type { Station } from '../station.ts';
import { StationProblem } from '../station-problem.ts';
import type { FaultLog } from './fault-log.ts';
import type { createPreferences } from './preferences.ts';
import type { Sessions } from './sessions.ts';

/** Where people sign in and out: sessions over the station, and when the file is let go (decision 17). */
export interface Desk {
  readonly station: Station;
  readonly sessions: Sessions;
  readonly faults: FaultLog;
  readonly preferences: ReturnType<typeof createPreferences>;
  /** Ends this process in order and starts it again, where somebody would. */
  readonly restart: (() => void) | undefined;
  stateFor(pass: string): SessionState;
  signIn(pass: string, account: string, password: string): Promise<SignInAnswer>;
  /** Puts the newest copy in the place of a file that does not open, and signs in. */
  restoreNewest(pass: string, account: string, password: string): Promise<SignInAnswer>;
  /** The last one out seals the file. */
  signOut(pass: string): Promise<SessionState>;
  /** This page's session ends; the file stays open and the exchange goes on. */
  lock(pass: string): SessionState;
  seal(pass: string): Promise<SessionState>;
  /** Sign-in of the command line: leaves the station as open or sealed as it was. */
  signInCommand(pass: string, account: string, password: string): Promise<Unlocked>;
  signOutCommand(pass: string): Promise<void>;
  /** The file is open for a command alone, and is let go when that ends. */
  closesAfterCommand(): boolean;
  /** A new password by the code on paper, without anybody signed in; whoever had this account open is signed out. @throws StationProblem `WrongPassword`, `TooSoon`, those of a password. */
  resetByCode(account: string, code: string, newPassword: string): Promise<Person>;
  /** Changes of accounts by this person; who loses her way in is signed out everywhere. @throws StationProblem `Sealed`. */
  changeAccounts(person: Person, pass: string): AccountChanges;
}

export interface DeskParts { station: Station; sessions: Sessions; faults: FaultLog; preferences: ReturnType<typeof createPreferences>; idleLockMinutes: number; restart?: (() => void) | undefined }

export function createDesk({ station, sessions, faults, preferences, idleLockMinutes, restart }: DeskParts): Desk {
  /** The file is open for commands alone: one of them found the station sealed, and nobody has signed in on a screen since. */
  let openForCommands = false;
  /** Sign-ins under way, on screens and by commands. */
  let arriving = 0;
  /** Commands that are signed in. */
  const commands = new Set<string>();
  const sealAfterCommands = async (): Promise<void> => {
    if (!openForCommands || arriving > 0 || sessions.count > 0) return;
    openForCommands = false;
    await station.seal();
  };
  const stateFor = (pass: string): SessionState => {
    const { unit, unitName, practice, recoveryUnseen } = station.accounts.keyring();
    const person = station.open() ? sessions.person(pass, true) : undefined;
    const state = !station.open() ? 'sealed' : person ? 'signedIn' : 'locked';
    return { state, ...person, unit, unitName, practice, accounts: station.accounts.list(), idleLockMinutes, ...preferences.get(), ...(recoveryUnseen && person?.role === 'head' && { recoveryUnseen }), ...(station.opening() && { opening: station.opening() }) };
  };
  // A command that was killed never signs out.
  sessions.onEnd((pass, { reason }) => {
    if (commands.delete(pass) && reason === 'idle') void sealAfterCommands();
  });
  return {
    station, sessions, faults, preferences, restart, stateFor,
    async signIn(pass, account, password) {
      arriving += 1;
      try {
        const unlocked = await station.signIn(account, password);
        if (!unlocked.ok) return { ok: false, refusals: [unlocked.refusal] };
        sessions.begin(pass, unlocked.person);
        openForCommands = false;
        return { ok: true, session: stateFor(pass) };
      } catch (error) {
        if (!isFileProblem(error)) throw error;
        faults.log('fileNotOpened', { code: error.code });
        const at = error.code === 'Corrupt' || error.code === 'NotFound' ? station.newestCopyAt() : undefined;
        return { ok: false, refusals: [{ code: `File${error.code}`, ...(at !== undefined && { newestCopyAt: new Date(at).toISOString() }) }] };
      } finally {
        arriving -= 1;
        await sealAfterCommands();
      }
    },
    async restoreNewest(pass, account, password) {
      try { await station.restoreNewest(account, password); } catch (error) {
        if (!(error instanceof StationProblem)) throw error;
        faults.log('notRestored', { code: error.code });
        const code = error.code === 'NoBackup' ? 'RestoreNoBackup' : error.code === 'DiskFull' ? 'RestoreDiskFull' : error.code === 'WrongPassword' ? 'WrongPassword' : 'RestoreFailed';
        return { ok: false, refusals: [{ code }] };
      }
      return this.signIn(pass, account, password);
    },
    async signOut(pass) {
      sessions.end(pass, 'signedOut');
      // Where commands are still at work, the last of them seals.
      openForCommands = sessions.count === commands.size;
      await sealAfterCommands();
      return stateFor(pass);
    },
    lock(pass) {
      sessions.end(pass, 'locked');
      return stateFor(pass);
    },
    async seal(pass) {
      sessions.endAll('sealed');
      openForCommands = arriving > 0;
      await station.seal();
      return stateFor(pass);
    },
    async signInCommand(pass, account, password) {
      arriving += 1;
      try {
        if (!station.open()) openForCommands = true;
        const unlocked = await station.signIn(account, password);
        if (unlocked.ok) {
          sessions.begin(pass, unlocked.person);
          commands.add(pass);
        }
        return unlocked;
      } finally {
        arriving -= 1;
        await sealAfterCommands();
      }
    },
    async resetByCode(account, code, newPassword) {
      checkPassword(newPassword);
      const { key } = unlockedOrProblem(await station.accounts.unlockWithRecoveryCode(account, code), account, 'recovery code');
      try {
        const person = await station.accounts.reset(key, account, newPassword, { operation: 'resetByCode' });
        sessions.endAccount(person.account, '');
        faults.log('resetByRecoveryCode', { account: person.account });
        await station.auditNow(key);
        return person;
      } finally {
        key.fill(0);
      }
    },
    changeAccounts(person, pass) {
      const changes = createAccountChanges({ accounts: station.accounts, person, ...station.needOpen() });
      const thenSignedOut = async (changed: Promise<Person>): Promise<Person> => {
        const { account } = await changed;
        sessions.endAccount(account, pass);
        return changed;
      };
      return {
        ...changes,
        reset: (account, newPassword) => thenSignedOut(changes.reset(account, newPassword)),
        disable: (account) => thenSignedOut(changes.disable(account)),
        forget: (account) => thenSignedOut(changes.forget(account)),
        changePassword: (password, newPassword) => thenSignedOut(changes.changePassword(password, newPassword)),
      };
    },
    closesAfterCommand: () => openForCommands,
    async signOutCommand(pass) {
      sessions.end(pass, 'signedOut');
      await sealAfterCommands();
    },
  };
}
