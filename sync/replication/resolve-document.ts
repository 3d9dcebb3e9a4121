import { buildConflictDocument } from '../conflict/conflict-document.ts';
import { mergeBranches } from '../conflict/merge-branches.ts';
import type { Branch } from '../conflict/merge-branches.ts';
import { bucketOf } from '../receipts/digest.ts';
import { compareRevisions, mintRevision } from './mint-revision.ts';
import type { DocumentBody, SyncedCollection } from '../types.ts';
import type { JournalCore } from './journal-core.ts';
import type { Leaf } from './leaf-book.ts';
import type { PagePlan } from './page-plan.ts';
import type { NewLeaf } from './plan-rows.ts';
import { deviceOf } from './save-documents.ts';
import { commonAncestor, descendsFrom, isMintedChild, leavesOf, mayDescendFrom, versionOfStored, versionOfWire } from './version-graph.ts';
import type { Version } from './version-graph.ts';
import { storedToWire, wireToStored } from './wire-document.ts';
import type { WireDocument } from './wire-document.ts';

/** After this long any station merges branches whose base nobody has shown. */
export const orphanBranchMs = 10 * 60_000;

export interface ResolveInput {
  core: JournalCore; plan: PagePlan; database: string; id: string; collection: SyncedCollection;
  /** No leaf of it is known here, so no version of it is stored either. */
  isNew: boolean;
  /** Leaves named by the feed. */
  revs: readonly string[];
  /** What is known of them: the winner's body as the feed gave it, and whatever was fetched with its ancestry. */
  offered: WireDocument | undefined; fetched: ReadonlyMap<string, WireDocument>;
  /** Revisions the hub was asked for; those still not in `fetched` are gone there. */
  asked: ReadonlySet<string>;
}

/** Adds to the plan what the named leaves mean for one document; answers the revisions that must be fetched first. */
export function resolveDocument(input: ResolveInput): string[] {
  const { core, database, id, collection, offered } = input;
  const stored = input.isNew ? undefined : core.store.get(collection.table, id);
  const rows = input.isNew ? [] : core.leavesOf(database, id);
  const current = stored && versionOfStored(stored);
  const branches = rows.flatMap((row) => (row.body !== null && row.rev !== stored?._rev ? [versionOfWire(JSON.parse(row.body) as WireDocument, false)] : []));
  const locals = current ? [current, ...branches] : branches;
  const unknown = input.revs.filter((rev) => !rows.some((row) => row.rev === rev) && !locals.some((local) => descendsFrom(local, rev)));
  if (unknown.length === 0) return [];

  const [only] = unknown;
  if (unknown.length === 1 && offered && offered._rev === only) {
    if (locals.length === 0) {
      apply(input, undefined, rows, [versionOfWire(offered, true)]);
      return [];
    }
    if (current && branches.length === 0 && isMintedChild(offered, current.rev)) {
      apply(input, current, rows, [versionOfWire(offered, true, [current.rev.slice(current.rev.indexOf('-') + 1), ...current.ancestors])]);
      return [];
    }
  }
  // A line cut short does not tell whether an older leaf is its ancestor: the hub is asked; where it cannot say, it is taken for one.
  const cut = current && unknown.some((rev) => mayDescendFrom(current, rev)) ? current : undefined;
  const need = [...unknown, ...(cut ? [cut.rev] : [])].filter((rev) => !input.fetched.has(rev) && !input.asked.has(rev));
  if (need.length > 0) return need;
  const whole = cut && input.fetched.get(cut.rev);
  const known = whole ? locals.map((local) => (local === cut ? { ...versionOfWire(whole, false), document: whole } : local)) : locals;
  const fresh = unknown.flatMap((rev) => {
    const document = input.fetched.get(rev);
    if (!document || known.some((local) => descendsFrom(local, rev)) || (cut && !whole && mayDescendFrom(cut, rev))) return [];
    return [versionOfWire(document, true)];
  });
  if (fresh.length > 0) apply(input, current, rows, leavesOf([...known, ...fresh]));
  return [];
}

