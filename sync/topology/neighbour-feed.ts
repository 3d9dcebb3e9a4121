import type { JournalCore } from '../replication/journal-core.ts';
import type { Leaf } from '../replication/leaf-book.ts';
import { storedToWire } from '../replication/wire-document.ts';
import type { WireDocument } from '../replication/wire-document.ts';
import type { ChangeRow, ChangesPage } from '../transport/changes-page.ts';
import type { LeafName } from '../transport/hub-calls.ts';

export interface FeedQuery { database: string; since: number; limit: number; /** Its own writes are not sent back to it. */ except: string }

/** This PC's documents as a hub would list them: in the order they came into its file, own and others'. Denied ones are left out until a hub takes them. */
export function readNeighbourFeed(core: JournalCore, { database, since, limit, except }: FeedQuery): ChangesPage {
  const found = core.leaves.inOrder(database, { after: since, limit, except });
  const isLast = found.length < limit;
  const lastTurn = found.at(-1)?.turn ?? since;
  // A commit is not cut in two: the place in the feed is between commits.
  const whole = isLast || found[0]?.turn === lastTurn ? found : found.filter(({ turn }) => turn < lastTurn);
  if (!isLast && found[0]?.turn === lastTurn) whole.push(...core.leaves.ofTurn(database, lastTurn, except));
  const upTo = isLast ? core.leaves.lastTurn(database) : whole.at(-1)?.turn ?? since;
  const results = [...new Map(whole.map(({ id, turn }) => [id, turn]))].flatMap(([id, turn]): ChangeRow[] => {
    const leaves = core.leavesOf(database, id).filter((leaf) => leaf.counted === 1 && leaf.device !== except);
    const current = leaves.find((leaf) => leaf.current === 1);
    const doc = current && documentOf(core, current);
    return leaves.length === 0 ? [] : [{ seq: String(turn), id, changes: leaves.map(({ rev }) => ({ rev })), ...(doc ? { doc } : {}) }];
  });
  return { results, last_seq: String(upTo) };
}

/** Named leaves with their ancestry; those this PC has not, or not any more, are left out. */
export const namedLeaves = (core: JournalCore, database: string, names: readonly LeafName[]): WireDocument[] => names.flatMap(({ id, rev }) => {
  const leaf = core.leavesOf(database, id).find((one) => one.rev === rev);
  return (leaf && documentOf(core, leaf)) ?? [];
});

function documentOf(core: JournalCore, { id, rev, body }: Leaf): WireDocument | undefined {
  const stored = core.current(id);
  if (stored?._rev === rev) return storedToWire(stored);
  return body === null ? undefined : (JSON.parse(body) as WireDocument);
}
