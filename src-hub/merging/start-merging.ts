import { orphanBranchMs } from '../../sync/index.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';
import type { Log } from '../public/call.ts';
import type { LeafIndex } from '../receipts/leaf-index.ts';
import { mergeAtHome } from './merge-at-home.ts';

const LOOK_EVERY_MS = 60_000;
/** The stations come first: whoever wrote a branch knows what it was based on, and leaves fewer questions. */
const PATIENCE_MS = orphanBranchMs * 1.5;

/** Merges what no station merged: its PC may be broken or never come back. `everyMs`: between two looks. */
export function startMerging(place: WorkPlace, index: LeafIndex, log: Log, everyMs: number = LOOK_EVERY_MS): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  async function look(): Promise<void> {
    for (const { database, id } of index.branchedBefore(place.now() - PATIENCE_MS)) {
      if (stopped) return;
      try {
        if (await mergeAtHome(place, database, id) > 0) { log('merged', { database }); await index.catchUp(database); }
      } catch (error) {
        log('merge fault', { kind: error instanceof Error ? error.name : typeof error, database });
      }
    }
  }
  const timer = setInterval(() => { running = running.then(look); }, everyMs);
  timer.unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