/** Branches known here that waited for a merger: merges them now. */
export function mergeOrphans(core: JournalCore, plan: PagePlan, database: string, id: string, collection: SyncedCollection): void {
  const stored = core.store.get(collection.table, id);
  const rows = core.leavesOf(database, id);
  const branches = rows.flatMap((row) => (row.body !== null && row.rev !== stored?._rev ? [versionOfWire(JSON.parse(row.body) as WireDocument, false)] : []));
  apply({ core, plan, database, id, collection, isNew: false, revs: [], offered: undefined, fetched: new Map(), asked: new Set() }, stored && versionOfStored(stored), rows, leavesOf([...(stored ? [versionOfStored(stored)] : []), ...branches]), true);
}

function apply(input: ResolveInput, current: Version | undefined, rows: readonly Leaf[], leaves: readonly Version[], now = false): void {
  const { plan, database, id, collection } = input;
  const alive = leaves.filter((leaf) => !leaf.deleted);
  const ended = leaves.filter((leaf) => leaf.deleted);
  plan.written.add(id);
  plan.applied++;
  /** Leaves as they will be known, by revision. */
  const next = new Map<string, Omit<NewLeaf, 'database' | 'id' | 'bucket'>>();
  const put = (leaf: Version, how: { counted?: boolean; current?: boolean; branch?: boolean } = {}) => next.set(leaf.rev, {
    rev: leaf.rev, device: deviceOf(leaf.body), counted: how.counted ?? true, current: how.current ?? false, branch: how.branch ?? false, body: how.current ? null : JSON.stringify(withLine(leaf)),
  });
  for (const tombstone of ended) put(tombstone);
  let shown = current;
  const isSetAside = (rev: string) => rows.some((row) => row.rev === rev && row.current === 1 && row.counted === 0);
  const show = (version: Version, counted = true) => {
    shown = version;
    put(version, { current: true, counted: counted && !isSetAside(version.rev) });
  };

  if (alive.length === 0) {
    if (current && !current.deleted && collection.outlivesDeletion) show(current, false); // a deletion made elsewhere never erases it
    else if (current) show([...ended].sort((a, b) => compareRevisions(b.rev, a.rev))[0] ?? current);
  } else if (alive.length === 1 && alive[0]) {
    show(alive[0]);
  } else if (canMerge(input, alive, rows, now)) {
    merge(input, alive, (version) => show(version), put);
  } else {
    const stays = alive.find((leaf) => leaf.rev === current?.rev) ?? [...alive].sort((a, b) => compareRevisions(b.rev, a.rev))[0];
    for (const leaf of alive) if (leaf !== stays) put(leaf, { branch: true });
    if (stays) show(stays);
  }

  for (const tombstone of ended) {
    if (tombstone.fresh && current && !current.deleted && deviceOf(tombstone.body) !== 'merge' && (collection.outlivesDeletion || alive.length > 0)) reportDeletion(input, current, tombstone);
  }
  const replaced = shown !== undefined && shown.rev !== current?.rev;
  if (replaced && shown) {
    plan.documents.push({ table: collection.table, document: wireToStored(shown.document, shown.ancestors), previousRev: current?.rev ?? null });
    // What waited here is in the lineage of what replaced it, or ended by it.
    plan.sql.push((sql) => {
      sql.run("UPDATE sync_outbox SET state = 'older' WHERE database = ? AND id = ? AND body IS NULL AND state IN ('waiting', 'denied') AND rev <> ?", database, id, shown?.rev ?? '');
      sql.run('DELETE FROM sync_denied WHERE database = ? AND id = ?', database, id);
    });
  }
  for (const row of rows) {
    const leaf = next.get(row.rev);
    const standIn = row.current === 0 && row.body === null;
    if (standIn && !replaced && !leaf) continue;
    if (leaf && leaf.current === (row.current === 1) && leaf.counted === (row.counted === 1) && leaf.branch === (row.branch === 1)) {
      next.delete(row.rev);
      continue;
    }
    plan.leaves.push({ remove: row });
  }
  const bucket = bucketOf(id);
  for (const leaf of next.values()) plan.leaves.push({ add: { ...leaf, database, id, bucket } });
}

