import { instantOf } from '../provisioning/work-place.ts';
import type { SignedCall } from './call.ts';

const KEPT_PER_DATABASE = 1000;

/** Remembers which documents were turned away, so that the console can say so. No content is kept. */
export function noteRefusals({ book, principal, now, log }: Pick<SignedCall, 'book' | 'principal' | 'now' | 'log'>, database: string, refused: { id: string; rev?: string; reason: string }[]): void {
  if (!refused.length) return;
  const at = instantOf(now());
  book.inTransaction((sql) => {
    for (const { id, rev, reason } of refused.slice(0, KEPT_PER_DATABASE)) {
      sql.run(
        `INSERT INTO refusals (database, id, rev, user, reason, at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (database, id) DO UPDATE SET rev = excluded.rev, user = excluded.user, reason = excluded.reason, at = excluded.at`,
        database, id, rev ?? '', principal.user, reason, at,
      );
    }
    sql.run('DELETE FROM refusals WHERE database = ? AND rowid NOT IN (SELECT rowid FROM refusals WHERE database = ? ORDER BY at DESC LIMIT ?)', database, database, KEPT_PER_DATABASE);
  });
  log('documents refused', { database, user: principal.user, count: refused.length });
}

/** A later version that was stored ends the matter; `stored`: the ids of all that were. */
export function forgetRefusals({ book }: Pick<SignedCall, 'book'>, database: string, stored: readonly string[]): void {
  const open = book.sql.all<{ id: string }>('SELECT id FROM refusals WHERE database = ?', database);
  if (!open.length) return;
  const ids = new Set(stored);
  for (const { id } of open) if (ids.has(id)) book.sql.run('DELETE FROM refusals WHERE database = ? AND id = ?', database, id);
}
