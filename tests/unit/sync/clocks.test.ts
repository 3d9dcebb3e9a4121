import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCouchStandIn } from '../../support/couch-stand-in.ts';
import type { CouchStandIn } from '../../support/couch-stand-in.ts';
import { aReplicator, aSyncWorld, documentsOf } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';

const twoDays = 48 * 3600_000;

describe.each([{ ahead: 'pc1', skews: [twoDays, -twoDays] }, { ahead: 'pc2', skews: [-twoDays, twoDays] }])('two stations whose clocks are four days apart, $ahead ahead', ({ skews }) => {
  let hub: CouchStandIn, pc1: SyncWorld, pc2: SyncWorld;
  const exchange = async (...worlds: SyncWorld[]) => { for (const world of worlds) await aReplicator(world, hub).exchange(); };
  beforeEach(() => {
    hub = createCouchStandIn({ path: [{ unit: '769', tier: 'district' }] });
    [pc1, pc2] = [aSyncWorld({ device: 'pc1' }), aSyncWorld({ device: 'pc2' })];
    for (const [n, world] of [pc1, pc2].entries()) world.clock.now += skews[n] ?? 0;
  });
  afterEach(() => { pc1.close(); pc2.close(); });

  it('[SYN81] whoever edited last on top of what stood there wins, whatever the clocks say', async () => {
    pc1.save('patients:1', { phone: 'one' });
    await exchange(pc1, pc2);
    pc2.save('patients:1', { phone: 'two' });
    await exchange(pc2, pc1);
    pc1.save('patients:1', { phone: 'three' });
    await exchange(pc1, pc2);
    for (const world of [pc1, pc2]) expect(world.store.get('patients', 'patients:1')).toMatchObject({ phone: 'three' });
    expect(hub.database('health-25001').winner('patients:1')).toMatchObject({ phone: 'three' });
    expect(documentsOf(pc1, 'conflicts')).toEqual([]);
  });

  it('[SYN81] edits at the same time merge to the same on both sides; of two values one stands and the other is in the inbox', async () => {
    pc1.save('patients:1', { phone: 'old', village: 'old', note: 'cũ' });
    await exchange(pc1, pc2);
    pc1.save('patients:1', { phone: 'one', village: 'old', note: 'cũ một' });
    pc2.save('patients:1', { phone: 'two', village: 'two', note: 'cũ' });
    for (let round = 0; round < 3; round++) await exchange(pc1, pc2);
    const [mine, theirs] = [pc1, pc2].map((world) => documentsOf(world, 'patients')[0]);
    expect(theirs).toEqual(mine);
    expect(mine).toMatchObject({ village: 'two', note: expect.stringContaining('cũ một') });
    const inboxes = [pc1, pc2].map((world) => documentsOf(world, 'conflicts'));
    expect(inboxes[1]).toEqual(inboxes[0]);
    expect(inboxes[0]).toHaveLength(1);
    const everything = JSON.stringify([mine, inboxes[0]]);
    for (const phone of ['"one"', '"two"']) expect(everything).toContain(phone);
    for (const world of [pc1, pc2]) expect([world.journal.waiting().count, world.journal.denied()]).toEqual([0, []]);
  });

  it('[SYN81] receipts of a hub on either clock prove what it holds', async () => {
    for (let n = 0; n < 20; n++) pc1.save(`patients:${n}`, { n });
    pc2.save('patients:mine', { n: 1 });
    await exchange(pc1, pc2);
    hub.publishReceipts('769', 'district');
    await exchange(pc1, pc2);
    for (const world of [pc1, pc2]) expect(world.journal.proofs()).toMatchObject([{ unit: '769', missing: 0 }]);
  });
});
