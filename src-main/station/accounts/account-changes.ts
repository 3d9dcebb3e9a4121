import type { StationDatabase } from '../db/station-database.ts';
import { StationProblem } from '../station-problem.ts';
import type { Accounts, Person } from './accounts.ts';
import { auditAccountChange } from './audit-account-change.ts';
import type { NewAccount } from './create-keyring-account.ts';
import { unlockedOrProblem } from './unlocked-or-problem.ts';

/** What a signed-in person may do with accounts; each change is in the audit chain. All but `changePassword` are the head's. */
export interface AccountChanges {
  add(account: NewAccount): Promise<Person>;
  reset(account: string, newPassword: string): Promise<Person>;
  disable(account: string): Promise<Person>;
  enable(account: string): Promise<Person>;
  forget(account: string): Promise<Person>;
  /** One's own. @throws StationProblem `WrongPassword`, `TooSoon`, `PasswordTooShort`. */
  changePassword(password: string, newPassword: string): Promise<Person>;
  /** A new code, shown once; the former one opens nothing any more. */
  renewRecoveryCode(): Promise<{ recoveryCode: string }>;
}

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
  const audited = <T extends Person>(operation: Parameters<typeof auditAccountChange>[2], changed: T): T => {
    auditAccountChange(db, person, operation, changed.account);
    return changed;
  };
  return {
    async add(account) { needHead(); return audited('addAccount', await accounts.add(key, account)); },
    async reset(account, newPassword) { needHead(); return audited('resetAccount', await accounts.reset(key, account, newPassword)); },
    async disable(account) { needOther(account); return audited('disableAccount', await accounts.disable(account)); },
    async enable(account) { needHead(); return audited('enableAccount', await accounts.enable(key, account)); },
    async forget(account) { needOther(account); return audited('forgetAccount', await accounts.forget(account)); },
    async changePassword(password, newPassword) {
      const unlocked = unlockedOrProblem(await accounts.changePassword(person.account, password, newPassword), person.account);
      return audited('changePassword', unlocked.person);
    },
    async renewRecoveryCode() {
      needHead();
      const recoveryCode = await accounts.renewRecoveryCode(key);
      auditAccountChange(db, person, 'renewRecoveryCode', person.account);
      return { recoveryCode };
    },
  };
}
