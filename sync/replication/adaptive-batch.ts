export const smallestBatch = 1;
export const largestBatch = 1000;

export interface AdaptiveBatch {
  size(): number;
  /** A batch of `count` went through in `ms`. */
  wentThrough(count: number, ms: number): void;
  /** Too large, or the line broke under it; true when it cannot get smaller. */
  failed(count: number): boolean;
}

/** Batches that aim at `targetMs` each: doubled while they are quick, cut while they are slow or do not fit. */
export function createAdaptiveBatch({ first = 250, targetMs = 1500 }: { first?: number; targetMs?: number } = {}): AdaptiveBatch {
  let size = first;
  let ceiling = largestBatch;
  return {
    size: () => size,
    wentThrough(count, ms) {
      if (count < size) return;
      if (ms < targetMs / 2) size = Math.min(ceiling, size * 2);
      else if (ms > targetMs * 2) size = Math.max(smallestBatch, Math.floor(size * Math.max(0.25, targetMs / ms)));
    },
    failed(count) {
      ceiling = Math.max(50, Math.floor(count * 0.75));
      size = Math.max(smallestBatch, Math.floor(count / 2));
      return count <= smallestBatch;
    },
  };
}
