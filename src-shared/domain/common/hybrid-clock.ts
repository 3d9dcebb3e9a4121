/** A stamp this far ahead of our own clock, or farther, is noted and not adopted: that machine's clock is wrong, or ours is. */
export const REMOTE_CLOCK_LIMIT_MS = 24 * 60 * 60 * 1000;
const LAST_COUNTER = 0xffff;

export interface HybridClock {
  /** Next stamp, greater as a string than every one before it. */
  next(): string;
  /** Takes note of a stamp seen elsewhere, so that what we write after seeing it is later. */
  observe(version: string): { adopted: boolean; aheadMs: number };
  /** The greatest stamp so far ('' at first); the station stores it and gives it back as `last`. */
  last(): string;
  /** The farthest ahead a refused remote stamp was, with the device that made it. */
  farthestAhead(): { device: string; aheadMs: number } | undefined;
}

interface Stamp { ms: number; counter: number; device: string }

/**
 * Hybrid logical clock for `version`: `<instant>_<counter hex>_<device>`, ordered as a string. It breaks ties between
 * versions neither of which knows the other; ancestry orders the rest (decision 8).
 */
export function createHybridClock({ now, device, last }: { now: () => number; device: string; last?: string }): HybridClock {
  const own = last === undefined ? undefined : parseVersion(last);
  let ms = own?.ms ?? 0;
  let counter = own?.counter ?? -1;
  let greatest = own ? last ?? '' : '';
  let farthest: { device: string; aheadMs: number } | undefined;

  return {
    next() {
      const current = Math.floor(now());
      if (current > ms) { ms = current; counter = 0; } else if (counter < LAST_COUNTER) counter += 1; else { ms += 1; counter = 0; }
      greatest = formatVersion({ ms, counter, device });
      return greatest;
    },
    observe(version) {
      const seen = parseVersion(version);
      if (!seen) return { adopted: false, aheadMs: 0 };
      const aheadMs = seen.ms - Math.floor(now());
      if (aheadMs >= REMOTE_CLOCK_LIMIT_MS) {
        if (!farthest || aheadMs > farthest.aheadMs) farthest = { device: seen.device, aheadMs };
        return { adopted: false, aheadMs };
      }
      if (seen.ms > ms || (seen.ms === ms && seen.counter > counter)) { ms = seen.ms; counter = seen.counter; }
      if (version > greatest) greatest = version;
      return { adopted: true, aheadMs };
    },
    last: () => greatest,
    farthestAhead: () => farthest,
  };
}

/** Parts of a stamp; `undefined` for one that is not ours. */
export function parseVersion(version: string): Stamp | undefined {
  const m = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_([0-9a-f]{4})_(.+)$/.exec(version);
  if (!m) return undefined;
  const ms = Date.parse(m[1] ?? '');
  return Number.isNaN(ms) ? undefined : { ms, counter: parseInt(m[2] ?? '0', 16), device: m[3] ?? '' };
}

function formatVersion({ ms, counter, device }: Stamp): string {
  return `${new Date(ms).toISOString()}_${counter.toString(16).padStart(4, '0')}_${device}`;
}
