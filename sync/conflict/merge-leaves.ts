import { generationOf, hashOf, mintRevision } from '../replication/mint-revision.ts';
import { versionOfWire } from '../replication/version-graph.ts';
import type { WireDocument } from '../replication/wire-document.ts';
import type { DocumentBody } from '../types.ts';
import { mergeBranches } from './merge-branches.ts';
import type { MergedCollection } from './merge-branches.ts';

/**
 * Makes one living leaf out of several that nobody with their base has merged, as every station does after `orphanBranchMs`: the same leaves make the same
 * revisions everywhere. Takes the living leaves with their `_revisions`; answers what is to be written with its revision: the merged version, the ends
 * of the other branches, and what clashes. Nothing where a leaf is of a newer program.
 */
export function mergeLeaves(leaves: readonly WireDocument[], collection: MergedCollection, conflictSchemaVersion: number): WireDocument[] {
  if (leaves.length < 2 || leaves.some((leaf) => Number(leaf['schemaVersion'] ?? 0) > collection.schemaVersion)) return [];
  const branches = leaves.map((leaf) => versionOfWire(leaf, false));
  const { winner, merged, tombstones, conflicts } = mergeBranches(branches, { collection, conflictSchemaVersion, baseOf: () => undefined });
  const attachments = (leaves.find(({ _rev }) => _rev === winner.rev) as { _attachments?: unknown } | undefined)?._attachments;
  const withRevision = (body: DocumentBody, rev: string, ancestors: readonly string[] = []): WireDocument => ({ ...body, _rev: rev, _revisions: { start: generationOf(rev), ids: [hashOf(rev), ...ancestors] } });
  return [
    ...conflicts.map((conflict) => withRevision(conflict, mintRevision(conflict))),
    ...(merged ? [{ ...withRevision(merged.body, merged.rev, merged.ancestors), ...(attachments === undefined ? {} : { _attachments: attachments }) }] : []),
    ...tombstones.map(({ document }) => document),
  ];
}
