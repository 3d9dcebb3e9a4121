import type { Engine } from '../engine/engine.ts';
import type { Log } from '../public/call.ts';
import { instantOf } from '../provisioning/work-place.ts';
import { createJobQueue } from '../upstream/job-queue.ts';
import type { RefusedAbove } from '../upstream/refused-above.ts';
import type { LeafIndex } from './leaf-index.ts';
import { publishReceipt } from './publish-receipt.ts';
import type { ReconcileAbove } from './reconcile-above.ts';

export interface ReceiptsOptions {
  engine: Engine; index: LeafIndex; refusedAbove: RefusedAbove; reconcile: ReconcileAbove; unit: string; tier: string; intervalMs: number; now: () => number; log: Log;
  parentUnit: () => string | undefined;
}
export interface Receipts {
  /** Something a receipt speaks of has changed. */
  touch(database: string): void;
  stop(): Promise<void>;
}

/** No write for this long, in milliseconds, ends a run of writes; a receipt is due. */
const QUIET_MS = 1000;
const JOBS_AT_ONCE = 4;
const TRY_AGAIN_MS = 5000;

const isStationDatabase = (name: string) => name.startsWith('health-') || name.startsWith('resources-');

/**
 * Publishes this hub's receipt in each station database: after a quiet moment, within the interval at the latest, never more
 * often than the interval, and only where what it says has changed.
 */
export function startReceipts({ engine, index, refusedAbove, reconcile, unit, tier, intervalMs, now, log, parentUnit }: ReceiptsOptions): Receipts {
  const quietMs = Math.min(QUIET_MS, intervalMs);
  const due = new Map<string, { timer: NodeJS.Timeout; latest: number }>();
  const publishedAt = new Map<string, number>();
  const looks = new Map<string, NodeJS.Timeout>();
  const jobs = createJobQueue(JOBS_AT_ONCE, (name) => publish(name).catch((error: unknown) => {
    log('receipt fault', { kind: error instanceof Error ? error.name : typeof error });
    lookAgain(name, TRY_AGAIN_MS);
  }));
  let stopped = false;

  /** Whatever was in the way (no room, a server that was away), no write may come to ask for the receipt. */
  function lookAgain(database: string, ms: number): void {
    clearTimeout(looks.get(database));
    if (!stopped) looks.set(database, setTimeout(() => jobs.ask(database), ms));
  }

  function schedule(database: string): void {
    if (stopped || !isStationDatabase(database)) return;
    // Time as it passes: a clock put right must not put receipts off by as much.
    const at = performance.now();
    const before = due.get(database);
    const latest = before?.latest ?? at + intervalMs;
    clearTimeout(before?.timer);
    const when = Math.max(Math.min(at + quietMs, latest), (publishedAt.get(database) ?? -Infinity) + intervalMs);
    due.set(database, { latest, timer: setTimeout(() => { due.delete(database); jobs.ask(database); }, Math.max(0, when - at)) });
  }

  async function publish(database: string): Promise<void> {
    if (!engine.has(database)) return;
    await index.catchUp(database, { canWait: true });
    if (stopped) return;
    const above = parentUnit();
    const records = refusedAbove.of(database);
    const published = await publishReceipt(engine, {
      database, unit, tier, digests: index.digests(database), at: instantOf(now()), refusedAbove: above === undefined ? undefined : { unit: above, records },
    });
    if (published) publishedAt.set(database, performance.now());
    clearTimeout(looks.get(database));
    looks.delete(database);
    const again = await reconcile.look(database);
    if (again !== undefined) lookAgain(database, again);
  }

  const unlisten = engine.onUpdate(({ database, type }) => {
    if (type === 'deleted') index.forget(database);
    else schedule(database);
  });
  for (const database of engine.databases()) schedule(database);
  return {
    touch: schedule,
    async stop() {
      stopped = true;
      unlisten();
      for (const { timer } of due.values()) clearTimeout(timer);
      for (const timer of looks.values()) clearTimeout(timer);
      jobs.clear();
      await jobs.settled();
    },
  };
}
