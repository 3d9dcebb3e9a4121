import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCouchStandIn } from '../../support/couch-stand-in.ts';
import type { CouchStandIn } from '../../support/couch-stand-in.ts';
import { aReplicator, aSyncWorld, documentsOf } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';

const path = [{ unit: '769', tier: 'district' }];
type Step =
  | { do: 'save'; who: number; id: number; field: string; value: number }
  | { do: 'exchange'; who: number }
  | { do: 'lose'; id: number }
  | { do: 'receipts' }
  | { do: 'fail'; who: number; after: number };

const who = fc.nat(1);
const save = fc.record({ do: fc.constant('save' as const), who, id: fc.nat(2), field: fc.constantFrom('fullName', 'phone', 'note'), value: fc.nat(5) });
const steps = fc.array(fc.oneof(
  { weight: 5, arbitrary: save },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('exchange' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const), who, after: fc.nat(8) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('receipts' as const) }) },
), { minLength: 4, maxLength: 25 });

function edit(world: SyncWorld, { id, field, value }: { id: number; field: string; value: number }) {
  const old = documentsOf(world, 'patients').find((d) => d._id === `patients:${id}`) ?? {};
  const { _id, _rev, unit, device, createdAt, createdBy, updatedAt, updatedBy, version, schemaVersion, ...fields } = old as Record<string, unknown>;
  world.save(`patients:${id}`, { ...fields, [field]: `${field}-${value}-${world.device}` });
}

/** An exchange whose requests break after some: before reaching the hub, or on the way back. */
async function failingExchange(world: SyncWorld, hub: CouchStandIn, after: number) {
  let left = after;
  await aReplicator(world, { fetch: async (...args) => {
    if (left-- > 0) return hub.fetch(...args);
    if (after % 2 === 0) throw new TypeError('fetch failed');
    await hub.fetch(...args);
    throw new TypeError('terminated');
  } }).exchange().catch(() => undefined);
}

/** No tick but for what the hub really holds. */
function expectTrueTicks(world: SyncWorld, receiptsFrom: CouchStandIn) {
  for (const { _id, _rev } of documentsOf(world, 'patients')) {
    const [tick] = world.journal.ticks([_id])[0]?.proved ?? [];
    if (tick?.proved) expect(receiptsFrom.database('health-25001').knows(_id, _rev ?? '')).toBe(true);
  }
}

describe('two stations and a hub', () => {
  const run = async (script: Step[], loses: boolean) => {
    const hub = createCouchStandIn({ path });
    const worlds = [aSyncWorld({ device: 'pc1' }), aSyncWorld({ device: 'pc2' })];
    try {
      for (const step of script) {
        const world = worlds['who' in step ? step.who : 0] as SyncWorld;
        if (step.do === 'save') edit(world, step);
        if (step.do === 'exchange') await aReplicator(world, hub).exchange();
        if (step.do === 'fail') await failingExchange(world, hub, step.after);
        if (step.do === 'receipts') hub.publishReceipts();
        if (step.do === 'lose' && loses) hub.database('health-25001').entries.delete(`patients:${step.id}`);
        if (step.do === 'receipts') for (const each of worlds) {
          await aReplicator(each, hub).exchange();
          expectTrueTicks(each, hub);
        }
      }
      if (loses) return;
      for (let round = 0; round < 3; round++) for (const world of worlds) await aReplicator(world, hub).exchange();
      const [one, other] = worlds.map((world) => documentsOf(world, 'patients'));
      expect(other).toEqual(one);
      expect(documentsOf(worlds[1] as SyncWorld, 'conflicts')).toEqual(documentsOf(worlds[0] as SyncWorld, 'conflicts'));
      const db = hub.database('health-25001');
      for (const { _id, _rev } of one ?? []) expect(db.leaves(_id).filter((rev) => !db.open(_id, rev)?._deleted)).toEqual([_rev]);
      hub.publishReceipts();
      for (const world of worlds) {
        await aReplicator(world, hub).exchange();
        expect(world.journal.waiting().count).toBe(0);
        expect(world.journal.proofs()[0]).toMatchObject({ missing: 0 });
      }
    } finally {
      for (const world of worlds) world.close();
    }
  };

  it('[SYN33] editing at random over a breaking line, both end with the same records, one living leaf each, all proved', async () => {
    await fc.assert(fc.asyncProperty(steps, (script) => run(script, false)), { numRuns: Number(process.env['SYNC_RUNS'] ?? 5) });
  }, 60_000);

  it('[SYN39] no tick ever stands for a version the hub does not hold, also when the hub loses documents', async () => {
    const losing = fc.array(fc.oneof(
      { weight: 4, arbitrary: save }, { weight: 2, arbitrary: fc.record({ do: fc.constant('exchange' as const), who }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('lose' as const), id: fc.nat(2) }) }, { weight: 3, arbitrary: fc.record({ do: fc.constant('receipts' as const) }) },
    ), { minLength: 4, maxLength: 20 });
    await fc.assert(fc.asyncProperty(losing, (script) => run(script as Step[], true)), { numRuns: Number(process.env['SYNC_RUNS'] ?? 5) });
  }, 60_000);
});
