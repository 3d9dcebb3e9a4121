import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import { review as reviewSchema } from '../../src-shared/domain/review/review.schema.ts';
import type { Sql } from '../../store/index.ts';
import { judgeReviews } from './index-encounter.ts';

/** The newest word on a month says whether it is closed. */
function markLock(sql: Sql, unit: string, period: string): void {
  const newest = sql.get<{ decision: string; body: string }>(`SELECT decision, body FROM consoleReviews WHERE unit = ? AND period = ? ORDER BY version DESC LIMIT 1`, unit, period);
  sql.run('DELETE FROM consoleLocks WHERE unit = ? AND period = ?', unit, period);
  if (newest?.decision !== 'locked') return;
  const { reviewedAt, reviewedBy } = reviewSchema.parse(JSON.parse(newest.body));
  sql.run('INSERT INTO consoleLocks (unit, period, lockedAt, lockedBy) VALUES (?, ?, ?, ?)', unit, period, reviewedAt, reviewedBy.displayName);
}

/** Keeps the row of a reviewer's word, and what follows from it. One that is no review leaves no row. */
export function indexReview(sql: Sql, unit: string, id: string, body: DocumentBody | undefined): void {
  const before = sql.get<{ recordId: string; period: string | null }>('SELECT recordId, period FROM consoleReviews WHERE unit = ? AND id = ?', unit, id);
  sql.run('DELETE FROM consoleReviews WHERE unit = ? AND id = ?', unit, id);
  const shape = body && reviewSchema.safeParse(body);
  if (shape?.success) {
    const { recordId, decision, period, version } = shape.data;
    sql.run('INSERT INTO consoleReviews (unit, id, recordId, decision, period, version, body) VALUES (?, ?, ?, ?, ?, ?, ?)', unit, id, recordId, decision, period ?? null, version, JSON.stringify(shape.data));
    judgeReviews(sql, unit, recordId);
    if (period !== undefined) markLock(sql, unit, period);
  }
  if (before) judgeReviews(sql, unit, before.recordId);
  if (before?.period) markLock(sql, unit, before.period);
}
