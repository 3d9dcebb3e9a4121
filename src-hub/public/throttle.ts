const FREE_FAILURES = 5;
const LONGEST_WAIT_MS = 30_000;
const MAX_NAMES = 10_000;

/** Slows down guessing, name by name; nobody is ever locked out. */
export interface Throttle { waitMs(name: string): number; failed(name: string): void; succeeded(name: string): void }

export function createThrottle(now: () => number): Throttle {
  const failures = new Map<string, { count: number; until: number }>();
  return {
    waitMs(name) {
      const left = (failures.get(name)?.until ?? 0) - now();
      // Longer than any wait: the clock was put back meanwhile.
      return left > LONGEST_WAIT_MS ? 0 : Math.max(0, left);
    },
    failed(name) {
      const count = (failures.get(name)?.count ?? 0) + 1;
      const wait = count < FREE_FAILURES ? 0 : Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (count - FREE_FAILURES));
      failures.delete(name);
      failures.set(name, { count, until: now() + wait });
      if (failures.size > MAX_NAMES) for (const oldest of failures.keys()) { failures.delete(oldest); break; }
    },
    succeeded(name) { failures.delete(name); },
  };
}
