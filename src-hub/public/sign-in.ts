import { setMaxListeners } from 'node:events';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { rememberLink } from '../bundles/stick-book.ts';
import type { AccountRow } from '../provisioning/accounts.ts';
import type { CredentialRow } from '../provisioning/credentials.ts';
import type { HubBook } from '../provisioning/hub-book.ts';
import { fitsHash, hashPassword } from '../provisioning/password-hash.ts';
import { fitsSecondFactor, hasSecondFactor } from '../provisioning/second-factor.ts';
import { rememberStationWord, saysNothingWaits } from './station-word.ts';
import { instantOf } from '../provisioning/work-place.ts';
import type { Principal } from './principal.ts';
import { createThrottle } from './throttle.ts';

const SESSION_MS = 10 * 60_000;
const CONTACT_WRITTEN_EVERY_MS = 5_000;
const MAX_CHECKS_AT_ONCE = 64;
/** Those beyond it are asked to come again after this, milliseconds. */
const BUSY_MS = 1000;
const MAX_SESSIONS = 10_000;

/** `isBusy`: too many sign in at this moment, and nothing was checked. */
export type SignInAnswer = { ok: true; principal: Principal } | { ok: false; waitMs: number; isBusy?: true };

export interface SignIn {
  /** `from`: the address it comes from. */
  check(user: string, password: string, from?: string): Promise<SignInAnswer>;
  /** Cookie token of a session; it lives as long as it is used. */
  openSession(principal: Principal): string;
  session(token: string): Principal | undefined;
  closeSession(token: string): void;
  /** Remembers that the device was here, and what it said of itself (`STATION_WORD_HEADER`). */
  contact(principal: Principal, word?: string): void;
  /** Aborted when this one's credential is taken back: feeds that wait for them end. */
  revocation(principal: Principal): AbortSignal;
  /** Credentials changed: forgotten is whatever was remembered of people, and of devices and child hubs those that changed. */
  forget(): void;
}

/**
 * Signs devices, child hubs and administrators in. A checked password is remembered as a keyed hash for the process's life,
 * so that a device's every request costs microseconds, not an argon2id. `isPrivate`: the hub listens on its own machine
 * alone; elsewhere people need an authenticator.
 */
