import { LONGEST_WAIT_MS, SLOWEST_BYTES_PER_SECOND } from './look-times.ts';

/** Shorter bodies tell nothing of a line's speed. */
const ENOUGH_BYTES = 4096;

/** One request that is on its way. */
export interface Transfer { /** A piece of its answer came. */ heard(): void; end(): void }
/** What is on its way over the line to the parent: silence may only mean that this takes its time. */
export interface LineLoad {
  /** A request leaves with a body of so many bytes. */
  begin(bytes: number): Transfer;
  /** Milliseconds for which a request that began then, and would be given up after `patienceMs` on an idle line, may still be waited for. */
  leftMs(beganAt: number, patienceMs: number): number;
}

/** `now`: milliseconds since some moment. */
export function createLineLoad(now: () => number = () => performance.now()): LineLoad {
  const sending = new Set<{ bytes: number }>();
  const receiving = new Set<object>();
  /** As the last upload showed it, the others beside it included. */
  let bytesPerSecond = SLOWEST_BYTES_PER_SECOND;
  let heardAt = Number.NEGATIVE_INFINITY;
  return {
    begin(bytes) {
      const beganAt = now();
      const own = { bytes };
      sending.add(own);
      return {
        heard() {
          heardAt = now();
          receiving.add(own);
          if (sending.delete(own) && bytes >= ENOUGH_BYTES) bytesPerSecond = Math.max(SLOWEST_BYTES_PER_SECOND, (bytes * 1000) / Math.max(1, heardAt - beganAt));
        },
        end() {
          sending.delete(own);
          receiving.delete(own);
        },
      };
    },
    leftMs(beganAt, patienceMs) {
      const from = receiving.size > 0 ? Math.max(beganAt, heardAt) : beganAt;
      const unsent = [...sending].reduce((sum, { bytes }) => sum + bytes, 0);
      return Math.min(beganAt + Math.max(patienceMs, LONGEST_WAIT_MS), from + patienceMs + (unsent * 1000) / bytesPerSecond) - now();
    },
  };
}
