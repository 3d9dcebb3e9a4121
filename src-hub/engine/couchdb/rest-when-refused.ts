import { CouchRefuses } from './couch-server.ts';
import type { AskCouch } from './couch-server.ts';

/** Longer than half of the five minutes for which CouchDB counts: two tries fall into them, and the fifth would lock. */
const REST_MS = 155_000;

/**
 * Asks as an administrator whose password may have been changed meanwhile. CouchDB (3.4 and newer) locks an account towards an address that brought a wrong
 * password five times within five minutes, the right one included: whoever starts the hub with the new one must not find it locked by the hub's own tries.
 * `elapsed`: milliseconds since some moment.
 */
export function restWhenRefused(ask: AskCouch, elapsed: () => number = () => performance.now()): AskCouch {
  let refused: { error: CouchRefuses; at: number } | undefined;
  return async <T>(...asked: Parameters<AskCouch>) => {
    if (refused && elapsed() - refused.at < REST_MS) throw refused.error;
    try {
      const answer = await ask<T>(...asked);
      refused = undefined;
      return answer;
    } catch (error) {
      if (error instanceof CouchRefuses) refused = { error, at: elapsed() };
      throw error;
    }
  };
}
