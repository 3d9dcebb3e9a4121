import { createDatabase, databaseFacts, welcome } from '../transport/hub-calls.ts';
import type { DatabaseFacts } from '../transport/hub-calls.ts';
import type { HubClient } from '../transport/hub-client.ts';
import { identityOf } from '../transport/if-known.ts';
import { TransportError } from '../types.ts';
import { isBefore, readCheckpoint, receiptOwedMark, restartCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { retryWhereMoreIsTaken } from './denied-records.ts';
import type { JournalParts } from './journal.ts';
import { forgetMarks, hasCopies, noteCopies, placeOfMark } from './place-mark.ts';
import { reconcileDatabase } from './reconcile.ts';

export interface Meeting { /** Databases to pull: of those that only come down the ones that may be read. */ pulls: string[]; pushes: readonly string[]; hubName: string }
export interface MeetOptions {
  parts: JournalParts; client: HubClient; signal?: AbortSignal;
  /** Whether a push on condition has shown meanwhile that this database is the one it was: it is not asked about again. */
  isConfirmed?: (database: string) => Promise<boolean>;
  /** Its feed was seen to end before the place read last: another state of it, however far on it is by now. */
  wentBack?: string;
}

/** Kept: the hub said in its welcome that it takes a push on condition (`dropped`: the condition does not get there); one has left since the hub was last met. */
export const ifKnownMark = 'hubTakesIfKnown';
export const sentAheadMark = 'sentAhead';

/** Reads the path of tiers from the hub's welcome and keeps it; where its door takes other documents than it did, what it refused is sent again. */
export async function readPath({ parts, client, signal }: MeetOptions): Promise<{ uuid: string | undefined; hubName: string; ifKnown: boolean }> {
  const { uuid, path, ifKnown, takes } = await welcome(client, signal);
  if (path.length > 0 || parts.core.meta('path') === undefined) parts.core.setMeta('path', JSON.stringify(path));
  retryWhereMoreIsTaken(parts.core, takes);
  return { uuid, hubName: path[0]?.unit ?? 'hub', ifKnown };
}

/**
 * First words of an exchange. A hub that is not the one spoken to before (another machine, a database made anew, an old copy
 * put back) is recognised; then it is asked what of ours it lacks, and its feed is read again from the start.
 */
export async function meetHub({ parts, client, signal, isConfirmed = () => Promise.resolve(false), wentBack }: MeetOptions): Promise<Meeting> {
  const { core } = parts;
  const { databasesUp: pushes, databasesDown } = core;
  // All at once: over a far line each question more is a second more. Whether it is a hub at all is said by its welcome.
  const noHub = new AbortController();
  const asking = signal ? AbortSignal.any([signal, noHub.signal]) : noHub.signal;
  const welcomed = readPath({ parts, client, signal });
  welcomed.catch(() => noHub.abort());
  const asked = Promise.all([
    Promise.all(pushes.map(async (database): Promise<DatabaseFacts | undefined> => {
      if (await isConfirmed(database)) return undefined;
      return factsOf(client, database, welcomed, asking).catch((error: unknown) => { throw withDatabase(error, database); });
    })),
    Promise.all(databasesDown.map((database) => databaseFacts(client, database, asking).catch((error: unknown) => {
      if (error instanceof TransportError && (error.kind === 'notFound' || error.kind === 'forbidden')) return undefined;
      throw error;
    }))),
  ]);
  asked.catch(() => undefined);
  const { uuid, hubName, ifKnown } = await welcomed;
  const [facts, factsDown] = await asked;
  // What left before, and was taken by one that did not look, may hide that it is another state of it.
  const isDropped = ifKnown && core.meta(ifKnownMark) === 'dropped';
  const isHidden = (isDropped || !ifKnown) && core.meta(sentAheadMark) === '1';
  const known = (databases: readonly string[], its: readonly (DatabaseFacts | undefined)[]) => databases.flatMap((database, i): [string, DatabaseFacts][] => (its[i] ? [[database, its[i]]] : []));
  const readable = known(databasesDown, factsDown);
  const found = [...known(pushes, facts), ...readable];
  for (const [database, its] of found) await recognise({ parts, client, signal }, database, { identity: identityOf(uuid, its), facts: its, isHidden: isHidden || database === wentBack });
  core.setMeta(ifKnownMark, isDropped ? 'dropped' : ifKnown ? '1' : '0');
  if (core.meta(sentAheadMark) === '1') core.setMeta(sentAheadMark, '0');
  return { pushes, pulls: [...pushes, ...readable.map(([database]) => database)], hubName };
}

/** Whoever sets a hub up must hear which database is missing or closed. */
function withDatabase(error: unknown, database: string): unknown {
  if (!(error instanceof TransportError && (error.kind === 'notFound' || error.kind === 'forbidden'))) return error;
  return new TransportError(error.kind, `${database}: ${error.message}`, error.status);
}

async function factsOf(client: HubClient, database: string, welcomed: Promise<unknown>, signal?: AbortSignal): Promise<DatabaseFacts> {
  try {
    return await databaseFacts(client, database, signal);
  } catch (error) {
    if (!(error instanceof TransportError && error.kind === 'notFound')) throw error;
    await welcomed;
    if (!await createDatabase(client, database, { signal })) throw error;
    return databaseFacts(client, database, signal);
  }
}

async function recognise({ parts, client, signal }: MeetOptions, database: string, { identity, facts, isHidden }: { identity: string; facts: DatabaseFacts; isHidden: boolean }): Promise<void> {
  const { core, prover } = parts;
  const known = readCheckpoint(core, database);
  noteCopies(core, database, facts.cluster?.n);
  if (known.hub === identity && !isHidden) {
    const isBack = isBefore(facts.update_seq, known.since);
    const place = hasCopies(core, database) ? await placeOfMark({ core, client, database, signal }) : undefined;
    if (place !== 'lost' && !isBack) return;
    if (place !== 'lost' && place !== undefined) {
      core.commit({ documents: [], leaves: [], outbox: [], context: 'sync-place', sql: (sql) => writeCheckpoint(sql, database, place.since) });
      return;
    }
  }
  const first = known.hub === '';
  if (!first && core.databasesUp.includes(database)) await reconcileDatabase({ core, client, database, signal });
  core.commit({
    documents: [], leaves: [], outbox: [], context: 'sync-hub',
    sql: (sql) => {
      restartCheckpoint(sql, database, identity);
      forgetMarks(sql, database);
      // What another hub, or this one in another state, once proved proves nothing now.
      if (first) return;
      sql.run('DELETE FROM sync_receipts WHERE database = ?', database);
      sql.run("INSERT OR REPLACE INTO sync_meta (key, value) VALUES (?, '1')", receiptOwedMark(database));
    },
  });
  prover.reload();
}
