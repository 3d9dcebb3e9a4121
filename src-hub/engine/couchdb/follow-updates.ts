import { EngineAway } from '../engine.ts';
import type { EngineUpdate } from '../engine.ts';
import type { AskCouch } from './couch-server.ts';

interface UpdatesAnswer { results: { db_name: string; type: string }[]; last_seq: string }

/** One question waits this long for news before it is asked again. */
const WAIT_MS = 50_000;
const PAUSE_MS = 2000;

const pause = (ms: number, signal: AbortSignal): Promise<void> => new Promise((resolve) => {
  if (signal.aborted) { resolve(); return; }
  const timer = setTimeout(resolve, ms);
  signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
});

/** Hears from CouchDB which databases changed, whoever changed them; `back` after it was away, when anything may have. */
export async function followUpdates({ ask, prefix, signal, tell, back }: { ask: AskCouch; prefix: string; signal: AbortSignal; tell: (update: EngineUpdate) => Promise<void>; back: () => Promise<void> }): Promise<void> {
  let since = 'now';
  let wasAway = false;
  while (!signal.aborted) {
    try {
      // Once it is back nothing may happen there for long, and its feed may have gone back: the first question waits for no news, and what comes after `now` is news.
      const { body } = await ask<UpdatesAnswer>('GET', `/_db_updates?${wasAway ? 'since=now' : `since=${encodeURIComponent(since)}&feed=longpoll&timeout=${WAIT_MS}`}`, { signal });
      if (!body) continue;
      if (wasAway) await back();
      wasAway = false;
      for (const { db_name: name, type } of body.results) {
        if (name.startsWith(prefix) && (type === 'created' || type === 'updated' || type === 'deleted')) await tell({ database: name.slice(prefix.length), type });
      }
      since = body.last_seq;
    } catch (error) {
      if (signal.aborted) return;
      // Any fault of the feed is one of the server: the check of each minute says what it is.
      wasAway ||= error instanceof EngineAway;
      await pause(PAUSE_MS, signal);
    }
  }
}
