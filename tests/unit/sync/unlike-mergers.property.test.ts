import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeBranches } from '../../../sync/conflict/merge-branches.ts';
import type { Branch } from '../../../sync/conflict/merge-branches.ts';
import { hashOf, mintRevision } from '../../../sync/replication/mint-revision.ts';
import { versionOfWire } from '../../../sync/replication/version-graph.ts';
import type { DocumentBody } from '../../../sync/types.ts';

type Version = Branch & { deleted: boolean };
const collection = { table: 'patients', idPrefix: 'patients', schemaVersion: 1, mergePolicy: { '*': 'clash', note: 'keepBoth', allergies: 'union' } } as const;
const lineage = ({ rev, ancestors }: Branch) => [hashOf(rev), ...ancestors];
const livingLeaves = (versions: ReadonlyMap<string, Version>): Version[] => {
  const passed = new Set([...versions.values()].flatMap(({ ancestors }) => ancestors));
  return [...versions.values()].filter(({ rev, deleted }) => !deleted && !passed.has(hashOf(rev))).sort((a, b) => (a.rev < b.rev ? -1 : 1));
};

/** A program without a rule of its own for `updatedByName` merges it by this name: as any other field. */
const ordinary = 'nameOfWriter';
const renamed = (body: DocumentBody, from: string, to: string): DocumentBody => {
  const { [from]: value, ...rest } = body as Record<string, unknown>;
  return { ...rest, ...(value === undefined ? {} : { [to]: value }) } as unknown as DocumentBody;
};
type Merger = (leaves: readonly Version[], base: DocumentBody | undefined) => Version[];

const merge = (leaves: readonly Branch[], base: DocumentBody | undefined) => mergeBranches(leaves, { collection, conflictSchemaVersion: 1, baseOf: () => base });
const ofTombstones = (tombstones: ReturnType<typeof merge>['tombstones']): Version[] => tombstones.map(({ document }) => ({ ...versionOfWire(document, false), deleted: true }));
const ours: Merger = (leaves, base) => {
  const { merged, tombstones } = merge(leaves, base);
  return [...(merged ? [{ ...merged, deleted: false }] : []), ...ofTombstones(tombstones)];
};
/** Decision 190 was not known yet: the writer's name is merged as other fields are, and is part of what is new. */
const before: Merger = (leaves, base) => {
  const { winner, merged } = merge(leaves.map((leaf) => ({ ...leaf, body: renamed(leaf.body, 'updatedByName', ordinary) })), base && renamed(base, 'updatedByName', ordinary));
  const { tombstones } = merge(leaves, base);
  const body = merged && renamed(merged.body, ordinary, 'updatedByName');
  const rev = body && mintRevision({ ...body, _rev: undefined } as unknown as DocumentBody, winner.rev);
  return [...(merged && body && rev ? [{ ...merged, rev, body: { ...body, _rev: rev }, deleted: false }] : []), ...ofTombstones(tombstones)];
};

const person = fc.record({
  updatedByName: fc.option(fc.constantFrom('Lan', 'Hoa', 'Minh'), { nil: undefined }), phone: fc.constantFrom('1', '2', undefined), note: fc.constantFrom('a', 'b', undefined),
  allergies: fc.option(fc.subarray(['tôm', 'sữa']), { nil: undefined }), updatedAt: fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-22'),
});
const bodyOf = (fields: Record<string, unknown>, device: string): DocumentBody => JSON.parse(JSON.stringify({ _id: 'patients:1', unit: '25001', device, createdAt: 'x', createdBy: 'y', updatedBy: device, schemaVersion: 1, version: `${String(fields['updatedAt'])}-${device}`, ...fields })) as DocumentBody;

it('[SYN122] a program that merges the writer\'s name and one that leaves it out end in the same single version after one merge more', () => {
  let most = 0;
  fc.assert(fc.property(person, fc.array(person, { minLength: 2, maxLength: 3 }), fc.array(fc.record({ old: fc.boolean(), knowsBase: fc.boolean() }), { minLength: 2, maxLength: 3 }), (first, edits, mergers) => {
    const root = bodyOf(first, 'pc-a');
    const rootRev = mintRevision(root);
    const branches = edits.map((edit, at): Version => {
      const body = bodyOf(edit, `pc-${String.fromCharCode(98 + at)}`);
      const rev = mintRevision(body, rootRev);
      return { rev, ancestors: [hashOf(rootRev)], body: { ...body, _rev: rev }, deleted: false };
    });
    const everywhere = new Map([[rootRev, { rev: rootRev, ancestors: [], body: { ...root, _rev: rootRev }, deleted: false } as Version], ...branches.map((branch) => [branch.rev, branch] as const)]);
    /** The nearest version both come from, for who still has it. */
    const baseOf = (leaves: readonly Version[]): DocumentBody | undefined => [...everywhere.values()].filter(({ rev }) => leaves.every((leaf) => leaf.ancestors.includes(hashOf(rev)))).sort((a, b) => lineage(b).length - lineage(a).length)[0]?.body;
    let round = 0;
    // All merge what they all hold, then hear of one another, until nobody has anything to merge.
    while (livingLeaves(everywhere).length > 1) {
      expect((round += 1)).toBeLessThan(10);
      const leaves = livingLeaves(everywhere);
      for (const made of mergers.flatMap(({ old, knowsBase }) => (old ? before : ours)(leaves, knowsBase ? baseOf(leaves) : undefined))) everywhere.set(made.rev, made);
    }
    // Mergers that are alike make the same at once; those that differ in the name alone do not: else this proves nothing.
    const [one] = mergers;
    if (mergers.every(({ old, knowsBase }) => old === one?.old && knowsBase === one.knowsBase)) expect(round).toBe(1);
    if (mergers.every(({ knowsBase }) => knowsBase === one?.knowsBase)) most = Math.max(most, round);
    // Who has the base and who has not need up to three rounds among programs that are alike.
    expect(round).toBeLessThanOrEqual(mergers.every(({ knowsBase }) => knowsBase === one?.knowsBase) ? 2 : 4);
    expect(livingLeaves(everywhere)).toHaveLength(1);
  }), { numRuns: 2000 });
  expect(most).toBeGreaterThan(1);
});
