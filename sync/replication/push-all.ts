import type { KnownAs } from '../transport/if-known.ts';
import type { ExchangeCounts, ExchangeTools } from './exchange-tools.ts';
import type { Meeting } from './meet-hub.ts';
import { countWaiting } from './outbox.ts';
import { pushDatabase } from './push.ts';

export interface PushAllOptions { signal?: AbortSignal; counts: ExchangeCounts; hubName: string; /** Answers what a hub must still be known as to take anything of a database. */ knownAs?: (database: string) => KnownAs | undefined; onStored?: (database: string) => void }

/** Everything that waits in these databases; one push at a time. */
export async function pushEach(tools: ExchangeTools, databases: readonly string[], { signal, counts, hubName, onStored, ...more }: PushAllOptions): Promise<void> {
  const { parts, client, timers, batches } = tools;
  await tools.exclusive(async () => {
    const outcomes = await Promise.allSettled(databases.map(async (database) => {
      const { denied } = await pushDatabase({
        core: parts.core, client, timers, database, batch: batches(database), deniedBy: hubName, signal, knownAs: more.knownAs?.(database),
        onBatch: (stored) => {
          onStored?.(database);
          counts.pushed += stored;
          tools.onProgress?.({ pushed: counts.pushed, pulled: counts.pulled, toPush: countWaiting(parts.core).count });
        },
      });
      counts.denied += denied;
    }));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  });
}

/** Everything that waits, in both databases. */
export const pushAll = (tools: ExchangeTools, { pushes, hubName }: Meeting, counts: ExchangeCounts, signal?: AbortSignal): Promise<void> => pushEach(tools, pushes, { signal, counts, hubName });
