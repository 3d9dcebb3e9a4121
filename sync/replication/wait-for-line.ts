import type { Timers } from '../types.ts';
import type { JournalCore } from './journal-core.ts';

/** A save does not hurry a hub that was tried less than this ago. */
const leastBetweenTriesMs = 1000;
/** How often the machine is asked, without a word on the line, whether its addresses are others. */
const lookEveryMs = 2000;

export interface WaitOptions {
  core: JournalCore; timers: Timers; ms: number; signal: AbortSignal;
  /** The line, not the hub's refusal, was the reason: a save, or a line that comes back, ends the waiting early. */
  mayHurry: boolean; network: () => string;
}

/** Waits out the back-off. */
export function waitForLine({ core, timers, ms, signal, mayHurry, network }: WaitOptions): Promise<void> {
  return new Promise((resolve) => {
    const startedAt = timers.elapsed();
    const before = network();
    let timer = timers.setTimeout(() => done(), ms);
    let looking: unknown;
    const done = () => {
      timers.clearTimeout(timer);
      timers.clearTimeout(looking);
      off();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const look = () => {
      const after = network();
      if (after !== before && after !== '') done();
      else looking = timers.setTimeout(look, lookEveryMs);
    };
    const off = mayHurry ? core.onWaiting(() => {
      timers.clearTimeout(timer);
      timer = timers.setTimeout(done, Math.max(0, Math.min(ms, leastBetweenTriesMs) - (timers.elapsed() - startedAt)));
    }) : () => undefined;
    if (mayHurry) looking = timers.setTimeout(look, lookEveryMs);
    signal.addEventListener('abort', done, { once: true });
  });
}
