import { period } from '../../../src-shared/domain/review/review.schema.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { reportDraftsOf } from '../monthly/report-drafts.ts';

/** What takes turns before the one commit of an operation may begin: a month is counted before it is locked. Afterwards the operation is run at once. */
export async function prepareOperation(db: StationDatabase, { operation, input }: { operation: string; input?: unknown }): Promise<void> {
  if (operation !== 'lockReport') return;
  const asked = period.safeParse((input as { period?: unknown } | null | undefined)?.period);
  if (asked.success && asked.data <= db.clock.today().slice(0, 7)) await reportDraftsOf(db).count(asked.data);
}
