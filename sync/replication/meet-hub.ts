import { createDatabase, databaseFacts, welcome } from '../transport/hub-calls.ts';
import type { DatabaseFacts } from '../transport/hub-calls.ts';
import type { HubClient } from '../transport/hub-client.ts';
import { TransportError } from '../types.ts';
import { isBefore, readCheckpoint, restartCheckpoint } from './checkpoint.ts';
import type { JournalParts } from './journal.ts';
import { reconcileDatabase } from './reconcile.ts';

export interface Meeting { /** Databases to pull; `reference` only where it may be read. */ pulls: string[]; pushes: string[]; hubName: string }
export interface MeetOptions { parts: JournalParts; client: HubClient; signal?: AbortSignal }

/** Reads the path of tiers from the hub's welcome and keeps it. */
export async function readPath({ parts, client, signal }: MeetOptions): Promise<{ uuid: string; hubName: string }> {
  const { uuid = '', path } = await welcome(client, signal);
  if (path.length > 0 || parts.core.meta('path') === undefined) parts.core.setMeta('path', JSON.stringify(path));
  return { uuid, hubName: path[0]?.unit ?? 'hub' };
}

/**
 * First words of an exchange. A hub that is not the one spoken to before (another machine, a database made anew, an old copy
 * put back) is recognised; then it is asked what of ours it lacks, and its feed is read again from the start.
 */
export async function meetHub({ parts, client, signal }: MeetOptions): Promise<Meeting> {
  const { core } = parts;
  const { uuid, hubName } = await readPath({ parts, client, signal });
  const pushes = [core.databaseName('health'), core.databaseName('resources')];
  const reference = core.databaseName('reference');
  const [facts, readable] = await Promise.all([
    Promise.all(pushes.map((database) => factsOf(client, database, signal).catch((error: unknown) => { throw withDatabase(error, database); }))),
    databaseFacts(client, reference, signal).catch((error: unknown) => {
      if (error instanceof TransportError && (error.kind === 'notFound' || error.kind === 'forbidden')) return undefined;
      throw error;
    }),
  ]);
  const found: [string, DatabaseFacts][] = pushes.map((database, i) => [database, facts[i] ?? {}]);
  if (readable) found.push([reference, readable]);
  for (const [database, its] of found) await recognise({ parts, client, signal }, database, `${uuid}/${its.uuid ?? ''}/${its.instance_start_time ?? ''}`, its);
  return { pushes, pulls: found.map(([database]) => database), hubName };
}

/** Whoever sets a hub up must hear which database is missing or closed. */
function withDatabase(error: unknown, database: string): unknown {
  if (!(error instanceof TransportError && (error.kind === 'notFound' || error.kind === 'forbidden'))) return error;
  return new TransportError(error.kind, `${database}: ${error.message}`, error.status);
}

async function factsOf(client: HubClient, database: string, signal?: AbortSignal): Promise<DatabaseFacts> {
  try {
    return await databaseFacts(client, database, signal);
  } catch (error) {
    if (!(error instanceof TransportError && error.kind === 'notFound')) throw error;
    if (!await createDatabase(client, database, { signal })) throw error;
    return databaseFacts(client, database, signal);
  }
}

async function recognise({ parts, client, signal }: MeetOptions, database: string, identity: string, facts: DatabaseFacts): Promise<void> {
  const { core, prover } = parts;
  const known = readCheckpoint(core, database);
  if (known.hub === identity && !isBefore(facts.update_seq, known.since)) return;
  const first = known.hub === '';
  if (!first && database !== core.databaseName('reference')) await reconcileDatabase({ core, client, database, signal });
  core.commit({
    documents: [], leaves: [], outbox: [], context: 'sync-hub',
    sql: (sql) => {
      restartCheckpoint(sql, database, identity);
      // What another hub, or this one in another state, once proved proves nothing now.
      if (!first) sql.run('DELETE FROM sync_receipts WHERE database = ?', database);
    },
  });
  prover.reload();
}
