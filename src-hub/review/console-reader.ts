import { randomBytes } from 'node:crypto';
import type { HubRole } from '../../src-shared/contract/hub-api.ts';
import type { AccountRow } from '../provisioning/accounts.ts';
import { childUser } from '../provisioning/credentials.ts';
import type { HubBook } from '../provisioning/hub-book.ts';
import type { HubConfig } from '../provisioning/hub-config.ts';
import { fitsHash, hashPassword } from '../provisioning/password-hash.ts';
import { unitsOf } from '../provisioning/unit-owners.ts';
import type { Throttle } from '../public/throttle.ts';

/** Somebody signed in at the console. */
export interface Reader { account: string; role: HubRole; unit: string; displayName: string }

export function findReader(book: HubBook, account: string): (Reader & { hash: string }) | undefined {
  return book.sql.get<AccountRow>('SELECT account, role, unit, displayName, hash FROM accounts WHERE account = ? AND disabledAt IS NULL', account);
}

let decoy: Promise<string> | undefined;

/** Checks a password; an unknown name takes as long, and guessing is slowed down name by name. */
export async function signInReader(book: HubBook, throttle: Throttle, account: string, password: string): Promise<{ ok: true; reader: Reader } | { ok: false; waitMs: number }> {
  const name = `console ${account}`;
  const waitMs = throttle.waitMs(name);
  if (waitMs > 0) return { ok: false, waitMs };
  const found = findReader(book, account);
  const fits = await fitsHash(found?.hash ?? await (decoy ??= hashPassword(randomBytes(16).toString('hex'))), password);
  if (!found || !fits) {
    throttle.failed(name);
    return { ok: false, waitMs: throttle.waitMs(name) };
  }
  throttle.succeeded(name);
  return { ok: true, reader: found };
}

/** Whether a reader may see a station: those of the hub's own unit see all, others their unit and what it brought. */
export function unitFilter(book: HubBook, config: HubConfig, reader: Reader): (unit: string) => boolean {
  if (reader.unit === config.unit) return () => true;
  const below = new Set([reader.unit, ...unitsOf(book, childUser(reader.unit))]);
  return (unit) => below.has(unit);
}
