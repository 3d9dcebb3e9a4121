import type { HubAccountRow } from '../../src-shared/contract/hub-api.ts';
import type { AccountRow } from './accounts.ts';
import { checkPassword } from './accounts.ts';
import { HubProblem } from './hub-problem.ts';
import { hashPassword } from './password-hash.ts';
import { hasSecondFactor, mintSecondFactor } from './second-factor.ts';
import { instantOf, type WorkPlace } from './work-place.ts';

const ended = (account: string): string => `sessionsEnded.${account}`;

/** When sessions of an account ended that were open then, in milliseconds; 0 where they never had to. */
export const sessionsEndedAt = ({ book }: Pick<WorkPlace, 'book'>, account: string): number => Number(book.setting(ended(account)) ?? 0);

function mustKnow({ book }: WorkPlace, account: unknown): AccountRow {
  const found = typeof account === 'string' ? book.sql.get<AccountRow>('SELECT account, role, unit, displayName, hash, disabledAt FROM accounts WHERE account = ?', account) : undefined;
  if (!found) throw new HubProblem('NoSuchAccount', `there is no account ${JSON.stringify(account)} here`);
  return found;
}

/** What is open of an account now ends: its sessions at the console, and what the door remembers of its password. */
function end({ book, now, changed }: WorkPlace, account: string): void {
  book.setSetting(ended(account), String(now()));
  changed('credentials');
}

/** Every account, without what opens it. */
export async function listUsers({ book }: WorkPlace, _input: object): Promise<HubAccountRow[]> {
  return book.sql.all<Omit<HubAccountRow, 'hasAuthenticator' | 'disabledAt'> & { disabledAt: string | null; factor: number }>(
    'SELECT a.account, a.role, a.unit, a.displayName, a.createdAt, a.disabledAt, s.account IS NOT NULL AS factor FROM accounts a LEFT JOIN secondFactors s ON s.account = a.account ORDER BY a.account',
  ).map(({ factor, disabledAt, ...row }) => ({ ...row, hasAuthenticator: factor === 1, ...(disabledAt === null ? {} : { disabledAt }) }));
}

/** From the next request on the account opens nothing; what it did stays. */
export async function disableUser(place: WorkPlace, { account }: { account: string }): Promise<{ account: string }> {
  mustKnow(place, account);
  place.book.sql.run('UPDATE accounts SET disabledAt = ? WHERE account = ? AND disabledAt IS NULL', instantOf(place.now()), account);
  end(place, account);
  return { account };
}

export async function enableUser(place: WorkPlace, { account }: { account: string }): Promise<{ account: string }> {
  mustKnow(place, account);
  place.book.sql.run('UPDATE accounts SET disabledAt = NULL WHERE account = ?', account);
  place.changed('credentials');
  return { account };
}

export async function resetUserPassword(place: WorkPlace, { account, password }: { account: string; password: string }): Promise<{ account: string }> {
  mustKnow(place, account);
  checkPassword(password);
  place.book.sql.run('UPDATE accounts SET hash = ? WHERE account = ?', await hashPassword(password), account);
  end(place, account);
  return { account };
}

/** A new secret for the account's authenticator; the one before counts no more. `otpauth` is shown once. `first`: it had none, and its password alone opens nothing any more. */
export async function rekeyUser(place: WorkPlace, { account }: { account: string }): Promise<{ account: string; otpauth: string; first?: true }> {
  mustKnow(place, account);
  const first = !hasSecondFactor(place.book, account);
  const otpauth = mintSecondFactor(place.book, account);
  end(place, account);
  return { account, otpauth, ...(first ? { first } : {}) };
}
