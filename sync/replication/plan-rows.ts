import type { DocumentWrite, Sql } from '../../store/index.ts';
import type { SyncedCollection } from '../types.ts';
import type { FirstTables } from './first-table.ts';
import { mayBeMarked } from './leaf-book.ts';
import type { Leaf } from './leaf-book.ts';
import { packMark } from './leaf-mark.ts';

export type NewLeaf = Pick<Leaf, 'database' | 'id' | 'rev' | 'device' | 'bucket'> & { counted: boolean; current: boolean; branch?: boolean; body?: string | null };
export type LeafChange = { add: NewLeaf; remove?: undefined } | { remove: Leaf; add?: undefined };
/** An outbox row to be written. */
export interface NewOutboxRow { database: string; tbl: string; id: string; rev: string; baseRev: string | null; baseBody: string | null; body?: string | null }

export interface RowInput {
  documents: readonly DocumentWrite[]; leaves: readonly LeafChange[]; outbox: readonly NewOutboxRow[];
  /** The greatest number an outbox row ever had. */
  lastSeq: number; ownDevice: string; numberOf: (device: string) => number; collectionOf: (id: string) => SyncedCollection | undefined;
}
interface NumberedRow extends Required<NewOutboxRow> { seq: number; isFirst: boolean }
export interface RowPlan {
  /** Marks that go; `rewritten`: with the document itself. */
  unmarked: { leaf: Leaf; table: string; rewritten: boolean }[];
  removed: Leaf[]; added: NewLeaf[];
  /** Documents that were never sent. */
  first: NumberedRow[];
  outbox: NumberedRow[]; lastSeq: number;
}

/**
 * Where the rows of a commit go; the documents get their marks. A leaf like most (shown, counted, written in this very commit) is a mark beside its document; a new document of this device
 * waits in `sync_first_…`, found by the number in its mark. All others have rows in `sync_leaves` and `sync_outbox`, with their indexes.
 */
export function planRows({ documents, leaves, outbox, lastSeq, ownDevice, numberOf, collectionOf }: RowInput): RowPlan {
  const writes = new Map<string, DocumentWrite>();
  for (const write of documents) {
    write.mark = undefined;
    writes.set(write.document._id, write);
  }
  const plan: RowPlan = { unmarked: [], removed: [], added: [], first: [], outbox: [], lastSeq };
  const rows: NumberedRow[] = [];
  const neverSent = new Map<string, NumberedRow>();
  for (const { database, tbl, id, rev, baseRev, baseBody, body = null } of outbox) {
    const row: NumberedRow = { seq: plan.lastSeq += 1, isFirst: false, database, tbl, id, rev, baseRev, baseBody, body };
    rows.push(row);
    if (baseRev === null && body === null) neverSent.set(id, row);
  }
  for (const { add: leaf, remove } of leaves) {
    if (remove) {
      const table = collectionOf(remove.id)?.table;
      if (remove.mark && table !== undefined) plan.unmarked.push({ leaf: remove, table, rewritten: writes.has(remove.id) });
      else plan.removed.push(remove);
      continue;
    }
    const collection = collectionOf(leaf.id);
    const write = writes.get(leaf.id);
    const isOrdinary = leaf.counted && leaf.current && !leaf.branch && (leaf.body ?? null) === null && collection && mayBeMarked(collection) && write?.document._rev === leaf.rev;
    const row = leaf.device === ownDevice ? neverSent.get(leaf.id) : undefined;
    const waits = row?.rev === leaf.rev ? row : undefined;
    const mark = isOrdinary ? packMark({ bucket: leaf.bucket, device: numberOf(leaf.device), seq: waits?.seq ?? 0 }) : undefined;
    if (mark === undefined || !write) plan.added.push(leaf);
    else {
      write.mark = mark;
      if (waits) waits.isFirst = true;
    }
  }
  for (const row of rows) (row.isFirst ? plan.first : plan.outbox).push(row);
  return plan;
}

/** Inside the commit, after its documents. `turn`: its time. */
export function writeRows(sql: Sql, plan: RowPlan, firstTables: FirstTables, turn: number, at: number): void {
  for (const { leaf, table, rewritten } of plan.unmarked) {
    if (!rewritten) sql.run(`UPDATE "${table.replaceAll('"', '""')}" SET mark = NULL WHERE id = ? AND rev = ?`, leaf.id, leaf.rev);
  }
  // From its second version on, or when anything else happens to it, a document has its rows in the outbox proper.
  const seconds = Map.groupBy(plan.unmarked.filter(({ leaf }) => leaf.mark && leaf.mark.seq > 0), ({ leaf }) => leaf.database);
  for (const [database, some] of seconds) {
    const first = firstTables.of(database);
    // Where it was sent long ago the number finds nothing.
    const named = JSON.stringify(some.map(({ leaf }) => [leaf.mark?.seq, leaf.id]));
    const moved = sql.all<{ seq: number }>(`INSERT INTO sync_outbox (seq, database, tbl, id, rev, savedAt, state)
      SELECT f.seq, ?, f.tbl, f.id, f.rev, f.savedAt, 'waiting' FROM json_each(?) AS named CROSS JOIN ${first} AS f ON f.seq = named.value ->> 0 AND f.id = named.value ->> 1 RETURNING seq`, database, named);
    if (moved.length > 0) sql.run(`DELETE FROM ${first} WHERE seq IN (SELECT value FROM json_each(?))`, JSON.stringify(moved.map(({ seq }) => seq)));
  }
  for (const { database, id, rev } of plan.removed) sql.run('DELETE FROM sync_leaves WHERE database = ? AND id = ? AND rev = ?', database, id, rev);
  for (const leaf of plan.added) {
    sql.run('INSERT OR REPLACE INTO sync_leaves (database, id, rev, device, bucket, turn, counted, current, branch, at, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      leaf.database, leaf.id, leaf.rev, leaf.device, leaf.bucket, turn, leaf.counted ? 1 : 0, leaf.current ? 1 : 0, leaf.branch ? 1 : 0, at, leaf.body ?? null);
  }
  for (const { seq, database, tbl, id, rev } of plan.first) {
    sql.run(firstTables.insertInto(database), seq, tbl, id, rev, at);
  }
  for (const { seq, database, tbl, id, rev, baseRev, baseBody, body } of plan.outbox) {
    sql.run("INSERT INTO sync_outbox (seq, database, tbl, id, rev, baseRev, baseBody, savedAt, state, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?)",
      seq, database, tbl, id, rev, baseRev, baseBody, at, body);
  }
}
