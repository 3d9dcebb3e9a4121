import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Role } from '../../../src-shared/domain/common/context.ts';
import { StationProblem } from '../station-problem.ts';
import { isFull } from '../backup/backup-problem.ts';
import { createAttemptDelays } from './attempt-delays.ts';
import { createKeyringAccount, type NewAccount } from './create-keyring-account.ts';
import { createKeyHolder, openKeyHolder, sealKey, type KeyHolder } from './key-holder.ts';
import { aboutAccount, aboutEscrow, aboutRecovery, databaseFile, readKeyring, writeKeyring, type AuditNote, type Keyring, type KeyringAccount } from './keyring.ts';
import { wrapKey } from './key-wrapping.ts';
import { checkPassword } from './password-rules.ts';
import { createRecoveryCode, normalizeRecoveryCode } from './recovery-code.ts';

/** Who works: what sessions, operations and audit events know of an account. */
export interface Person { account: string; displayName: string; role: Role }
/** What `writeAuditNotes` writes of a change into the audit chain; it lies in the keyring from the moment of the change on. `by`: who was signed in, where somebody was. */
export interface Noted { operation: AuditNote['operation']; by?: Person }
export type Unlocked =
  | { ok: true; key: Buffer; person: Person }
  | { ok: false; refusal: { code: 'WrongPassword' | 'TooSoon' | 'UnknownAccount' | 'AccountDisabled'; waitMs?: number } };

/**
 * The accounts of one station and the key they wrap. The keyring is read afresh each time: another process may have changed it.
 * A change and what the audit says of it are one replacement of the keyring: what throws has changed nothing (decision 158).
 */
export interface Accounts {
  keyring(): Keyring;
  /** Who may sign in. */
  list(): Person[];
  /** The database key for the right password. Attempts are looked at one after another; a wrong one makes the next wait longer. */
  unlock(account: string, password: string): Promise<Unlocked>;
  /** As `unlock`, with the code printed at `init`; the person is the account it is used for, disabled or not. */
  unlockWithRecoveryCode(account: string, code: string): Promise<Unlocked>;
  /** @throws StationProblem `AccountExists`, `AccountNameUsed`, `PasswordTooShort`, `InvalidAccountName`. */
  add(key: Buffer, account: NewAccount, noted?: Noted): Promise<Person>;
  /** A new password without the old one; a disabled account works again. @throws StationProblem `UnknownAccount`, `PasswordTooShort`. */
  reset(key: Buffer, account: string, newPassword: string, noted?: Noted): Promise<Person>;
  /** They are in the audit chain. */
  dropAuditNotes(ids: readonly string[]): Promise<void>;
  /** A person's own: wrong guesses of the present one are slowed down as at the door. @throws StationProblem `PasswordTooShort`, `UnknownAccount`. */
  changePassword(account: string, password: string, newPassword: string, noted?: Noted): Promise<Unlocked>;
  /** From now on the account's password opens nothing. @throws StationProblem `UnknownAccount`. */
  disable(account: string, noted?: Noted): Promise<Person>;
  /** With the password it had. @throws StationProblem `UnknownAccount`, `NeedsReset` where the password is of an older format. */
  enable(key: Buffer, account: string, noted?: Noted): Promise<Person>;
  /** Its way to the key is removed for good; its name stays, for what it did. @throws StationProblem `UnknownAccount`. */
  forget(account: string, noted?: Noted): Promise<Person>;
  /** A new recovery code. The one on paper opens too until `dropFormerRecovery`. */
  renewRecoveryCode(key: Buffer, noted?: Noted): Promise<string>;
  /** The code is on paper: the former one opens nothing any more, and nobody is told to make another. */
  dropFormerRecovery(): Promise<void>;
  /** The tier above that can help when all else is lost; `recipient` is its public key. */
  setEscrow(key: Buffer, hub: string, recipient: string): Promise<void>;
}

/** Attempts with the recovery code are slowed down under this name; no account can have it. */
const recoveryAttempts = '(recovery code)';
const nameOf = (typed: string): string => typed.trim().toLowerCase();

