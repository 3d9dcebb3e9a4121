import type { HubRole } from '../../src-shared/contract/hub-api.ts';
import { unitKey } from '../../src-shared/domain/common/document.ts';
import { knowsUnit } from '../organisation/knows-unit.ts';
import { HubProblem } from './hub-problem.ts';
import { hashPassword } from './password-hash.ts';
import { mintSecondFactor } from './second-factor.ts';
import { instantOf } from './work-place.ts';
import type { WorkPlace } from './work-place.ts';

export interface AccountRow { account: string; role: HubRole; unit: string; displayName: string; hash: string; disabledAt: string | null }
export interface NewAccount {
  account: string; password: string; role: HubRole; unit: string; displayName?: string;
  /** No authenticator: such an account can sign in only at a hub that listens on its own machine alone. */
  passwordOnly?: boolean;
}
/** `otpauth`: address for the account's authenticator, shown once. */
export interface AddedAccount { account: string; role: HubRole; unit: string; otpauth?: string }

const roles: readonly HubRole[] = ['reviewer', 'manager', 'administrator'];
const LEAST_PASSWORD_LENGTH = 8;

/** Throws `WeakPassword`. */
export function checkPassword(password: unknown): void {
  if (typeof password !== 'string' || [...password].length < LEAST_PASSWORD_LENGTH) throw new HubProblem('WeakPassword', `a password needs at least ${LEAST_PASSWORD_LENGTH} characters`);
}

/** An account of the console; its reader sees `unit` and what lies below it. Throws `UnknownUnit` for a unit nobody knows here: such an account would see nothing. */
export async function addUser(place: WorkPlace, { account, password, role, unit, displayName, passwordOnly = false }: NewAccount): Promise<AddedAccount> {
  const { book, now, changed } = place;
  if (!/^[a-z0-9][a-z0-9._-]{0,59}$/.test(account)) throw new HubProblem('BadAccount', `${JSON.stringify(account)} is not an account's name (small letters, digits, . _ -)`);
  if (!roles.includes(role)) throw new HubProblem('BadRole', `role must be one of ${roles.join(', ')}`);
  if (!unitKey.safeParse(unit).success) throw new HubProblem('BadUnit', `${JSON.stringify(unit)} is not a unit's key`);
  if (!await knowsUnit(place, unit)) throw new HubProblem('UnknownUnit', `this hub knows no unit ${unit}: it is neither the hub's own (${place.config.unit}) nor one that is enrolled here or in the table of units; the account would see nothing`);
  checkPassword(password);
  const taken = book.sql.get('SELECT account AS name FROM accounts WHERE account = ? UNION SELECT user FROM credentials WHERE user = ?', account, account);
  if (taken) throw new HubProblem('AccountExists', `${account} exists already`);
  const hash = await hashPassword(password);
  book.sql.run('INSERT INTO accounts (account, role, unit, displayName, hash, createdAt) VALUES (?, ?, ?, ?, ?, ?)',
    account, role, unit, (displayName ?? account).normalize('NFC').slice(0, 200), hash, instantOf(now()));
  const otpauth = passwordOnly ? undefined : mintSecondFactor(book, account);
  changed('credentials');
  return { account, role, unit, ...(otpauth === undefined ? {} : { otpauth }) };
}
