import { afterEach, beforeEach, expect, it } from 'vitest';
import { createReplicator } from '../../../sync/index.ts';
import { createCouchStandIn } from '../../support/couch-stand-in.ts';
import { aSyncWorld } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';

type Row = { id: string; doc?: unknown };
let world: SyncWorld;
beforeEach(() => { world = aSyncWorld(); });
afterEach(() => { world.close(); });

it('[SYN87] a document that is named twice on one page, also as an older node knows it, is taken once, as it is', async () => {
  const hub = createCouchStandIn();
  const health = hub.database('health-25001');
  const write = (n: number, more: object = {}) => health.edit({ _id: `patients:${n}`, unit: '25001', device: 'pc9', schemaVersion: 1, fullName: 'Hoa', ...more });
  for (let n = 0; n < 3; n++) write(n);
  const pageOf = async () => (await (await hub.fetch('http://stand-in/health-25001/_changes?include_docs=true&style=all_docs')).json() as { results: Row[] }).results;
  const old = await pageOf();
  write(1, { fullName: 'Hoà', _rev: health.winner('patients:1')?._rev });
  const twice: typeof fetch = async (input, init) => {
    const answer = await hub.fetch(input, init);
    if (!String(input).includes('health-25001/_changes')) return answer;
    const page = await answer.json() as { results: Row[] };
    // A row a line, as CouchDB writes it.
    return new Response(`{"results":[\n${[...page.results, ...(page.results.length > 0 ? old : [])].map((row) => JSON.stringify(row)).join(',\n')}\n],\n${JSON.stringify({ ...page, results: undefined }).slice(1)}`, { status: answer.status });
  };
  const replicator = createReplicator({ journal: world.journal, hubUrl: 'http://stand-in', user: 'u', password: 'p', fetch: twice, random: () => 0.1, timeoutMs: 2000 });
  expect(await replicator.exchange()).toMatchObject({ pulled: 3, conflicts: 0 });
  expect([0, 1, 2].map((n) => world.store.get('patients', `patients:${n}`)?.['fullName'])).toEqual(['Hoa', 'Hoà', 'Hoa']);
  expect(await replicator.exchange()).toMatchObject({ pulled: 0, pushed: 0 });
});
