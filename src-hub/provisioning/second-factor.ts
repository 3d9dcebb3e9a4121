import { Secret, TOTP } from 'otpauth';
import type { HubBook } from './hub-book.ts';

const STEP_SECONDS = 30;
/** The clocks of a telephone and a hub may be one step apart (RFC 6238 §5.2). */
const STEPS_AROUND = 1;
const ISSUER = 'Trạm Xá';

const totpOf = (account: string, secret: string): TOTP => new TOTP({ issuer: ISSUER, label: account, secret: Secret.fromBase32(secret), period: STEP_SECONDS, digits: 6, algorithm: 'SHA1' });

/** Mints the secret of an account's authenticator; answers the `otpauth://` address to put into it, shown once. */
export function mintSecondFactor(book: HubBook, account: string): string {
  const secret = new Secret({ size: 20 }).base32;
  book.sql.run('INSERT INTO secondFactors (account, secret, lastStep) VALUES (?, ?, 0) ON CONFLICT (account) DO UPDATE SET secret = excluded.secret, lastStep = 0', account, secret);
  return totpOf(account, secret).toString();
}

export const hasSecondFactor = (book: HubBook, account: string): boolean => book.sql.get('SELECT 1 AS yes FROM secondFactors WHERE account = ?', account) !== undefined;

/** Whether these six digits are the account's now. Each works once: who reads them over a shoulder comes too late. */
export function fitsSecondFactor(book: HubBook, account: string, code: string, nowMs: number): boolean {
  const row = book.sql.get<{ secret: string; lastStep: number }>('SELECT secret, lastStep FROM secondFactors WHERE account = ?', account);
  if (!row || !/^\d{6}$/.test(code)) return false;
  const delta = totpOf(account, row.secret).validate({ token: code, timestamp: nowMs, window: STEPS_AROUND });
  if (delta === null) return false;
  const step = Math.floor(nowMs / 1000 / STEP_SECONDS) + delta;
  return book.sql.run('UPDATE secondFactors SET lastStep = ? WHERE account = ? AND lastStep < ?', step, account, step).changes === 1;
}
