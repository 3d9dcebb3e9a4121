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
