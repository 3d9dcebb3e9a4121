import type { ChangeRow, EngineDatabase } from '../engine/engine.ts';
import { fitsUnread } from '../engine/fits-unread.ts';
import { fitsSelector } from '../engine/match-selector.ts';
import type { ChangesRequest } from './changes-request.ts';

/** A row as it goes over the wire. */
export interface WireChange { seq: string; id: string; changes: { rev: string }[]; deleted?: true; /** Its winning version as JSON. */ doc?: Buffer }

/** Rows read at once; a page of them lies in memory. */
const PAGE = 250;

/** The leaves that fit the selector, each judged by its own body, as CouchDB does: a losing branch is still seen. */
async function fittingLeaves(database: EngineDatabase, row: ChangeRow, selector: NonNullable<ChangesRequest['selector']>): Promise<string[]> {
  if (row.json && row.leaves.length === 1 && fitsUnread(row.json, selector)) return row.leaves;
  // The winner need not be the first of the leaves: it is the one whose body the row has.
  const winner = row.body?._rev;
  const others = row.leaves.filter((rev) => rev !== winner);
  const fitting = row.body && winner !== undefined && fitsSelector(row.body, selector) ? [winner] : [];
  if (!others.length) return fitting;
  const bodies = await database.openRevisions(row.id, others);
  return [...fitting, ...bodies.flatMap((one) => ('ok' in one && fitsSelector(one.ok, selector) ? [String(one.ok._rev)] : []))];
}

/** Of a row read with bodies; a server may have lost one. */
function docOf(row: ChangeRow): { doc?: Buffer } {
  const doc = row.json ?? (row.body && Buffer.from(JSON.stringify(row.body)));
  return doc === undefined ? {} : { doc };
}

async function toWire(database: EngineDatabase, row: ChangeRow, request: ChangesRequest): Promise<WireChange | undefined> {
  if (request.ids && !request.ids.has(row.id)) return undefined;
  const leaves = request.selector ? await fittingLeaves(database, row, request.selector) : row.leaves;
  if (!leaves.length) return undefined;
  return {
    seq: row.sequence, id: row.id, changes: leaves.map((rev) => ({ rev })), ...(row.deleted ? { deleted: true as const } : {}),
    ...(request.withBodies ? docOf(row) : {}),
  };
}

/** One page of the feed after the filter; `sequence` is how far was read, filtered rows included. */
export async function readChanges(database: EngineDatabase, request: ChangesRequest, since: string, limit: number): Promise<{ changes: WireChange[]; sequence: string; finished: boolean }> {
  // Read newest first there is no cursor to go on from, so all of it is one page.
  const size = request.descending ? limit : Math.min(PAGE, request.selector || request.ids ? PAGE : limit);
  const page = await database.changes({
    since, limit: Number.isFinite(size) ? size : Number.MAX_SAFE_INTEGER, style: request.style, withBodies: request.withBodies || request.selector !== undefined,
    withConflicts: request.withConflicts && request.withBodies, withAttachments: request.withAttachments && request.withBodies, descending: request.descending,
  });
  const changes: WireChange[] = [];
  for (const row of page.rows) {
    const change = await toWire(database, row, request);
    if (!change) continue;
    changes.push(change);
    if (changes.length === limit) return { changes, sequence: change.seq, finished: row === page.rows.at(-1) && page.finished };
  }
  return { changes, sequence: page.sequence, finished: page.finished || request.descending };
}
