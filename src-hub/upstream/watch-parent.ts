import { setTimeout as pause } from 'node:timers/promises';
import { LOOK_MS, POLL_MS } from './look-times.ts';
import { ParentProblem } from './parent-client.ts';
import type { AskParent } from './parent-client.ts';

export interface Watch {
  ask: AskParent; signal: AbortSignal;
  /** `created`: it was made, or put back from a copy. */
  onUpdated: (database: string, type: string) => void;
  /** Anything may have changed: at the start, and at every turn where the parent offers no feed of updates. */
  onAny: () => void;
  onTurn: () => Promise<void>;
}

/** A bare CouchDB shows `_db_updates` to administrators only; its databases are then asked in turn, this often. */
const GENTLE_MS = 5_000;
const PATH_EVERY_MS = 2_000;

interface Updates { results?: { db_name: string; type?: string }[]; last_seq?: string | number }

/** One long poll on the parent tells which databases to read. Ends when `signal` is aborted or the line is lost (throws). */
export async function watchParent({ ask, signal, onUpdated, onAny, onTurn }: Watch): Promise<void> {
  let since: string | undefined;
  let turnedAt = performance.now();
  const first = await ask('GET', '/_db_updates?since=now', { signal, timeoutMs: LOOK_MS, allow: [401, 403, 404, 405] });
  if (first.status === 200) since = String((first.body as Updates | undefined)?.last_seq ?? '0');
  onAny();
  while (!signal.aborted) {
    if (since === undefined) {
      await pause(GENTLE_MS, undefined, { signal });
      await onTurn();
      onAny();
      continue;
    }
    const { body } = await ask('GET', `/_db_updates?feed=longpoll&timeout=${POLL_MS}&since=${encodeURIComponent(since)}`, { signal, timeoutMs: LOOK_MS });
    const { results, last_seq: last } = (body ?? {}) as Updates;
    if (!Array.isArray(results) || last === undefined) throw new ParentProblem('away', 'does not answer as CouchDB does');
    for (const { db_name: name, type = 'updated' } of results) onUpdated(name, type);
    since = String(last);
    if (performance.now() - turnedAt > PATH_EVERY_MS) { turnedAt = performance.now(); await onTurn(); }
  }
}
