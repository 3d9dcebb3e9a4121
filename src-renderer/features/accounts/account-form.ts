import { roles } from '../../../src-shared/domain/common/context.ts';
import { passwordProblems, type PasswordFields } from '../../ui/password-problems.ts';
import type { Problems } from '../../ui/problems.ts';
import { isAccountName } from '../../ui/suggest-account.ts';

export interface AccountFields extends PasswordFields { displayName: string; account: string; role: string }
export const emptyAccount: AccountFields = { displayName: '', account: '', role: '', password: '', again: '' };

/** Everything wrong, by field. */
export function accountProblems(fields: AccountFields, taken: readonly string[]): Problems {
  const problems = passwordProblems(fields);
  if (fields.displayName.trim() === '') problems.displayName = { code: 'required' };
  const account = fields.account.trim().toLowerCase();
  if (account === '') problems.account = { code: 'required' };
  else if (!isAccountName(account)) problems.account = { code: 'codeFormat' };
  else if (taken.includes(account)) problems.account = { code: 'refusals.AccountNameUsed' };
  if (!roles.some((role) => role === fields.role)) problems.role = { code: 'required' };
  return problems;
}
