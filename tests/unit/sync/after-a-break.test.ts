import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReplicator } from '../../../sync/index.ts';
import type { Replicator } from '../../../sync/index.ts';
import { createAdaptiveBatch } from '../../../sync/replication/adaptive-batch.ts';
import { createBackOff } from '../../../sync/replication/back-off.ts';
import { createCouchStandIn } from '../../support/couch-stand-in.ts';
import type { CouchStandIn } from '../../support/couch-stand-in.ts';
import { aSyncWorld } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';

const until = async (holds: () => boolean) => { while (!holds()) await new Promise((resolve) => { setTimeout(resolve, 5); }); };

describe('after a break', () => {
  let hub: CouchStandIn, world: SyncWorld, replicator: Replicator;
  let isCut: boolean;
  beforeEach(() => {
    hub = createCouchStandIn();
    world = aSyncWorld();
    isCut = false;
    const overLine: typeof fetch = async (input, init) => {
      if (isCut) throw new TypeError('the line broke');
      const answer = await hub.fetch(input, init);
      if (isCut) throw new TypeError('the line broke');
      return answer;
    };
    replicator = createReplicator({ journal: world.journal, hubUrl: 'http://stand-in', user: 'u', password: 'p', fetch: overLine, random: () => 0.1, timeoutMs: 1000 });
  });
  afterEach(async () => {
    await replicator.stop();
    world.close();
  });

  it('[SYN79] a hub put back from an older copy during a break gets again what it lost, though newer saves wait', async () => {
    await replicator.exchange();
    const copy = hub.snapshot();
    for (let n = 0; n < 3; n += 1) world.save(`patients:lost-${n}`, { n });
    await replicator.exchange();
    hub.restore(copy);
    for (let n = 0; n < 9; n += 1) world.save(`patients:new-${n}`, { n });
    replicator.start();
    await until(() => hub.database('health-25001').winner('patients:new-8') !== undefined);
    await until(() => replicator.state().line === 'idle');
    for (let n = 0; n < 3; n += 1) expect(hub.database('health-25001').winner(`patients:lost-${n}`)).toBeDefined();
  });

  it('[SYN80] tries stay close together for a moment after the hub was heard, then come apart', () => {
    const backOff = createBackOff(() => 1);
    expect([100, 5000, 14_000, 16_000, 18_000, 22_000, 27_000].map((ms) => backOff.next(ms))).toEqual([1000, 1000, 1000, 1000, 2000, 4000, 5000]);
  });

  it('[SYN80] breaks make batches aim at less, but not below half, and what goes through fits them to the aim again', () => {
    const batch = createAdaptiveBatch();
    /** A line that carries fifty documents a second, with 700 ms there and back. */
    const send = () => batch.wentThrough(batch.size(), 700 + batch.size() * 20);
    for (let n = 0; n < 6; n++) send();
    const whole = batch.size();
    expect(700 + whole * 20).toBeGreaterThan(4000);
    expect(700 + whole * 20).toBeLessThan(9000);
    for (let n = 0; n < 8; n++) { batch.failed(batch.size(), 'line'); for (let m = 0; m < 3; m++) send(); }
    expect(700 + batch.size() * 20).toBeGreaterThan(2000);
    expect(batch.size()).toBeLessThan(whole);
    for (let n = 0; n < 30; n++) send();
    expect(700 + batch.size() * 20).toBeGreaterThan(4000);
  });
});
