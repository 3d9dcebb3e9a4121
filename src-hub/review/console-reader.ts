import { randomBytes } from 'node:crypto';
import type { HubRole } from '../../src-shared/contract/hub-api.ts';
import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import { isInArea } from '../organisation/whose-unit.ts';
import type { AccountRow } from '../provisioning/accounts.ts';
import type { HubBook } from '../provisioning/hub-book.ts';
import { fitsHash, hashPassword } from '../provisioning/password-hash.ts';
import { fitsSecondFactor, hasSecondFactor } from '../provisioning/second-factor.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';
import type { Throttle } from '../public/throttle.ts';

/** Somebody signed in at the console. */
export interface Reader { account: string; role: HubRole; unit: string; displayName: string }

export function findReader(book: HubBook, account: string): (Reader & { hash: string }) | undefined {
  return book.sql.get<AccountRow>('SELECT account, role, unit, displayName, hash FROM accounts WHERE account = ? AND disabledAt IS NULL', account);
}

let decoy: Promise<string> | undefined;
/** Passwords checked at one moment; those beyond are asked to come again. */
const MAX_CHECKS_AT_ONCE = 16;
const BUSY_MS = 1000;
let checks = 0;

export interface SignInRoom { place: WorkPlace; throttle: Throttle; /** The hub listens on its own machine alone. */ isPrivate: boolean }
export type ReaderAnswer = { reader?: Reader; waitMs?: number; needsCode?: true; wrongCode?: true };

/**
 * Checks a password and the authenticator's digits; an unknown name takes as long, and guessing is slowed down name by name.
 * An account without an authenticator signs in only where the hub is private.
 */
export async function signInReader({ place: { book, now }, throttle, isPrivate }: SignInRoom, { account, password, code }: { account: string; password: string; code?: string | undefined }): Promise<ReaderAnswer> {
  const name = `console ${account}`;
  const slow = (): ReaderAnswer => { const waitMs = throttle.waitMs(name); return waitMs > 0 ? { waitMs } : {}; };
  if (throttle.waitMs(name) > 0) return slow();
  if (checks >= MAX_CHECKS_AT_ONCE) return { waitMs: BUSY_MS };
  const takeBack = throttle.failed(name);
  const found = findReader(book, account);
  const hash = found?.hash ?? await (decoy ??= hashPassword(randomBytes(16).toString('hex')));
  checks += 1;
  const fits = await fitsHash(hash, password).finally(() => { checks -= 1; });
  if (!found || !fits) return slow();
  const { hash: _hash, ...reader } = found;
  if (!hasSecondFactor(book, account)) {
    if (!isPrivate) return slow();
  } else {
    if (code === undefined) { takeBack(); return { needsCode: true }; }
    if (!fitsSecondFactor(book, account, code.replaceAll(/\s/g, ''), now())) return { ...slow(), needsCode: true, wrongCode: true };
  }
  throttle.succeeded(name);
  return { reader };
}

/** Whether a reader may see a station: those of the hub's own unit see all, others what lies below their unit today. */
export function unitFilter({ book, config, now }: Pick<WorkPlace, 'book' | 'config' | 'now'>, reader: Reader): (unit: string) => boolean {
  if (reader.unit === config.unit) return () => true;
  const today = todayInUnitZone(now());
  return (unit) => isInArea(book, config.unit, unit, reader.unit, today);
}
