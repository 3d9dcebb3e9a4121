import type { Sql } from '../../store/index.ts';
import type { ChangesPage } from '../transport/changes-page.ts';
import { changes } from '../transport/hub-calls.ts';
import type { HubClient } from '../transport/hub-client.ts';
import { TransportError } from '../types.ts';
import type { Timers } from '../types.ts';
import type { AdaptiveBatch } from './adaptive-batch.ts';
import { applyPage } from './apply-page.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { beginFill, fillRanges, moveFill, readFill } from './first-fill.ts';
import type { Range } from './first-fill.ts';
import type { JournalParts } from './journal.ts';
import { letWordsLeave } from './let-words-leave.ts';
import { commitPlan, emptyPlan } from './page-plan.ts';
import { leaveMark, wentBack } from './place-mark.ts';
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
/** A first page that takes longer tells of a line over which a first fill goes by use. */
const slowPageMs = 1500;

interface PageRead { isLast: boolean; ms: number }
interface Way {
  since: string;
  /** Of a first fill: only this. */
  range?: Range;
  /** Notes how far was read, in the commit that applies the page. */
  place(sql: Sql, since: string, page: PageRead): void;
  /** What comes after this page is not wanted this way. */
  endsAfter?(page: PageRead): boolean;
}

/**
 * Everything new in one database: the plain feed, or, the first time over a slow line, range by range; then branches that
 * nobody merged for long.
 */
export async function pullDatabase(options: PullAllOptions): Promise<PullOutcome> {
  const { parts, database } = options;
  const { core } = parts;
  const outcome: PullOutcome = { pulled: 0, conflicts: 0, receipts: 0 };
  const readPlainFeed = () => {
    const { since: from } = readCheckpoint(core, database);
    const isSlowStart = ({ isLast, ms }: PageRead) => from === '0' && !isLast && ms > slowPageMs;
    return pullPages(options, outcome, {
      since: from, endsAfter: isSlowStart,
      place(sql, since, page) {
        writeCheckpoint(sql, database, since);
        if (isSlowStart(page)) beginFill(core, sql, database, since);
      },
    });
  };
  if (!readFill(core, database)) await readPlainFeed();
  let fill = readFill(core, database);
  if (fill) {
    const { since: from } = readCheckpoint(core, database);
    for (; fill; fill = readFill(core, database)) {
      const now = fill;
      await pullPages(options, outcome, { since: now.since, range: fillRanges(core, database, now)[now.phase], place: (sql, since, { isLast }) => moveFill(core, sql, database, now, { since, isLast, from }) });
    }
    await readPlainFeed();
  }
  outcome.conflicts += mergeAbandoned(parts, database);
  await leaveMark({ core, client: options.client, database, signal: options.signal });
  return outcome;
}

/** Page by page, each applied in one commit while the next is on its way; as large as the line carries in good time. */
async function pullPages({ parts, client, timers, database, size, signal, onPage }: PullAllOptions, outcome: PullOutcome, way: Way): Promise<void> {
  const fetchPage = async (since: string): Promise<PageRead & { page: ChangesPage }> => {
    for (;;) {
      const limit = size.size();
      const startedAt = timers.elapsed();
      try {
        const page = await changes(client, { database, since, limit, device: parts.core.options.device, range: way.range, signal });
        const ms = timers.elapsed() - startedAt;
        size.wentThrough(page.results.length, ms);
        return { page, isLast: page.results.length < limit, ms };
      } catch (error) {
        if (!(error instanceof TransportError)) throw error;
        // Half a page over a weak line is nothing: a smaller one may come through, now or at the next try.
        const cannotShrink = ['timeout', 'noLine', 'tooLarge'].includes(error.kind) && size.failed(limit, 'line');
        if (cannotShrink || (error.kind !== 'timeout' && error.kind !== 'tooLarge')) throw error;
      }
    }
  };
  for (let ahead = fetchPage(way.since); ;) {
    const { page, ...read } = await ahead;
    const ends = read.isLast || way.endsAfter?.(read) === true;
    if (!ends) {
      ahead = fetchPage(String(page.last_seq));
      ahead.catch(() => undefined);
      await letWordsLeave();
    }
    const plan = await applyPage({ parts, client, database, page, signal, place: (sql) => way.place(sql, String(page.last_seq), read) });
    outcome.pulled += plan.applied;
    outcome.conflicts += plan.conflicts;
    outcome.receipts += plan.receipts;
    onPage?.(plan.applied);
    if (ends) return;
  }
}

/** One held request: answers as soon as something changes, or when `longPollMs` are over. */
export async function longPoll({ parts, client, database, signal, longPollMs }: PullOptions & { longPollMs: number }): Promise<PullOutcome> {
  const { core } = parts;
  const { since } = readCheckpoint(core, database);
  const page = await changes(client, { database, since, limit: pollLimit, device: core.options.device, longPollMs, signal });
  if (page.results.length === 0 && String(page.last_seq) === since) return { pulled: 0, conflicts: 0, receipts: 0 };
  if (wentBack(core, database, page.last_seq)) return { pulled: 0, conflicts: 0, receipts: 0, wentBack: true };
  const plan = await applyPage({ parts, client, database, page, signal });
  await leaveMark({ core, client, database, signal });
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
