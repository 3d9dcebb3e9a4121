import { TransportError } from '../types.ts';
import { readCheckpoint } from './checkpoint.ts';
import type { ExchangeCounts, ExchangeTools } from './exchange-tools.ts';
import type { JournalParts } from './journal.ts';
import type { JournalCore } from './journal-core.ts';
import { readFill } from './first-fill.ts';
import { meetHub, readPath } from './meet-hub.ts';
import type { Meeting } from './meet-hub.ts';
import { countWaiting } from './outbox.ts';
import { longPoll, pullDatabase } from './pull.ts';
import { pushAll } from './push-all.ts';
import { readDiffering } from './read-differing.ts';
import { readUnknown } from './read-unknown.ts';
import { reconcileDatabase } from './reconcile.ts';

/** Merges made while pulling are pushed in the same exchange; no more often than this. */
const mostRounds = 4;

async function pullAll(tools: ExchangeTools, meeting: Meeting, counts: ExchangeCounts, signal?: AbortSignal): Promise<void> {
  const outcomes = await Promise.allSettled(inOrderOfUse(tools.parts.core, meeting.pulls, (database) => pullOne(tools, database, counts, signal)).values());
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/** All databases at once; but what a first fill brings is of use only once what only comes down, catalogues, is here. */
export function inOrderOfUse(core: JournalCore, databases: readonly string[], pull: (database: string) => Promise<void>): Map<string, Promise<void>> {
  const down = new Map(databases.filter((database) => core.databasesDown.includes(database)).map((database) => [database, pull(database)]));
  const allDown = down.size === 0 ? undefined : Promise.all(down.values());
  allDown?.catch(() => undefined);
  return new Map(databases.map((database) => {
    const isFirst = readCheckpoint(core, database).since === '0';
    return [database, down.get(database) ?? (isFirst && allDown ? allDown.then(() => pull(database)) : pull(database))];
  }));
}

/** Everything new in one database. */
export async function pullOne(tools: ExchangeTools, database: string, counts: ExchangeCounts, signal?: AbortSignal): Promise<void> {
  const { parts, client, timers, pages } = tools;
  const { conflicts } = await pullDatabase({
    parts, client, timers, database, size: pages(database), signal,
    onPage: (applied) => {
      counts.pulled += applied;
      tools.onProgress?.({ pushed: counts.pushed, pulled: counts.pulled, toPush: countWaiting(parts.core).count });
    },
  });
  counts.conflicts += conflicts;
}

/** Push all, pull all, push what the pull merged. A push the hub stumbles over does not keep the pull from coming. */
export async function exchangeOnce(tools: ExchangeTools, counts: ExchangeCounts, signal?: AbortSignal, wentBack?: string): Promise<Meeting> {
  const meeting = await meetHub({ parts: tools.parts, client: tools.client, signal, wentBack });
  let fault: unknown;
  const push = () => pushAll(tools, meeting, counts, signal).catch((error: unknown) => {
    if (!(error instanceof TransportError) || !['hubBroken', 'forbidden', 'tooLarge'].includes(error.kind)) throw error;
    fault = error;
  });
  await push();
  await pullAll(tools, meeting, counts, signal);
  for (let round = 1; round < mostRounds && !fault && countWaiting(tools.parts.core).count > 0; round++) {
    await push();
    await pullAll(tools, meeting, counts, signal);
  }
  if (fault) throw fault;
  return meeting;
}

/**
 * What the first hub's receipt says it lacks although nothing waits is asked for by name and sent again; where it lacks nothing and
 * holds something else, that is read, and what it holds more is looked for. Answers how many documents that moved.
 */
export async function healFromReceipt({ parts, client, namesRead }: ExchangeTools, meeting: Meeting, signal?: AbortSignal): Promise<number> {
  const { core, prover } = parts;
  const [first] = prover.path();
  if (!first || countWaiting(core).count > 0) return 0;
  const unmatched = prover.unmatched(first.unit);
  let moved = 0;
  const differs = new Set([...unmatched, ...prover.surplus(first.unit)].map(({ database }) => database));
  for (const database of meeting.pushes.filter((one) => differs.has(one))) {
    const buckets = unmatched.filter((entry) => entry.database === database);
    const lacked = await reconcileDatabase({ core, client, database, buckets, signal });
    const differing = lacked > 0 ? lacked : await readDiffering({ parts, client, database, buckets, signal });
    // A first fill has not brought everything yet.
    const more = differing > 0 || readFill(core, database) ? [] : prover.surplus(first.unit).filter((entry) => entry.database === database);
    moved += more.length === 0 ? differing : await readUnknown({ parts, client, database, buckets: more, namesRead, signal });
  }
  return moved;
}

/** Keeps reading receipts until every tier on the path has proved everything, or nothing more was proved for `waitMs`. */
export async function waitForProof(tools: ExchangeTools, meeting: Meeting, counts: ExchangeCounts, waitMs: number, signal?: AbortSignal): Promise<void> {
  const { parts, client, timers } = tools;
  const { core, prover } = parts;
  let until = timers.elapsed() + waitMs;
  let most = provedOf(prover);
  for (let left = waitMs; left > 0 && prover.path().length > 0 && !prover.isComplete(); left = until - timers.elapsed()) {
    const round = new AbortController();
    const both = signal ? AbortSignal.any([signal, round.signal]) : round.signal;
    let wentBack: string | undefined;
    const polls = meeting.pushes.map(async (database) => {
      const outcome = await longPoll({ parts, client, database, signal: both, longPollMs: Math.ceil(Math.max(1, Math.min(left, 2000))) });
      counts.pulled += outcome.pulled;
      counts.conflicts += outcome.conflicts;
      if (outcome.wentBack) wentBack = database;
    });
    try {
      await Promise.race(polls);
    } finally {
      round.abort();
      await Promise.allSettled(polls);
    }
    signal?.throwIfAborted();
    if (wentBack === undefined) await readPath({ parts, client, signal });
    else await meetHub({ parts, client, signal, wentBack });
    if (countWaiting(core).count > 0) await pushAll(tools, meeting, counts, signal);
    const proved = provedOf(prover);
    if (proved > most) until = timers.elapsed() + waitMs;
    most = Math.max(most, proved);
  }
}

const provedOf = (prover: JournalParts['prover']) => prover.proofs().reduce((sum, tier) => sum + tier.proved, 0);

