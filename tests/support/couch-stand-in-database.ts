import { createHash, randomUUID } from 'node:crypto';

export type Body = { _id: string; _rev?: string; _deleted?: boolean; _revisions?: { start: number; ids: string[] } } & Record<string, unknown>;
interface Node { parent: string | undefined; body: Body | undefined; deleted: boolean }
interface Entry { nodes: Map<string, Node>; seq: number }
export interface Row { seq: string; id: string; changes: { rev: string }[]; deleted?: true; doc?: Body }
type Selector = (body: Body) => boolean;

const generation = (rev: string) => Number.parseInt(rev, 10);
const wins = (a: string, b: string) => generation(a) - generation(b) || (a.slice(a.indexOf('-')) > b.slice(b.indexOf('-')) ? 1 : -1);

/** One database of the stand-in: revision trees in memory, by CouchDB's rules. */
export class StandInDatabase {
  uuid = randomUUID();
  entries = new Map<string, Entry>();
  /** `_local` documents: never replicated, in copies too. */
  locals = new Map<string, Body>();
  seq = 0;

  leaves(id: string): string[] {
    const entry = this.entries.get(id);
    if (!entry) return [];
    const parents = new Set([...entry.nodes.values()].map((node) => node.parent));
    return [...entry.nodes.keys()].filter((rev) => !parents.has(rev) && entry.nodes.get(rev)?.body)
      .sort((a, b) => Number(entry.nodes.get(a)?.deleted) - Number(entry.nodes.get(b)?.deleted) || wins(b, a));
  }
  winner(id: string): Body | undefined {
    const [rev] = this.leaves(id);
    return rev === undefined ? undefined : this.open(id, rev);
  }
  open(id: string, rev: string, withRevs = false): Body | undefined {
    const nodes = this.entries.get(id)?.nodes;
    const body = nodes?.get(rev)?.body;
    if (!nodes || !body) return undefined;
    if (!withRevs) return body;
    const ids: string[] = [];
    for (let at: string | undefined = rev; at !== undefined; at = nodes.get(at)?.parent) ids.push(at.slice(at.indexOf('-') + 1));
    return { ...body, _revisions: { start: generation(rev), ids } };
  }
  knows(id: string, rev: string): boolean { return this.entries.get(id)?.nodes.has(rev) ?? false; }

  /** `new_edits:false`: the revision is taken with its line. */
  graft(document: Body): void {
    const { _revisions, ...body } = document;
    const start = _revisions?.start ?? generation(body._rev ?? '1-');
    const line = (_revisions?.ids ?? [(body._rev ?? '').slice((body._rev ?? '').indexOf('-') + 1)]).map((hash, i) => `${start - i}-${hash}`);
    const entry = this.entries.get(body._id) ?? { nodes: new Map<string, Node>(), seq: 0 };
    const [rev] = line;
    if (rev === undefined || entry.nodes.get(rev)?.body) return;
    line.forEach((one, i) => {
      const known = entry.nodes.get(one);
      const parent = known?.parent ?? line[i + 1];
      const own = i === 0 ? { ...body, _rev: rev } : known?.body;
      entry.nodes.set(one, { parent, body: own, deleted: i === 0 ? body._deleted === true : known?.deleted ?? false });
    });
    entry.seq = ++this.seq;
    this.entries.set(body._id, entry);
  }
  /** An ordinary edit; `undefined` on conflict. */
  edit(document: Body): string | undefined {
    const winner = this.winner(document._id);
    if ((winner && !winner._deleted ? winner._rev : undefined) !== document._rev) return undefined;
    const parent = document._rev ?? winner?._rev;
    const { _rev, ...body } = document;
    const rev = `${(parent ? generation(parent) : 0) + 1}-${createHash('md5').update(JSON.stringify(body) + parent).digest('hex')}`;
    const line = parent ? this.open(document._id, parent, true)?._revisions?.ids ?? [] : [];
    this.graft({ ...body, _id: document._id, _rev: rev, _revisions: { start: generation(rev), ids: [rev.slice(rev.indexOf('-') + 1), ...line] } });
    return rev;
  }
  /** The feed with `style=all_docs&include_docs=true`; each leaf is judged by the selector. */
  changes(since: number, limit: number, fits: Selector): { results: Row[]; last: number } {
    const results: Row[] = [];
    let last = since;
    for (const [id, entry] of [...this.entries].filter(([, e]) => e.seq > since).sort(([, a], [, b]) => a.seq - b.seq)) {
      if (results.length >= limit) break;
      last = entry.seq;
      const leaves = this.leaves(id).filter((rev) => fits(entry.nodes.get(rev)?.body as Body));
      const winner = this.winner(id);
      if (leaves.length > 0 && winner) results.push({ seq: String(entry.seq), id, changes: leaves.map((rev) => ({ rev })), ...(winner._deleted ? { deleted: true as const } : {}), doc: winner });
    }
    return { results, last: results.length >= limit ? last : this.seq };
  }
  copy(): StandInDatabase {
    const copy = new StandInDatabase();
    copy.uuid = this.uuid;
    copy.seq = this.seq;
    copy.locals = new Map(this.locals);
    for (const [id, { nodes, seq }] of this.entries) copy.entries.set(id, { nodes: new Map(nodes), seq });
    return copy;
  }
}
