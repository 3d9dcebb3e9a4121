import { HubProblem } from '../../../src-hub/provisioning/hub-problem.ts';
import { time } from '../interpose/index.ts';
import { dayIn } from '../world/organisation.ts';
import type { Organisation } from '../world/organisation.ts';
import { pickOf } from '../world/sim-context.ts';
import type { SimHub } from '../world/sim-hub.ts';
import type { SimStation } from '../world/sim-station.ts';
import type { SimWorld } from '../world/sim-world.ts';

/** Units that move between hubs or become parts of others, districts that move between provinces, and their PCs, which hear of it when somebody comes with the new credential. */
export interface Moves {
  reorganise(): Promise<void>;
  /** Somebody comes to the PCs that have not heard of it. */
  arrive(): Promise<void>;
  /** Gives a PC its credential at the hub of its unit, or as soon as that can be. */
  enrol(station: SimStation): Promise<void>;
  /** The highest hub was put back to a time before the last publication: it is published again. */
  afterRestore(hub: SimHub): Promise<void>;
  /** Everything written down holds, and every PC is where it belongs. */
  settle(): Promise<void>;
}

const DAY_MS = 86_400_000;

export function createMoves({ context: { random, trace }, hubs, stations, homeOf }: SimWorld, organisation: Organisation): Moves {
  const awaited = new Set<SimStation>();
  /** Districts that belong under another hub, or have to be given a credential again. */
  const awaitedHubs = new Map<SimHub, SimHub>();
  const movedHubs = new Set<SimHub>();
  let isPublished = true;
  const top = hubs.at(-1) as SimHub;

  async function publish(): Promise<void> {
    isPublished = false;
    if (!top.isUp || top.machine.diskFull) return;
    // Whoever publishes sees that it did not work, and does it again later; what may not stand would never stand.
    isPublished = await organisation.publish().then(() => true, (error: unknown) => {
      if (error instanceof HubProblem && error.code === 'BadOrg') throw error;
      return false;
    });
  }
  async function enrol(station: SimStation): Promise<void> {
    awaited.add(station);
    const home = homeOf(station.unit);
    if (!station.isUp || station.machine.diskFull || !home.isUp || home.machine.diskFull) return;
    await home.revokeDevice(station.unit, station.device).catch(() => undefined);
    const isDone = await station.enrol(home).then(() => true, (error: unknown) => { trace(`no credential for ${station.name}: ${error instanceof Error ? error.message : ''}`); return false; });
    if (isDone) awaited.delete(station);
  }
  async function goUnder(district: SimHub, parent: SimHub): Promise<void> {
    if (![district, parent].every(({ isUp, machine }) => isUp && !machine.diskFull)) return;
    const isDone = await district.goUnder(parent).then(() => true, () => false);
    if (isDone) awaitedHubs.delete(district);
  }
  async function arrive(): Promise<void> {
    for (const [district, parent] of [...awaitedHubs]) await goUnder(district, parent);
    for (const station of [...awaited]) await enrol(station);
  }
  /** With all its stations, which may be off and hear nothing of it. */
  async function moveDistrict(): Promise<boolean> {
    const fromDay = dayIn(pickOf(random, [-3, 0, 0, 1]));
    const moved = organisation.moveDistrict(fromDay);
    if (!moved) return false;
    trace(`district ${moved.district.unit} belongs to ${moved.parent.unit} from ${fromDay}`);
    movedHubs.add(moved.district);
    awaitedHubs.set(moved.district, moved.parent);
    await publish();
    if (random() < 0.5) await arrive();
    return true;
  }

  return {
    enrol, arrive,
    async reorganise() {
      if (random() < 0.4 && await moveDistrict()) return;
      const unit = pickOf(random, organisation.standing);
      const others = organisation.standing.filter((one) => one !== unit);
      const fromDay = dayIn(pickOf(random, [-3, 0, 0, 1]));
      const moved = stations.filter((station) => homeOf(station.unit) !== undefined);
      const before = new Map(moved.map((station) => [station, homeOf(station.unit)]));
      if (others.length > 0 && random() < 0.3) organisation.merge(unit, pickOf(random, others), fromDay);
      else organisation.move(pickOf(random, [unit, ...organisation.parts]), fromDay);
      trace(`${unit} belongs to ${homeOf(unit).unit} from ${fromDay}`);
      await publish();
      for (const [station, home] of before) if (home !== homeOf(station.unit)) awaited.add(station);
      if (random() < 0.4) await arrive();
    },
    async afterRestore(hub) {
      // The copy may be older than the credential, on either side.
      for (const moved of movedHubs) if ((moved === hub || moved.above === hub) && moved.above && !awaitedHubs.has(moved)) awaitedHubs.set(moved, moved.above);
      if (hub === top) await publish();
    },
    async settle() {
      // Who sees to a hub sees its clock.
      for (const hub of hubs) hub.skewMs = 0;
      while (organisation.validFrom > dayIn(0)) await time.sleep(DAY_MS);
      if (!isPublished) await publish();
      await time.pass(5000);
      for (let n = 0; n < 5 && awaited.size + awaitedHubs.size > 0; n++) {
        await arrive();
        await time.pass(5000);
      }
      if (awaited.size + awaitedHubs.size > 0) throw new Error(`no credential for ${[...[...awaited].map(({ name }) => name), ...[...awaitedHubs.keys()].map(({ unit }) => unit)].join(', ')}`);
    },
  };
}
