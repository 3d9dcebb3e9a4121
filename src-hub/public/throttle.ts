const FREE_FAILURES = 5;
const LONGEST_WAIT_MS = 30_000;
const MAX_NAMES = 10_000;

/** Slows down guessing, name by name; nobody is ever locked out. */
export interface Throttle {
  waitMs(name: string): number;
  /** Call it before a password is looked at: a try counts as wrong until it has proved right, so that many at one moment are no way round the wait. What it returns takes it back. */
  failed(name: string): () => void;
  succeeded(name: string): void;
}

export function createThrottle(now: () => number): Throttle {
  const failures = new Map<string, { count: number; until: number }>();
  return {
    waitMs(name) {
      const left = (failures.get(name)?.until ?? 0) - now();
      // Longer than any wait: the clock was put back meanwhile.
      return left > LONGEST_WAIT_MS ? 0 : Math.max(0, left);
    },
    failed(name) {
      const before = failures.get(name);
      const count = (before?.count ?? 0) + 1;
      const wait = count < FREE_FAILURES ? 0 : Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (count - FREE_FAILURES));
      failures.delete(name);
      const failure = { count, until: now() + wait };
      failures.set(name, failure);
      if (failures.size > MAX_NAMES) for (const oldest of failures.keys()) { failures.delete(oldest); break; }
      return () => {
        if (failures.get(name) !== failure) return;
        if (before) failures.set(name, before); else failures.delete(name);
      };
    },
    succeeded(name) { failures.delete(name); },
  };
}
