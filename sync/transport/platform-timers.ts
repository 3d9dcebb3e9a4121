import type { Timers } from '../types.ts';

/** The platform's own. */
export const platformTimers: Timers = {
  elapsed: () => performance.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout | undefined),
};
