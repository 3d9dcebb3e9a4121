import { setImmediate as nextRound } from 'node:timers/promises';

let last: Promise<void> = Promise.resolve();

/**
 * Resolves in a round of the event loop in which nobody else has this turn: work of some milliseconds that came in together is done piece by
 * piece, and whoever asks something small is heard in between.
 */
export const ownRound = (): Promise<void> => (last = last.then(() => nextRound()));
