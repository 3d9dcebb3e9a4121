import type { StationDatabase } from '../db/station-database.ts';
import { StationProblem } from '../station-problem.ts';
import type { Accounts, Noted, Person } from './accounts.ts';
import type { NewAccount } from './create-keyring-account.ts';
import { unlockedOrProblem } from './unlocked-or-problem.ts';
import { writeAuditNotes } from './write-audit-notes.ts';

/**
 * What a signed-in person may do with accounts. Each change is all or nothing, with what the audit chain will say of it; it says so at once, or,
 * on a full disk, as soon as it can. All but `changePassword` are the head's.
 */
export interface AccountChanges {
  add(account: NewAccount): Promise<Person>;
  reset(account: string, newPassword: string): Promise<Person>;
  disable(account: string): Promise<Person>;
  enable(account: string): Promise<Person>;
  forget(account: string): Promise<Person>;
  /** One's own. @throws StationProblem `WrongPassword`, `TooSoon`, `PasswordTooShort`. */
  changePassword(password: string, newPassword: string): Promise<Person>;
  /** A new code, shown once; the former one opens too until `recoveryCodeShown`. */
  renewRecoveryCode(): Promise<{ recoveryCode: string }>;
  /** The former code opens nothing any more. */
  recoveryCodeShown(): Promise<{ ok: true }>;
}

/** As the audit chain names them. */
export type AccountChange = 'addAccount' | 'resetAccount' | 'disableAccount' | 'enableAccount' | 'forgetAccount' | 'changePassword' | 'renewRecoveryCode';

export interface AccountChangesParts { accounts: Accounts; person: Person; db: StationDatabase; key: Buffer }

export function createAccountChanges({ accounts, person, db, key }: AccountChangesParts): AccountChanges {
  const needHead = (): void => {
    if (person.role !== 'head') throw new StationProblem('RoleNotAllowed', 'only the head of the station may change accounts');
  };
  /** A station always keeps a head who can sign in: nobody takes that away from herself. */
  const needOther = (account: string): void => {
    needHead();
    if (account.trim().toLowerCase() === person.account) throw new StationProblem('OwnAccount', 'nobody disables or forgets her own account: another head does');
  };
  const by = (operation: AccountChange): Noted => ({ operation, by: { account: person.account, displayName: person.displayName, role: person.role } });
  const changing = async <T>(change: Promise<T>): Promise<T> => {
    const changed = await change;
    // The change stands with its note in the keyring: a chain that takes no event just now gets it later, and says nothing against the change.
    await writeAuditNotes(db, accounts).catch(() => undefined);
    return changed;
  };
  return {
    async add(account) { needHead(); return changing(accounts.add(key, account, by('addAccount'))); },
    async reset(account, newPassword) { needHead(); return changing(accounts.reset(key, account, newPassword, by('resetAccount'))); },
    async disable(account) { needOther(account); return changing(accounts.disable(account, by('disableAccount'))); },
    async enable(account) { needHead(); return changing(accounts.enable(key, account, by('enableAccount'))); },
    async forget(account) { needOther(account); return changing(accounts.forget(account, by('forgetAccount'))); },
    async changePassword(password, newPassword) {
      return changing(accounts.changePassword(person.account, password, newPassword, by('changePassword')).then((unlocked) => unlockedOrProblem(unlocked, person.account).person));
    },
    async renewRecoveryCode() { needHead(); return { recoveryCode: await changing(accounts.renewRecoveryCode(key, by('renewRecoveryCode'))) }; },
    async recoveryCodeShown() {
      needHead();
      await changing(accounts.dropFormerRecovery());
      return { ok: true };
    },
  };
}
