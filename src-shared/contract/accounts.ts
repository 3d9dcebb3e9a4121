import type { EnrolmentSummary, FirstStartAnswer } from './first-start.ts';
import type { Role } from '../domain/common/context.ts';
import type { Refusal } from '../domain/common/refusal.ts';

/** One account as the head sees it; `forgotten` ones only keep their name, for what they did. */
export interface AccountRow { account: string; displayName: string; role?: Role; state: 'active' | 'disabled' | 'forgotten'; since: string }
export interface NewAccountInput { account: string; displayName: string; role: Role; password: string }
/**
 * Refusals: `RoleNotAllowed`, `AccountExists`, `AccountNameUsed`, `InvalidAccountName`, `InvalidDisplayName`, `PasswordTooShort {shortest}`,
 * `PasswordTooLong`, `UnknownAccount`, `OwnAccount`, `NeedsReset`, `WrongPassword {waitMs}`, `TooSoon {waitMs}`.
 */
export type AccountAnswer = { ok: true } | { ok: false; refusals: Refusal[] };
export type RecoveryCodeAnswer = { ok: true; recoveryCode: string } | { ok: false; refusals: Refusal[] };

/** Changes of accounts; all but `changePassword` are the head's. Who loses her way in is signed out everywhere. */
export interface AccountsApi {
  list(): Promise<AccountRow[]>;
  add(input: NewAccountInput): Promise<AccountAnswer>;
  reset(input: { account: string; newPassword: string }): Promise<AccountAnswer>;
  disable(input: { account: string }): Promise<AccountAnswer>;
  enable(input: { account: string }): Promise<AccountAnswer>;
  forget(input: { account: string }): Promise<AccountAnswer>;
  changePassword(input: { password: string; newPassword: string }): Promise<AccountAnswer>;
  /** With the code on paper, nobody signed in; slowed down as passwords are. */
  resetByCode(input: { account: string; code: string; newPassword: string }): Promise<AccountAnswer>;
  /** Joins the station to the tier above, or to another one. */
  joinTier(input: { file: string; pin: string }): Promise<FirstStartAnswer<EnrolmentSummary>>;
  /** The former code opens too until `recoveryCodeShown`. */
  renewRecoveryCode(): Promise<RecoveryCodeAnswer>;
  /** The new code is on paper: the former one opens nothing any more. */
  recoveryCodeShown(): Promise<AccountAnswer>;
}