export function createAccounts(dir: string, now: () => number): Accounts {
  const delays = createAttemptDelays(dir, now);
  let queue: Promise<unknown> = Promise.resolve();
  /** One after another, so that a hundred guesses sent at once are still slowed down. */
  const oneByOne = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work, work);
    queue = result.catch(() => undefined);
    return result;
  };
  const save = async (keyring: Keyring, about?: { account: string; noted?: Noted | undefined }): Promise<void> => {
    const notes = about?.noted ? [{ ...about.noted, id: randomUUID(), account: about.account, at: new Date(now()).toISOString() }] : [];
    const next = { ...keyring, toAudit: [...keyring.toAudit, ...notes] };
    try { writeKeyring(dir, next); } catch (error) {
      // The room kept for a full disk is for this, too: a lost password is replaced, somebody who left is kept out.
      if (!isFull(error) || !(await takeReserve(databaseFile(dir)))) throw error;
      writeKeyring(dir, next);
    }
  };
  const replace = (name: string, change: (found: KeyringAccount, keyring: Keyring) => KeyringAccount | Promise<KeyringAccount>, noted?: Noted): Promise<Person> => oneByOne(async () => {
    const keyring = readKeyring(dir);
    const found = findAccount(keyring, nameOf(name));
    if (!found) throw new StationProblem('UnknownAccount', `there is no account ${name}`);
    await save(withAccount(keyring, await change(found, keyring)), { account: found.account, noted });
    return personOf(found);
  });

  const attempt = (name: string, work: { delayName: string; evenDisabled?: boolean; open(keyring: Keyring, found: KeyringAccount): Promise<Buffer | undefined> }) =>
    oneByOne(async (): Promise<Unlocked> => {
      const keyring = readKeyring(dir);
      const found = findAccount(keyring, name);
      if (!found) return { ok: false, refusal: { code: 'UnknownAccount' } };
      if (found.disabled && !work.evenDisabled) return { ok: false, refusal: { code: 'AccountDisabled' } };
      const waitMs = delays.waitMs(work.delayName);
      if (waitMs > 0) return { ok: false, refusal: { code: 'TooSoon', waitMs } };
      const key = await work.open(keyring, found);
      if (!key) return { ok: false, refusal: { code: 'WrongPassword', waitMs: delays.failed(work.delayName) } };
      delays.succeeded(work.delayName);
      return { ok: true, key, person: personOf(found) };
    });
  /** Opens with the password and writes the account anew where `newPassword` is given or its format is an older one. */
  const openAccount = async (keyring: Keyring, found: KeyringAccount, password: string, newPassword?: string, noted?: Noted): Promise<Buffer | undefined> => {
    const about = aboutAccount(keyring, found);
    const opened = await openKeyHolder(found, password, about);
    if (!opened?.key) return undefined;
    const next = opened.identity === undefined ? await createKeyHolder(opened.key, newPassword ?? password, about)
      : newPassword === undefined ? undefined : { wrapped: await wrapKey(Buffer.from(opened.identity, 'latin1'), newPassword, about) };
    if (next) {
      try { await save(withAccount(keyring, { ...found, ...next }), { account: found.account, noted }); } catch (error) {
        // The newer format of a keyring can wait; a new password was asked for.
        if (newPassword !== undefined || !isFull(error)) throw error;
      }
    }
    return opened.key;
  };

  return {
    keyring: () => readKeyring(dir),
    list: () => readKeyring(dir).accounts.filter((a) => !a.disabled).map(personOf),
    unlock: (account, password) => attempt(nameOf(account), { delayName: nameOf(account), open: (keyring, found) => openAccount(keyring, found, password) }),
    unlockWithRecoveryCode: (account, code) => attempt(nameOf(account), { delayName: recoveryAttempts, evenDisabled: true, open: (keyring) => openRecovery(keyring, code) }),
    add: (key, account, noted) => oneByOne(async () => {
      const keyring = readKeyring(dir);
      const added = await createKeyringAccount(keyring, key, account, now);
      if (findAccount(keyring, added.account)) throw new StationProblem('AccountExists', `there is already an account ${added.account}`);
      if (keyring.forgotten.some((a) => a.account === added.account)) throw new StationProblem('AccountNameUsed', `the name ${added.account} stands in the audit for somebody else; choose another one`);
      await save({ ...keyring, accounts: [...keyring.accounts, added] }, { account: added.account, noted });
      return personOf(added);
    }),
    async reset(key, account, newPassword, noted) {
      checkPassword(newPassword);
      const person = await replace(account, async ({ disabled: _, ...found }, keyring) => ({ ...found, ...await createKeyHolder(key, newPassword, aboutAccount(keyring, found)) }), noted);
      delays.succeeded(person.account);
      return person;
    },
    dropAuditNotes: (ids) => oneByOne(async () => {
      const keyring = readKeyring(dir);
      await save({ ...keyring, toAudit: keyring.toAudit.filter(({ id }) => !ids.includes(id)) });
    }),
    changePassword(account, password, newPassword, noted) {
      checkPassword(newPassword);
      return attempt(nameOf(account), { delayName: nameOf(account), open: (keyring, found) => openAccount(keyring, found, password, newPassword, noted) });
    },
    disable: (account, noted) => replace(account, (found) => ({ ...found, disabled: true, ...(found.sealed ? { sealed: { ...found.sealed, box: undefined } } : {}) }), noted),
    enable: (key, account, noted) => replace(account, async ({ disabled: _, ...found }, keyring) => {
      if (!found.sealed) throw new StationProblem('NeedsReset', `account ${found.account} needs a new password`);
      return { ...found, sealed: await sealKey(key, found.sealed.recipient, aboutAccount(keyring, found)) };
    }, noted),
    forget: (account, noted) => oneByOne(async () => {
      const keyring = readKeyring(dir);
      const found = findAccount(keyring, nameOf(account));
      if (!found) throw new StationProblem('UnknownAccount', `there is no account ${account}`);
      const { displayName } = found;
      const forgotten = [...keyring.forgotten, { account: found.account, displayName, forgottenAt: new Date(now()).toISOString() }];
      await save({ ...keyring, accounts: keyring.accounts.filter((a) => a !== found), forgotten }, { account: found.account, noted });
      delays.succeeded(found.account);
      return personOf(found);
    }),
    renewRecoveryCode: (key, noted) => oneByOne(async () => {
      const keyring = readKeyring(dir);
      const code = createRecoveryCode();
      const { wrapped, sealed } = await createKeyHolder(key, normalizeRecoveryCode(code), aboutRecovery(keyring));
      // Made anew before the last one was shown: what is on paper is the one before that.
      const formerRecovery = keyring.formerRecovery ?? { wrapped: keyring.recovery, sealed: keyring.recoverySealed };
      await save({ ...keyring, recovery: wrapped, recoverySealed: sealed, formerRecovery }, { account: noted?.by?.account ?? '', noted });
      return code;
    }),
    dropFormerRecovery: () => oneByOne(async () => {
      const { formerRecovery, recoveryUnseen, ...keyring } = readKeyring(dir);
      if (formerRecovery ?? recoveryUnseen) await save(keyring);
    }),
    setEscrow: (key, hub, recipient) => oneByOne(async () => {
      const keyring = readKeyring(dir);
      await save({ ...keyring, escrow: { hub, sealed: await sealKey(key, recipient, aboutEscrow(keyring, hub)) } });
    }),
  };
}

