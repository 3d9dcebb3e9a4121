export const smallestBatch = 1;
export const largestBatch = 1000;

/** How much is sent, or asked for, at once: documents, or whatever its user counts in. */
export interface AdaptiveBatch {
  size(): number;
  /** A batch of `count` went through in `ms`. */
  wentThrough(count: number, ms: number): void;
  /** Too large, or the line broke under it; true when it cannot get smaller. */
  failed(count: number, why: 'tooLarge' | 'line'): boolean;
}
/** `first`: to begin with · `largest`: at most · `targetMs`: what one is to take, up to four times as long on a line that never broke. */
export interface BatchOptions { first?: number; largest?: number; targetMs?: number }
/** The batch of a database, kept from one exchange to the next. */
export type Batches = (database: string) => AdaptiveBatch;

/** Whole batches at a size that was once too large, before a greater one is tried. */
const patience = 10;

/** A batch aims at so many times `targetMs` at most: of a line that holds, the longer it is the less goes by waiting for answers. */
const longest = 4;
/** While the line never broke, batches aim at so much more from one to the next; once it broke, at so much. */
const moreWhileWhole = 1.5;
const moreAfterBreak = 1.05;
/** After a break a batch aims at less, by so much, but never below half: the shorter, the more of a far line goes by waiting for answers. */
const lessAfterBreak = 0.8;

/**
 * Batches that aim at `targetMs` each: doubled while they are quick, fitted to the aim while they are near it, cut while they
 * do not fit. Long enough that the way there and back hardly counts on a slow line, short enough to come through between two
 * breaks; longer where there are none.
 */
export function createAdaptiveBatch({ first = 100, largest = largestBatch, targetMs = 6000 }: BatchOptions = {}): AdaptiveBatch {
  let size = first;
  let ceiling = largest;
  let atCeiling = 0;
  /** What a batch aims at: less after a break, since whatever is cut is sent again. */
  let aimMs = targetMs;
  let hasBroken = false;
  let breaksInARow = 0;
  return {
    size: () => size,
    wentThrough(count, ms) {
      breaksInARow = 0;
      if (count < size) return;
      if (size === ceiling && ceiling < largest && ++atCeiling >= patience) {
        ceiling = Math.min(largest, Math.ceil(ceiling * 1.25));
        atCeiling = 0;
      }
      // Only what took its time has shown that the line holds for as long.
      if (ms > aimMs / 2) aimMs = Math.min(targetMs * longest, aimMs * (hasBroken ? moreAfterBreak : moreWhileWhole));
      const fit = aimMs / Math.max(1, ms);
      if (fit > 1.2 || fit < 0.67) size = Math.max(smallestBatch, Math.min(ceiling, Math.floor(size * Math.min(2, Math.max(0.25, fit)))));
    },
    failed(count, why) {
      let part = 0.5;
      if (why === 'tooLarge') {
        ceiling = Math.max(smallestBatch, Math.floor(count * 0.75));
        atCeiling = 0;
      } else {
        const before = aimMs;
        aimMs = Math.max(targetMs / 2, Math.min(aimMs, targetMs) * lessAfterBreak);
        hasBroken = true;
        // Any batch may be under way when a line is cut; one that fails again is too long for the line.
        if (++breaksInARow === 1) part = aimMs / before;
      }
      // That a line broke under a few says nothing against as many as went through.
      size = Math.max(smallestBatch, Math.floor((why === 'line' ? Math.max(count, size) : count) * part));
      return count <= smallestBatch;
    },
  };
}

export function createBatches(options: BatchOptions = {}): Batches {
  const made = new Map<string, AdaptiveBatch>();
  return (database) => {
    let batch = made.get(database);
    if (!batch) made.set(database, batch = createAdaptiveBatch(options));
    return batch;
  };
}
