import type { AccountAnswer, AccountRow } from '../../../src-shared/contract/accounts.ts';
import type { Keyring } from '../accounts/keyring.ts';
import { StationProblem } from '../station-problem.ts';

/** What a rule said no to becomes a value, as everywhere behind the door; a fault stays one. */
export async function accountAnswer<T extends object>(work: () => Promise<T>): Promise<({ ok: true } & T) | Extract<AccountAnswer, { ok: false }>> {
  try {
    return { ok: true, ...await work() };
  } catch (error) {
    if (!(error instanceof StationProblem)) throw error;
    return { ok: false, refusals: [{ code: error.code, ...error.facts }] };
  }
}

export function accountRows({ accounts, forgotten }: Keyring): AccountRow[] {
  return [
    ...accounts.map(({ account, displayName, role, disabled, createdAt }) => ({ account, displayName, role, state: disabled ? 'disabled' as const : 'active' as const, since: createdAt })),
    ...forgotten.map(({ account, displayName, forgottenAt }) => ({ account, displayName, state: 'forgotten' as const, since: forgottenAt })),
  ];
}
