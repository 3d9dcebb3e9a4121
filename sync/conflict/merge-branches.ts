import { canonicalJson } from '../replication/canonical-json.ts';
import { compareRevisions, contentOf, generationOf, hashOf, mintRevision } from '../replication/mint-revision.ts';
import { ancestorsFor } from '../replication/wire-document.ts';
import type { WireDocument } from '../replication/wire-document.ts';
import type { DocumentBody, SyncedCollection } from '../types.ts';
import { buildConflictDocument } from './conflict-document.ts';
import { mergeFields } from './merge-fields.ts';

/** A living leaf: its body with `_rev`, and its ancestors' hashes, newest first. */
export interface Branch { rev: string; ancestors: readonly string[]; body: DocumentBody }
export interface MergedBranches {
  /** The branch that goes on. */
  winner: Branch;
  /** The version merged on top of the winner; none where it would say nothing new. */
  merged?: Branch;
  /** One for each losing branch, ending it. */
  tombstones: { document: WireDocument; of: Branch }[];
  /** For the inbox. */
  conflicts: DocumentBody[];
}
/** What a merger must know of a collection. */
export type MergedCollection = Pick<SyncedCollection, 'table' | 'idPrefix' | 'schemaVersion' | 'mergePolicy'>;
export interface MergeContext { collection: MergedCollection; conflictSchemaVersion: number; baseOf: (a: Branch, b: Branch) => DocumentBody | undefined }

const stampsOfMerge = ['device', 'updatedBy', 'updatedByName', 'updatedAt', 'version'];
const withoutStamps = (body: Readonly<Record<string, unknown>>) => {
  const content = { ...contentOf(body) };
  for (const key of stampsOfMerge) delete content[key];
  return canonicalJson(content);
};

/** Makes one living leaf out of several; every merger with the same leaves and bases makes the same revisions. */
export function mergeBranches(branches: readonly Branch[], { collection, conflictSchemaVersion, baseOf }: MergeContext): MergedBranches {
  const [winner, ...losers] = [...branches].sort((a, b) => compareRevisions(b.rev, a.rev));
  if (!winner) throw new Error('nothing to merge');
  const isConflict = collection.idPrefix === 'conflict';
  const conflicts: DocumentBody[] = [];
  let body: DocumentBody = winner.body;
  for (const loser of losers) {
    const result = mergeFields(baseOf(winner, loser), body, loser.body, isConflict ? { ...collection.mergePolicy, '*': 'latest' } : collection.mergePolicy);
    if (result.clashes.length > 0 && !isConflict) {
      const [kept, other] = result.later === 'winner' ? [winner.body, loser.body] : [loser.body, winner.body];
      conflicts.push(buildConflictDocument({ kind: 'fields', table: collection.table, schemaVersion: conflictSchemaVersion, fields: result.clashes, kept, other, revA: winner.rev, revB: loser.rev, losing: other }));
    }
    body = { ...result.body, _id: winner.body._id };
  }
  const changes = withoutStamps(body) !== withoutStamps(winner.body);
  const rev = mintRevision(body, winner.rev);
  return {
    winner, conflicts,
    ...(changes ? { merged: { rev, ancestors: ancestorsFor({ _rev: winner.rev, revs: [...winner.ancestors] }), body: { ...body, _rev: rev } } } : {}),
    tombstones: losers.map((loser) => ({ document: buildTombstone(loser), of: loser })),
  };
}

/** Ends a losing branch; made of that branch alone. */
function buildTombstone(loser: Branch): WireDocument {
  const { _id, unit, createdAt, createdBy, updatedAt, version, schemaVersion } = loser.body as DocumentBody & Record<string, unknown>;
  const body = { _id, _deleted: true, unit, device: 'merge', createdAt, createdBy, updatedAt, updatedBy: 'merge', version, schemaVersion };
  const rev = mintRevision(body, loser.rev);
  return { ...body, _rev: rev, _revisions: { start: generationOf(rev), ids: [hashOf(rev), ...ancestorsFor({ _rev: loser.rev, revs: [...loser.ancestors] })] } };
}
