import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { randomness, time } from './interpose/index.ts';
import { randomOf } from './interpose/seeded-random.ts';
import { findBroken } from './check/final-checks.ts';
import { createPromises } from './check/promises.ts';
import { createReceiptWatch, ticksOf } from './check/watch-receipts.ts';
import { createDisasters } from './play/disasters.ts';
import { heal } from './play/heal.ts';
import { createWork } from './play/work.ts';
import type { Plant } from './plants.ts';
import { forgetMachines } from './world/machine.ts';
import type { SimContext } from './world/sim-context.ts';
import { pickOf, wholeOf } from './world/sim-context.ts';
import { buildWorld } from './world/sim-world.ts';
import type { SimWorld } from './world/sim-world.ts';

export interface SeedResult {
  seed: number; ok: boolean;
  /** What did not hold. */
  broken: string[];
  /** The same for the same seed: of every request and event. */
  fingerprint: string;
  /** Virtual and real time, in milliseconds. */
  virtualMs: number; ms: number; requests: number; records: number;
  /** How often each kind of disaster came. */
  struck: Readonly<Record<string, number>>;
}
export interface SimulateOptions { seed: number; /** A kind of disaster that comes often. */ only?: string; /** Where its files lie meanwhile. */ root: string; plant?: Plant; /** Writes down everything that happens. */ tell?: (line: string) => void }

/** Of the worlds of any kind. */
const treeShare = 0.15;
/** Of the steps. */
const workShare = 0.6;
const startsAt = Date.parse('2026-11-22T01:00:00.000Z');
const realNow = process.hrtime.bigint.bind(process.hrtime);

/** One seed from the first record to the last check. */
export async function simulate({ seed, only, root: parent, plant, tell }: SimulateOptions): Promise<SeedResult> {
  const began = realNow();
  time.reset(startsAt);
  randomness.reseed(seed);
  forgetMachines();
  const root = mkdtempSync(join(parent, 'seed-'));
  const hash = createHash('sha256');
  let requests = 0;
  const context: SimContext = {
    root, random: randomOf(seed * 7919 + 1), versions: new Map(),
    trace(what) {
      const line = `${time.now() - startsAt} ${what}`.replaceAll(root, '');
      if (what.includes('>')) requests++;
      // A sealed file's digest and length are of chance that no seed gives.
      hash.update(`${line.replace(/(\/bundles\/)[0-9a-f]{64}(.*?)( \d+)?$/, '$1$2')}\n`);
      tell?.(line);
    },
  };
  let world: SimWorld | undefined;
  let broken: string[] = [];
  let struck: Readonly<Record<string, number>> = {};
  let records = 0;
  try {
    world = await buildWorld(context, only === 'reorganise' || context.random() < treeShare, only === 'pullCable');
    const promises = createPromises();
    const work = createWork(context, promises, (station) => (plant?.answered ?? ((run) => run))((...its) => station.run(...its), context.random));
    const watch = createReceiptWatch(world, plant?.shown ?? ticksOf);
    const disasters = createDisasters(world, { promises, watch, work, often: only, takenAgain: plant?.takenAgain });
    ({ struck } = disasters);
    plant?.begin?.(world);
    await play(world, { work, watch, disasters, plant, strikeShare: only === undefined ? 0.2 : 0.4 });
    broken = await heal(world, { work, watch, disasters, findBroken: () => findBroken(world as SimWorld, promises, disasters.written) });
    records = promises.created.size;
  } catch (error) {
    broken = [error instanceof Error ? (tell ? error.stack ?? error.message : error.message) : String(error)];
  } finally {
    for (const station of world?.stations ?? []) await world?.lan.leave(station).catch(() => undefined);
    for (const one of [...world?.stations ?? [], ...world?.hubs ?? []]) await one.stop().catch(() => undefined);
    rmSync(root, { recursive: true, force: true });
  }
  return { seed, ok: broken.length === 0, broken, fingerprint: hash.digest('hex').slice(0, 16), virtualMs: time.now() - startsAt, ms: Number(realNow() - began) / 1e6, requests, records, struck };
}

type Parts = { work: ReturnType<typeof createWork>; watch: ReturnType<typeof createReceiptWatch>; disasters: ReturnType<typeof createDisasters>; plant: Plant | undefined; /** Of the steps. */ strikeShare: number };

/** A shared beginning, then people, time and disasters in the order the seed says. */
async function play(world: SimWorld, { work, watch, disasters, plant, strikeShare }: Parts): Promise<void> {
  const { random } = world.context;
  for (const unit of world.units) {
    const first = world.stations.find((station) => station.unit === unit);
    if (!first) continue;
    for (let n = 0; n < 3; n++) work.register(first);
    work.stockUp(first);
  }
  await time.pass(3000);
  for (let step = wholeOf(random, 10, 26); step > 0; step--) {
    const kind = random();
    if (kind < workShare) {
      const station = pickOf(random, world.stations);
      if (station.isUp) for (let n = pickOf(random, [1, 1, 2, 4]); n > 0; n--) work.doSomething(station);
    } else if (kind < workShare + strikeShare) {
      await disasters.strike();
    }
    if (random() < 0.08) await time.sleep(wholeOf(random, 60_000, 30 * 3600_000));
    else await time.pass(pickOf(random, [0, 20, 200, 1500, 5000]));
    await plant?.step?.(world);
    await watch.look();
  }
}
