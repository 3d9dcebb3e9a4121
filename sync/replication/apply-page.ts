import type { Sql } from '../../store/index.ts';
import type { ChangeRow, ChangesPage } from '../transport/changes-page.ts';
import { leavesWithAncestry } from '../transport/hub-calls.ts';
import type { LeafName } from '../transport/hub-calls.ts';
import type { HubClient } from '../transport/hub-client.ts';
import type { ReceiptDocument } from '../types.ts';
import { receiptOwedMark, writeCheckpoint } from './checkpoint.ts';
import type { JournalParts } from './journal.ts';
import type { JournalCore } from './journal-core.ts';
import { pruneBases } from './outbox.ts';
import { commitPlan, emptyPlan } from './page-plan.ts';
import type { PagePlan } from './page-plan.ts';
import { planNew } from './plan-new.ts';
import { resolveDocument } from './resolve-document.ts';
import { bucketOf } from '../receipts/digest.ts';
import { writeUnkept } from './unkept-documents.ts';
import { isRevision, whyUnkept } from './why-unkept.ts';
import { wireToStored } from './wire-document.ts';
import type { WireDocument } from './wire-document.ts';

export interface PageInput { parts: JournalParts; client: Pick<HubClient, 'request'>; database: string; page: ChangesPage; /** Writes how far was read; the checkpoint where not given. */ place?: (sql: Sql) => void; signal?: AbortSignal; /** The page is a neighbour's: its place is kept under this name, and what came waits for the hub too. */ neighbour?: string }

/** Without receipts (a bare CouchDB) the bodies an edit was based on are kept this long. */
const keepBasesMs = 30 * 24 * 3600_000;
/** Leaves asked for in one request. */
const fetchAtOnce = 100;

const nothingFetched: ReadonlyMap<string, WireDocument> = new Map();
const nothingAsked: ReadonlySet<string> = new Set();

/** Applies one page of the feed and its checkpoint in one commit; asks the hub for ancestry only where versions differ. */
export async function applyPage({ parts, client, database, page, place, signal, neighbour }: PageInput): Promise<PagePlan> {
  const { core } = parts;
  const fetched = new Map<string, Map<string, WireDocument>>();
  const asked = new Map<string, Set<string>>();
  // A conflict that came is taken before the record it speaks of might make the same one here.
  const unkept = new Map<string, { document: unknown; reason: string }>();
  const rows = eachOnce(page.results).map((row) => keepable(row, unkept)).sort((a, b) => Number(b.id.startsWith('conflict:')) - Number(a.id.startsWith('conflict:')));
  for (;;) {
    const need: LeafName[] = [];
    const plan = emptyPlan();
    // In one question for the page: of a first fill nothing is known.
    const known = core.leaves.known(database, rows.map(({ id }) => id));
    for (const row of rows) {
      const missing = planRow(parts, plan, database, row, !known.has(row.id), fetched.get(row.id) ?? nothingFetched, asked.get(row.id) ?? nothingAsked);
      for (const rev of missing) need.push({ id: row.id, rev });
    }
    if (need.length === 0) {
      if (neighbour !== undefined) passOn(core, plan, database);
      // Nothing was awaited since the plan was made: what it was made from still holds.
      commitPlan(core, plan, 'sync-pull', (sql) => {
        writeUnkept(core, sql, database, unkept, rows.map(({ id }) => id));
        if (place) place(sql); else writeCheckpoint(sql, neighbour ?? database, String(page.last_seq));
      });
      if (plan.receipts > 0) afterReceipts(parts);
      return plan;
    }
    for (let i = 0; i < need.length; i += fetchAtOnce) {
      const names = need.slice(i, i + fetchAtOnce);
      for (const document of await leavesWithAncestry(client, database, names, signal)) {
        const reason = whyUnkept(document, document._id);
        if (reason !== undefined) {
          unkept.set(document._id, { document, reason });
          continue;
        }
        const byRev = fetched.get(document._id) ?? new Map<string, WireDocument>();
        byRev.set(document._rev ?? '', document);
        fetched.set(document._id, byRev);
      }
      for (const { id, rev } of names) asked.set(id, (asked.get(id) ?? new Set()).add(rev));
    }
  }
}

/** A cluster may name a document twice on one page, each time as a node knows it: the leaves are those of both rows. */
function eachOnce(results: readonly ChangeRow[]): ChangeRow[] {
  const byId = new Map<string, ChangeRow>();
  for (const row of results) {
    const before = byId.get(row.id);
    const more = before ? row.changes.filter(({ rev }) => !before.changes.some((leaf) => leaf.rev === rev)) : [];
    if (!before) byId.set(row.id, row);
    else if (more.length > 0) byId.set(row.id, { id: row.id, changes: [...before.changes, ...more], doc: row.doc });
  }
  return [...byId.values()];
}

