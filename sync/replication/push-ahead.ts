import { ConditionDropped } from '../transport/if-known.ts';
import { knownAs } from './checkpoint.ts';
import { noCounts } from './exchange-tools.ts';
import type { ExchangeTools } from './exchange-tools.ts';
import { ifKnownMark, sentAheadMark } from './meet-hub.ts';
import { nextOutgoing } from './outbox.ts';
import { hasCopies } from './place-mark.ts';
import { pushEach } from './push-all.ts';

export interface AheadPush { /** Whether its first answer shows that the database is the one it was. */ isConfirmed(database: string): Promise<boolean>; /** Never rejects. */ done: Promise<unknown> }

/**
 * What waits leaves while the hub is still being met, for it alone as it was when last met: over a far line that breaks often,
 * meeting it first takes a third of the time. Only to a hub that said it keeps to that condition.
 */
export function pushAhead(tools: ExchangeTools, signal: AbortSignal): AheadPush {
  const { core, prover } = tools.parts;
  const known = new Map(core.meta(ifKnownMark) === '1' ? core.databasesUp.flatMap((database) => {
    // In a cluster the number says nothing.
    const as = !hasCopies(core, database) && nextOutgoing(core, database, 0, 1).length > 0 ? knownAs(core, database) : undefined;
    return as ? [[database, as] as const] : [];
  }) : []);
  if (known.size === 0) return { isConfirmed: () => Promise.resolve(false), done: Promise.resolve() };
  core.setMeta(sentAheadMark, '1');
  const confirmed = new Map([...known.keys()].map((database) => [database, Promise.withResolvers<boolean>()]));
  const done = pushEach(tools, [...known.keys()], {
    signal, counts: noCounts(), hubName: prover.path()[0]?.unit ?? 'hub', knownAs: (database) => known.get(database), onStored: (database) => confirmed.get(database)?.resolve(true),
  // Whatever hinders it hinders the push after the meeting too, and is told there.
  }).catch((error: unknown) => { if (error instanceof ConditionDropped) core.setMeta(ifKnownMark, 'dropped'); })
    .finally(() => { for (const { resolve } of confirmed.values()) resolve(false); });
  return { done, isConfirmed: (database) => confirmed.get(database)?.promise ?? Promise.resolve(false) };
}
