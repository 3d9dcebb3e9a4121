import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rekeyStationFile } from '../db/station-file.ts';
import { fileProblem } from '../db/file-problem.ts';
import { StationProblem } from '../station-problem.ts';
import type { Person } from './accounts.ts';
import { createKeyHolder, isVouchedFor, sealKey, type SealedKey } from './key-holder.ts';
import { aboutAccount, aboutEscrow, aboutRecovery, databaseFile, readKeyring, writeKeyring, type Keyring, type StationCipher } from './keyring.ts';
import { createRecoveryCode, normalizeRecoveryCode } from './recovery-code.ts';

export interface RekeyRequest {
  dir: string; key: Buffer; /** Of the file from now on; as it was where not given. */ cipher?: StationCipher | undefined; newRecoveryCode?: boolean;
  /** Whom the audit chain will name, and when. */ noted?: { by: Person; at: string };
  tell?: (step: 'copying' | 'rekeying' | 'checking' | 'switching' | 'removing') => void;
}
export interface RekeyReport { database: string; cipher: StationCipher; /** Only where a new one was made; the former one opens too until `Accounts.dropFormerRecovery`. */ recoveryCode?: string; newKey: Buffer }

/**
 * Encrypts the whole file with a new key, while nobody has it open. The new file is written beside the old one and compared with
 * it; then the keyring, replaced whole, names the new file and holds the new key for each account; then the old file is removed. A kill
 * at any moment leaves the one or the other. Passwords stay as they are. Backups made before keep the key they were made with.
 * @throws StationProblem `AccountsToRenew`, `KeyringTampered`, `FileInUse` and others of `fileProblem`.
 */
export async function rekeyStation({ dir, key, cipher, newRecoveryCode = false, noted, tell = () => undefined }: RekeyRequest): Promise<RekeyReport> {
  const keyring = readKeyring(dir);
  const newKey = randomBytes(32);
  const next: Keyring = { ...keyring, cipher: cipher ?? keyring.cipher, database: nextDatabase(dir, keyring.database), replaces: keyring.database };
  if (noted) next.toAudit = [...keyring.toAudit, { ...noted, id: randomUUID(), operation: 'rekeyStation', account: noted.by.account }];
  next.accounts = await resealAccounts(keyring, key, newKey);
  const recoveryCode = newRecoveryCode || !keyring.recoverySealed ? createRecoveryCode() : undefined;
  if (recoveryCode !== undefined) {
    const { wrapped, sealed } = await createKeyHolder(newKey, normalizeRecoveryCode(recoveryCode), aboutRecovery(keyring));
    // It is shown after the switch: until then the one on paper opens, too.
    next.formerRecovery ??= { wrapped: keyring.recovery, sealed: keyring.recoverySealed };
    Object.assign(next, { recovery: wrapped, recoverySealed: sealed });
  } else if (keyring.recoverySealed) next.recoverySealed = await reseal(keyring.recoverySealed, key, newKey, aboutRecovery(keyring));
  if (next.formerRecovery?.sealed) next.formerRecovery = { ...next.formerRecovery, sealed: await reseal(next.formerRecovery.sealed, key, newKey, aboutRecovery(keyring)) };
  else delete next.formerRecovery;
  if (keyring.escrow) next.escrow = { ...keyring.escrow, sealed: await reseal(keyring.escrow.sealed, key, newKey, aboutEscrow(keyring, keyring.escrow.hub)) };

  removeReplacedFile(dir, keyring);
  const [source, target] = [{ file: databaseFile(dir), key, cipher: keyring.cipher }, { file: join(dir, unfinishedFile), key: newKey, cipher: next.cipher }];
  try { rekeyStationFile(source, target, tell); } catch (error) { throw fileProblem(error, source.file); }
  tell('switching');
  renameSync(target.file, join(dir, next.database));
  writeKeyring(dir, next);
  tell('removing');
  removeReplacedFile(dir, next);
  return { database: next.database, cipher: next.cipher, newKey, ...(recoveryCode === undefined ? {} : { recoveryCode }) };
}

/** The file a re-key replaced, where a kill came before it was removed; called once the file the keyring names is open. Any other file is left alone. */
export function removeReplacedFile(dir: string, { replaces, database }: Keyring): void {
  if (replaces !== undefined && replaces !== database) removeDatabase(dir, replaces);
  removeDatabase(dir, unfinishedFile);
}

const unfinishedFile = 'station.db.unfinished';

function removeDatabase(dir: string, name: string): void {
  for (const end of ['', '-wal', '-shm', '-lock', '-journal', '-reserve']) rmSync(join(dir, name + end), { force: true });
}

async function resealAccounts(keyring: Keyring, key: Buffer, newKey: Buffer): Promise<Keyring['accounts']> {
  const old = keyring.accounts.filter((a) => !a.sealed).map((a) => a.account);
  if (old.length > 0) throw new StationProblem('AccountsToRenew', `these accounts must sign in once, get a new password or be forgotten before: ${old.join(', ')}`, { accounts: old });
  return Promise.all(keyring.accounts.map(async (account) => (account.sealed ? { ...account, sealed: await reseal(account.sealed, key, newKey, aboutAccount(keyring, account)) } : account)));
}

async function reseal(sealed: SealedKey, key: Buffer, newKey: Buffer, about: readonly string[]): Promise<SealedKey> {
  if (!isVouchedFor(sealed, key, about)) throw new StationProblem('KeyringTampered', 'keyring.json was changed by hand: the new key is not given to what stands there; nothing was changed');
  const next = await sealKey(newKey, sealed.recipient, about);
  return sealed.box === undefined ? { ...next, box: undefined } : next;
}

/** A name no file has: a station put back by hand may have one of a later key beside it. */
function nextDatabase(dir: string, database: string): string {
  let number = Number(/\.(\d+)$/.exec(database)?.[1] ?? 1);
  do number += 1; while (existsSync(join(dir, `station.db.${number}`)));
  return `station.db.${number}`;
}
