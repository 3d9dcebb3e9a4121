import { roles } from '../../../src-shared/domain/common/context.ts';
import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import type { Problems } from '../../ui/problems.ts';

export interface PasswordFields { password: string; again: string }
export interface AccountFields extends PasswordFields { displayName: string; account: string; role: string }

/** The station's own rule says the same (`password-rules`); here it is said before anything is sent. */
export const shortestPassword = 6;
export const emptyAccount: AccountFields = { displayName: '', account: '', role: '', password: '', again: '' };

export function passwordProblems({ password, again }: PasswordFields): Problems {
  const problems: Problems = {};
  if (password === '') problems.password = { code: 'required' };
  else if ([...password.normalize('NFC')].length < shortestPassword) problems.password = { code: 'passwordTooShort', shortest: shortestPassword };
  if (password !== '' && again.normalize('NFC') !== password.normalize('NFC')) problems.again = { code: again === '' ? 'required' : 'passwordsDiffer' };
  return problems;
}

/** Everything wrong, by field. */
export function accountProblems(fields: AccountFields, taken: readonly string[]): Problems {
  const problems = passwordProblems(fields);
  if (fields.displayName.trim() === '') problems.displayName = { code: 'required' };
  const account = fields.account.trim().toLowerCase();
  if (account === '') problems.account = { code: 'required' };
  else if (!/^[a-z0-9][a-z0-9._-]{0,39}$/.test(account)) problems.account = { code: 'codeFormat' };
  else if (taken.includes(account)) problems.account = { code: 'refusals.AccountNameUsed' };
  if (!roles.some((role) => role === fields.role)) problems.role = { code: 'required' };
  return problems;
}

/** `Nguyễn Thị Lan` → `lan`, `lan2` where that one is taken. */
export function suggestAccount(displayName: string, taken: readonly string[]): string {
  const given = foldForSearch(displayName).split(' ').at(-1)?.replaceAll(/[^a-z0-9]/g, '') ?? '';
  if (given === '') return '';
  let name = given;
  for (let number = 2; taken.includes(name); number += 1) name = `${given}${number}`;
  return name;
}
