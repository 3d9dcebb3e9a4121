import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCouchStandIn } from '../../support/couch-stand-in.ts';
import type { CouchStandIn } from '../../support/couch-stand-in.ts';
import { aReplicator, aSyncWorld, documentsOf } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';
import { orphanBranchMs } from '../../../sync/replication/resolve-document.ts';

describe('branches', () => {
  let hub: CouchStandIn;
  let pc1: SyncWorld;
  let pc2: SyncWorld;
  const health = () => hub.database('health-25001');
  const exchange = (world: SyncWorld) => aReplicator(world, hub).exchange();
  const alive = (id: string) => health().leaves(id).filter((rev) => !health().open(id, rev)?._deleted);

  beforeEach(async () => {
    hub = createCouchStandIn();
    pc1 = aSyncWorld({ device: 'pc1' });
    pc2 = aSyncWorld({ device: 'pc2' });
    pc2.clock.now += 50;
    pc1.save('patients:1', { fullName: 'Lê Thị Hoa', phone: '0901', note: 'a', allergies: ['penicillin'] });
    await exchange(pc1);
    await exchange(pc2);
  });
  afterEach(() => { pc1.close(); pc2.close(); });

  it('[SYN30] two stations that edited different fields offline end with both edits and the same revision', async () => {
    pc1.save('patients:1', { fullName: 'Lê Thị Hoa', phone: '0902', note: 'a', allergies: ['penicillin'] });
    pc2.save('patients:1', { fullName: 'Lê Thị Hòa', phone: '0901', note: 'a', allergies: ['penicillin', 'aspirin'] });
    await exchange(pc1);
    await exchange(pc2);
    await exchange(pc1);
    await exchange(pc2);
    const [one] = documentsOf(pc1, 'patients');
    expect(one).toMatchObject({ fullName: 'Lê Thị Hòa', phone: '0902', allergies: ['penicillin', 'aspirin'], device: 'merge' });
    expect(documentsOf(pc2, 'patients')).toEqual([one]);
    expect(alive('patients:1')).toEqual([one?._rev]);
    expect(documentsOf(pc1, 'conflicts')).toEqual([]);
  });

  it('[SYN30] both merge before either has told the hub: one revision, one tombstone', async () => {
    pc1.save('patients:1', { fullName: 'Lê Thị Hoa', phone: '0902', note: 'a', allergies: ['penicillin'] });
    pc2.save('patients:1', { fullName: 'Hòa', phone: '0901', note: 'a', allergies: ['penicillin'] });
    const tracker = [aReplicator(pc1, hub), aReplicator(pc2, hub)];
    await Promise.all(tracker.map((r) => r.exchange()));
    await Promise.all(tracker.map((r) => r.exchange()));
    await Promise.all(tracker.map((r) => r.exchange()));
    expect(alive('patients:1')).toHaveLength(1);
    const merged = [...health().entries.get('patients:1')?.nodes ?? []].filter(([, node]) => node.body?.['device'] === 'merge');
    expect(merged.map(([, node]) => node.deleted).sort()).toEqual([false, true]);
    expect(documentsOf(pc1, 'patients')).toEqual(documentsOf(pc2, 'patients'));
    expect(documentsOf(pc1, 'conflicts')).toEqual(documentsOf(pc2, 'conflicts'));
  });

  it('[SYN31] one field typed differently on both sides becomes one conflict document, the same everywhere, holding both values', async () => {
    pc1.save('patients:1', { fullName: 'Lê Thị Hoa', phone: '0902', note: 'a', allergies: ['penicillin'] });
    pc2.clock.now += 60_000;
    pc2.save('patients:1', { fullName: 'Lê Thị Hoa', phone: '0903', note: 'a', allergies: ['penicillin'] });
    await exchange(pc1);
    const result = await exchange(pc2);
    expect(result.conflicts).toBe(1);
    await exchange(pc1);
    await exchange(pc2);
    const [conflict, ...rest] = documentsOf(pc1, 'conflicts');
    expect(rest).toEqual([]);
    expect(conflict).toMatchObject({ recordId: 'patients:1', collection: 'patients', kind: 'fields', fields: [{ field: 'phone', kept: '0903', other: '0902' }], kept: { device: 'pc2' }, other: { device: 'pc1' } });
    expect(documentsOf(pc2, 'conflicts')).toEqual([conflict]);
    expect(health().winner(conflict?._id ?? '')?._rev).toBe(conflict?._rev);
    expect(documentsOf(pc1, 'patients')[0]).toMatchObject({ phone: '0903' });
    expect(pc1.journal.waiting().count + pc2.journal.waiting().count).toBe(0);
  });

  it('[SYN31] the conflict document comes with the very branches it was made of, without their merger: it is taken, not made again', async () => {
    pc1.save('patients:1', { fullName: 'Lê Thị Hoa', phone: '0902', note: 'a', allergies: ['penicillin'] });
    pc2.clock.now += 60_000;
    const theirs = pc2.save('patients:1', { fullName: 'Lê Thị Hoa', phone: '0903', note: 'a', allergies: ['penicillin'] });
    await exchange(pc1);
    const early = hub.snapshot();
    await exchange(pc2);
    const [made] = documentsOf(pc2, 'conflicts');
    const conflict = health().winner(made?._id ?? '');
    const branch = health().open('patients:1', theirs, true);
    if (!conflict || !branch) throw new Error('no conflict was made');
    hub.restore(early);
    health().graft(branch);
    health().graft(conflict);
    await exchange(pc1);
    expect(documentsOf(pc1, 'conflicts')).toEqual([made]);
    expect(alive('patients:1')).toHaveLength(1);
  });

  it('[SYN78] the hub\'s copy of a denied record changes meanwhile: both edits live on, and the correction is taken', async () => {
    hub.refuse = (document) => (document['phone'] === 'no number' ? 'a phone has digits' : undefined);
    pc1.save('patients:1', { fullName: 'Lê Thị Hoa', phone: 'no number', note: 'a', allergies: ['penicillin'] });
    expect(await exchange(pc1)).toMatchObject({ denied: 1 });
    pc2.save('patients:1', { fullName: 'Lê Thị Hòa', phone: '0901', note: 'a', allergies: ['penicillin'] });
    await exchange(pc2);
    await exchange(pc1);
    expect(pc1.store.get('patients', 'patients:1')).toMatchObject({ fullName: 'Lê Thị Hòa', phone: 'no number' });
    expect(pc1.journal.denied()).toMatchObject([{ id: 'patients:1', document: { phone: 'no number' } }]);
    expect(health().winner('patients:1')).toMatchObject({ fullName: 'Lê Thị Hòa', phone: '0901' });
    pc1.save('patients:1', { fullName: 'Lê Thị Hòa', phone: '0902', note: 'a', allergies: ['penicillin'] });
    for (const world of [pc1, pc2, pc1]) await exchange(world);
    expect(pc1.journal.denied()).toEqual([]);
    expect(pc1.journal.waiting().count).toBe(0);
    for (const world of [pc1, pc2]) expect(world.store.get('patients', 'patients:1')).toMatchObject({ fullName: 'Lê Thị Hòa', phone: '0902' });
    expect(alive('patients:1')).toHaveLength(1);
  });

  it('[SYN125] what a hub refused is sent again once its door takes other documents, and only then', async () => {
    const hasNumber: typeof hub.refuse = (document) => (document['phone'] === 'no number' ? 'unknown field phone' : undefined);
    hub.refuse = hasNumber;
    hub.path = [{ unit: '769', tier: 'district' }];
    hub.takes = 'old';
    pc1.save('patients:1', { fullName: 'Lê Thị Hoa', phone: 'no number' });
    expect(await exchange(pc1)).toMatchObject({ denied: 1 });
    hub.refuse = () => undefined;
    expect(await exchange(pc1)).toMatchObject({ pushed: 0 });
    hub.refuse = hasNumber;
    hub.takes = 'newer';
    expect(await exchange(pc1)).toMatchObject({ denied: 1 });
    expect(pc1.journal.denied()).toMatchObject([{ id: 'patients:1', document: { phone: 'no number' } }]);
    hub.refuse = () => undefined;
    hub.takes = 'newest';
    expect(await exchange(pc1)).toMatchObject({ pushed: 1, denied: 0 });
    expect(pc1.journal.denied()).toEqual([]);
    expect(health().winner('patients:1')).toMatchObject({ phone: 'no number' });
  });

  it('[SYN34] a station without the base leaves the branch to those who hold it, and merges it when none came', async () => {
    pc1.save('patients:1', { fullName: 'A' });
    await exchange(pc1);
    const base = health().leaves('patients:1');
    health().graft({ ...pc2.body('patients:1', { fullName: 'B', device: 'pc3' }), _rev: '2-ffff', _revisions: { start: 2, ids: ['ffff', pc1.store.get('patients', 'patients:1')?._meta.revs?.[0] ?? ''] } });
    await exchange(pc2);
    expect(health().leaves('patients:1')).toEqual(['2-ffff', ...base]);
    pc2.clock.now += orphanBranchMs + 1000;
    await exchange(pc2);
    expect(alive('patients:1')).toHaveLength(1);
    expect(documentsOf(pc2, 'conflicts')).toHaveLength(1);
  });

  it('[SYN45] the tombstone of the losing branch is sent only after the merged version was taken', async () => {
    pc1.save('patients:1', { fullName: 'Lê Thị Hoa', phone: '0902', note: 'a', allergies: ['penicillin'] });
    pc2.save('patients:1', { fullName: 'Lê Thị Hòa', phone: '0901', note: 'a', allergies: ['penicillin'] });
    await exchange(pc1);
    hub.refuse = (document) => (document['device'] === 'merge' && !document._deleted ? 'no' : undefined);
    await exchange(pc2);
    expect(alive('patients:1')).toHaveLength(2);
    expect(pc2.journal.denied()).toHaveLength(1);
    hub.refuse = () => undefined;
    expect(pc2.journal.retryDenied('patients:1')).toBe(true);
    await exchange(pc2);
    await exchange(pc2);
    expect(documentsOf(pc2, 'patients')[0]).toMatchObject({ fullName: 'Lê Thị Hòa', phone: '0902' });
    expect(alive('patients:1')).toHaveLength(1);
  });

  it('[SYN43] an exchange without conflicts asks for no ancestry, whoever wrote last', async () => {
    pc2.save('patients:1', { fullName: 'B' });
    await exchange(pc2);
    await exchange(pc1);
    expect(documentsOf(pc1, 'patients')[0]).toMatchObject({ fullName: 'B' });
    expect(hub.calls.filter(({ path }) => /_bulk_get|open_revs/.test(path))).toEqual([]);
  });
});
