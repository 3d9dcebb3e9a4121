import type { AccountRow } from '../../../src-shared/contract/accounts.ts';
import type { Keyring } from './keyring.ts';

/** Every account the station has or had; forgotten ones keep their name alone. */
export function accountRows({ accounts, forgotten }: Keyring): AccountRow[] {
  return [
    ...accounts.map(({ account, displayName, role, disabled, createdAt }) => ({ account, displayName, role, state: disabled ? 'disabled' as const : 'active' as const, since: createdAt })),
    ...forgotten.map(({ account, displayName, forgottenAt }) => ({ account, displayName, state: 'forgotten' as const, since: forgottenAt })),
  ];
}
