/** PouchDB's revision tree: roots with their generation, each node `[hash, options, children]`. */
export type RevisionNode = [hash: string, options: { status: 'available' | 'missing'; deleted?: boolean }, children: RevisionNode[]];
export type RevisionTree = { pos: number; ids: RevisionNode }[];

/**
 * Every revision the tree knows, bodies compacted away included. PouchDB's own `revsDiff` calls a compacted ancestor
 * missing, CouchDB does not; a peer would send the same old body again and again.
 */
export function revisionsOfTree(tree: RevisionTree): Set<string> {
  const known = new Set<string>();
  const open = tree.map(({ pos, ids }) => ({ pos, node: ids }));
  for (let next = open.pop(); next; next = open.pop()) {
    known.add(`${next.pos}-${next.node[0]}`);
    for (const child of next.node[2]) open.push({ pos: next.pos + 1, node: child });
  }
  return known;
}

export interface TreeLeaf { rev: string; deleted: boolean }

/** The leaves, the winner first: those alive before deleted ones, then the greater generation, then the greater hash. */
export function leavesOfTree(tree: RevisionTree): TreeLeaf[] {
  const leaves: (TreeLeaf & { generation: number; hash: string })[] = [];
  const open = tree.map(({ pos, ids }) => ({ generation: pos, node: ids }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { generation, node: [hash, options, children] } = next;
    if (children.length === 0) leaves.push({ rev: `${generation}-${hash}`, deleted: options.deleted === true, generation, hash });
    else for (const child of children) open.push({ generation: generation + 1, node: child });
  }
  if (leaves.length < 2) return leaves;
  return leaves.sort((a, b) => Number(a.deleted) - Number(b.deleted) || b.generation - a.generation || (a.hash < b.hash ? 1 : a.hash > b.hash ? -1 : 0));
}

/** The leaves that a revision has become, the winner first; none where the tree does not know it. PouchDB's own `latest` throws there, where nobody can catch it. */
export function latestOfTree(tree: RevisionTree, rev: string): string[] {
  return leavesOfTree(tree).map((leaf) => leaf.rev).filter((leaf) => {
    const { start, ids } = ancestryOf(tree, leaf);
    const at = start - Number.parseInt(rev, 10);
    return ids[at] !== undefined && rev === `${start - at}-${ids[at]}`;
  });
}

export function winnerOfTree(tree: RevisionTree): TreeLeaf {
  const [winner] = leavesOfTree(tree);
  if (!winner) throw new RangeError('a document without a revision');
  return winner;
}

/** A revision's ancestry as `_revisions` says it, newest first. */
export function ancestryOf(tree: RevisionTree, rev: string): { start: number; ids: string[] } {
  const [generation = 0, hash = ''] = [Number.parseInt(rev, 10), rev.slice(rev.indexOf('-') + 1)];
  for (const { pos, ids } of tree) {
    // Depth first, with the way up in hand: only one way leads to each node.
    const open: { node: RevisionNode; at: number; up: string[] }[] = [{ node: ids, at: pos, up: [] }];
    for (let next = open.pop(); next; next = open.pop()) {
      const { node: [name, , children], at, up } = next;
      if (at === generation && name === hash) return { start: generation, ids: [name, ...up] };
      if (at < generation) for (const child of children) open.push({ node: child, at: at + 1, up: [name, ...up] });
    }
  }
  return { start: generation, ids: [hash] };
}
