import type { Role } from '../../../src-shared/domain/common/context.ts';
import { text } from '../../../src-shared/domain/common/fields.ts';
import { StationProblem } from '../station-problem.ts';
import { createKeyHolder } from './key-holder.ts';
import { aboutAccount, accountName, type Keyring, type KeyringAccount } from './keyring.ts';
import { checkPassword } from './password-rules.ts';

export interface NewAccount { account: string; displayName?: string | undefined; role: Role; password: string }

/** A new account with the key wrapped for it; not yet in any keyring. @throws StationProblem `InvalidAccountName`, `InvalidDisplayName`, `PasswordTooShort`. */
export async function createKeyringAccount(
  keyring: Pick<Keyring, 'unit' | 'device' | 'boundTo'>, key: Buffer, account: NewAccount, now: () => number,
): Promise<KeyringAccount> {
  const name = accountName.safeParse(account.account);
  if (!name.success) throw new StationProblem('InvalidAccountName', 'an account name has 1 to 40 of the characters a-z 0-9 . _ - and begins with a letter or digit');
  checkPassword(account.password);
  const displayName = text(200).safeParse(account.displayName?.trim() || name.data);
  if (!displayName.success) throw new StationProblem('InvalidDisplayName', 'the name of a person has at most 200 characters, none of them a control character');
  const about = { account: name.data, role: account.role, displayName: displayName.data };
  return { ...about, createdAt: new Date(now()).toISOString(), ...await createKeyHolder(key, account.password, aboutAccount(keyring, about)) };
}
