import { seededRandom } from '../../src-shared/domain/practice/sample-people.ts';

/** What the nodes of a cluster did so far. */
export interface ClusterInFront { fetch: typeof fetch; /** Feeds that were answered of those asked for from the start. */ fromStart: number; /** Feeds that were answered from further back than asked. */ rewinds: number; /** Answers of nodes that could not. */ faults: number; /** Databases that one node did not know yet. */ unknown: number; calm(): void }

/**
 * Makes one server answer as three nodes of an Apache CouchDB cluster with three copies may: numbers of sequences that go back from one
 * answer to the next, feeds from further back than asked, 202, a database just made that a node does not know yet, 500 and 503 of lost quorums.
 */
export function aClusterInFront({ seed, send = fetch }: { seed: number; send?: typeof fetch }): ClusterInFront {
  const random = seededRandom(seed);
  const places = new Map<string, string[]>();
  const justMade = new Set<string>();
  let isCalm = false;
  const dressed = (sequence: unknown) => `${Math.max(0, Number.parseInt(String(sequence), 10) - Math.floor(random() * 40))}-node${Math.floor(random() * 3)}.${Buffer.from(String(sequence)).toString('base64url')}`;
  const bare = (sequence: string) => (sequence.includes('-node') ? Buffer.from(sequence.slice(sequence.indexOf('.') + 1), 'base64url').toString() : sequence);
  const json = (body: unknown, status: number) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

  const cluster: ClusterInFront = {
    fromStart: 0, rewinds: 0, faults: 0, unknown: 0,
    calm() { isCalm = true; },
    async fetch(input, init) {
      const url = new URL(String(input));
      const [, database = '', rest] = url.pathname.split('/');
      const method = init?.method ?? 'GET';
      if (!isCalm && random() < 0.06) {
        cluster.faults++;
        return random() < 0.5 ? json({ error: 'nodedown', reason: 'progress not possible' }, 503) : json({ error: 'internal_server_error', reason: 'No DB shards could be opened.' }, 500);
      }
      if (justMade.delete(database) && method === 'GET') {
        cluster.unknown++;
        return json({ error: 'not_found', reason: 'Database does not exist.' }, 404);
      }
      const since = url.searchParams.get('since');
      if (since !== null) {
        const real = bare(since);
        const known = places.get(database) ?? [];
        const back = !isCalm && known.length > 1 && random() < 0.3;
        if (back) cluster.rewinds++;
        url.searchParams.set('since', back ? known[Math.max(0, known.indexOf(real) - 2)] ?? '0' : real);
      }
      const answer = await send(url, init);
      if (method === 'PUT' && rest === undefined && answer.status === 201) justMade.add(database);
      if (!answer.ok || database === '' || database === '_session') return answer;
      const body = await answer.json() as Record<string, unknown>;
      if (rest === undefined && method === 'GET') return json({ ...body, update_seq: dressed(body['update_seq']), cluster: { q: 2, n: 3, w: 2, r: 2 } }, 200);
      if (rest === '_bulk_docs') return json(body, random() < 0.5 ? 202 : 201);
      if (rest !== '_changes') return json(body, answer.status);
      const known = places.get(database) ?? places.set(database, ['0']).get(database) ?? [];
      const last = String(body['last_seq']);
      if (!known.includes(last)) known.push(last);
      const rows = body['results'] as { seq?: unknown }[];
      if (since === '0') cluster.fromStart++;
      return json({ ...body, results: rows.map((row) => ({ ...row, seq: dressed(row.seq ?? last) })), last_seq: dressed(last), pending: -1 }, 200);
    },
  };
  return cluster;
}
