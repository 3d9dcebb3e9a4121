import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCouchStandIn } from '../../support/couch-stand-in.ts';
import type { CouchStandIn } from '../../support/couch-stand-in.ts';
import { aReplicator, aSyncWorld } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';

describe('what somebody else wrote under our name', () => {
  let hub: CouchStandIn;
  let pc1: SyncWorld;
  const exchange = () => aReplicator(pc1, hub).exchange();
  const proved = (id: string) => pc1.journal.ticks([id])[0]?.proved.map((tick) => tick.proved);

  beforeEach(() => {
    hub = createCouchStandIn({ path: [{ unit: '769', tier: 'district' }, { unit: '79', tier: 'province' }] });
    pc1 = aSyncWorld();
  });
  afterEach(() => { pc1.close(); });

  it('[SYN120] a record that somebody else made new under our own name is found by what the receipt has more, and comes; nothing is looked through for a receipt that is merely older', async () => {
    pc1.save('patients:1', { n: 1 });
    await exchange();
    let looks = 0;
    const publish = hub.fetch;
    const waiting = aReplicator(pc1, { fetch: async (...args) => {
      hub.publishReceipts();
      if (/_changes\?style=all_docs&heartbeat/.test(String(args[0]))) looks++;
      return publish(...args);
    } });
    await waiting.exchange({ waitForProofMs: 100 });
    pc1.save('patients:2', { n: 1 });
    hub.publishReceipts();
    await aReplicator(pc1, { fetch: (...args) => { if (/_changes\?style=all_docs&heartbeat/.test(String(args[0]))) looks++; return publish(...args); } }).exchange({ waitForProofMs: 100 });
    expect(looks).toBe(0);
    hub.database('health-25001').graft({ ...pc1.body('patients:1'), _id: 'patients:theirs', n: 'theirs', device: 'pc1', _rev: '1-0123456789abcdef0123456789abcdef' });
    await waiting.exchange({ waitForProofMs: 100 });
    expect(pc1.store.get('patients', 'patients:theirs')).toMatchObject({ n: 'theirs', device: 'pc1', _deleted: false });
    expect(looks).toBe(1);
    await waiting.exchange({ waitForProofMs: 100 });
    expect(proved('patients:theirs')?.[0]).toBe(true);
    expect(looks).toBe(1);
  });

  it('[SYN120] so is one made under the name a restored copy had when it read past it', async () => {
    pc1.save('patients:1', { n: 1 });
    await exchange();
    hub.database('health-25001').graft({ ...pc1.body('patients:1'), _id: 'patients:theirs', n: 'theirs', device: 'pc1', _rev: '1-0123456789abcdef0123456789abcdef' });
    await exchange();
    expect(pc1.store.get('patients', 'patients:theirs')).toBeUndefined();
    pc1.reopen('pc1-restored');
    hub.publishReceipts();
    await aReplicator(pc1, hub).exchange({ waitForProofMs: 100 });
    expect(pc1.store.get('patients', 'patients:theirs')).toMatchObject({ n: 'theirs', device: 'pc1' });
  });

  it('[SYN126] what another PC brought to a hub that had been put back, below the place read last, is found by what the receipt has more', async () => {
    const pc2 = aSyncWorld({ device: 'pc2' });
    const withPc2 = (options = {}) => aReplicator(pc2, hub).exchange(options);
    try {
      pc2.save('patients:1', { n: 1 });
      await withPc2();
      await exchange();
      const copy = hub.snapshot();
      for (const n of [2, 3, 4]) pc1.save(`patients:${n}`, { n });
      await exchange();
      hub.restore(copy);
      // So many that the feed ends beyond the place the first PC had read.
      for (const n of [5, 6, 7, 8]) pc2.save(`patients:${n}`, { n });
      await withPc2();
      await exchange();
      expect(pc1.store.get('patients', 'patients:5')).toBeUndefined();
      // First what the hub lost goes up again, then what is not here is looked for.
      for (let times = 0; times < 2; times += 1) {
        hub.publishReceipts();
        await aReplicator(pc1, hub).exchange({ waitForProofMs: 100 });
      }
      for (const n of [5, 6, 7, 8]) expect(pc1.store.get('patients', `patients:${n}`)).toMatchObject({ n, device: 'pc2' });
    } finally { pc2.close(); }
  });

  it('[SYN126] an edit of what another PC wrote causes no look, whether the receipt knows of it or not', async () => {
    const pc2 = aSyncWorld({ device: 'pc2' });
    let looks = 0;
    const counting = { fetch: (async (...args: Parameters<typeof fetch>) => { if (/_changes\?style=all_docs&heartbeat/.test(String(args[0]))) looks++; return hub.fetch(...args); }) as typeof fetch };
    try {
      pc2.save('patients:1', { n: 1 });
      await aReplicator(pc2, hub).exchange();
      hub.publishReceipts();
      await exchange();
      pc1.save('patients:1', { n: 2 });
      await aReplicator(pc1, counting).exchange({ waitForProofMs: 50 });
      await aReplicator(pc2, counting).exchange({ waitForProofMs: 50 });
      hub.publishReceipts();
      await aReplicator(pc1, counting).exchange({ waitForProofMs: 50 });
      await aReplicator(pc2, counting).exchange({ waitForProofMs: 50 });
      expect(pc2.store.get('patients', 'patients:1')).toMatchObject({ n: 2 });
      expect(looks).toBe(0);
    } finally { pc2.close(); }
  });

  it('[SYN85] a version that somebody else made under our own name, and a merger elsewhere chose, takes the place of the one it ended', async () => {
    pc1.save('patients:1', { n: 1 });
    await exchange();
    const database = hub.database('health-25001');
    const [ours = ''] = database.leaves('patients:1');
    const theirs = { ...pc1.body('patients:1', { n: 'theirs' }), _rev: '1-ffffffffffffffffffffffffffffffff' };
    database.graft(theirs);
    database.graft({ ...pc1.body('patients:1'), device: 'merge', _deleted: true, _rev: '2-0123456789abcdef0123456789abcdef', _revisions: { start: 2, ids: ['0123456789abcdef0123456789abcdef', ours.slice(2)] } });
    await exchange();
    expect(pc1.store.get('patients', 'patients:1')).toMatchObject({ n: 'theirs', _rev: theirs._rev });
    hub.publishReceipts();
    await exchange();
    expect(proved('patients:1')?.[0]).toBe(true);
  });
});
