import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src-shared/domain/practice/sample-people.ts';
import { createCouchStandIn } from '../../support/couch-stand-in.ts';
import type { CouchStandIn } from '../../support/couch-stand-in.ts';
import { aReplicator, aSyncWorld } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';

const database = 'health-25001';
const path = [{ unit: '769', tier: 'district' }, { unit: '79', tier: 'province' }];
const seeds = (process.env['RECEIPT_SEEDS'] ?? '1,2').split(',').map(Number);

/** Answers 201 and forgets one document in seven. */
function forgetful(hub: CouchStandIn, forgets: () => boolean): void {
  const db = hub.database(database);
  const graft = db.graft.bind(db);
  db.graft = (document) => { if (!forgets()) graft(document); };
}

/** What the tier above has been brought by a replicator that loses one document in seven on the way. */
function carryUp(hub: CouchStandIn, above: CouchStandIn, forgets: () => boolean): void {
  const [from, to] = [hub.database(database), above.database(database)];
  for (const id of from.entries.keys()) {
    if (id.startsWith('receipt:')) continue;
    for (const rev of from.leaves(id)) {
      const document = from.open(id, rev, true);
      if (document && !to.knows(id, rev) && !forgets()) to.graft(document);
    }
  }
}

/** Every tick on every PC stands for a version that tier holds now; answers how many ticks there are. */
function countTrueTicks(worlds: readonly SyncWorld[], tiers: Readonly<Record<string, CouchStandIn>>): number {
  let ticks = 0;
  for (const { store, journal } of worlds) {
    const shown = [...store.iterate('patients', { withDeleted: true })];
    const revisions = new Map(shown.map(({ _id, _rev }) => [String(_id), _rev]));
    for (const { id, proved } of journal.ticks([...revisions.keys()])) {
      for (const tick of proved) {
        if (!tick.proved) continue;
        ticks += 1;
        // Itself, or a version made from it since.
        expect(tiers[tick.unit]?.database(database).knows(id, revisions.get(id) ?? ''), `${id} at ${tick.unit}`).toBe(true);
      }
    }
    for (const { unit, proved } of journal.proofs()) expect(proved, unit).toBeLessThanOrEqual(tiers[unit]?.database(database).entries.size ?? 0);
  }
  return ticks;
}

describe('receipts under churn', () => {
  it.each(seeds)('[SYN77] seed %i: three PCs, edits and deletions, hubs that drop one document in seven and come back as old copies: no false tick, and all proved in the end', async (seed) => {
    const random = seededRandom(seed);
    const one = (n: number) => Math.floor(random() * n);
    let drops = true;
    const forgets = () => drops && random() < 1 / 7;
    const [hub, above] = [createCouchStandIn({ path }), createCouchStandIn()];
    forgetful(hub, forgets);
    const worlds = ['pc1', 'pc2', 'pc3'].map((device) => aSyncWorld({ device }));
    const stations = worlds.map((world) => aReplicator(world, hub));
    const tiers = { 769: hub, 79: above };
    const copies: { below: ReturnType<CouchStandIn['snapshot']>; higher: ReturnType<CouchStandIn['snapshot']>; }[] = [];
    let [fell, climbed, before] = [0, 0, 0];
    const round = async () => {
      for (const station of stations) await station.exchange();
      carryUp(hub, above, forgets);
      hub.publishReceipts();
      hub.publishReceipts('79', 'province', above);
      for (const station of stations) await station.exchange();
      const now = countTrueTicks(worlds, tiers);
      if (now < before) fell += 1;
      if (now > before) climbed += 1;
      before = now;
    };
    try {
      for (let step = 0; step < 12; step++) {
        for (let n = 0; n < 12; n++) {
          const world = worlds[one(3)] as SyncWorld;
          world.save(`patients:${one(40)}`, { n: one(1000), ...(random() < 0.1 ? { _deleted: true } : {}) });
        }
        if (step % 3 === 1) copies.push({ below: hub.snapshot(), higher: above.snapshot() });
        if (step === 6 || step === 10) {
          const copy = copies[one(copies.length)];
          if (step === 6 && copy) above.restore(copy.higher);
          if (step === 10 && copy) {
            hub.restore(copy.below);
            forgetful(hub, forgets);
          }
        }
        await round();
      }
      drops = false;
      for (let n = 0; n < 8; n++) {
        // Branches whose base was lost on the way are merged by anyone after a while.
        for (const { clock } of worlds) clock.now += 11 * 60_000;
        for (const station of stations) await station.exchange({ waitForProofMs: 5 });
        await round();
      }
      expect(fell).toBeGreaterThan(0);
      expect(climbed).toBeGreaterThan(1);
      for (const { journal, store } of worlds) {
        expect(journal.waiting().count).toBe(0);
        // A clinical record deleted elsewhere stays here, until a person has looked, and is at no tier.
        const apart = store.sql.get<{ n: number }>('SELECT COUNT(*) AS n FROM sync_leaves WHERE counted = 0 AND current = 1')?.n;
        expect(journal.proofs().map(({ missing }) => missing)).toEqual([apart, apart]);
      }
    } finally {
      for (const world of worlds) world.close();
    }
  }, 60_000);
});
