import { time } from '../interpose/index.ts';
import type { SimWorld } from '../world/sim-world.ts';
import type { ReceiptWatch } from '../check/watch-receipts.ts';
import type { Disasters } from './disasters.ts';
import type { Work } from './work.ts';

export interface HealParts { work: Work; watch: ReceiptWatch; disasters: Disasters; findBroken: () => Promise<string[]> }

/** Rounds of good weather, some of them after a quarter of an hour, until everything holds; what never does is the answer. */
const mostRounds = 14;
const shortMs = 3_000;
const roundMs = 20_000;
/** Longer than anything in the product waits before it tries again. */
const longMs = 16 * 60_000;

/** Everything runs again and people do what the screen asks of them; then everything must hold. */
export async function heal(world: SimWorld, { work, watch, disasters, findBroken }: HealParts): Promise<string[]> {
  await disasters.repair();
  let broken: string[] = [];
  for (let round = 0; round < mostRounds; round++) {
    await time.pass(round < 4 ? shortMs : roundMs);
    await watch.look();
    if (round % 3 === 1) await disasters.settle();
    for (const { db } of world.stations) for (const { id } of db?.journal.denied() ?? []) db?.journal.retryDenied(id);
    for (const station of world.stations) {
      // A deletion made elsewhere is not taken: whoever is asked keeps the record.
      for (const { _id: id, kind, resolution } of station.db?.store.iterate('conflicts') ?? []) if (kind === 'deleted' && resolution === undefined) work.keep(station, id);
    }
    const quick = world.stations.every(({ db }) => db?.journal.waiting().count === 0 && db.journal.proofs().every(({ missing }) => missing === 0));
    broken = quick || round === mostRounds - 1 ? await findBroken() : ['not yet'];
    if (broken.length === 0) break;
    if (round > 4 && round % 3 === 2) {
      await time.sleep(longMs);
      for (const { sync, isUp } of world.stations) if (sync && isUp) await time.until(sync.exchange({})).catch(() => undefined);
    }
  }
  if (broken.length === 0) await watch.lookStrictly();
  return broken;
}
