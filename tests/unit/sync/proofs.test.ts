import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCouchStandIn } from '../../support/couch-stand-in.ts';
import type { CouchStandIn } from '../../support/couch-stand-in.ts';
import { createReplicator } from '../../../sync/index.ts';
import { platformTimers } from '../../../sync/transport/platform-timers.ts';
import { aReplicator, aSyncWorld } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';

const path = [{ unit: '769', tier: 'district' }, { unit: '79', tier: 'province' }];

describe('proofs', () => {
  let hub: CouchStandIn;
  let above: CouchStandIn;
  let pc1: SyncWorld;
  const exchange = () => aReplicator(pc1, hub).exchange();
  const proved = (id: string) => pc1.journal.ticks([id])[0]?.proved.map((tick) => tick.proved);

  beforeEach(() => {
    hub = createCouchStandIn({ path });
    above = createCouchStandIn();
    pc1 = aSyncWorld();
  });
  afterEach(() => { pc1.close(); });

  it('[SYN123] what a unit has not proved is listed, the first saved first, from an instant on, however many went in one commit', async () => {
    for (const id of ['patients:1', 'patients:2', 'lots:1']) pc1.save(id);
    await exchange();
    hub.publishReceipts();
    await exchange();
    const missing = (unit: string, since = 0) => [...pc1.journal.missing(unit, since)].map(({ id }) => id);
    expect([missing('769'), missing('79')]).toEqual([[], ['patients:1', 'patients:2', 'lots:1']]);
    const from = pc1.clock.now;
    pc1.save('patients:1', { note: 'mới' });
    pc1.journal.save({ documents: Array.from({ length: 450 }, (_, n) => ({ body: pc1.body(`encounters:${String(n).padStart(3, '0')}`) })), context: 'test' });
    expect([new Set(missing('769')).size, missing('769').length, missing('769')[0], missing('79').slice(0, 2)]).toEqual([451, 451, 'patients:1', ['patients:2', 'patients:1']]);
    expect(missing('79', from)).toHaveLength(451);
    const [first] = pc1.journal.missing('769', from);
    expect(first?.at).toBeGreaterThanOrEqual(from);
  });

  it('[SYN38] a tick appears with the tier\'s receipt, not with the answer to a push', async () => {
    pc1.save('patients:1', { n: 1 });
    pc1.save('lots:1', { n: 1 });
    await exchange();
    expect(pc1.journal.waiting().count).toBe(0);
    expect(proved('patients:1')).toEqual([false, false]);
    hub.publishReceipts();
    await exchange();
    expect(proved('patients:1')).toEqual([true, false]);
    expect(pc1.journal.proofs()).toMatchObject([{ unit: '769', proved: 2, missing: 0 }, { unit: '79', proved: 0, missing: 2 }]);
    above.restore(hub.snapshot());
    hub.publishReceipts('79', 'province', above);
    await exchange();
    expect(proved('lots:1')).toEqual([true, true]);
    pc1.reopen();
    expect(proved('lots:1')).toEqual([true, true]);
    expect(pc1.journal.path()).toEqual(path);
  });

  it('[SYN38] a tier that lags proves what it held then: later work stays unproved, earlier stays proved', async () => {
    for (let i = 0; i < 300; i++) pc1.save(`patients:${i}`, { i });
    await exchange();
    above.restore(hub.snapshot());
    for (let i = 300; i < 450; i++) pc1.save(`patients:${i}`, { i });
    pc1.save('patients:5', { i: 'again' });
    await exchange();
    hub.publishReceipts();
    hub.publishReceipts('79', 'province', above);
    await exchange();
    expect(pc1.journal.proofs()).toMatchObject([{ proved: 450, missing: 0 }, { unit: '79' }]);
    expect(proved('patients:5')).toEqual([true, false]);
    expect(proved('patients:7')).toEqual([true, true]);
    expect(proved('patients:449')).toEqual([true, false]);
    // The bucket of patients:5 lost its old leaf: those of its neighbours that the lagging tier holds are still proved by the ring.
    expect(pc1.journal.proofs()[1]).toMatchObject({ proved: 299, missing: 151 });
  });

  it('[SYN39] a hub that lost a document without a word gets no tick for it', async () => {
    pc1.save('patients:1', { n: 1 });
    pc1.save('patients:2', { n: 1 });
    await exchange();
    hub.database('health-25001').entries.delete('patients:1');
    hub.publishReceipts();
    await exchange();
    expect(proved('patients:1')).toEqual([false, false]);
    expect(proved('patients:2')).toEqual([true, false]);
    expect(pc1.journal.proofs()[0]).toMatchObject({ proved: 1, missing: 1 });
  });

  it('[SYN92] a second PC sees at once what of other PCs is proved; what another writes meanwhile is missing to none', async () => {
    for (let n = 0; n < 6; n++) pc1.save(`patients:${n}`, { n });
    pc1.save('patients:0', { n: 9 });
    await exchange();
    hub.publishReceipts();
    const pc2 = aSyncWorld({ device: 'pc2' });
    const { receipts: [first, higher] } = await aReplicator(pc2, hub).exchange();
    expect([first, higher]).toMatchObject([{ unit: '769', proved: 0, missing: 0, others: 6, othersMissing: 0 }, { unit: '79', proved: 0, missing: 0, others: 0, othersMissing: 6 }]);
    pc2.save('patients:of-2');
    expect(pc2.journal.proofs()[0]).toMatchObject({ proved: 0, missing: 1, others: 6 });
    await aReplicator(pc2, hub).exchange();
    hub.publishReceipts();
    await aReplicator(pc2, hub).exchange();
    expect(pc2.journal.proofs()[0]).toMatchObject({ proved: 1, missing: 0, others: 6 });
    // The hub has a newer version than this PC: what it holds now is not what is here.
    pc1.save('patients:3', { n: 10 });
    await exchange();
    hub.publishReceipts();
    pc2.store.sql.run('DELETE FROM sync_receipts');
    const receipt = hub.database('health-25001').winner('receipt:769');
    pc2.store.sql.run("INSERT INTO sync_receipts (database, unit, tier, publishedAt, arrivedAt, body) VALUES ('health-25001', '769', 'district', '2030', 0, ?)", JSON.stringify(receipt));
    pc2.reopen();
    expect(pc2.journal.proofs()[0]).toMatchObject({ proved: 1, missing: 0 });
    const { others = 0, othersMissing } = pc2.journal.proofs()[0] ?? {};
    expect([others < 6, others + (othersMissing ?? 0)]).toEqual([true, 6]);
    pc2.close();
  });

  it('[SYN48] what the first hub\'s receipt shows to be missing is sent again', async () => {
    pc1.save('patients:1', { n: 1 });
    await exchange();
    hub.database('health-25001').entries.delete('patients:1');
    pc1.save('patients:2', { n: 1 });
    await exchange();
    hub.publishReceipts();
    const publish = hub.fetch;
    const waiting = aReplicator(pc1, { fetch: async (...args) => { const answer = await publish(...args); hub.publishReceipts(); return answer; } });
    await waiting.exchange({ waitForProofMs: 50 });
    expect(hub.database('health-25001').winner('patients:1')).toMatchObject({ n: 1 });
    await waiting.exchange({ waitForProofMs: 2000 });
    expect(pc1.journal.proofs()[0]).toMatchObject({ proved: 2, missing: 0 });
  });

  it.each([['in one question', false], ['one by one', true]])('[SYN85] what another client wrote at the hub under our own name, which no feed brings us, is read when the receipt shows that something differs (%s)', async (_, withoutBulkGet) => {
    hub.withoutBulkGet = withoutBulkGet;
    const rev = pc1.save('patients:1', { n: 1 });
    pc1.save('patients:2', { n: 1 });
    await exchange();
    const theirs = hub.database('health-25001').edit({ ...pc1.body('patients:1', { n: 'theirs' }), _rev: rev });
    hub.database('health-25001').edit({ _id: 'patients:2', _rev: hub.database('health-25001').winner('patients:2')?._rev ?? '', device: 'pc1', _deleted: true });
    await exchange();
    expect(pc1.store.get('patients', 'patients:1')).toMatchObject({ n: 1 });
    const publish = hub.fetch;
    const waiting = aReplicator(pc1, { fetch: async (...args) => { hub.publishReceipts(); return publish(...args); } });
    await waiting.exchange({ waitForProofMs: 100 });
    expect(pc1.store.get('patients', 'patients:1')).toMatchObject({ n: 'theirs', _rev: theirs });
    // A deletion under our name is taken no more than another's.
    expect(pc1.store.get('patients', 'patients:2')).toMatchObject({ n: 1, _deleted: false });
    expect([...pc1.store.iterate('conflicts')]).toMatchObject([{ kind: 'deleted', recordId: 'patients:2' }]);
    await waiting.exchange({ waitForProofMs: 100 });
    expect(proved('patients:1')?.[0]).toBe(true);
  });

  it('[SYN40] an exchange asked to wait for proof ends when every tier has proved everything', async () => {
    pc1.save('patients:1', { n: 1 });
    const both = setInterval(() => {
      above.restore(hub.snapshot());
      hub.publishReceipts();
      hub.publishReceipts('79', 'province', above);
    }, 20);
    const result = await aReplicator(pc1, hub).exchange({ waitForProofMs: 60_000 });
    clearInterval(both);
    expect(result.receipts).toMatchObject([{ unit: '769', proved: 1, missing: 0 }, { unit: '79', proved: 1, missing: 0 }]);
    expect(result.ms).toBeLessThan(30_000);
  });

  it('[SYN40] it waits on while proofs keep coming', async () => {
    pc1.save('patients:1', { n: 1 });
    const steps = [() => hub.publishReceipts(), () => { above.restore(hub.snapshot()); hub.publishReceipts('79', 'province', above); }];
    let elapsed = 0;
    hub.publishReceipts('79', 'province', above);
    // 1.2 seconds after it began to wait for one proof comes the next.
    const slowly: typeof fetch = (input, init) => {
      if (/health.*feed=longpoll/.test(String(input))) setTimeout(() => { elapsed += 1200; steps.shift()?.(); }, 20);
      return hub.fetch(input, init);
    };
    const result = await createReplicator({ journal: pc1.journal, hubUrl: 'http://stand-in', user: 'u', password: 'p', fetch: slowly, timers: { ...platformTimers, elapsed: () => elapsed } }).exchange({ waitForProofMs: 2000 });
    expect(result.receipts).toMatchObject([{ unit: '769', proved: 1, missing: 0 }, { unit: '79', proved: 1, missing: 0 }]);
    expect(result.ms).toBeGreaterThan(2000);
  });

  it('[SYN40] and at the latest when nothing was proved for so long', async () => {
    pc1.save('patients:1', { n: 1 });
    const result = await aReplicator(pc1, hub).exchange({ waitForProofMs: 100 });
    expect(result.receipts[0]).toMatchObject({ proved: 0, missing: 1 });
  });

  it('[SYN41] a denied record counts as missing and hinders no other record\'s proof; corrected, it is proved', async () => {
    pc1.save('patients:1', { n: 1 });
    await exchange();
    for (let i = 2; i < 300; i++) pc1.save(`patients:${i}`, { n: i });
    pc1.save('patients:1', { n: 'bad' });
    hub.refuse = (document) => (document['n'] === 'bad' ? 'n is no number' : undefined);
    await exchange();
    hub.publishReceipts();
    await exchange();
    expect(pc1.journal.denied()).toMatchObject([{ id: 'patients:1', table: 'patients', reason: 'forbidden: n is no number', deniedBy: '769', document: { n: 'bad' } }]);
    expect(pc1.journal.proofs()[0]).toMatchObject({ proved: 298, missing: 1 });
    expect(pc1.journal.ticks(['patients:1', 'patients:2'])).toMatchObject([{ denied: true, proved: [{ proved: false }, {}] }, { denied: false, proved: [{ proved: true }, {}] }]);
    pc1.save('patients:1', { n: 3 });
    expect(pc1.journal.denied()).toEqual([]);
    await exchange();
    hub.publishReceipts();
    await exchange();
    expect(pc1.journal.proofs()[0]).toMatchObject({ proved: 299, missing: 0 });
  });

  it('[SYN54] what a tier further up refused is named, as long as that version stands', async () => {
    pc1.save('patients:1', { n: 1 });
    const rev = pc1.save('patients:1', { n: 2 });
    await exchange();
    hub.database('health-25001').edit({ _id: 'receipt:769', unit: '769', tier: 'district', publishedAt: '2026', devices: {}, refusedAbove: { unit: '79', records: [{ id: 'patients:1', rev, reason: 'no' }, { id: 'patients:2', rev, reason: 'no' }] } });
    await exchange();
    expect(pc1.journal.refusedAbove()).toEqual([{ id: 'patients:1', rev, unit: '79', reason: 'no' }]);
    pc1.save('patients:1', { n: 3 });
    expect(pc1.journal.refusedAbove()).toEqual([]);
  });

  it('[SYN55] a restored copy goes on as another device: its former records are proved, and what the former device wrote since comes down', async () => {
    pc1.save('patients:1', { n: 1 });
    pc1.save('patients:2', { n: 1 });
    await exchange();
    const rev = pc1.store.get('patients', 'patients:1')?._rev.slice(2) ?? '';
    hub.database('health-25001').graft({ ...pc1.body('patients:1', { n: 2 }), _rev: '2-a', _revisions: { start: 2, ids: ['a', rev] } });
    hub.publishReceipts();
    pc1.reopen('pc1b');
    await exchange();
    expect(pc1.store.get('patients', 'patients:1')).toMatchObject({ n: 2, device: 'pc1' });
    expect(['patients:1', 'patients:2'].map(proved)).toEqual([[true, false], [true, false]]);
    pc1.save('patients:1', { n: 3 });
    pc1.reopen();
    await exchange();
    hub.publishReceipts();
    await exchange();
    expect(['patients:1', 'patients:2'].map(proved)).toEqual([[true, false], [true, false]]);
    expect(pc1.journal.proofs()[0]).toMatchObject({ proved: 2, missing: 0 });
  });

  it('[SYN56] what a restored copy still had to send is sent as it was minted, and counts as written here until it is proved', async () => {
    pc1.save('patients:1', { n: 1 });
    await exchange();
    pc1.save('patients:1', { n: 2 });
    pc1.save('patients:2', { n: 1 });
    const minted = ['patients:1', 'patients:2'].map((id) => pc1.store.get('patients', id)?._rev);
    const copy = hub.snapshot();
    hub.publishReceipts();
    pc1.reopen('pc1b');
    await exchange();
    expect(pc1.journal.waiting().count).toBe(0);
    expect(['patients:1', 'patients:2'].map((id) => hub.database('health-25001').leaves(id))).toEqual(minted.map((rev) => [rev]));
    expect(pc1.journal.proofs()[0]).toMatchObject({ proved: 0, missing: 2 });
    hub.publishReceipts();
    await exchange();
    expect(pc1.journal.proofs()[0]).toMatchObject({ proved: 2, missing: 0 });
    // The tier that shows only the older copy proves nothing of them.
    above.restore(copy);
    hub.publishReceipts('79', 'province', above);
    await exchange();
    expect(['patients:1', 'patients:2'].map(proved)).toEqual([[true, false], [true, false]]);
    expect(pc1.journal.proofs()[1]).toMatchObject({ proved: 0, missing: 2 });
  });

  it('[SYN42] the bodies an edit was based on are kept until the first hub has proved the edit', async () => {
    pc1.save('patients:1', { n: 1 });
    await exchange();
    pc1.save('patients:1', { n: 2 });
    await exchange();
    const rows = () => pc1.store.sql.get<{ n: number }>('SELECT COUNT(*) AS n FROM sync_outbox')?.n;
    expect(rows()).toBe(1);
    hub.publishReceipts();
    await exchange();
    expect(rows()).toBe(0);
  });

  it('[SYN38] on a bare CouchDB there are no tiers and nothing is proved', async () => {
    hub.path = [];
    pc1.save('patients:1', { n: 1 });
    const result = await aReplicator(pc1, hub).exchange({ waitForProofMs: 1000 });
    expect(result).toMatchObject({ pushed: 1, receipts: [] });
    expect(pc1.journal.ticks(['patients:1'])).toEqual([{ id: 'patients:1', denied: false, proved: [] }]);
  });
});
