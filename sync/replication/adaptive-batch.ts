export const smallestBatch = 1;
export const largestBatch = 1000;

export interface AdaptiveBatch {
  size(): number;
  /** A batch of `count` went through in `ms`. */
  wentThrough(count: number, ms: number): void;
  /** Too large, or the line broke under it; true when it cannot get smaller. */
  failed(count: number, why: 'tooLarge' | 'line'): boolean;
}
export interface BatchOptions { first?: number; largest?: number; targetMs?: number }
/** The batch of a database, kept from one exchange to the next. */
export type Batches = (database: string) => AdaptiveBatch;

/** Whole batches at a size that was once too large, before a greater one is tried. */
const patience = 10;

/** After a break a batch aims at less, by so much, but never below half: the shorter, the more of a far line goes by waiting for answers. */
const lessAfterBreak = 0.8;

/**
 * Batches that aim at `targetMs` each: doubled while they are quick, fitted to the aim while they are near it, cut while they
 * do not fit. Long enough that the way there and back hardly counts on a slow line, short enough to come through between two
 * breaks.
 */
export function createAdaptiveBatch({ first = 100, largest = largestBatch, targetMs = 6000 }: BatchOptions = {}): AdaptiveBatch {
  let size = first;
  let ceiling = largest;
  let atCeiling = 0;
  /** What a batch aims at: less after a break, since whatever is cut is sent again. */
  let aimMs = targetMs;
  return {
    size: () => size,
    wentThrough(count, ms) {
      if (count < size) return;
      if (size === ceiling && ceiling < largest && ++atCeiling >= patience) {
        ceiling = Math.min(largest, Math.ceil(ceiling * 1.25));
        atCeiling = 0;
      }
      aimMs = Math.min(targetMs, aimMs * 1.05);
      const fit = aimMs / Math.max(1, ms);
      if (fit > 1.2 || fit < 0.67) size = Math.max(smallestBatch, Math.min(ceiling, Math.floor(size * Math.min(2, Math.max(0.25, fit)))));
    },
    failed(count, why) {
      if (why === 'tooLarge') {
        ceiling = Math.max(smallestBatch, Math.floor(count * 0.75));
        atCeiling = 0;
      } else {
        aimMs = Math.max(targetMs / 2, aimMs * lessAfterBreak);
      }
      size = Math.max(smallestBatch, Math.floor(count / 2));
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