/** The row without what cannot be kept of it, which is noted: its leaves are asked for one by one, and those that can be kept are taken. */
function keepable(row: ChangeRow, unkept: Map<string, { document: unknown; reason: string }>): ChangeRow {
  const { id, changes, plain } = row;
  const named = changes.every(({ rev }) => isRevision(rev)) ? changes : changes.filter(({ rev }) => isRevision(rev));
  if (plain && named === changes) return row;
  const document = row.doc ?? undefined;
  const reason = document === undefined ? undefined : whyUnkept(document, id);
  if (reason === undefined && named === changes) return row;
  unkept.set(id, { document, reason: reason ?? 'its revision is malformed' });
  return { id, changes: id.isWellFormed() ? named : [] };
}

/** Whoever has a line brings the hub what a neighbour wrote: the neighbour may never have one. The revisions are the writer's, so it may come twice. */
function passOn(core: JournalCore, plan: PagePlan, database: string): void {
  const waits = new Set(plan.outbox.map(({ id, rev }) => `${id}\n${rev}`));
  for (const { add: leaf } of plan.leaves) {
    if (!leaf?.counted || waits.has(`${leaf.id}\n${leaf.rev}`)) continue;
    const { id, rev, current, body = null } = leaf;
    const collection = core.collectionOf(id);
    if (collection) plan.outbox.push({ database, tbl: collection.table, id, rev, baseRev: null, baseBody: null, body: current ? null : body });
  }
}

function planRow(parts: JournalParts, plan: PagePlan, database: string, row: ChangeRow, isNew: boolean, fetched: ReadonlyMap<string, WireDocument>, asked: ReadonlySet<string>): string[] {
  const { core } = parts;
  const { id } = row;
  if (id.startsWith('_')) return [];
  if (isNew && row.plain && planNew({ core, plan, database, plain: row.plain })) return [];
  const named = row.changes.map(({ rev }) => rev);
  const newest = row.doc ?? undefined;
  // The feed names leaves of others only; the winner it brings along may be one that somebody else made under our own name.
  const revs = newest?._rev === undefined || named.includes(newest._rev) ? named : [...named, newest._rev];
  if (id.startsWith('receipt:')) {
    if (newest) takeReceipt(parts, plan, database, newest);
    return [];
  }
  const collection = core.collectionOf(id);
  if (collection?.owned && core.databaseOf(id) === database) {
    return resolveDocument({ core, plan, database, id, collection, isNew, revs, offered: newest, fetched, asked });
  }
  if (!newest) {
    const [rev] = revs;
    if (!rev || asked.has(rev)) return [];
    if (!fetched.has(rev)) return [rev];
  }
  const document = newest ?? fetched.get(revs[0] ?? '');
  if (!document) return [];
  if (collection && core.databaseOf(id) === database) {
    const stored = core.store.get(collection.table, id);
    if (stored?._rev === document._rev) return [];
    plan.documents.push({ table: collection.table, document: wireToStored(document) });
  } else {
    plan.sql.push((sql) => sql.run('INSERT OR REPLACE INTO foreign_documents (database, id, rev, body) VALUES (?, ?, ?, ?)', database, id, document._rev ?? '', JSON.stringify(document)));
  }
  plan.applied++;
  return [];
}

function takeReceipt({ core }: JournalParts, plan: PagePlan, database: string, document: WireDocument): void {
  const receipt = document as unknown as ReceiptDocument;
  const unit = receipt._id.slice('receipt:'.length);
  plan.receipts++;
  plan.sql.push((sql) => {
    sql.run('DELETE FROM sync_meta WHERE key = ?', receiptOwedMark(database));
    if (document._deleted) sql.run('DELETE FROM sync_receipts WHERE database = ? AND unit = ?', database, unit);
    else {
      sql.run('INSERT OR REPLACE INTO sync_receipts (database, unit, tier, publishedAt, arrivedAt, body) VALUES (?, ?, ?, ?, ?, ?)',
        database, unit, String(receipt.tier ?? ''), String(receipt.publishedAt ?? ''), core.options.now(), JSON.stringify(document));
    }
  });
}

function afterReceipts({ core, prover }: JournalParts): void {
  prover.reload();
  core.changed();
  const [first] = prover.path();
  const proved = (database: string, id: string) => {
    const leaf = core.leavesOf(database, id).find((l) => l.current === 1);
    return first !== undefined && leaf !== undefined && prover.isProved(first.unit, leaf, bucketOf(id));
  };
  pruneBases(core, proved, core.options.now() - keepBasesMs);
}
