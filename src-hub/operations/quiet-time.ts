import { setTimeout as pause } from 'node:timers/promises';
import { ownRound } from './own-round.ts';

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
/** Share of its time for which the process computes that leaves room beside those who ask. */
const LIGHT_LOAD = 0.25;
/** From one slice to the next while somebody asks, milliseconds, by the age of the work and the load of the process. */
function patienceMs(ageMs: number, load: number): number {
  if (ageMs < 2_000) return load < LIGHT_LOAD ? 40 : 250;
  return ageMs < 15_000 ? 25 : 5;
}

/** The share of its time for which this process computed lately. */
function createLoad(): () => number {
  let from = performance.eventLoopUtilization();
  let at = performance.now();
  let last = 0;
  return () => {
    if (performance.now() - at < QUIET_AFTER_MS) return last;
    last = performance.eventLoopUtilization(from).utilization;
    [from, at] = [performance.eventLoopUtilization(), performance.now()];
    return last;
  };
}

export function createQuietTime(load: () => number = createLoad()): QuietTime {
  let isOver = false;
  let asking = 0;
  let lastAsked = -Infinity;
  let lastSlice = -Infinity;
  let slices = 0;

  /** Whoever's work it is: all of it together takes no more than its share. */
  function dueInMs(since: number): number {
    const now = performance.now();
    const due = Math.max(since, lastSlice) + patienceMs(now - since, load());
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
        // One slice in a round of the event loop, and no batch stored in the same: what came in meanwhile is heard first.
        seen = slices;
        await ownRound();
      }
      slices += 1;
      lastSlice = performance.now();
    },
    end() { isOver = true; },
    get isOver() { return isOver; },
  };
}
