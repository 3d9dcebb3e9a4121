import { changes } from '../transport/hub-calls.ts';
import type { HubClient } from '../transport/hub-client.ts';
import { TransportError } from '../types.ts';
import { applyPage } from './apply-page.ts';
import { isBefore, readCheckpoint } from './checkpoint.ts';
import type { JournalParts } from './journal.ts';
import { commitPlan, emptyPlan } from './page-plan.ts';
import { mergeOrphans, orphanBranchMs } from './resolve-document.ts';

export interface PullOptions { parts: JournalParts; client: HubClient; database: string; signal?: AbortSignal; onPage?: (applied: number) => void }
export interface PullOutcome {
  pulled: number; conflicts: number; receipts: number;
  /** The feed ends before the place read last: it is not the database it was, and nothing of the answer was taken. */
  wentBack?: boolean;
}

/** One commit each: people wait for nothing longer. */
const pageSize = 200;
const smallestPage = 10;

/** Everything new in one database, page by page; then branches that nobody merged for long. */
export async function pullDatabase({ parts, client, database, signal, onPage }: PullOptions): Promise<PullOutcome> {
  const { core } = parts;
  const outcome: PullOutcome = { pulled: 0, conflicts: 0, receipts: 0 };
  for (let limit = pageSize; ;) {
    const { since } = readCheckpoint(core, database);
    let page;
    try {
      page = await changes(client, { database, since, limit, device: core.options.device, signal });
    } catch (error) {
      // Half a page over a weak line is nothing: a smaller one may come through.
      if (!(error instanceof TransportError) || !['timeout', 'tooLarge'].includes(error.kind) || limit <= smallestPage) throw error;
      limit = Math.max(smallestPage, Math.floor(limit / 4));
      continue;
    }
    const plan = await applyPage({ parts, client, database, page, signal });
    outcome.pulled += plan.applied;
    outcome.conflicts += plan.conflicts;
    outcome.receipts += plan.receipts;
    onPage?.(plan.applied);
    if (page.results.length < limit) break;
  }
  outcome.conflicts += mergeAbandoned(parts, database);
  return outcome;
}

/** One held request: answers as soon as something changes, or when `longPollMs` are over. */
export async function longPoll({ parts, client, database, signal, longPollMs }: PullOptions & { longPollMs: number }): Promise<PullOutcome> {
  const { core } = parts;
  const { since } = readCheckpoint(core, database);
  const page = await changes(client, { database, since, limit: pageSize, device: core.options.device, longPollMs, signal });
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