export function createSignIn(book: HubBook, now: () => number, isPrivate = true, checksAtOnce = MAX_CHECKS_AT_ONCE): SignIn {
  const secret = randomBytes(32);
  const known = new Map<string, { digest: Buffer; principal: Principal; hash: string }>();
  const sessions = new Map<string, { principal: Principal; hash: string | undefined; until: number }>();
  const running = new Map<string, Promise<SignInAnswer>>();
  const contacts = new Map<string, { at: number; word: string | undefined }>();
  const revocations = new Map<string, { controller: AbortController; hash: string | undefined }>();
  const throttle = createThrottle(now);
  let decoy: Promise<string> | undefined;
  let generation = 0;

  const digestOf = (user: string, password: string) => createHmac('sha256', secret).update(`${user}\0${password}`).digest();

  function find(user: string): { hash: string; principal: Principal } | undefined {
    const row = book.sql.get<CredentialRow>('SELECT user, kind, unit, device, hash FROM credentials WHERE user = ? AND revokedAt IS NULL', user);
    if (row) return { hash: row.hash, principal: row.kind === 'device' ? { kind: 'device', user, unit: row.unit, device: row.device } : { kind: 'child', user, unit: row.unit } };
    const account = book.sql.get<AccountRow>(`SELECT hash, unit FROM accounts WHERE account = ? AND role = 'administrator' AND disabledAt IS NULL`, user);
    return account && { hash: account.hash, principal: { kind: 'administrator', user, unit: account.unit } };
  }

  async function verify(user: string, password: string, { digest, found, waitsAs }: { digest: Buffer; found: ReturnType<typeof find>; waitsAs: string }): Promise<SignInAnswer> {
    const started = generation;
    // An unknown name takes as long as a wrong password.
    const hash = found?.hash ?? await (decoy ??= hashPassword(randomBytes(16).toString('hex')));
    // People have an authenticator: its six digits follow the password. They work once, so that nothing is remembered of them.
    const isPerson = found?.principal.kind === 'administrator';
    const withDigits = isPerson && hasSecondFactor(book, user);
    const fitsPassword = await fitsHash(hash, withDigits ? password.slice(0, -6) : password);
    const fits = fitsPassword && (!withDigits || fitsSecondFactor(book, user, password.slice(-6), now())) && (!isPerson || withDigits || isPrivate);
    if (!found || !fits) return { ok: false, waitMs: throttle.waitMs(waitsAs) };
    throttle.succeeded(waitsAs);
    if (found.principal.kind === 'device') rememberLink(book, user, password);
    if (started === generation && !withDigits) known.set(user, { digest, ...found });
    return started === generation || find(user)?.hash === found.hash ? { ok: true, principal: found.principal } : { ok: false, waitMs: 0 };
  }

  return {
    async check(user, password, from = '') {
      const digest = digestOf(user, password);
      const remembered = known.get(user);
      if (remembered && timingSafeEqual(remembered.digest, digest)) return { ok: true, principal: remembered.principal };
      const key = digest.toString('base64');
      const underWay = running.get(key);
      if (underWay) return underWay;
      const found = find(user);
      // A minted password cannot be guessed: whoever tries one from elsewhere shall not keep the station or the child hub out.
      const waitsAs = found && found.principal.kind !== 'administrator' ? `minted ${user}\n${from}` : `person ${user}`;
      const waitMs = throttle.waitMs(waitsAs);
      if (waitMs > 0) return { ok: false, waitMs };
      if (running.size >= checksAtOnce) return { ok: false, waitMs: BUSY_MS, isBusy: true };
      throttle.failed(waitsAs);
      const check = verify(user, password, { digest, found, waitsAs }).finally(() => running.delete(key));
      running.set(key, check);
      return check;
    },
    openSession(principal) {
      const token = randomBytes(32).toString('base64url');
      sessions.set(token, { principal, hash: find(principal.user)?.hash, until: now() + SESSION_MS });
      if (sessions.size > MAX_SESSIONS) for (const oldest of sessions.keys()) { sessions.delete(oldest); break; }
      return token;
    },
    session(token) {
      const session = sessions.get(token);
      if (!session) return undefined;
      if (session.until < now()) { sessions.delete(token); return undefined; }
      session.until = now() + SESSION_MS;
      return session.principal;
    },
    closeSession(token) { sessions.delete(token); },
    contact({ kind, user }, word) {
      if (kind === 'administrator') return;
      const at = now();
      const last = contacts.get(user);
      const isRecent = last !== undefined && at >= last.at && at - last.at < CONTACT_WRITTEN_EVERY_MS;
      // That nothing waits any more is news worth a write: the station may not be heard of again for days.
      if (isRecent && (word === last.word || !saysNothingWaits(word))) return;
      contacts.set(user, { at, word });
      book.sql.run('UPDATE credentials SET lastContactAt = ? WHERE user = ?', instantOf(at), user);
      if (kind === 'device') rememberStationWord(book, user, word);
    },
    revocation({ user }) {
      const known = revocations.get(user);
      if (known) return known.controller.signal;
      const controller = new AbortController();
      // A feed under way keeps its signal for minutes: nobody is warned of many listeners.
      setMaxListeners(0, controller.signal);
      revocations.set(user, { controller, hash: find(user)?.hash });
      return controller.signal;
    },
    forget() {
      generation += 1;
      const found = new Map<string, string | undefined>();
      const isSame = (user: string, hash: string | undefined): boolean => {
        if (!found.has(user)) found.set(user, find(user)?.hash);
        return hash !== undefined && found.get(user) === hash;
      };
      // Of people more may have changed than the password: unit, role, authenticator.
      const stays = ({ principal: { kind, user }, hash }: { principal: Principal; hash: string | undefined }): boolean => kind !== 'administrator' && isSame(user, hash);
      for (const [user, one] of known) if (!stays(one)) known.delete(user);
      for (const [token, one] of sessions) if (!stays(one)) sessions.delete(token);
      for (const [user, { controller, hash }] of revocations) {
        if (isSame(user, hash)) continue;
        revocations.delete(user);
        controller.abort();
      }
    },
  };
}
