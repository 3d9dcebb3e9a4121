import type { Sql } from '../../store/index.ts';
import type { HubClient } from '../transport/hub-client.ts';
import { sequenceNumber } from '../transport/if-known.ts';
import { TransportError } from '../types.ts';
import { readCheckpoint } from './checkpoint.ts';
import type { JournalCore } from './journal-core.ts';

/**
 * In a cluster the number a sequence begins with is that of the node that answers: it goes back without anything being lost. So in a
 * database of which nodes hold copies this station leaves a mark, as CouchDB's own replicator does: a `_local` document that says how
 * far the feed was read. Where it is found again, the database holds at least what it held then.
 */
interface PlaceMark { /** Minted anew each time. */ mark: string; since: string; at: number }
/** `marks`: the newest first; the one before it while it is not known whether the newest arrived. `rev` of the one known to be there. */
interface OwnMarks { marks: PlaceMark[]; rev?: string }

/** Of the feed so much is read again at most, where numbers went back. */
const markEveryMs = 10 * 60_000;
const marksKey = (database: string) => `placeMark:${database}`;
const copiesKey = (database: string) => `hasCopies:${database}`;
const pathOf = (core: JournalCore, database: string) => `/${database}/_local/tramxa-${encodeURIComponent(core.options.device)}`;

/** Whether nodes hold copies of the database, as it said when it was last met. */
export const hasCopies = (core: JournalCore, database: string): boolean => core.meta(copiesKey(database)) === '1';
export function noteCopies(core: JournalCore, database: string, copies: number | undefined): void {
  if (hasCopies(core, database) !== ((copies ?? 1) > 1)) core.setMeta(copiesKey(database), (copies ?? 1) > 1 ? '1' : '0');
}

function ownMarks(core: JournalCore, database: string): OwnMarks {
  const kept = core.meta(marksKey(database));
  return kept === undefined ? { marks: [] } : JSON.parse(kept) as OwnMarks;
}

interface MarkOptions { core: JournalCore; client: HubClient; database: string; signal?: AbortSignal }
type Found = { mark?: unknown; _rev?: string } | undefined;

const readMark = ({ core, client, database, signal }: MarkOptions): Promise<Found> => client.request<Found>(pathOf(core, database), { signal, lane: database }).catch((error: unknown) => {
  if (error instanceof TransportError && (error.kind === 'notFound' || error.kind === 'forbidden')) return undefined;
  throw error;
});

/** From where the feed may be read on; `'lost'` where a mark that was there is not any more; `undefined` where there never was one. */
export async function placeOfMark(options: MarkOptions): Promise<{ since: string } | 'lost' | undefined> {
  const { marks, rev } = ownMarks(options.core, options.database);
  if (marks.length === 0) return undefined;
  const found = await readMark(options);
  return marks.find(({ mark }) => mark === found?.mark) ?? (rev === undefined ? undefined : 'lost');
}

/** The database is another one, or another state of it: no mark of ours is in it. */
export const forgetMarks = (sql: Sql, database: string): void => { sql.run('DELETE FROM sync_meta WHERE key = ?', marksKey(database)); };

/** Leaves a mark where the feed was read on since the last one, now and then; a hub that takes none does without. */
export async function leaveMark({ core, client, database, signal }: MarkOptions): Promise<void> {
  if (!hasCopies(core, database)) return;
  const { since } = readCheckpoint(core, database);
  const { marks: [before], rev: known } = ownMarks(core, database);
  const now = core.options.now();
  if (before && (before.since === since || Math.abs(now - before.at) < markEveryMs)) return;
  const next: PlaceMark = { mark: crypto.randomUUID(), since, at: now };
  const note = (own: OwnMarks) => core.setMeta(marksKey(database), JSON.stringify(own));
  const put = (rev: string | undefined) => client.request<{ rev?: string }>(pathOf(core, database), { method: 'PUT', body: { mark: next.mark, since, ...(rev === undefined ? {} : { _rev: rev }) }, signal, lane: database });
  note({ marks: before ? [next, before] : [next], ...(known === undefined ? {} : { rev: known }) });
  try {
    const { rev = '' } = await put(known).catch(async (error: unknown) => {
      if (!(error instanceof TransportError && error.status === 409)) throw error;
      return put((await readMark({ core, client, database, signal }))?._rev);
    });
    note({ marks: [next], rev });
  } catch (error) {
    if (!(error instanceof TransportError && ['notFound', 'forbidden', 'hubBroken'].includes(error.kind))) throw error;
  }
}

/** Whether the feed of a database that lies in one piece ends before the place read last. */
export const wentBack = (core: JournalCore, database: string, sequence: unknown): boolean =>
  !hasCopies(core, database) && sequenceNumber(sequence) < sequenceNumber(readCheckpoint(core, database).since);