/** The key of a keyring that lies in no directory yet; there nothing is slowed down, since whoever has the file may copy it. */
export async function unlockKeyring(keyring: Keyring, secret: { account: string; password: string } | { account?: string; recoveryCode: string }): Promise<Unlocked> {
  const found = secret.account === undefined ? undefined : findAccount(keyring, nameOf(secret.account));
  if (!found && secret.account !== undefined) return { ok: false, refusal: { code: 'UnknownAccount' } };
  if (found?.disabled && 'password' in secret) return { ok: false, refusal: { code: 'AccountDisabled' } };
  const key = 'recoveryCode' in secret ? await openRecovery(keyring, secret.recoveryCode) : found && (await openKeyHolder(found, secret.password, aboutAccount(keyring, found)))?.key;
  if (!key) return { ok: false, refusal: { code: 'WrongPassword' } };
  return { ok: true, key, person: found ? personOf(found) : holderOfRecoveryCode };
}

/** Who came with the recovery code and no account; no account can have this name. */
const holderOfRecoveryCode: Person = { account: '(recovery code)', displayName: '(recovery code)', role: 'head' };

/** The key a second sign-in unwraps must be the one the file is open with. */
export const isSameKey = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

async function openRecovery(keyring: Keyring, code: string): Promise<Buffer | undefined> {
  const holders: KeyHolder[] = [{ wrapped: keyring.recovery, sealed: keyring.recoverySealed }, ...(keyring.formerRecovery ? [keyring.formerRecovery] : [])];
  for (const holder of holders) {
    const opened = await openKeyHolder(holder, normalizeRecoveryCode(code), aboutRecovery(keyring));
    if (opened) return opened.key;
  }
  return undefined;
}

/** Loaded here: whoever changes nothing needs no database. */
async function takeReserve(file: string): Promise<boolean> {
  const { takeRoomKept } = await import('../db/disk-guard.ts');
  return takeRoomKept(file);
}

const findAccount = (keyring: Keyring, account: string) => keyring.accounts.find((a) => a.account === account);
const withAccount = (keyring: Keyring, changed: KeyringAccount): Keyring => ({ ...keyring, accounts: keyring.accounts.map((a) => (a.account === changed.account ? changed : a)) });
const personOf = (a: KeyringAccount): Person => ({ account: a.account, displayName: a.displayName, role: a.role });
