import { bucketOf } from '../receipts/digest.ts';
import type { DeniedRecord, DocumentBody } from '../types.ts';
import type { JournalCore } from './journal-core.ts';
import type { OutboxRow } from './outbox.ts';
import { rowsOf } from './outbox.ts';
import type { LeafChange } from './plan-rows.ts';
import { deviceOf } from './save-documents.ts';
import { bodyOf } from './wire-document.ts';

interface DeniedRow { database: string; id: string; tbl: string; rev: string; at: number; reason: string; deniedBy: string; document: string }

/** Documents a hub refused, whole, oldest first. */
export function listDenied(core: JournalCore): DeniedRecord[] {
  return core.store.sql.all<DeniedRow>('SELECT * FROM sync_denied ORDER BY at, id').map((row) => ({
    id: row.id, table: row.tbl, rev: row.rev, at: new Date(row.at).toISOString(), reason: row.reason, deniedBy: row.deniedBy,
    document: JSON.parse(row.document) as DocumentBody,
  }));
}

/**
 * Sets a refused document aside with its reason. It leaves the digest, and the version the hub still has takes its place
 * there; the document itself stays where it is, untouched.
 */
export function denyDocument(core: JournalCore, row: OutboxRow, refusal: { reason: string; deniedBy: string }): void {
  const { database, id } = row;
  const rows = rowsOf(core, database, id);
  // Edited while it was on its way: the newer version is tried by itself.
  if (!rows.some((r) => r.seq === row.seq && r.state === 'waiting')) return;
  const leaves: LeafChange[] = [];
  const known = new Map(core.leavesOf(database, id).map((leaf) => [leaf.rev, leaf]));
  const standIn = (rev: string | null, body: string | null) => {
    if (rev === null || body === null || known.has(rev)) return;
    leaves.push({ add: { database, id, rev, bucket: bucketOf(id), device: deviceOf(JSON.parse(body) as DocumentBody), counted: true, current: false } });
  };
  const leaf = known.get(row.rev);
  if (leaf) leaves.push({ remove: leaf });
  let dropTombstones = false;
  if (row.body === null) {
    if (leaf) leaves.push({ add: { ...leaf, counted: false, current: true, branch: false } });
    const settled = rows.filter((r) => r.state === 'settled' && r.body === null && r.seq < row.seq).at(-1);
    const after = rows.find((r) => r.body === null && (!settled || r.seq > settled.seq));
    standIn(after?.baseRev ?? null, after?.baseBody ?? null);
    // Without the merged version the losing branch must stay alive at the hub.
    for (const tombstone of rows.filter((r) => r.body !== null && r.state === 'waiting')) {
      const its = known.get(tombstone.rev);
      if (its) leaves.push({ remove: its });
      standIn(tombstone.baseRev, tombstone.baseBody);
      dropTombstones = true;
    }
  } else {
    standIn(row.baseRev, row.baseBody);
  }
  const stored = core.store.get(row.tbl, id);
  const document = row.body ?? JSON.stringify(stored ? bodyOf(stored) : { _id: id });
  core.commit({
    documents: [], leaves, outbox: [], context: 'sync-denied',
    sql: (sql) => {
      sql.run("UPDATE sync_outbox SET state = 'denied' WHERE seq = ?", row.seq);
      if (dropTombstones) sql.run("DELETE FROM sync_outbox WHERE database = ? AND id = ? AND body IS NOT NULL AND state = 'waiting'", database, id);
      sql.run('INSERT OR REPLACE INTO sync_denied (database, id, tbl, rev, at, reason, deniedBy, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        database, id, row.tbl, row.rev, core.options.now(), refusal.reason, refusal.deniedBy, document);
    },
  });
}

/** Puts a denied record's current version back into the outbox; false where none is denied. */
export function retryDenied(core: JournalCore, id: string): boolean {
  const denied = core.store.sql.get<DeniedRow>('SELECT * FROM sync_denied WHERE id = ?', id);
  if (!denied) return false;
  const { database } = denied;
  const row = rowsOf(core, database, id).find((r) => r.state === 'denied' && r.rev === denied.rev);
  const leaves: LeafChange[] = [];
  for (const leaf of core.leavesOf(database, id)) {
    const standIn = leaf.current === 0 && leaf.body === null;
    if (standIn || leaf.rev === denied.rev) leaves.push({ remove: leaf });
    if (leaf.rev === denied.rev) leaves.push({ add: { ...leaf, counted: true, current: denied.rev === core.store.get(denied.tbl, id)?._rev, branch: false } });
  }
  core.commit({
    documents: [], leaves, context: 'sync-retry-denied',
    outbox: row ? [{ database, tbl: row.tbl, id, rev: row.rev, baseRev: row.baseRev, baseBody: row.baseBody, body: row.body }] : [],
    sql: (sql) => {
      if (row) sql.run('DELETE FROM sync_outbox WHERE seq = ?', row.seq);
      sql.run('DELETE FROM sync_denied WHERE database = ? AND id = ?', database, id);
    },
  });
  return true;
}

const takesKey = 'hubTakes';

/** Puts back whatever was refused by a hub that took other documents then (`takes` of its welcome), as before it was given a newer program. */
export function retryWhereMoreIsTaken(core: JournalCore, takes: string): void {
  if (takes === (core.meta(takesKey) ?? '')) return;
  for (const { id } of listDenied(core)) retryDenied(core, id);
  core.setMeta(takesKey, takes);
}
