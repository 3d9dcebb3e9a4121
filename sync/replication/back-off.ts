export interface BackOff {
  /** Milliseconds to wait after one more failure. */
  next(msSinceContact: number): number;
  reset(): void;
}

const firstMs = 1000;
/** A line that broke a moment ago is mostly back in a moment: tries do not come apart yet. */
const momentMs = 15_000;
/** While the hub was heard lately it is likely back soon. */
const recentMs = 10 * 60_000;
const recentCapMs = 5000;
const capMs = 60_000;
const leastMs = 200;

/** Exponential with full jitter: a thousand stations do not return in the same second. */
export function createBackOff(random: () => number): BackOff {
  let failures = 0;
  return {
    next(msSinceContact) {
      const ceiling = Math.min(msSinceContact < recentMs ? recentCapMs : capMs, firstMs * 2 ** Math.min(failures, 10));
      if (msSinceContact >= momentMs) failures++;
      return Math.max(leastMs, Math.round(random() * ceiling));
    },
    reset() { failures = 0; },
  };
}
