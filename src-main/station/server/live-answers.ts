import { setImmediate } from 'node:timers/promises';
import { queries as contract, type QueryName } from '../../../src-shared/contract/queries.ts';
import type { OpenStation } from '../station.ts';

/** A burst of changes is one answer. */
const quietMs = 50;
/** In a steady stream an answer comes at least this often. */
const longestWaitMs = 500;
/** Midnight and an expiry come without any change of a record. */
const atLeastEveryMs = 60_000;

/**
 * The answer of a query now, and again whenever a commit touched what it watches and the answer became another one.
 * Ends with the signal.
 */
export async function* liveAnswers(open: OpenStation, query: QueryName, ask: () => Promise<unknown>, signal: AbortSignal): AsyncGenerator<unknown> {
  const bell = createBell(signal);
  const stop = await watch(open, contract[query].watches, bell.ring);
  const timer = setInterval(bell.ring, atLeastEveryMs);
  timer.unref();
  try {
    let last: string | undefined;
    // What has come in together with the question is heard first: a letter typed after it has overtaken it.
    await setImmediate();
    while (!signal.aborted) {
      const answer = await ask();
      const text = JSON.stringify(answer);
      if (text !== last) { last = text; yield answer; }
      if (!(await bell.rung())) return;
    }
  } finally {
    clearInterval(timer);
    stop();
  }
}

async function watch({ db, sync, lan, backups, health }: OpenStation, watches: readonly string[], ring: () => void): Promise<() => void> {
  const stops: (() => void)[] = [];
  const screens = await db.screens();
  const subscription = screens.changes(watches).subscribe(ring);
  stops.push(() => subscription.unsubscribe());
  const others = watches.filter((name) => name !== 'sync' && name !== 'lan' && name !== 'backup' && name !== 'counts' && !screens.has(name));
  if (others.length > 0) {
    const changes = db.store.changes.subscribe(({ changes: all }) => { if (all.some(({ table }) => others.includes(table))) ring(); });
    stops.push(() => changes.unsubscribe());
  }
  if (watches.includes('sync')) stops.push(db.journal.onChange(ring), sync.onChange(ring));
  if (watches.includes('counts')) stops.push(db.counts.onChange(ring));
  if (watches.includes('lan')) stops.push(lan.onChange(ring));
  if (watches.includes('backup')) stops.push(backups.onChange(ring));
  if (watches.includes('sync')) stops.push(db.disk.onChange(ring), health.onChange(ring));
  return () => { for (const stop of stops) stop(); };
}

/** Rings once for many strikes: after a short quiet, or at the longest wait. */
function createBell(signal: AbortSignal): { ring(): void; /** False when it will not ring any more. */ rung(): Promise<boolean> } {
  let struckAt: number | undefined;
  let quiet: NodeJS.Timeout | undefined;
  let listener: ((goOn: boolean) => void) | undefined;
  const answer = (goOn: boolean) => {
    if (!listener) return;
    clearTimeout(quiet);
    struckAt = undefined;
    const tell = listener;
    listener = undefined;
    tell(goOn);
  };
  const arm = () => {
    clearTimeout(quiet);
    const left = longestWaitMs - (performance.now() - (struckAt ?? 0));
    quiet = setTimeout(() => answer(true), Math.max(0, Math.min(quietMs, left)));
  };
  signal.addEventListener('abort', () => answer(false), { once: true });
  return {
    ring() {
      struckAt ??= performance.now();
      if (listener) arm();
    },
    rung: () => new Promise((resolve) => {
      if (signal.aborted) { resolve(false); return; }
      listener = resolve;
      if (struckAt !== undefined) arm();
    }),
  };
}
