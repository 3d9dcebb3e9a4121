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

  it('[SYN91] a web page in place of an answer to a push denies no document, whatever its status', async () => {
    for (let n = 0; n < 3; n += 1) world.save(`patients:${n}`, { n });
    const page = () => new Response('<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head></html>', { status, headers: { 'content-type': 'text/html' } });
    let status = 400;
    const behind = createReplicator({ journal: world.journal, hubUrl: 'http://stand-in', user: 'u', password: 'p', random: () => 0.1, timeoutMs: 1000, fetch: async (input, init) => (status > 0 && String(input).includes('_bulk_docs') ? page() : hub.fetch(input, init)) });
    for (status of [400, 412, 422]) await expect(behind.exchange(), String(status)).rejects.toMatchObject({ kind: 'notCouch' });
    expect([world.journal.denied(), world.journal.waiting().count]).toEqual([[], 3]);
    status = 0;
    expect(await behind.exchange()).toMatchObject({ pushed: 3, denied: 0 });
  });

  describe('at a hub that takes a push on condition', () => {
    /** Holds back every answer to a welcome or a question about a database while set. */
    let holdsMeeting: boolean;
    let sentBeforeMet: number;
    const health = () => hub.database('health-25001');
    const whenMet = async (work: () => Promise<void>) => {
      await replicator.exchange();
      replicator.start();
      await until(() => replicator.state().line === 'idle');
      await replicator.stop();
      await work();
    };
    const overHeldLine: typeof fetch = async (input, init) => {
      const path = new URL(String(input)).pathname;
      const isMeeting = path === '/' || (init?.method ?? 'GET') === 'GET';
      while (isMeeting && holdsMeeting) {
        init?.signal?.throwIfAborted();
        await new Promise((resolve) => { setTimeout(resolve, 5); });
      }
      const answer = await hub.fetch(input, init);
      if (holdsMeeting && path.endsWith('_bulk_docs') && answer.ok) sentBeforeMet++;
      return answer;
    };
    beforeEach(() => {
      hub = createCouchStandIn({ path: [{ unit: '769', tier: 'district' }] });
      hub.ifKnown = true;
      holdsMeeting = false;
      sentBeforeMet = 0;
      replicator = createReplicator({ journal: world.journal, hubUrl: 'http://stand-in', user: 'u', password: 'p', fetch: overHeldLine, random: () => 0.1, timeoutMs: 20_000 });
    });

    it('[SYN82] what waits leaves before the hub is met; a database that took it is not asked about', () => whenMet(async () => {
      world.save('patients:1', { n: 1 });
      holdsMeeting = true;
      replicator.start();
      await until(() => sentBeforeMet > 0);
      expect(health().winner('patients:1')).toMatchObject({ n: 1 });
      const asked = hub.calls.length;
      holdsMeeting = false;
      await until(() => replicator.state().line === 'idle');
      expect(hub.calls.slice(asked).some(({ method, path }) => method === 'GET' && path === '/health-25001')).toBe(false);
      expect(world.journal.waiting().count).toBe(0);
    }));

    it('[SYN82] a hub put back from an older copy takes nothing before it is met, then gets again what it lost', () => whenMet(async () => {
      const copy = hub.snapshot();
      for (let n = 0; n < 3; n += 1) world.save(`patients:lost-${n}`, { n });
      await replicator.exchange();
      hub.restore(copy);
      for (let n = 0; n < 9; n += 1) world.save(`patients:new-${n}`, { n });
      holdsMeeting = true;
      replicator.start();
      await until(() => hub.calls.some(({ path, headers }) => path.endsWith('_bulk_docs') && headers?.has('x-tramxa-if-known') === true && health().seq === copy.get('health-25001')?.seq));
      expect(sentBeforeMet).toBe(0);
      holdsMeeting = false;
      await until(() => health().winner('patients:lost-2') !== undefined && health().winner('patients:new-8') !== undefined);
      expect(world.journal.denied()).toEqual([]);
    }));

    it('[SYN82] where something on the way takes the condition off, the hub is compared with what is here, and is met first from then on', () => whenMet(async () => {
      const copy = hub.snapshot();
      for (let n = 0; n < 3; n += 1) world.save(`patients:lost-${n}`, { n });
      await replicator.exchange();
      hub.restore(copy);
      for (let n = 0; n < 9; n += 1) world.save(`patients:new-${n}`, { n });
      let conditions = 0;
      const stripped = createReplicator({
        journal: world.journal, hubUrl: 'http://stand-in', user: 'u', password: 'p', random: () => 0.1,
        fetch: (input, init) => {
          const headers = new Headers(init?.headers);
          if (headers.has('x-tramxa-if-known')) conditions++;
          headers.delete('x-tramxa-if-known');
          return hub.fetch(input, { ...init, headers });
        },
      });
      for (let sessions = 0; sessions < 2; sessions++) {
        stripped.start();
        await until(() => stripped.state().line === 'idle' && world.journal.waiting().count === 0);
        await stripped.stop();
        for (let n = 0; n < 3; n += 1) expect(health().winner(`patients:lost-${n}`)).toBeDefined();
        world.save(`patients:more-${sessions}`, {});
      }
      expect(conditions).toBe(1);
    }));

    it('[SYN82] a hub that stopped looking at the condition, and took what it should not have, is compared with what is here', () => whenMet(async () => {
      const copy = hub.snapshot();
      for (let n = 0; n < 3; n += 1) world.save(`patients:lost-${n}`, { n });
      await replicator.exchange();
      hub.restore(copy);
      hub.ifKnown = false;
      for (let n = 0; n < 9; n += 1) world.save(`patients:new-${n}`, { n });
      holdsMeeting = true;
      replicator.start();
      // It moves on past the place where it was put back: by its sequence nothing is to be seen any more.
      await until(() => health().winner('patients:new-8') !== undefined);
      await replicator.stop();
      holdsMeeting = false;
      world.reopen();
      replicator = createReplicator({ journal: world.journal, hubUrl: 'http://stand-in', user: 'u', password: 'p', fetch: overHeldLine, random: () => 0.1, timeoutMs: 20_000 });
      replicator.start();
      await until(() => replicator.state().line === 'idle');
      for (let n = 0; n < 3; n += 1) expect(health().winner(`patients:lost-${n}`)).toBeDefined();
    }));
  });

  it('[SYN86] live, a hub that is busy is asked again when it said, though a save waits', async () => {
    const busy = createReplicator({
      journal: world.journal, hubUrl: 'http://stand-in', user: 'u', password: 'p', random: () => 0,
      fetch: async (input) => (String(input).endsWith('_session') ? new Response('{"ok":true}', { headers: { 'set-cookie': 'AuthSession=x' } }) : new Response('{"error":"busy"}', { status: 503, headers: { 'retry-after': '120' } })),
    });
    const from = Date.now();
    world.save('patients:1');
    busy.start();
    await until(() => busy.state().retryAt !== undefined);
    expect(Date.parse(busy.state().retryAt ?? '') - from).toBeGreaterThanOrEqual(119_000);
    await busy.stop();
  });

  it('[SYN80] tries stay close together for a moment after the hub was heard, then come apart', () => {
    const backOff = createBackOff(() => 1);
    expect([100, 5000, 14_000, 16_000, 18_000, 22_000, 27_000].map((ms) => backOff.next(ms))).toEqual([1000, 1000, 1000, 1000, 2000, 4000, 5000]);
  });

  it('[SYN80] batches grow while the line holds; breaks make them aim at less, but not below half, and what goes through fits them to the aim again', () => {
    const batch = createAdaptiveBatch();
    /** A line that carries fifty documents a second, with 700 ms there and back. */
    const send = () => batch.wentThrough(batch.size(), 700 + batch.size() * 20);
    for (let n = 0; n < 8; n++) send();
    const whole = batch.size();
    expect(700 + whole * 20).toBeGreaterThan(16_000);
    expect(700 + whole * 20).toBeLessThan(30_000);
    batch.failed(whole, 'line');
    expect(700 + batch.size() * 20).toBeLessThan(7000);
    for (let n = 0; n < 8; n++) { batch.failed(batch.size(), 'line'); for (let m = 0; m < 3; m++) send(); }
    expect(700 + batch.size() * 20).toBeGreaterThan(2000);
    expect(batch.size()).toBeLessThan(whole);
    for (let n = 0; n < 30; n++) send();
    expect(700 + batch.size() * 20).toBeGreaterThan(4000);
  });
});
