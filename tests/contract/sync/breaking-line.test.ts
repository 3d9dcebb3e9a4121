import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReplicator } from '../../../sync/index.ts';
import type { Replicator } from '../../../sync/index.ts';
import { openFaultyProxy } from '../../support/faulty-proxy.ts';
import type { Fault, FaultyProxy } from '../../support/faulty-proxy.ts';
import { aSyncWorld, documentsOf } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';
import { contractHubs } from './contract-hubs.ts';
import type { ContractHub } from './contract-hubs.ts';

/** A small generator with a seed, so that a failing run can be run again (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** `SYNC_SEEDS=5-60` runs others. */
const [from = 1, to = 4] = (process.env['SYNC_SEEDS'] ?? '1-4').split('-').map(Number);
const seeds = Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe.each(contractHubs.filter(({ open }) => open))('two stations and $name over a breaking line', ({ open }) => {
  let hub: ContractHub;
  let line: FaultyProxy;
  let worlds: SyncWorld[];
  let replicators: Replicator[];
  let patient: Replicator[];

  beforeEach(async () => {
    if (!open) throw new Error('no such hub');
    hub = await open();
    line = await openFaultyProxy(hub.url);
    worlds = ['pc1', 'pc2'].map((device) => aSyncWorld({ unit: hub.unit, device }));
    const credentials = await Promise.all(worlds.map((world) => hub.credential(world.device)));
    const connect = (timeoutMs: number) => worlds.map((world, i) => createReplicator({ journal: world.journal, hubUrl: line.url, ...credentials[i] as { user: string; password: string }, timeoutMs, random: () => 0 }));
    replicators = connect(400);
    patient = connect(10_000);
  });
  afterEach(async () => {
    await line.close();
    for (const world of worlds) world.close();
    await hub.close();
  });

  it.each(seeds)('[SYN33] seed %i: nothing is lost, nothing doubled, both hold the same, one living leaf each', async (seed) => {
    const random = randomOf(seed);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
    const faults: Fault[] = [{ kind: 'reset' }, { kind: 'dropAnswer' }, { kind: 'cutAfter', bytes: 40 }, { kind: 'status', status: 500 }, { kind: 'status', status: 200, html: true }, { kind: 'limit', bytes: 900 }, { kind: 'silence' }];
    const typed: string[] = [];
    line.faultFor = () => (random() < 0.25 ? pick(faults) : undefined);
    for (let step = 0; step < 40; step++) {
      const who = Math.floor(random() * 2);
      const world = worlds[who] as SyncWorld;
      if (random() < 0.6) {
        const id = `encounters:${Math.floor(random() * 6)}`;
        const { symptoms = '', ...old } = (documentsOf(world, 'encounters').find((d) => d._id === id) ?? {}) as Record<string, unknown>;
        const mark = `${world.device}-${step}`;
        typed.push(mark);
        world.save(id, { symptoms: `${String(symptoms)} ${mark}`.trim(), ...(old['kind'] ? { kind: old['kind'] } : { kind: mark }), [pick(['a', 'b'])]: step });
      } else {
        await replicators[who]?.exchange().catch(() => undefined);
      }
    }
    line.faultFor = () => undefined;
    for (let round = 0; round < 3; round++) for (const replicator of patient) await replicator.exchange();
    const [one, other] = worlds.map((world) => documentsOf(world, 'encounters'));
    expect(other).toEqual(one);
    const inbox = worlds.map((world) => documentsOf(world, 'conflicts'));
    expect(inbox[1]).toEqual(inbox[0]);
    for (const world of worlds) expect([world.journal.waiting().count, world.journal.denied()]).toEqual([0, []]);
    for (const document of one ?? []) {
      const held = await hub.foreign('GET', `/health-${hub.unit}/${encodeURIComponent(document._id)}?conflicts=true`) as Record<string, unknown>;
      expect(held['_rev']).toBe(document._rev);
      expect(held['_conflicts']).toBeUndefined();
    }
    // Whatever a person typed stands in a record or in the inbox.
    const everything = JSON.stringify([one, inbox[0]]);
    expect(typed.filter((mark) => !new RegExp(`${mark}\\b`).test(everything))).toEqual([]);
  });
});
