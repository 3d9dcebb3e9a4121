import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import type { Engine } from '../engine/engine.ts';
import type { PullCheckpoint } from './checkpoints.ts';
import { ParentProblem } from './parent-client.ts';
import type { AskParent } from './parent-client.ts';

const PAGE = 200;
/** Of what came down and is not there afterwards. */
const MOST_WRITES = 5;
/** Receipts, reviews and transfers come down; `;` follows `:` in order, so these are whole collections. */
const fromStations = { $or: [{ _id: { $gte: 'receipt:', $lt: 'receipt;' } }, { _id: { $gte: 'review:', $lt: 'review;' } }, { _id: { $gte: 'transfer:', $lt: 'transfer;' } }] };

interface Feed { results?: { id: string; changes: { rev: string }[] }[]; last_seq?: string | number }
interface BulkGet { results?: ({ docs?: { ok?: DocumentBody }[] } | null)[] }

/** Brings down what is new at the parent: receipts and reviews of a station's database, or all of `reference`. Returns the ids that came. */
export async function pullDatabase(engine: Engine, name: string, checkpoint: PullCheckpoint, ask: AskParent, signal: AbortSignal): Promise<string[]> {
  const came: string[] = [];
  let since = await checkpoint.load(name, signal);
  for (;;) {
    const filter = name === 'reference' ? '' : '&filter=_selector';
    const { body } = await ask('POST', `/${name}/_changes?style=all_docs&limit=${PAGE}&since=${encodeURIComponent(since)}${filter}`, { body: name === 'reference' ? {} : { selector: fromStations }, signal });
    const { results, last_seq: last } = (body ?? {}) as Feed;
    if (!Array.isArray(results) || last === undefined) throw new ParentProblem('away', 'does not answer as CouchDB does');
    const asked = Object.fromEntries(results.filter((row) => !row.id.startsWith('_')).map((row) => [row.id, row.changes.map((change) => change.rev)]));
    came.push(...await fetchMissing(engine, name, asked, ask, signal));
    await endOvertaken(engine, name, asked);
    came.push(...await reviveEnded(engine, name, asked, ask, signal));
    const next = String(last);
    if (next !== since) await checkpoint.save(name, next, came.length > 0, signal);
    since = next;
    if (results.length < PAGE) return came;
  }
}

/**
 * A receipt is its publisher's alone. A parent put back from an older copy begins another line of it, which may be the shorter one: what this hub holds
 * beside it, or in its place, speaks of what was lost, and would go on doing so.
 */
async function endOvertaken(engine: Engine, name: string, asked: Record<string, string[]>): Promise<void> {
  for (const [id, stand] of Object.entries(asked)) {
    if (!id.startsWith('receipt:')) continue;
    await engine.use(name, async (database) => {
      const leaves = (await database.openRevisions(id, 'all')).flatMap((one) => ('ok' in one && one.ok._deleted !== true ? [String(one.ok._rev)] : []));
      const ends = leaves.filter((rev) => !stand.includes(rev)).map((_rev): DocumentBody => ({ _id: id, _rev, _deleted: true }));
      await database.write(ends, { minted: false });
    });
  }
}

/**
 * What the parent says again although it was ended here, as after a time under another parent that had heard less of the publisher: by its revision it is known,
 * and would stay ended, so it is written anew over what ended it. Returns the ids.
 */
async function reviveEnded(engine: Engine, name: string, asked: Record<string, string[]>, ask: AskParent, signal: AbortSignal): Promise<string[]> {
  const ended = new Map<string, string>();
  for (const id of Object.keys(asked).filter((one) => one.startsWith('receipt:'))) {
    const leaves = (await engine.use(name, (database) => database.openRevisions(id, 'all'))).flatMap((one) => ('ok' in one ? [one.ok] : []));
    const [last] = leaves;
    if (last?._rev !== undefined && leaves.every(({ _deleted }) => _deleted === true)) ended.set(id, last._rev);
  }
  const revived: string[] = [];
  for (const { _revisions: _, ...body } of await fetchBodies(name, [...ended.keys()].flatMap((id) => (asked[id] ?? []).map((rev) => ({ id, rev }))), ask, signal)) {
    const over = ended.get(body._id);
    if (over === undefined || body._deleted === true) continue;
    ended.delete(body._id);
    await engine.use(name, (database) => database.write([{ ...body, _rev: over }], { minted: false }));
    revived.push(body._id);
  }
  return revived;
}

async function fetchBodies(name: string, docs: readonly { id: string; rev: string }[], ask: AskParent, signal: AbortSignal): Promise<DocumentBody[]> {
  if (docs.length === 0) return [];
  const { body } = await ask('POST', `/${name}/_bulk_get?revs=true&attachments=true`, { body: { docs }, signal });
  const { results } = (body ?? {}) as BulkGet;
  // An answer that leaves out what was asked for would let the place in the feed move past it.
  if (!Array.isArray(results) || results.length < new Set(docs.map(({ id }) => id)).size) throw new ParentProblem('away', 'does not answer as CouchDB does');
  return results.flatMap((one) => one?.docs?.flatMap((doc) => (doc.ok ? [doc.ok] : [])) ?? []);
}

/**
 * Takes from the parent those of the given leaves that are not here. Returns the ids that came. A server may drop a document and
 * report success (evidence §5), and the place in the feed moves on: what is not there afterwards is written again, a few times.
 */
export async function fetchMissing(engine: Engine, name: string, asked: Record<string, string[]>, ask: AskParent, signal: AbortSignal): Promise<string[]> {
  const lacking = async () => Object.entries(await engine.use(name, (database) => database.missingRevisions(asked))).flatMap(([id, { missing: revs }]) => revs.map((rev) => ({ id, rev })));
  const found = await fetchBodies(name, await lacking(), ask, signal);
  let left = found;
  for (let times = 0; left.length > 0 && times < MOST_WRITES; times++) {
    const now = left;
    await engine.use(name, (database) => database.write(now, { minted: true }));
    const still = new Set((await lacking()).map(({ id, rev }) => `${id}\n${rev}`));
    left = now.filter(({ _id, _rev }) => still.has(`${_id}\n${String(_rev)}`));
  }
  const refused = new Set(left);
  return found.filter((document) => !refused.has(document)).map(({ _id }) => _id);
}
