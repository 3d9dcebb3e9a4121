import { commitPlan, emptyPlan } from '../replication/page-plan.ts';
import { readCheckpoint, restartCheckpoint } from '../replication/checkpoint.ts';
import type { JournalCore } from '../replication/journal-core.ts';
import type { JournalParts } from '../replication/journal.ts';
import { generationOf } from '../replication/mint-revision.ts';
import { storedToWire, wireToStored } from '../replication/wire-document.ts';
import type { WireDocument } from '../replication/wire-document.ts';
import { TransportError } from '../types.ts';
import type { NeighbourClient } from './neighbour-client.ts';

/** What only comes down (reviews, catalogues), by the prefix of its ids: how far a reader has read one PC's. */
export type ReceivedPlaces = Record<string, string>;
export interface ReceivedPage { /** The PC's file; another one is read from the start. */ file: string; documents: WireDocument[]; /** Where to go on, of each prefix with news. */ places: ReceivedPlaces }

/** Receipts travel by themselves, with the order of the tiers. */
const prefixesOf = (core: JournalCore) => core.options.collections.filter(({ owned, idPrefix }) => !owned && idPrefix !== 'receipt');
const quoted = (table: string) => `"${table.replaceAll('"', '""')}"`;

/** What a PC has received and its reader has not seen, in the order it came into the file: `<time of the commit> <id>` is a place. */
export function readReceived(core: JournalCore, places: ReceivedPlaces, limit: number): ReceivedPage {
  const page: ReceivedPage = { file: core.options.device, documents: [], places: {} };
  for (const { idPrefix, table } of prefixesOf(core)) {
    const [, lwt = '0', id = ''] = /^([\d.]+) (.*)$/.exec(String(places[idPrefix] ?? '')) ?? [];
    const left = limit - page.documents.length;
    const rows = core.store.sql.all<{ id: string; lwt: number }>(`SELECT id, lwt FROM ${quoted(table)} WHERE (lwt, id) > (?, ?) AND lwt >= ? ORDER BY lwt, id LIMIT ?`, Number(lwt), id, Number(lwt), left);
    const last = rows.at(-1);
    if (last) page.places[idPrefix] = `${last.lwt} ${last.id}`;
    page.documents.push(...rows.flatMap((row) => { const stored = core.store.get(table, row.id); return stored ? [storedToWire(stored)] : []; }));
    if (rows.length === left) break;
  }
  return page;
}

/** Revisions as CouchDB orders them: whoever wrote more often, then the greater hash. */
function isNewer(rev: string, than: string): boolean {
  const [one, other] = [generationOf(rev), generationOf(than)];
  return one === other ? rev > than : one > other;
}

/** Takes over what is newer than here, and notes how far was read, in one commit. */
export function takeReceived({ core }: JournalParts, place: string, { documents, places }: ReceivedPage): number {
  const plan = emptyPlan();
  for (const document of documents) {
    const collection = core.collectionOf(String(document._id));
    if (!collection || collection.owned || typeof document._rev !== 'string' || plan.written.has(document._id)) continue;
    const stored = core.store.get(collection.table, document._id);
    if (stored && !isNewer(document._rev, stored._rev)) continue;
    plan.written.add(document._id);
    plan.documents.push({ table: collection.table, document: wireToStored(document) });
  }
  const before = placesAt(core, place);
  commitPlan(core, plan, 'lan-received', (sql) => sql.run('UPDATE sync_checkpoints SET since = ? WHERE database = ?', JSON.stringify({ ...before, ...places }), place));
  return plan.documents.length;
}

function placesAt(core: JournalCore, place: string): ReceivedPlaces {
  const { since } = readCheckpoint(core, place);
  return since === '0' ? {} : JSON.parse(since) as ReceivedPlaces;
}

const pageSize = 200;

/** Takes over what a neighbour has received and whatever it receives from now on, until the signal. */
export async function followReceived(parts: JournalParts, client: NeighbourClient, neighbour: string, { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal }): Promise<void> {
  const { core } = parts;
  const place = `neighbour:${neighbour.slice(0, 32)}:received`;
  while (!signal.aborted) {
    const body = { places: placesAt(core, place), file: readCheckpoint(core, place).hub, limit: pageSize, timeout: timeoutMs };
    const page = await client.request<ReceivedPage>('/received', { body, signal }).catch((error: unknown) => {
      if (error instanceof TransportError && error.kind === 'notFound') return undefined;
      throw error;
    });
    // An older program does not share them.
    if (!page) return new Promise((resolve) => { signal.addEventListener('abort', () => resolve(), { once: true }); });
    if (!Array.isArray(page.documents) || typeof page.file !== 'string') throw new TransportError('hubBroken', 'what was received is not what the protocol says');
    if (page.file !== body.file) {
      core.commit({ documents: [], leaves: [], outbox: [], context: 'lan-neighbour', sql: (sql) => restartCheckpoint(sql, place, page.file) });
      if (body.file !== '') continue;
    }
    takeReceived(parts, place, page);
  }
}
