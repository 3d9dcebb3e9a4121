import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReplicator, TransportError } from '../../../sync/index.ts';
import type { Replicator } from '../../../sync/index.ts';
import { partsOf } from '../../../sync/replication/journal.ts';
import { aClusterInFront } from '../../support/cluster-in-front.ts';
import type { ClusterInFront } from '../../support/cluster-in-front.ts';
import { aSyncWorld, documentsOf } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';
import { contractHubs } from './contract-hubs.ts';
import type { ContractHub } from './contract-hubs.ts';

describe.each(contractHubs.flatMap(({ name, open }) => (open ? [{ name, open }] : [])))('a cluster ($name behind it)', ({ open }) => {
  let hub: ContractHub, pc1: SyncWorld, pc2: SyncWorld, first: ClusterInFront, second: ClusterInFront;
  const stations: Replicator[] = [];
  beforeEach(async () => {
    hub = await open();
    pc1 = aSyncWorld({ unit: hub.unit });
    pc2 = aSyncWorld({ unit: hub.unit, device: 'pc2' });
    first = aClusterInFront({ seed: 7 });
    second = aClusterInFront({ seed: 8 });
  });
  afterEach(async () => {
    for (const station of stations.splice(0)) await station.stop();
    pc1.close();
    pc2.close();
    await hub.close();
  });
  const connect = async (world: SyncWorld, cluster: ClusterInFront) => {
    const replicator = createReplicator({ journal: world.journal, hubUrl: hub.url, ...await hub.credential(world.device), fetch: cluster.fetch, timeoutMs: 5000, random: () => 0.1 });
    stations.push(replicator);
    return replicator;
  };
  /** Nodes that cannot are asked again. */
  const insist = async (replicator: Replicator) => {
    for (let tries = 1; ; tries++) {
      try {
        return await replicator.exchange();
      } catch (error) {
        if (!(error instanceof TransportError) || tries === 60) throw error;
      }
    }
  };

  it('[SYN87] numbers that go back, feeds from further back, 202, 404 after a making and lost quorums: everything arrives, nothing twice, and nothing is read from the start', async () => {
    const [up, down] = [await connect(pc1, first), await connect(pc2, second)];
    const rounds = 12;
    for (let round = 0; round < rounds; round++) {
      for (let n = 0; n < 20; n++) pc1.save(`patients:${round}-${n}`, { round });
      if (round > 0) pc1.save('patients:0-0', { round });
      pc2.save(`patients:of-2-${round}`, { round });
      await insist(up);
      await insist(down);
    }
    for (const cluster of [first, second]) cluster.calm();
    for (const station of [up, down, up]) await insist(station);
    expect(first.rewinds + second.rewinds).toBeGreaterThan(3);
    expect(first.faults + second.faults).toBeGreaterThan(3);
    const content = (world: SyncWorld) => documentsOf(world, 'patients').map(({ _id, _rev }) => `${_id} ${_rev ?? ''}`).sort();
    expect(content(pc2)).toEqual(content(pc1));
    expect(content(pc1)).toHaveLength(rounds * 21);
    for (const world of [pc1, pc2]) {
      expect(world.journal.waiting().count).toBe(0);
      expect(world.journal.denied()).toEqual([]);
      expect(documentsOf(world, 'conflicts')).toEqual([]);
    }
    // Three databases at most, each from its beginning once.
    for (const { fromStart } of [first, second]) expect(fromStart).toBeLessThanOrEqual(3);
  });

  it('[SYN88] a cluster put back from an older copy is told from one whose numbers go back: by the mark left in it', async () => {
    first.calm();
    const up = await connect(pc1, first);
    for (let n = 0; n < 5; n++) pc1.save(`patients:${n}`, { n });
    await insist(up);
    await insist(up);
    const health = `health-${hub.unit}`;
    const { sql } = partsOf(pc1.journal).core.store;
    const place = () => sql.get<{ since: string }>('SELECT since FROM sync_checkpoints WHERE database = ?', health)?.since;
    const kept = place();
    expect(kept).not.toBe('0');
    // The number is far ahead of the cluster's; the mark is there.
    sql.run('UPDATE sync_checkpoints SET since = ? WHERE database = ?', `9999-${String(kept).split('-').slice(1).join('-')}`, health);
    expect((await insist(up)).pushed).toBe(0);
    expect(place()).not.toMatch(/^9999/);
    // The mark is gone, as with a copy made before it: everything is compared and read from the start.
    const mark = await hub.foreign('GET', `/${health}/_local/tramxa-pc1`) as { _rev: string; mark: string };
    await insist(up);
    expect(await hub.foreign('GET', `/${health}/_local/tramxa-pc1`)).toEqual(mark);
    await hub.foreign('DELETE', `/${health}/_local/tramxa-pc1?rev=${mark._rev}`);
    await insist(up);
    const anew = await hub.foreign('GET', `/${health}/_local/tramxa-pc1`) as { mark: string };
    expect(anew.mark).not.toBe(mark.mark);
  });
});
