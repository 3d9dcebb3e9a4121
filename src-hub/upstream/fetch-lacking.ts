import type { Engine } from '../engine/engine.ts';
import type { InTurn } from './create-turns.ts';
import { ParentProblem } from './parent-client.ts';
import type { AskParent } from './parent-client.ts';
import { fetchMissing } from './pull-database.ts';

const PAGE = 500;

interface Feed { results?: { id: string; changes: { rev: string }[] }[]; last_seq?: string | number }

/**
 * Looks through the parent's feed, names and revisions only, for what is not here: of a hub put back from an older copy, of a unit
 * that came from another hub, of somebody's own client at the parent, or a receipt that came once and was lost here, which makes the
 * parent seem to lack things. A second look goes on where the first ended, as `places` says.
 */
export function createFetchLacking(engine: Engine, ask: AskParent, signal: AbortSignal, inTurn: InTurn, places: Map<string, { identity: string; since: string }>): (database: string, identity: string) => Promise<number> {
  return async (database, identity) => {
    const known = places.get(database);
    let since = known?.identity === identity ? known.since : '0';
    let fetched = 0;
    for (;;) {
      // In turn with what is pulled, which ends receipts the parent no longer holds: judged by an older look it would end a newer one.
      const page = await inTurn(database, () => fetchPage(database, since));
      fetched += page.fetched;
      since = page.last;
      places.set(database, { identity, since });
      if (page.isLast) return fetched;
    }
  };

  async function fetchPage(database: string, since: string): Promise<{ fetched: number; last: string; isLast: boolean }> {
    const { body } = await ask('GET', `/${database}/_changes?style=all_docs&limit=${PAGE}&since=${encodeURIComponent(since)}`, { signal });
    const { results, last_seq: last } = (body ?? {}) as Feed;
    if (!Array.isArray(results) || last === undefined) throw new ParentProblem('away', 'does not answer as CouchDB does');
    const asked = Object.fromEntries(results.filter(({ id }) => !id.startsWith('_')).map(({ id, changes }) => [id, changes.map(({ rev }) => rev)]));
    return { fetched: (await fetchMissing(engine, database, asked, ask, signal)).length, last: String(last), isLast: results.length < PAGE };
  }
}
