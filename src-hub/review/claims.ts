import type { HubBook } from '../provisioning/hub-book.ts';
import { instantOf } from '../provisioning/work-place.ts';

/** So long a record is somebody's after the last sign of reading it. */
const CLAIM_MS = 10 * 60_000;

/** `displayName`: of the person, where the account has one. */
export interface Claim { account: string; displayName?: string; until: string }
export interface Claims {
  /** Takes or renews; answers whose it is now. */
  take(unit: string, recordId: string, account: string): Claim;
  release(unit: string, recordId: string, account: string): void;
  /** Who has it, unless that ran out. */
  of(unit: string, recordId: string): Claim | undefined;
}

/** Who is reading which record, so that two reviewers do not collide. A claim runs out by itself. */
export function createClaims(book: HubBook, now: () => number): Claims {
  book.sql.run('CREATE TABLE IF NOT EXISTS reviewClaims (unit TEXT NOT NULL, recordId TEXT NOT NULL, account TEXT NOT NULL, until TEXT NOT NULL, PRIMARY KEY (unit, recordId))');
  const of = (unit: string, recordId: string): Claim | undefined => {
    const found = book.sql.get<{ account: string; until: string; displayName: string | null }>(
      'SELECT account, until, displayName FROM reviewClaims LEFT JOIN accounts USING (account) WHERE reviewClaims.unit = ? AND recordId = ? AND until > ?', unit, recordId, instantOf(now()));
    return found && { account: found.account, until: found.until, ...(found.displayName ? { displayName: found.displayName } : {}) };
  };
  return {
    of,
    take(unit, recordId, account) {
      const claim = { account, until: instantOf(now() + CLAIM_MS) };
      book.sql.run(
        `INSERT INTO reviewClaims (unit, recordId, account, until) VALUES (?, ?, ?, ?)
         ON CONFLICT (unit, recordId) DO UPDATE SET account = excluded.account, until = excluded.until WHERE account = excluded.account OR until <= ?`,
        unit, recordId, account, claim.until, instantOf(now()),
      );
      return of(unit, recordId) ?? claim;
    },
    release(unit, recordId, account) { book.sql.run('DELETE FROM reviewClaims WHERE unit = ? AND recordId = ? AND account = ?', unit, recordId, account); },
  };
}
