import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createReplicator } from '../../../sync/index.ts';
import type { Replicator, Timers } from '../../../sync/index.ts';
import { platformTimers } from '../../../sync/transport/platform-timers.ts';
import { openFaultyProxy } from '../../support/faulty-proxy.ts';
import type { FaultyProxy } from '../../support/faulty-proxy.ts';
import { aSyncWorld, documentsOf } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';
import { contractHubs } from './contract-hubs.ts';
import type { ContractHub } from './contract-hubs.ts';

const stamps = (unit: string, device: string) => ({ unit, device, createdAt: '2026-11-22T03:00:00.000Z', createdBy: 'lan', updatedAt: '2026-11-22T04:00:00.000Z', updatedBy: 'lan', version: `2026-${device}`, schemaVersion: 1 });
const until = (holds: () => boolean | Promise<boolean>) => vi.waitUntil(holds, { timeout: 30_000, interval: 10 });

/** What rxdb/plugins/replication-couchdb does wrong in fifteen ways; each rule is number + 10. */
describe.each(contractHubs.filter(({ open }) => open))('the fifteen behaviours on $name', ({ open }) => {
  let hub: ContractHub;
  let line: FaultyProxy;
  let world: SyncWorld;
  let replicator: Replicator;
  let health: string;
  const logged: { event: string; facts?: Record<string, unknown> }[] = [];
  const connect = async (at: SyncWorld, timeoutMs = 5000) => createReplicator({
    journal: at.journal, hubUrl: line.url, ...await hub.credential(at.device), timeoutMs, random: () => 0, log: (event, facts) => logged.push({ event, facts }),
  });
  const atHub = (id: string) => hub.foreign('GET', `/${health}/${encodeURIComponent(id)}`).catch(() => undefined) as Promise<Record<string, unknown> | undefined>;
  const write = (document: Record<string, unknown>) => hub.foreign('POST', `/${health}/_bulk_docs`, { docs: [document] });
  const here = (id: string) => documentsOf(world, 'patients').find((d) => d._id === id);
  const conflicts = () => documentsOf(world, 'conflicts');

  beforeEach(async () => {
    if (!open) throw new Error('no such hub');
    hub = await open();
    line = await openFaultyProxy(hub.url);
    world = aSyncWorld({ unit: hub.unit });
    health = `health-${hub.unit}`;
    replicator = await connect(world);
    logged.length = 0;
  });
  afterEach(async () => {
    await replicator.stop();
    await line.close();
    world.close();
    await hub.close();
  });

  it('[SYN11] one refused document is set aside with its reason; earlier and later writes leave, the pull goes on, and a correction is sent without a restart', async () => {
    await hub.refuseOtherUnits();
    world.save('patients:a', { n: 1 });
    world.save('patients:b', { n: 1, unit: 'elsewhere' });
    world.save('patients:c', { n: 1 });
    await write({ _id: 'patients:theirs', ...stamps(hub.unit, 'pc9'), n: 9 });
    expect(await replicator.exchange()).toMatchObject({ pushed: 2, denied: 1, pulled: 1 });
    expect(world.journal.denied()).toMatchObject([{ id: 'patients:b', reason: expect.stringContaining('the unit is not this station'), document: { n: 1, unit: 'elsewhere' } }]);
    world.save('patients:d', { n: 1 });
    world.save('patients:b', { n: 2, unit: hub.unit });
    expect(await replicator.exchange()).toMatchObject({ pushed: 2, denied: 0 });
    expect(await atHub('patients:b')).toMatchObject({ n: 2 });
    expect(here('patients:theirs')).toMatchObject({ n: 9 });
    expect(world.journal.denied()).toEqual([]);
  });

  it('[SYN12] design documents never appear among the records', async () => {
    if (hub.takesAnything) await write({ _id: '_design/view', views: {} });
    else await expect(hub.foreign('PUT', `/${health}/_design/view`, { views: {} })).rejects.toThrow();
    await replicator.exchange();
    expect(world.store.sql.all('SELECT id FROM foreign_documents')).toEqual([]);
    expect(documentsOf(world, 'patients')).toEqual([]);
  });

  it.each([401, 404, 500])('[SYN13] a JSON error %i on the long poll ends nothing: the exchange goes on when the hub answers again', async (status) => {
    let broken = 2;
    line.faultFor = ({ path }) => (path.includes('longpoll') && broken-- > 0 ? { kind: 'status', status } : undefined);
    replicator.start();
    await until(() => broken <= 0);
    await write({ _id: 'patients:later', ...stamps(hub.unit, 'pc9') });
    await until(() => here('patients:later') !== undefined);
    await until(() => replicator.state().line === 'idle');
  });

  it('[SYN14] a document written at the hub while the long poll fails is seen afterwards', async () => {
    let down = false;
    line.faultFor = () => (down ? { kind: 'reset' } : undefined);
    replicator.start();
    await until(() => replicator.state().line === 'idle');
    down = true;
    line.cut();
    await write({ _id: 'patients:missed', ...stamps(hub.unit, 'pc9') });
    await until(() => replicator.state().line === 'noLine');
    down = false;
    await until(() => here('patients:missed') !== undefined);
  });

  it('[SYN15] deleted at the hub, edited here without a line: the edit stands and the deletion is put before a person', async () => {
    world.save('patients:1', { n: 1 });
    await replicator.exchange();
    await write({ _id: 'patients:1', _rev: String((await atHub('patients:1'))?.['_rev']), _deleted: true });
    world.save('patients:1', { n: 2 });
    await replicator.exchange();
    expect(here('patients:1')).toMatchObject({ n: 2 });
    expect(conflicts()).toMatchObject([{ kind: 'deleted', recordId: 'patients:1' }]);
    expect(await atHub('patients:1')).toMatchObject({ n: 2 });
  });

  it('[SYN16] the answer to a push is lost, then the record is edited again: the newer edit arrives and nothing branches', async () => {
    world.save('patients:1', { n: 1 });
    let drop = true;
    line.faultFor = ({ path }) => (drop && path.includes('_bulk_docs') ? { kind: 'dropAnswer' } : undefined);
    await expect(replicator.exchange()).rejects.toMatchObject({ kind: 'noLine' });
    drop = false;
    world.save('patients:1', { n: 2 });
    await replicator.exchange();
    expect(await hub.foreign('GET', `/${health}/patients%3A1?conflicts=true`)).toMatchObject({ n: 2, _rev: here('patients:1')?._rev });
    expect(await hub.foreign('GET', `/${health}/patients%3A1?conflicts=true`)).not.toHaveProperty('_conflicts');
  });

  it('[SYN17] a conflict never discards the edit made here', async () => {
    world.save('patients:1', { n: 1 });
    await replicator.exchange();
    const theirs = await atHub('patients:1');
    await write({ ...theirs, ...stamps(hub.unit, 'pc9'), n: 'theirs' });
    world.save('patients:1', { n: 'mine' });
    await replicator.exchange();
    const [conflict] = conflicts();
    expect(conflict).toMatchObject({ recordId: 'patients:1', kind: 'fields' });
    expect(JSON.stringify([conflict?.['fields'], here('patients:1')])).toContain('mine');
    expect(JSON.stringify([conflict?.['fields'], here('patients:1')])).toContain('theirs');
    expect(await atHub('patients:1')).toMatchObject({ _rev: here('patients:1')?._rev });
  });

  it('[SYN18] a losing branch at the hub is seen, merged and ended', async () => {
    world.save('patients:1', { n: 1 });
    await replicator.exchange();
    const root = here('patients:1')?._rev?.slice(2) ?? '';
    world.save('patients:1', { n: 2 });
    world.save('patients:1', { n: 3 });
    await replicator.exchange();
    await hub.foreign('POST', `/${health}/_bulk_docs`, { new_edits: false, docs: [{ _id: 'patients:1', ...stamps(hub.unit, 'pc9'), n: 'losing', _rev: '2-0000', _revisions: { start: 2, ids: ['0000', root] } }] });
    await replicator.exchange();
    expect(JSON.stringify(conflicts())).toContain('losing');
    expect(await hub.foreign('GET', `/${health}/patients%3A1?conflicts=true`)).not.toHaveProperty('_conflicts');
  });

  it('[SYN18] also one of the same generation as ours, whichever was there first', async () => {
    for (const [id, rev] of [['patients:1', '2-0000'], ['patients:2', '2-ffff']] as const) {
      world.save(id, { n: 1 });
      await replicator.exchange();
      const root = here(id)?._rev?.slice(2) ?? '';
      world.save(id, { n: 2 });
      await replicator.exchange();
      await hub.foreign('POST', `/${health}/_bulk_docs`, { new_edits: false, docs: [{ _id: id, ...stamps(hub.unit, 'pc9'), n: 'theirs', _rev: rev, _revisions: { start: 2, ids: [rev.slice(2), root] } }] });
      await replicator.exchange();
      expect(await hub.foreign('GET', `/${health}/${encodeURIComponent(id)}?conflicts=true`)).not.toHaveProperty('_conflicts');
    }
    expect(conflicts()).toHaveLength(2);
  });

  it('[SYN19] a bare tombstone is taken: a clinical record stays and goes to the inbox, any other is deleted; the checkpoint moves on', async () => {
    const lot = { medicineId: 'medicines:018f0000-0000-7000-8000-000000000000', lotNumber: 'A1', expiresOn: '2030-01-01', status: 'usable' };
    const lotId = 'lots:018f0000-0000-7000-8000-000000000001';
    world.save('patients:1', { n: 1 });
    world.save(lotId, lot);
    await replicator.exchange();
    await write({ _id: 'patients:1', _rev: here('patients:1')?._rev, _deleted: true });
    await hub.foreign('POST', `/resources-${hub.unit}/_bulk_docs`, { docs: [{ _id: lotId, _rev: documentsOf(world, 'lots')[0]?._rev, _deleted: true }] });
    await replicator.exchange();
    expect(here('patients:1')).toMatchObject({ n: 1 });
    expect(here('patients:1')?._deleted).not.toBe(true);
    expect(conflicts()).toMatchObject([{ kind: 'deleted', recordId: 'patients:1', losing: { n: 1 } }]);
    expect(documentsOf(world, 'lots')[0]?._deleted).toBe(true);
    const before = line.passed.length;
    await replicator.exchange();
    expect(line.passed.slice(before).filter(({ path }) => path.includes('_bulk_get'))).toEqual([]);
    expect(conflicts()).toHaveLength(1);
  });

  it('[SYN20] what this version does not understand is kept as it came', async () => {
    await write({ _id: 'patients:new', ...stamps(hub.unit, 'pc9'), schemaVersion: 99, fullName: { given: ['Hoa'] } });
    if (hub.takesAnything) await write({ _id: 'registers:1', ...stamps(hub.unit, 'pc9'), kind: 'bed' });
    await replicator.exchange();
    expect(here('patients:new')).toMatchObject({ schemaVersion: 99, fullName: { given: ['Hoa'] } });
    expect(() => world.save('patients:new', {})).toThrow(expect.objectContaining({ name: 'NewerSchemaError' }));
    if (hub.takesAnything) expect(world.store.sql.all<{ body: string }>('SELECT body FROM foreign_documents').map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([{ _id: 'registers:1', kind: 'bed' }]);
  });

  it('[SYN21] 413 makes the batch smaller; a single document too large is set aside, the rest goes', async () => {
    line.faultFor = ({ path }) => (path.includes('_bulk_docs') ? { kind: 'limit', bytes: 4000 } : undefined);
    for (let i = 0; i < 60; i++) world.save(`patients:${i}`, { note: 'x'.repeat(200) });
    world.save('patients:large', { note: 'x'.repeat(5000) });
    world.save('patients:last', { note: 'x' });
    expect(await replicator.exchange()).toMatchObject({ pushed: 61, denied: 1 });
    expect(world.journal.denied()).toMatchObject([{ id: 'patients:large', reason: expect.stringContaining('too large') }]);
    const pushes = line.passed.filter(({ path }) => path.includes('_bulk_docs')).length;
    await replicator.exchange();
    expect(line.passed.filter(({ path }) => path.includes('_bulk_docs'))).toHaveLength(pushes);
  });

  it('[SYN22] a connection that stays silent is given up in time', async () => {
    const hasty = await connect(aSecond(), 300);
    line.faultFor = ({ path }) => (path.includes('_changes') ? { kind: 'silence' } : undefined);
    const startedAt = Date.now();
    await expect(hasty.exchange()).rejects.toMatchObject({ name: 'TransportError', kind: 'timeout' });
    // Without it the platform would wait for minutes.
    expect(Date.now() - startedAt).toBeLessThan(30_000);
  });
  const seconds: SyncWorld[] = [];
  const aSecond = () => {
    const second = aSyncWorld({ unit: hub.unit, device: 'pc2' });
    seconds.push(second);
    return second;
  };
  afterEach(() => { for (const second of seconds.splice(0)) second.close(); });

  it('[SYN23] without a line the tries come further and further apart, and a save hurries them', async () => {
    line.faultFor = () => ({ kind: 'reset' });
    // The third wait does not end by itself while the test lasts.
    const timers: Timers = { ...platformTimers, setTimeout: (run, ms) => platformTimers.setTimeout(run, ms === 4000 ? 600_000 : ms) };
    const calm = createReplicator({ journal: world.journal, hubUrl: line.url, ...await hub.credential('pc3'), random: () => 1, timers, log: (event, facts) => logged.push({ event, facts }) });
    calm.start();
    await until(() => logged.length >= 3);
    expect(logged.map(({ facts }) => facts?.['retryInMs'])).toEqual([1000, 2000, 4000]);
    world.save('patients:1', { n: 1 });
    line.faultFor = () => undefined;
    await until(() => world.journal.waiting().count === 0);
    await calm.stop();
  });

  it('[SYN24] a local delete sends who and when, not what was deleted', async () => {
    const id = 'lots:018f0000-0000-7000-8000-000000000002';
    world.save(id, { medicineId: 'medicines:018f0000-0000-7000-8000-000000000000', lotNumber: 'A1', expiresOn: '2030-01-01', status: 'usable' });
    await replicator.exchange();
    world.save(id, { medicineId: 'medicines:018f0000-0000-7000-8000-000000000000', lotNumber: 'A1', expiresOn: '2030-01-01', status: 'usable', _deleted: true });
    expect(await replicator.exchange()).toMatchObject({ pushed: 1, denied: 0 });
    const sent = line.passed.filter(({ path }) => path.includes('_bulk_docs')).at(-1)?.body ?? '';
    expect(sent).toContain('_deleted');
    expect(sent).not.toContain('lotNumber');
    await expect(hub.foreign('GET', `/resources-${hub.unit}/${encodeURIComponent(id)}`)).rejects.toThrow('404');
  });

  it.each([
    [401, 'unauthorized', 'hubRefuses'], [403, 'forbidden', 'hubRefuses'], [404, 'notFound', 'hubRefuses'], [500, 'hubBroken', 'hubBroken'], [503, 'hubBroken', 'hubBroken'], [302, 'notCouch', 'hubBroken'],
  ] as const)('[SYN25] status %i is never taken for data: it is a %s error, nothing is lost', async (status, kind, state) => {
    world.save('patients:1', { n: 1 });
    for (const where of ['_bulk_docs', '_changes', 'first']) {
      line.faultFor = ({ path }) => ((where === 'first' ? path === '/' : path.includes(where)) ? { kind: 'status', status } : undefined);
      if (where === '_changes') world.save('patients:1', { n: 2 });
      await expect(replicator.exchange()).rejects.toMatchObject({ name: 'TransportError', kind });
      expect(replicator.state()).toMatchObject({ line: state, lastError: expect.any(String) });
    }
    line.faultFor = () => undefined;
    await replicator.exchange();
    expect(await atHub('patients:1')).toMatchObject({ n: 2 });
    expect(replicator.state()).toMatchObject({ line: 'idle', lastContactAt: expect.any(String) });
    expect(world.journal.denied()).toEqual([]);
  });

  it('[SYN26] pushed documents are not downloaded again, and a batch is one request', async () => {
    for (let i = 0; i < 100; i++) world.save(`patients:${i}`, { i });
    const result = await replicator.exchange();
    expect(result).toMatchObject({ pushed: 100, pulled: 0 });
    expect(line.passed.filter(({ path }) => path.includes('_bulk_docs'))).toHaveLength(1);
    expect(result.bytesReceived).toBeLessThan(4000);
    expect(result.bytesSent).toBeLessThan(10_000);
  });

  it('[SYN27] half an answer, a web page, a page cut in the middle: typed errors, and the next exchange completes', async () => {
    await write({ _id: 'patients:theirs', ...stamps(hub.unit, 'pc9'), n: 9 });
    line.faultFor = ({ path }) => (path.includes('_changes') ? { kind: 'cutAfter', bytes: 30 } : undefined);
    await expect(replicator.exchange()).rejects.toMatchObject({ name: 'TransportError' });
    line.faultFor = () => ({ kind: 'status', status: 200, html: true });
    await expect(replicator.exchange()).rejects.toMatchObject({ kind: 'notCouch' });
    line.faultFor = () => undefined;
    expect(await replicator.exchange()).toMatchObject({ pulled: 1 });
    expect(here('patients:theirs')).toMatchObject({ n: 9 });
  });

  it('[SYN47] live: a save leaves at once and a foreign change arrives at once', async () => {
    replicator = createReplicator({ journal: world.journal, hubUrl: line.url, ...await hub.credential('pc5'), timeoutMs: 60_000, random: () => 0 });
    replicator.start();
    await until(() => replicator.state().line === 'idle');
    world.save('patients:1', { n: 1 });
    // Sooner than the long poll that is under way ends by itself.
    await until(async () => (await atHub('patients:1')) !== undefined);
    await write({ _id: 'patients:2', ...stamps(hub.unit, 'pc9'), n: 9 });
    await until(() => here('patients:2') !== undefined);
    world.save('patients:3', { n: 1 });
    await Promise.all([replicator.exchange(), replicator.exchange({ waitForProofMs: 50 })]);
    expect(world.journal.waiting().count).toBe(0);
    expect(replicator.state().line).toBe('idle');
    await replicator.stop();
    expect(replicator.state().line).toBe('stopped');
  });
});

describe.each(contractHubs.filter(({ open }) => !open))('the fifteen behaviours on $name', () => {
  it.skip('[SYN11] not run: COUCHDB_URL is not set', () => undefined);
});
