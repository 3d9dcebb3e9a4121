import type { SessionState } from '../../src-shared/contract/session.ts';

/** The name of an account of this station; of another PC's only the account is known. */
export const accountName = (accounts: SessionState['accounts'], account: string): string => accounts.find((one) => one.account === account)?.displayName ?? account;
