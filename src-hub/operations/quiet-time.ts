import { setTimeout as pause, setImmediate as nextRound } from 'node:timers/promises';

/**
 * Lets work that can wait make way for those who ask something of the hub. It is done in slices of a few milliseconds, each after a
 * `turn`: at once while nobody asks, seldom while somebody does, and the more often the longer the work has waited, so that it never starves.
 */
export interface QuietTime {
  /** Somebody asks, until what this returns is called. */
  asked(): () => void;
  /** Resolves when a slice may be done of work that was asked for at `since` (`performance.now()`); soon where it `isUrgent`, or the hub ends. */
  turn(since: number, isUrgent: () => boolean): Promise<void>;
  /** The hub ends: nothing waits any more. */
  end(): void;
  readonly isOver: boolean;
}

/** A slice of work between two turns, milliseconds. */
export const SLICE_MS = 5;
/** A reader of pages asks for the next one a moment after it got the last. */
const QUIET_AFTER_MS = 30;
/** From one slice to the next while somebody asks, milliseconds, by the age of the work. */
const patienceMs = (ageMs: number): number => (ageMs < 5_000 ? 250 : ageMs < 30_000 ? 25 : 5);

export function createQuietTime(): QuietTime {
  let isOver = false;
  let asking = 0;
  let lastAsked = -Infinity;
  let lastSlice = -Infinity;
  let slices = 0;

  /** Whoever's work it is: all of it together takes no more than its share. */
  function dueInMs(since: number): number {
    const now = performance.now();
    const due = Math.max(since, lastSlice) + patienceMs(now - since);
    return Math.min(due, asking > 0 ? Infinity : lastAsked + QUIET_AFTER_MS) - now;
  }

  return {
    asked() {
      asking += 1;
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        asking -= 1;
        lastAsked = performance.now();
      };
    },
    async turn(since, isUrgent) {
      for (let seen = -1; seen !== slices;) {
        for (let ms = dueInMs(since); ms > 0 && !isOver && !isUrgent(); ms = dueInMs(since)) await pause(Math.min(ms, QUIET_AFTER_MS));
        // One slice in a round of the event loop: what came in meanwhile is heard first.
        seen = slices;
        await nextRound();
      }
      slices += 1;
      lastSlice = performance.now();
    },
    end() { isOver = true; },
    get isOver() { return isOver; },
  };
}
