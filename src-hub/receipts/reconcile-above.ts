import type { Engine } from '../engine/engine.ts';
import type { Upstream } from '../upstream/start-upstream.ts';
import { ParentProblem } from '../upstream/parent-client.ts';
import { compareAbove } from './compare-above.ts';
import type { LeafIndex } from './leaf-index.ts';
import { readReceipt } from './read-receipt.ts';

/** Of one request to the parent. */
const LEAVES_AT_ONCE = 500;
/** Between two offers of the same leaves. */
const LONGEST_WAIT_MS = 10 * 60_000;

/** A bucket that differs: our content and theirs, since when or when last offered, and how long to wait from there. */
interface Difference { mark: string; since: number; waitMs: number }

export interface ReconcileAbove {
  /** Looks at the parent's receipt of this database; due again in this many milliseconds, `undefined` when nothing differs. */
  look(database: string): Promise<number | undefined>;
}

/**
 * Finds what the parent lacks although it was sent: a server may drop a refused document silently and report success
 * (evidence §5). A bucket of ours that stays as it is and still differs from the parent's receipt after `patienceMs`, with
 * nothing left to send, is offered leaf by leaf again; what is refused then is named. What is lost once more is offered
 * once more, after twice as long. Where the parent lacks nothing of it, what the parent holds instead is fetched.
 */
export function createReconcileAbove(engine: Engine, index: LeafIndex, upstream: () => Upstream | undefined, parentUnit: () => string | undefined, patienceMs: number): ReconcileAbove {
  const differing = new Map<string, Difference>();

  return {
    async look(database) {
      const up = upstream();
      const unit = parentUnit();
      if (!up || unit === undefined || !engine.has(database)) return undefined;
      const theirs = (await engine.use(database, (db) => readReceipt(db, unit)))?.digests ?? new Map();
      const ours = index.digests(database);
      const found = compareAbove(ours, theirs).differing;
      const seen = new Set<string>();
      const overdue = new Map<string, Set<number>>();
      const offered: Difference[] = [];
      let nextMs = Infinity;
      for (const [device, buckets] of found) {
        for (const bucket of buckets) {
          const key = `${database}\n${device}\n${bucket}`;
          seen.add(key);
          const mine = ours.get(device)?.bucket(bucket), its = theirs.get(device)?.bucket(bucket);
          const mark = `${mine?.count}:${mine?.xor.toString('hex')}/${its?.count}:${its?.xor.toString('hex')}`;
          let state = differing.get(key);
          if (state?.mark !== mark) differing.set(key, state = { mark, since: performance.now(), waitMs: patienceMs });
          const waited = performance.now() - state.since;
          if (waited < state.waitMs || !up.isCaughtUp(database)) { nextMs = Math.min(nextMs, Math.max(patienceMs, state.waitMs - waited)); continue; }
          offered.push(state);
          overdue.set(device, (overdue.get(device) ?? new Set()).add(bucket));
        }
      }
      for (const key of [...differing.keys()]) if (key.startsWith(`${database}\n`) && !seen.has(key)) differing.delete(key);
      try {
        let lacked = 0;
        for (const [device, buckets] of overdue) lacked += await offer(up, database, device, buckets);
        // The parent lacks nothing of these and yet says something else: it holds what is not here.
        if (overdue.size > 0 && lacked === 0) await up.fetchLacking(database);
      } catch (error) {
        if (!(error instanceof ParentProblem)) throw error;
        return patienceMs;
      }
      for (const state of offered) {
        Object.assign(state, { since: performance.now(), waitMs: Math.min(state.waitMs * 2, LONGEST_WAIT_MS) });
        nextMs = Math.min(nextMs, state.waitMs);
      }
      return Number.isFinite(nextMs) ? nextMs : undefined;
    },
  };

  async function offer(up: Upstream, database: string, device: string, buckets: ReadonlySet<number>): Promise<number> {
    let lacked = 0;
    const leaves = index.leavesIn(database, device, buckets);
    for (let at = 0; at < leaves.length; at += LEAVES_AT_ONCE) {
      const byId: Record<string, string[]> = {};
      for (const { id, rev } of leaves.slice(at, at + LEAVES_AT_ONCE)) (byId[id] ??= []).push(rev);
      lacked += await up.resend(database, byId);
    }
    return lacked;
  }
}
