import { changes } from '../transport/hub-calls.ts';
import type { ChangesPage } from '../transport/hub-calls.ts';
import type { HubClient } from '../transport/hub-client.ts';
import { TransportError } from '../types.ts';
import type { Timers } from '../types.ts';
import type { AdaptiveBatch } from './adaptive-batch.ts';
import { applyPage } from './apply-page.ts';
import { isBefore, readCheckpoint } from './checkpoint.ts';
import type { JournalParts } from './journal.ts';
import { letWordsLeave } from './let-words-leave.ts';
import { commitPlan, emptyPlan } from './page-plan.ts';
import { mergeOrphans, orphanBranchMs } from './resolve-document.ts';

export interface PullOptions { parts: JournalParts; client: HubClient; database: string; signal?: AbortSignal }
export interface PullAllOptions extends PullOptions { timers: Timers; size: AdaptiveBatch; onPage?: (applied: number) => void }
export interface PullOutcome {
  pulled: number; conflicts: number; receipts: number;
  /** The feed ends before the place read last: it is not the database it was, and nothing of the answer was taken. */
  wentBack?: boolean;
}

/** Of a long poll. */
const pollLimit = 200;

/**
 * Everything new in one database, page by page, each applied in one commit while the next is on its way; then branches that
 * nobody merged for long. Pages are as large as the line carries in good time.
 */
export async function pullDatabase({ parts, client, timers, database, size, signal, onPage }: PullAllOptions): Promise<PullOutcome> {
  const { core } = parts;
  const outcome: PullOutcome = { pulled: 0, conflicts: 0, receipts: 0 };
  const fetchPage = async (since: string): Promise<{ page: ChangesPage; isLast: boolean }> => {
    for (;;) {
      const limit = size.size();
      const startedAt = timers.elapsed();
      try {
        const page = await changes(client, { database, since, limit, device: core.options.device, signal });
        size.wentThrough(page.results.length, timers.elapsed() - startedAt);
        return { page, isLast: page.results.length < limit };
      } catch (error) {
        if (!(error instanceof TransportError)) throw error;
        // Half a page over a weak line is nothing: a smaller one may come through, now or at the next try.
        const cannotShrink = ['timeout', 'noLine', 'tooLarge'].includes(error.kind) && size.failed(limit, 'line');
        if (cannotShrink || (error.kind !== 'timeout' && error.kind !== 'tooLarge')) throw error;
      }
    }
  };
  for (let ahead = fetchPage(readCheckpoint(core, database).since); ;) {
    const { page, isLast } = await ahead;
    if (!isLast) {
      ahead = fetchPage(String(page.last_seq));
      ahead.catch(() => undefined);
      await letWordsLeave();
    }
    const plan = await applyPage({ parts, client, database, page, signal });
    outcome.pulled += plan.applied;
    outcome.conflicts += plan.conflicts;
    outcome.receipts += plan.receipts;
    onPage?.(plan.applied);
    if (isLast) break;
  }
  outcome.conflicts += mergeAbandoned(parts, database);
  return outcome;
}

/** One held request: answers as soon as something changes, or when `longPollMs` are over. */
export async function longPoll({ parts, client, database, signal, longPollMs }: PullOptions & { longPollMs: number }): Promise<PullOutcome> {
  const { core } = parts;
  const { since } = readCheckpoint(core, database);
  const page = await changes(client, { database, since, limit: pollLimit, device: core.options.device, longPollMs, signal });
  if (page.results.length === 0 && String(page.last_seq) === since) return { pulled: 0, conflicts: 0, receipts: 0 };
  if (isBefore(page.last_seq, since)) return { pulled: 0, conflicts: 0, receipts: 0, wentBack: true };
  const plan = await applyPage({ parts, client, database, page, signal });
  return { pulled: plan.applied, conflicts: plan.conflicts, receipts: plan.receipts };
}

/** Branches nobody merged for long are merged here; answers how many conflicts that made. */
export function mergeAbandoned({ core }: JournalParts, database: string): number {
  const ids = core.store.sql.all<{ id: string }>('SELECT DISTINCT id FROM sync_leaves WHERE database = ? AND branch = 1 AND at < ?', database, core.options.now() - orphanBranchMs);
  if (ids.length === 0) return 0;
  const plan = emptyPlan();
  for (const { id } of ids) {
    const collection = core.collectionOf(id);
    if (collection) mergeOrphans(core, plan, database, id, collection);
  }
  commitPlan(core, plan, 'sync-merge');
  return plan.conflicts;
}
