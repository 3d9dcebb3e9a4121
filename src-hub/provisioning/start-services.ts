import { createBundleExchange } from '../bundles/exchange-bundles.ts';
import { startHandovers } from '../handover/start-handovers.ts';
import { startMerging } from '../merging/start-merging.ts';
import { followOrg } from '../organisation/follow-org.ts';
import type { Log, PathEntry } from '../public/call.ts';
import { createLeafIndex } from '../receipts/leaf-index.ts';
import type { LeafIndex } from '../receipts/leaf-index.ts';
import { createQuietTime } from '../operations/quiet-time.ts';
import type { QuietTime } from '../operations/quiet-time.ts';
import { createReconcileAbove } from '../receipts/reconcile-above.ts';
import { startReceipts } from '../receipts/start-receipts.ts';
import { createConsoleIndex } from '../review/console-index.ts';
import { createRefusedAbove } from '../upstream/refused-above.ts';
import type { RefusedAbove } from '../upstream/refused-above.ts';
import { startUpstream } from '../upstream/start-upstream.ts';
import type { Upstream } from '../upstream/start-upstream.ts';
import type { OpenPlace } from './open-work-place.ts';
import { parentAccess } from './set-parent.ts';

/** What a serving hub does of its own accord: index, receipts, the way up. */
export interface Services {
  index: LeafIndex; refusedAbove: RefusedAbove;
  upstream(): Upstream | undefined;
  /** This hub first, then the units above. */
  path(): PathEntry[];
  /** The parent was named anew. */
  restartUpstream(): Promise<void>;
  stop(): Promise<void>;
}

/** A bucket that differs from the parent's receipt for this many receipt intervals is looked into. */
const PATIENCE_INTERVALS = 3;
const LEAST_PATIENCE_MS = 2000;

/** `send` reaches the parent; the platform's `fetch` unless given. `quiet`: when work that can wait is done. */
export function startServices(place: OpenPlace, log: Log, send?: typeof fetch, quiet: QuietTime = createQuietTime()): Services {
  const { config, book, engine, uuid, now } = place;
  const self: PathEntry = { unit: config.unit, tier: config.tier, ...(config.name === undefined ? {} : { name: config.name }) };
  const intervalMs = config.receiptIntervalSeconds * 1000;
  let upstream: Upstream | undefined;
  const exchangeBundles = createBundleExchange(place, log);

  const path = () => [self, ...(upstream?.path() ?? []).filter((entry) => entry.unit !== self.unit)];
  const parentUnit = () => upstream?.path()[0]?.unit;
  const index = createLeafIndex(engine, book, createConsoleIndex(book, now), now, quiet);
  const refusedAbove = createRefusedAbove(book, now, (database) => receipts.touch(database));
  const reconcile = createReconcileAbove(engine, index, () => upstream, parentUnit, Math.max(LEAST_PATIENCE_MS, intervalMs * PATIENCE_INTERVALS));
  const receipts = startReceipts({ engine, index, refusedAbove, reconcile, unit: config.unit, tier: config.tier, intervalMs, now, log, parentUnit });

  function begin(): void {
    const parent = parentAccess(place);
    upstream = parent && startUpstream({ parent, engine, book, uuid, refusedAbove, log, now, onPulled: (database) => receipts.touch(database), exchangeBundles, fetch: send });
  }
  begin();
  let stopped = false;
  let turning: Promise<void> = Promise.resolve();
  const handovers = startHandovers(place, index, log);
  const org = followOrg(engine, book, log, handovers.orgChanged);
  const merging = startMerging(place, index, log);
  return {
    index, refusedAbove, path, upstream: () => upstream,
    // One after the other: two at one moment would leave a way up behind that nobody ends.
    restartUpstream: () => (turning = turning.catch(() => undefined).then(async () => {
      if (stopped) return;
      await upstream?.stop();
      begin();
    })),
    async stop() {
      stopped = true;
      // Told to end before the index stops where it is: nothing is said of what was read by half.
      const ends = [handovers.stop(), merging.stop(), receipts.stop()];
      quiet.end();
      await turning.catch(() => undefined);
      await upstream?.stop();
      await Promise.all(ends);
      await org.stop();
    },
  };
}