/** With the base at hand, where there is none to have, where only mergers wrote, or where nobody else came for long. */
function canMerge({ core, database, id, collection }: ResolveInput, alive: readonly Version[], rows: readonly Leaf[], now: boolean): boolean {
  if (alive.some((leaf) => Number(leaf.body['schemaVersion'] ?? 0) > collection.schemaVersion)) return false;
  if (now || alive.some((leaf) => deviceOf(leaf.body) === 'merge')) return true;
  if (rows.some((row) => row.branch === 1 && row.at < core.options.now() - orphanBranchMs)) return true;
  const [winner, ...losers] = [...alive].sort((a, b) => compareRevisions(b.rev, a.rev));
  return winner !== undefined && losers.every((loser) => commonAncestor(winner, loser) === undefined || baseOf(core, database, id, winner, loser) !== undefined);
}

function baseOf(core: JournalCore, database: string, id: string, a: Branch, b: Branch): DocumentBody | undefined {
  const rev = commonAncestor(a, b);
  if (rev === undefined) return undefined;
  const row = core.store.sql.get<{ baseBody: string }>('SELECT baseBody FROM sync_outbox WHERE database = ? AND id = ? AND baseRev = ? AND baseBody IS NOT NULL LIMIT 1', database, id, rev);
  return row && (JSON.parse(row.baseBody) as DocumentBody);
}

function merge(input: ResolveInput, alive: readonly Version[], show: (version: Version) => void, put: (leaf: Version) => void): void {
  const { core, plan, database, id, collection } = input;
  const result = mergeBranches(alive, { collection, conflictSchemaVersion: core.collectionOf('conflict:')?.schemaVersion ?? 1, baseOf: (a, b) => baseOf(core, database, id, a, b) });
  const winner = alive.find((leaf) => leaf.rev === result.winner.rev);
  if (!winner) return;
  if (result.merged) {
    const { rev, ancestors, body } = result.merged;
    const attachments = (winner.document as WireDocument & { _attachments?: unknown })._attachments;
    show({ rev, ancestors, body, deleted: false, document: attachments ? { ...body, _attachments: attachments } : body, fresh: false });
    plan.outbox.push({ database, tbl: collection.table, id, rev, baseRev: winner.rev, baseBody: JSON.stringify(winner.body) });
  } else {
    show(winner);
  }
  for (const { document, of } of result.tombstones) {
    put(versionOfWire(document, false));
    plan.outbox.push({ database, tbl: collection.table, id, rev: document._rev ?? '', baseRev: of.rev, baseBody: JSON.stringify(of.body), body: JSON.stringify(document) });
  }
  for (const conflict of result.conflicts) addConflict(input, conflict);
}

function reportDeletion(input: ResolveInput, kept: Version, tombstone: Version): void {
  const { core, collection } = input;
  addConflict(input, buildConflictDocument({
    kind: 'deleted', table: collection.table, schemaVersion: core.collectionOf('conflict:')?.schemaVersion ?? 1, fields: [],
    kept: kept.body, other: { ...tombstone.body, _rev: tombstone.rev }, revA: kept.rev, revB: tombstone.rev, losing: kept.body,
  }));
}

function addConflict({ core, plan, database }: ResolveInput, body: DocumentBody): void {
  const collection = core.collectionOf(body._id);
  if (!collection || plan.written.has(body._id) || core.store.get(collection.table, body._id)) return;
  plan.written.add(body._id);
  plan.conflicts++;
  const rev = mintRevision(body);
  plan.documents.push({ table: collection.table, document: wireToStored({ ...body, _rev: rev }), previousRev: null });
  plan.leaves.push({ add: { database, id: body._id, rev, bucket: bucketOf(body._id), device: 'merge', counted: true, current: true } });
  plan.outbox.push({ database, tbl: collection.table, id: body._id, rev, baseRev: null, baseBody: null });
}

/** The document with its ancestry, as it is kept for a leaf that is not shown and may be sent again. */
function withLine(leaf: Version): WireDocument {
  return storedToWire(wireToStored({ ...leaf.document, _rev: leaf.rev }, leaf.ancestors));
}
