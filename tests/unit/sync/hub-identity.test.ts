import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCouchStandIn } from '../../support/couch-stand-in.ts';
import type { CouchStandIn } from '../../support/couch-stand-in.ts';
import { aReplicator, aSyncWorld, documentsOf } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';

const until = async (holds: () => boolean, ms = 9000) => {
  for (const end = Date.now() + ms; !holds(); await new Promise((resolve) => setTimeout(resolve, 10))) if (Date.now() > end) throw new Error('not in time');
};
const path = [{ unit: '769', tier: 'district' }];

describe('a hub that is not the one before', () => {
  let hub: CouchStandIn;
  let pc1: SyncWorld;
  const exchange = (at = hub) => aReplicator(pc1, at).exchange();
  const health = (at = hub) => at.database('health-25001');

  beforeEach(() => {
    hub = createCouchStandIn({ path });
    pc1 = aSyncWorld();
  });
  afterEach(() => { pc1.close(); });

  it('[SYN37] a database made anew gets every document again, and what it proved before proves nothing', async () => {
    for (let i = 0; i < 5; i++) pc1.save(`patients:${i}`, { i });
    pc1.save('lots:1', { i: 1 });
    await exchange();
    hub.publishReceipts();
    await exchange();
    expect(pc1.journal.proofs()[0]).toMatchObject({ proved: 6, missing: 0 });
    hub.databases.delete('health-25001');
    hub.database('health-25001');
    const result = await exchange();
    expect(result.pushed).toBe(5);
    expect(health().winner('patients:3')).toMatchObject({ i: 3 });
    expect(pc1.journal.proofs()[0]).toMatchObject({ proved: 1, missing: 5 });
    hub.publishReceipts();
    await exchange();
    expect(pc1.journal.proofs()[0]).toMatchObject({ proved: 6, missing: 0 });
  });

  it('[SYN37] an old copy put back is recognised by its sequence, gets what it lacks, and is read from the start', async () => {
    pc1.save('patients:1', { n: 1 });
    await exchange();
    const copy = hub.snapshot();
    pc1.save('patients:1', { n: 2 });
    pc1.save('patients:2', { n: 1 });
    health().graft({ ...pc1.body('patients:3', { device: 'pc9' }), _rev: '1-9' });
    await exchange();
    hub.restore(copy);
    health().graft({ ...pc1.body('patients:4', { device: 'pc9' }), _rev: '1-9' });
    await exchange();
    expect(health().winner('patients:1')).toMatchObject({ n: 2 });
    expect(health().winner('patients:2')).toMatchObject({ n: 1 });
    expect(health().winner('patients:3')).toMatchObject({ device: 'pc9' });
    expect(documentsOf(pc1, 'patients').map(({ _id }) => _id)).toEqual(['patients:1', 'patients:2', 'patients:3', 'patients:4']);
    expect(health().leaves('patients:1')).toHaveLength(1);
  });

  it('[SYN37] live, a database made anew or put back is noticed while connected', async () => {
    for (let i = 0; i < 5; i++) pc1.save(`patients:${i}`, { i });
    const replicator = aReplicator(pc1, { fetch: hub.fetch, timeoutMs: 300 });
    replicator.start();
    try {
      await until(() => replicator.state().line === 'idle' && health().winner('patients:4') !== undefined);
      const copy = hub.snapshot();
      hub.databases.delete('health-25001');
      hub.database('health-25001');
      await until(() => health().winner('patients:4') !== undefined);
      pc1.save('patients:5', { i: 5 });
      await until(() => health().winner('patients:5') !== undefined);
      hub.restore(copy);
      await until(() => health().winner('patients:5') !== undefined);
    } finally {
      await replicator.stop();
    }
  });

  it('[SYN37] another machine behind the address is recognised', async () => {
    pc1.save('patients:1', { n: 1 });
    await exchange();
    const other = createCouchStandIn({ path });
    other.uuid = 'another';
    await exchange(other);
    expect(health(other).winner('patients:1')).toMatchObject({ n: 1 });
  });

  it('[SYN37] a merged record is sent again with the ended branch, so that nothing comes alive', async () => {
    const pc2 = aSyncWorld({ device: 'pc2' });
    pc1.save('patients:1', { a: 1, b: 1 });
    await exchange();
    await aReplicator(pc2, hub).exchange();
    pc1.save('patients:1', { a: 2, b: 1 });
    pc2.save('patients:1', { a: 1, b: 2 });
    await exchange();
    await aReplicator(pc2, hub).exchange();
    await exchange();
    const leaves = health().leaves('patients:1');
    hub.databases.delete('health-25001');
    await exchange();
    expect(health().leaves('patients:1')).toEqual(leaves);
    expect(health().winner('patients:1')).toMatchObject({ a: 2, b: 2 });
    pc2.close();
  });

  it('[SYN49] the checkpoint moves with the documents of its page, also when a page brings nothing, and survives a restart', async () => {
    health().graft({ ...pc1.body('patients:9', { device: 'pc9' }), _rev: '1-9' });
    await exchange();
    const since = () => pc1.store.sql.get<{ since: string }>("SELECT since FROM sync_checkpoints WHERE database = 'health-25001'")?.since;
    expect(since()).toBe('1-x');
    pc1.save('patients:1', { n: 1 });
    await exchange();
    expect(since()).toBe('2-x');
    pc1.reopen();
    const result = await exchange();
    expect(result.pulled).toBe(0);
    expect(hub.calls.findLast((call) => call.path === '/health-25001/_changes')?.query.get('since')).toBe('2-x');
  });

  it('[SYN50] an unreadable reference is no error; what it holds comes down where it may be read', async () => {
    hub.databases.delete('reference');
    await exchange();
    hub.database('reference').graft({ _id: 'org:769', _rev: '1-a', name: 'Quận', schemaVersion: 1 });
    await exchange();
    expect(documentsOf(pc1, 'orgUnits')).toMatchObject([{ _id: 'org:769', name: 'Quận' }]);
    health().graft({ _id: 'review:1', _rev: '1-a', recordId: 'patients:1', verdict: 'returned' });
    await exchange();
    expect(documentsOf(pc1, 'reviews')).toMatchObject([{ _id: 'review:1', verdict: 'returned' }]);
  });

  it('[SYN51] a hub without _bulk_get is asked by open_revs', async () => {
    pc1.save('patients:1', { n: 1 });
    await exchange();
    const root = documentsOf(pc1, 'patients')[0]?._rev?.slice(2) ?? '';
    health().graft({ ...pc1.body('patients:1', { device: 'pc9', n: 5 }), _rev: '3-c', _revisions: { start: 3, ids: ['c', 'b', root] } });
    hub.withoutBulkGet = true;
    await exchange();
    expect(documentsOf(pc1, 'patients')[0]).toMatchObject({ n: 5, _rev: '3-c' });
    expect(pc1.store.get('patients', 'patients:1')?._meta.revs).toEqual(['b', root]);
  });

  it('[SYN52] an edit of a record pulled without its ancestry grafts onto the version it was made from', async () => {
    health().graft({ ...pc1.body('patients:1', { device: 'pc9', n: 5 }), _rev: '3-c', _revisions: { start: 3, ids: ['c', 'b', 'a'] } });
    await exchange();
    pc1.save('patients:1', { n: 6 });
    await exchange();
    expect(health().leaves('patients:1')).toEqual([documentsOf(pc1, 'patients')[0]?._rev]);
    expect(health().open('patients:1', health().leaves('patients:1')[0] ?? '', true)?._revisions?.start).toBe(4);
  });
});
