import { timingSafeEqual } from 'node:crypto';
import type { Role } from '../../../src-shared/domain/common/context.ts';
import { text } from '../../../src-shared/domain/common/fields.ts';
import { StationProblem } from '../station-problem.ts';
import { createAttemptDelays } from './attempt-delays.ts';
import { aboutAccount, aboutRecovery, accountName, readKeyring, writeKeyring, type Keyring, type KeyringAccount } from './keyring.ts';
import { unwrapKey, wrapKey } from './key-wrapping.ts';
import { checkPassword } from './password-rules.ts';
import { normalizeRecoveryCode } from './recovery-code.ts';

/** Who works: what sessions, operations and audit events know of an account. */
export interface Person { account: string; displayName: string; role: Role }
export type Unlocked =
  | { ok: true; key: Buffer; person: Person }
  | { ok: false; refusal: { code: 'WrongPassword' | 'TooSoon' | 'UnknownAccount' | 'AccountDisabled'; waitMs?: number } };
export interface NewAccount { account: string; displayName?: string; role: Role; password: string }

/** The accounts of one station and the key they wrap. The keyring is read afresh each time: another process may have changed it. */
export interface Accounts {
  keyring(): Keyring;
  list(): Person[];
  /** The database key for the right password. Attempts are looked at one after another; a wrong one makes the next wait longer. */
  unlock(account: string, password: string): Promise<Unlocked>;
  /** As `unlock`, with the code printed at `init`; the person is the account it is used for. */
  unlockWithRecoveryCode(account: string, code: string): Promise<Unlocked>;
  /** @throws StationProblem `AccountExists`, `PasswordTooShort`, `InvalidAccountName`. */
  add(key: Buffer, account: NewAccount): Promise<Person>;
  /** @throws StationProblem `UnknownAccount`, `PasswordTooShort`. */
  reset(key: Buffer, account: string, newPassword: string): Promise<Person>;
}

/** Attempts with the recovery code are slowed down under this name; no account can have it. */
const recoveryAttempts = '(recovery code)';

export function createAccounts(dir: string, now: () => number): Accounts {
  const delays = createAttemptDelays(dir, now);
  let queue: Promise<unknown> = Promise.resolve();
  /** One after another, so that a hundred guesses sent at once are still slowed down. */
  const oneByOne = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work, work);
    queue = result.catch(() => undefined);
    return result;
  };

  const attempt = (name: string, delayName: string, unwrap: (keyring: Keyring, found: KeyringAccount) => Promise<Buffer | undefined>) =>
    oneByOne(async (): Promise<Unlocked> => {
      const keyring = readKeyring(dir);
      const found = findAccount(keyring, name);
      if (!found) return { ok: false, refusal: { code: 'UnknownAccount' } };
      if (found.disabled) return { ok: false, refusal: { code: 'AccountDisabled' } };
      const waitMs = delays.waitMs(delayName);
      if (waitMs > 0) return { ok: false, refusal: { code: 'TooSoon', waitMs } };
      const key = await unwrap(keyring, found);
      if (!key) return { ok: false, refusal: { code: 'WrongPassword', waitMs: delays.failed(delayName) } };
      delays.succeeded(delayName);
      return { ok: true, key, person: personOf(found) };
    });

  return {
    keyring: () => readKeyring(dir),
    list: () => readKeyring(dir).accounts.filter((a) => !a.disabled).map(personOf),
    unlock: (account, password) => {
      const name = account.trim().toLowerCase();
      return attempt(name, name, (keyring, found) => unwrapKey(found.wrapped, password, aboutAccount(keyring, found)));
    },
    unlockWithRecoveryCode: (account, code) =>
      attempt(account.trim().toLowerCase(), recoveryAttempts, (keyring) => unwrapKey(keyring.recovery, normalizeRecoveryCode(code), aboutRecovery(keyring))),
    add: (key, account) => oneByOne(async () => {
      const keyring = readKeyring(dir);
      const added = await createKeyringAccount(keyring, key, account, now);
      if (findAccount(keyring, added.account)) throw new StationProblem('AccountExists', `there is already an account ${added.account}`);
      writeKeyring(dir, { ...keyring, accounts: [...keyring.accounts, added] });
      return personOf(added);
    }),
    reset: (key, account, newPassword) => oneByOne(async () => {
      checkPassword(newPassword);
      const keyring = readKeyring(dir);
      const found = findAccount(keyring, account.trim().toLowerCase());
      if (!found) throw new StationProblem('UnknownAccount', `there is no account ${account}`);
      const changed = { ...found, wrapped: await wrapKey(key, newPassword, aboutAccount(keyring, found)) };
      writeKeyring(dir, { ...keyring, accounts: keyring.accounts.map((a) => (a === found ? changed : a)) });
      delays.succeeded(found.account);
      return personOf(found);
    }),
  };
}

/** A new account with the key wrapped for it; not yet in any keyring. */
export async function createKeyringAccount(
  keyring: Pick<Keyring, 'unit' | 'device' | 'boundTo'>, key: Buffer, account: NewAccount, now: () => number,
): Promise<KeyringAccount> {
  const name = accountName.safeParse(account.account);
  if (!name.success) throw new StationProblem('InvalidAccountName', 'an account name has 1 to 40 of the characters a-z 0-9 . _ - and begins with a letter or digit');
  checkPassword(account.password);
  const displayName = text(200).safeParse(account.displayName?.trim() || name.data);
  if (!displayName.success) throw new StationProblem('InvalidDisplayName', 'the name of a person has at most 200 characters, none of them a control character');
  const about = { account: name.data, role: account.role, displayName: displayName.data };
  return { ...about, createdAt: new Date(now()).toISOString(), wrapped: await wrapKey(key, account.password, aboutAccount(keyring, about)) };
}

/** The key of a keyring that lies in no directory yet; there nothing is slowed down, since whoever has the file may copy it. */
export async function unlockKeyring(keyring: Keyring, secret: { account: string; password: string } | { account?: string; recoveryCode: string }): Promise<Unlocked> {
  const found = secret.account === undefined ? undefined : findAccount(keyring, secret.account.trim().toLowerCase());
  if (!found && secret.account !== undefined) return { ok: false, refusal: { code: 'UnknownAccount' } };
  if (found?.disabled) return { ok: false, refusal: { code: 'AccountDisabled' } };
  const key = 'recoveryCode' in secret
    ? await unwrapKey(keyring.recovery, normalizeRecoveryCode(secret.recoveryCode), aboutRecovery(keyring))
    : found && await unwrapKey(found.wrapped, secret.password, aboutAccount(keyring, found));
  if (!key) return { ok: false, refusal: { code: 'WrongPassword' } };
  return { ok: true, key, person: found ? personOf(found) : holderOfRecoveryCode };
}

/** Who came with the recovery code and no account; no account can have this name. */
const holderOfRecoveryCode: Person = { account: '(recovery code)', displayName: '(recovery code)', role: 'head' };

/** The key a second sign-in unwraps must be the one the file is open with. */
export const isSameKey = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

const findAccount = (keyring: Keyring, account: string) => keyring.accounts.find((a) => a.account === account);
const personOf = (a: KeyringAccount): Person => ({ account: a.account, displayName: a.displayName, role: a.role });
