import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReplicator } from '../../../sync/index.ts';
import type { Replicator, ReplicatorOptions, Timers } from '../../../sync/index.ts';
import { createAdaptiveBatch } from '../../../sync/replication/adaptive-batch.ts';
import { createCouchStandIn } from '../../support/couch-stand-in.ts';
import type { CouchStandIn } from '../../support/couch-stand-in.ts';
import { aReplicator, aSyncWorld } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';

const until = async (holds: () => boolean) => { while (!holds()) await new Promise((resolve) => { setTimeout(resolve, 5); }); };
const old = '0187a000-0000-7000-8000-';
const recent = '019c0000-0000-7000-8000-';
const number = (n: number) => String(n).padStart(12, '0');

describe('over a slow line', () => {
  let hub: CouchStandIn;
  let world: SyncWorld;
  let replicator: Replicator | undefined;
  /** Seconds a page of changes takes. */
  let pageSeconds: number;
  let elapsed: number;
  /** Of changes not held, in the order they were asked for: the ids of each answer. */
  let pages: string[][];
  /** Called before a page is answered. */
  let beforePage: () => Promise<void>;
  const inFlight = new Map<string, number>();
  let mostInFlight: number;
  const timers: Timers = { elapsed: () => elapsed, setTimeout: (run, ms) => setTimeout(run, ms), clearTimeout: (timer) => { clearTimeout(timer as NodeJS.Timeout); } };

  const overLine: typeof fetch = async (input, init) => {
    const { pathname, search } = new URL(String(input));
    const isPage = pathname.endsWith('/_changes') && !search.includes('longpoll');
    const database = pathname.split('/')[1] ?? '';
    const isTransfer = isPage || pathname.endsWith('/_bulk_docs');
    if (isTransfer) inFlight.set(database, (inFlight.get(database) ?? 0) + 1);
    mostInFlight = Math.max(mostInFlight, ...inFlight.values());
    try {
      if (isPage && database.startsWith('health')) await beforePage();
      const answer = await hub.fetch(input, init);
      if (isPage && database.startsWith('health')) {
        elapsed += pageSeconds * 1000;
        pages.push((await answer.clone().json() as { results: { id: string }[] }).results.map(({ id }) => id));
      }
      return answer;
    } finally {
      if (isTransfer) inFlight.set(database, (inFlight.get(database) ?? 0) - 1);
    }
  };
  const aStation = (more: Partial<ReplicatorOptions> = {}) => replicator = createReplicator({ journal: world.journal, hubUrl: 'http://stand-in', user: 'u', password: 'p', fetch: overLine, timers, random: () => 0.1, ...more });
  /** Written by another PC, in this order: much else, then people and recent visits. */
  const fillHub = () => {
    const theirs = (id: string) => hub.database('health-25001').edit({ _id: id, unit: '25001', device: 'pc9', n: id });
    for (let n = 0; n < 700; n++) theirs(`encounters:${old}${number(n)}`);
    for (let n = 0; n < 20; n++) theirs(`patients:${old}${number(n)}`);
    for (let n = 0; n < 20; n++) theirs(`encounters:${recent}${number(n)}`);
    for (let n = 0; n < 600; n++) theirs(`encounters:${old}${number(1000 + n)}`);
  };

  beforeEach(() => {
    hub = createCouchStandIn();
    world = aSyncWorld();
    [pageSeconds, elapsed, pages, mostInFlight] = [10, 0, [], 0];
    inFlight.clear();
    beforePage = async () => undefined;
  });
  afterEach(async () => {
    await replicator?.stop();
    world.close();
  });

  it('[SYN70] a first fill brings people, then the last twelve months, then the rest, each document once', async () => {
    fillHub();
    await aStation().exchange();
    const order = pages.flat();
    const lastPerson = order.findLastIndex((id) => id.startsWith('patients:'));
    const firstRecent = order.findIndex((id) => id.includes(recent));
    const lastRecent = order.findLastIndex((id) => id.includes(recent));
    const early = new Set(order.slice(0, 500));
    const firstRest = order.findIndex((id) => id.includes(old) && id.startsWith('encounters:') && !early.has(id));
    expect(lastPerson).toBeLessThan(firstRecent);
    expect(lastRecent).toBeLessThan(firstRest);
    expect(order).toHaveLength(1340);
    expect(new Set(order).size).toBe(1340);
    expect(world.store.count('encounters') + world.store.count('patients')).toBe(1340);
    pages = [];
    hub.database('health-25001').edit({ _id: 'patients:new', unit: '25001', device: 'pc9' });
    await replicator?.exchange();
    expect(pages.flat()).toEqual(['patients:new']);
  });

  it('[SYN70] killed between any two pages it goes on where it was; what changed meanwhile comes too; a quick line is read straight', async () => {
    fillHub();
    for (let broken = 1; broken < 60; broken++) {
      let left = 1;
      beforePage = async () => { if (left-- === 0) throw new TypeError('the line broke'); };
      const done = await aStation().exchange().then(() => true, () => false);
      hub.database('health-25001').edit({ _id: `patients:${recent}${number(broken)}`, unit: '25001', device: 'pc9' });
      world.reopen();
      if (done) break;
    }
    beforePage = async () => undefined;
    await aStation().exchange();
    expect(world.store.count('encounters')).toBe(1320);
    expect([...hub.database('health-25001').entries.keys()].filter((id) => id.startsWith('patients:')).every((id) => world.store.get('patients', id))).toBe(true);
    const second = aSyncWorld({ device: 'pc2' });
    [pageSeconds, pages] = [0.1, []];
    await createReplicator({ journal: second.journal, hubUrl: 'http://stand-in', user: 'u', password: 'p', fetch: overLine, timers }).exchange();
    expect(pages.flat().slice(0, 700).every((id) => id.startsWith('encounters:'))).toBe(true);
    second.close();
  });

  it('[SYN71] live, a save leaves while a first fill still comes, and one transfer at a time goes over a database\'s line', async () => {
    fillHub();
    let pagesLeft = 2;
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => { release = resolve; });
    beforePage = async () => { if (pagesLeft-- === 0) await held; };
    aStation().start();
    await until(() => world.store.count('encounters') > 0);
    world.save('patients:mine', { n: 1 });
    release();
    await until(() => hub.database('health-25001').winner('patients:mine') !== undefined);
    const pulledBefore = world.store.count('encounters');
    await until(() => replicator?.state().line === 'idle');
    expect(pulledBefore).toBeLessThan(1320);
    expect(world.store.count('encounters')).toBe(1320);
    expect(mostInFlight).toBe(1);
  });

  it('[SYN72] waiting for a line ends as soon as this machine has other addresses, not when it has none', async () => {
    let [addresses, tries] = ['10.0.0.7', 0];
    const noLine: typeof fetch = async () => { tries += 1; throw Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('x'), { code: 'ENETUNREACH' }) }); };
    const pending: { run: () => void; at: number }[] = [];
    const virtual: Timers = {
      elapsed: () => elapsed, clearTimeout: (timer) => { const at = pending.findIndex((one) => one === timer); if (at >= 0) pending.splice(at, 1); },
      setTimeout: (run, ms) => { const timer = { run, at: elapsed + ms }; pending.push(timer); return timer; },
    };
    const pass = async (ms: number) => {
      for (const end = elapsed + ms; ;) {
        await new Promise((resolve) => { setTimeout(resolve, 3); });
        const next = pending.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) { elapsed = end; return; }
        elapsed = next.at;
        pending.splice(pending.indexOf(next), 1);
        next.run();
      }
    };
    world.clock.now = Date.parse('2026-11-22T03:00:00Z');
    aStation({ fetch: noLine, timers: virtual, random: () => 1, network: () => addresses }).start();
    await pass(200_000);
    const before = tries;
    addresses = '';
    await pass(3000);
    addresses = '10.0.0.7';
    await pass(10);
    const whileSame = tries;
    addresses = '10.0.0.8';
    await pass(2100);
    expect(whileSame - before).toBeLessThanOrEqual(1);
    expect(tries).toBeGreaterThan(whileSame);
    // No storm: 200 s without a line are a handful of tries.
    expect(before).toBeLessThan(14);
  });

  it('[SYN73] batches grow to 1,000 while they are quick, shrink to one when they are slow, do not fit or break, and grow again', () => {
    const batch = createAdaptiveBatch();
    for (let i = 0; i < 5; i++) batch.wentThrough(batch.size(), 100);
    expect(batch.size()).toBe(1000);
    batch.wentThrough(1000, 60_000);
    expect(batch.size()).toBe(250);
    expect(batch.failed(250, 'tooLarge')).toBe(false);
    expect(batch.size()).toBe(125);
    for (let i = 0; i < 5; i++) batch.wentThrough(batch.size(), 100);
    expect(batch.size()).toBe(187);
    for (let i = 0; i < 60; i++) batch.wentThrough(batch.size(), 100);
    expect(batch.size()).toBeGreaterThan(187);
    while (batch.size() > 1) batch.failed(batch.size(), 'line');
    expect(batch.failed(1, 'line')).toBe(true);
    for (let i = 0; i < 12; i++) batch.wentThrough(batch.size(), 100);
    expect(batch.size()).toBeGreaterThan(250);
    const before = batch.size();
    batch.failed(1, 'line');
    expect(batch.size()).toBeGreaterThan(before / 3);
  });

  it('[SYN74] while one page is applied the next is already asked for', async () => {
    fillHub();
    pageSeconds = 0.1;
    const countAtRequest: number[] = [];
    beforePage = async () => { countAtRequest.push(world.store.count('encounters')); };
    await aReplicator(world, { fetch: overLine }).exchange();
    expect(countAtRequest.slice(0, 2)).toEqual([0, 0]);
  });
});
