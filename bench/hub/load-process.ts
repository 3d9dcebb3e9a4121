import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { serveCalls } from '../support/calls.ts';
import { encounterBatches } from '../support/encounters.ts';
import { authorizationOf, type Road } from '../sync/sync-subject.ts';

const headersOf = (road: Road) => ({ authorization: authorizationOf(road), accept: 'application/json', 'content-type': 'application/json' });

/** Bodies of `_bulk_docs` as a station sends them: minted revisions, compressed. Made before the clock starts. */
function bodiesFor(road: Road, count: number, batch: number): Uint8Array<ArrayBuffer>[] {
  return [...encounterBatches({ count, batch, unit: road.unit, device: 'pc1' })].map((encounters) => {
    const docs = encounters.map((encounter) => ({ ...encounter, _rev: `1-${hash('sha256', JSON.stringify(encounter), 'hex').slice(0, 32)}` }));
    return new Uint8Array(gzipSync(JSON.stringify({ new_edits: false, docs }), { level: 5 }));
  });
}

async function send(road: Road, bodies: readonly Uint8Array<ArrayBuffer>[]): Promise<void> {
  for (const body of bodies) {
    const response = await fetch(`${road.url}/${road.database}/_bulk_docs`, { method: 'POST', body, headers: { ...headersOf(road), 'content-encoding': 'gzip' } });
    const rows = await response.json() as { error?: string }[];
    if (!response.ok || rows.some(({ error }) => error !== undefined)) throw new Error(`not taken: ${response.status}`);
  }
}

/** Every document of a database, page by page; answers how many encounters came. */
async function fetchAll(road: Road, limit: number): Promise<number> {
  let found = 0;
  for (let since = '0'; ;) {
    const query = new URLSearchParams({ since, limit: String(limit), include_docs: 'true', style: 'all_docs' });
    const response = await fetch(`${road.url}/${road.database}/_changes?${query}`, { headers: headersOf(road) });
    const page = await response.json() as { results: { id: string; doc: object }[]; last_seq: string | number };
    found += page.results.filter(({ id, doc }) => id.startsWith('encounters:') && typeof doc === 'object').length;
    since = String(page.last_seq);
    if (page.results.length < limit) return found;
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; answer: T }> {
  const from = performance.now();
  const answer = await work();
  return { ms: performance.now() - from, answer };
}

/** The stations' side of a hub benchmark: the bare protocol, so that the server is what takes the time. */
const calls = {
  async push(road: Road, count: number, batch: number): Promise<number> {
    const bodies = bodiesFor(road, count, batch);
    return (await timed(() => send(road, bodies))).ms;
  },
  async pull(road: Road, limit: number): Promise<{ ms: number; found: number }> {
    const { ms, answer } = await timed(() => fetchAll(road, limit));
    return { ms, found: answer };
  },
  /** All at once: each sends its documents, then reads its whole feed. */
  async together(roads: readonly Road[], each: number, batch: number): Promise<{ ms: number; found: number }> {
    const loads = roads.map((road) => ({ road, bodies: bodiesFor(road, each, batch) }));
    const { ms, answer } = await timed(() => Promise.all(loads.map(async ({ road, bodies }) => {
      await send(road, bodies);
      return await fetchAll(road, 1_000);
    })));
    return { ms, found: answer.reduce((sum, found) => sum + found, 0) };
  },
};
export type LoadCalls = typeof calls;
serveCalls(calls);
