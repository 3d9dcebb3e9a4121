import { join } from 'node:path';
import { rmSync, mkdirSync } from 'node:fs';
import { time } from '../interpose/index.ts';
import { holdingsOfHub, holdingsOfStation } from '../check/holdings.ts';
import { wordsIn } from '../check/promises.ts';
import type { Promises } from '../check/promises.ts';
import type { ReceiptWatch } from '../check/watch-receipts.ts';
import { goodLine } from '../world/line.ts';
import { createSimHub } from '../world/sim-hub.ts';
import type { SimHub } from '../world/sim-hub.ts';
import { pickOf, wholeOf } from '../world/sim-context.ts';
import type { SimStation } from '../world/sim-station.ts';
import type { SimWorld } from '../world/sim-world.ts';
import { createMidWay } from './mid-way.ts';
import { createMoves } from './moves.ts';
import type { NewerProgram } from './newer-program.ts';
import { createNewerProgram } from './newer-program.ts';
import { createOlderProgram } from './older-program.ts';
import { createSticks } from './sticks.ts';
import { createStrangers } from './strangers.ts';
import type { Work } from './work.ts';

export interface Disasters {
  /** One of those this seed has. */
  strike(): Promise<void>;
  /** Everything runs again: lines good, disks free, machines on, credentials given. What was lost stays lost. */
  repair(): Promise<void>;
  /** The newer PC does what only it can. */
  settle(): Promise<void>;
  /** What it wrote, that must be as it is everywhere. */
  readonly written: NewerProgram['written'];
  /** How often each kind came so far. */
  readonly struck: Readonly<Record<string, number>>;
}

/** Great ones, and such as need people for all of them to be well again. */
const rare = ['restoreHub', 'restoreStation', 'replaceTop', 'strangerEdits', 'strangerBranches', 'strangerDeletes', 'strangerCreates', 'newerProgram', 'olderProgram', 'lyingHub', 'killParent', 'restoreMidStick'];

/** Things that happen to machines, lines and organisations. Each seed has some of them, so that each gets room. */
export interface DisasterParts { promises: Promises; watch: ReceiptWatch; work: Work; /** This one comes in any case, and more often than others. */ often?: string | undefined; /** After a hub was brought a bundle again. */ takenAgain?: ((hub: SimHub, unit: string) => Promise<void>) | undefined }

export function createDisasters(world: SimWorld, { promises, watch, work, often, takenAgain }: DisasterParts): Disasters {
  const { context: { random, root, trace }, hubs, stations } = world;
  const backups: { hub: SimHub; dir: string }[] = [];
  const copies: { station: SimStation; dir: string }[] = [];
  let revoked: SimStation[] = [];
  let copied = 0;
  let replacedTop = false;
  const struck: Record<string, number> = {};
  const moves = world.organisation && createMoves(world, world.organisation);
  const strangers = createStrangers(world, promises);
  const newer = createNewerProgram(world, promises);
  const older = createOlderProgram(world, promises);
  const sticks = createSticks(world, { takenAgain, isOften: often === 'stick' });
  const lines = () => [...stations.map(({ line }) => line), ...hubs.flatMap(({ up }) => (up ? [up] : []))];

  /** What only this machine holds can be lost with it; what anybody else holds cannot. */
  async function excuseWhatOnly(lost: SimStation | SimHub, copyHolds: () => Promise<void>): Promise<void> {
    const before = new Set([...promises.created, ...promises.typed.keys()]);
    await copyHolds();
    const still = new Set<string>();
    for (const station of stations) {
      const held = holdingsOfStation(station);
      for (const id of held.keys()) still.add(id);
      for (const word of wordsIn([...held.values()].map(({ body }) => body))) still.add(word);
    }
    for (const hub of hubs) {
      for (const unit of world.units) {
        const held = await holdingsOfHub(hub, unit);
        for (const id of held?.keys() ?? []) still.add(id);
        for (const word of wordsIn([...held?.values() ?? []].map(({ body }) => body))) still.add(word);
      }
    }
    for (const one of before) if (!still.has(one)) promises.excused.add(one);
    trace(`${lost.machine.name} put back; ${promises.excused.size} excused`);
  }
  async function stop(one: SimHub | SimStation): Promise<void> {
    if ('person' in one) await world.lan.leave(one);
    await one.stop();
  }
  async function start(one: SimHub | SimStation): Promise<void> {
    one.start();
    if ('person' in one) await world.lan.join(one);
  }
  async function allUp(): Promise<void> {
    for (const one of [...hubs, ...stations]) {
      one.machine.diskFull = false;
      const wasUp = one.isUp;
      if (!wasUp) await stop(one);
      one.machine.clearDeath();
      if (wasUp) continue;
      await start(one);
      await time.pass(0);
    }
  }
  const restart = async (one: SimHub | SimStation) => {
    await stop(one);
    one.machine.clearDeath();
    // With a full disk it would not come up; whoever starts it makes room first.
    one.machine.diskFull = false;
    if (random() < 0.3) await time.pass(wholeOf(random, 1, 60_000));
    await start(one);
    if ('person' in one) work.tryAgain(one);
  };
  function backUpStation(station: SimStation): { station: SimStation; dir: string } {
    const copy = { station, dir: join(root, `backup-${copied++}`) };
    mkdirSync(copy.dir, { recursive: true });
    station.backUp(join(copy.dir, 'station.db'));
    copies.push(copy);
    return copy;
  }
  async function restoreHub({ hub, dir }: { hub: SimHub; dir: string }): Promise<void> {
    await allUp();
    await watch.beforeRestore(hub);
    await excuseWhatOnly(hub, async () => {
      await hub.stop();
      hub.machine.replaceWith(dir);
      hub.epoch++;
      hub.start();
      await time.pass(0);
    });
    // The copy may know an older credential, or none.
    for (const station of stations) if (station.hub === hub) await renew(station, hub);
    await moves?.afterRestore(hub);
  }
  async function restoreStation({ station, dir }: { station: SimStation; dir: string }): Promise<void> {
    await allUp();
    await excuseWhatOnly(station, async () => {
      await stop(station);
      station.restore(dir);
      await start(station);
      if (moves) await moves.enrol(station);
      else await station.enrol(world.homeOf(station.unit));
    });
  }
  const replaceTop = async () => {
    const top = hubs.at(-1);
    if (!top || replacedTop) return;
    replacedTop = true;
    await allUp();
    const next = await createSimHub({ context: world.context, unit: `8${hubs.length}`, tier: top.tier, receiptIntervalSeconds: world.receiptIntervalSeconds });
    next.start();
    const below = hubs.at(-2);
    // Goes to the scrap heap with what never came down from it.
    await excuseWhatOnly(top, async () => {
      hubs[hubs.length - 1] = next;
      if (below) await below.goUnder(next);
      else for (const station of stations) await station.enrol(next);
      await top.stop();
    });
  };

  const kinds: Record<string, () => Promise<void> | void> = {
    badLine() {
      const line = pickOf(random, lines());
      line.faults = { ...goodLine(), slowestMs: pickOf(random, [60, 2000, 40_000]) };
      for (const kind of ['silence', 'dropRequest', 'dropAnswer', 'halfRequest', 'halfAnswer', 'duplicate', 'status'] as const) if (random() < 0.5) line.faults[kind] = random() * 0.3;
    },
    cut() { pickOf(random, lines()).faults.cut = true; },
    lyingLine() { pickOf(random, lines()).faults.dropsDocumentOneIn = 7; },
    goodAgain() {
      for (const line of lines()) if (random() < 0.7) line.faults = goodLine();
      for (const hub of hubs) if (random() < 0.7) hub.dropsDocumentOneIn = 0;
      for (const station of stations) if (random() < 0.7) world.lan.setCable(station, true);
    },
    crash() { pickOf(random, [...hubs, ...stations]).machine.dieAt(wholeOf(random, 1, 12), pickOf(random, ['before', 'after'])); },
    async restart() { await restart(pickOf(random, [...hubs, ...stations])); },
    fullDisk() { pickOf(random, [...hubs, ...stations]).machine.diskFull = true; },
    freeDisk() { for (const one of [...hubs, ...stations]) { one.machine.diskFull = false; if ('person' in one && one.isUp) work.tryAgain(one); } },
    clock() { pickOf(random, [...hubs, ...stations]).skewMs = wholeOf(random, -48, 48) * 3600_000; },
    backUp() {
      const one = pickOf(random, [...hubs, ...stations]);
      if (!one.isUp || one.machine.diskFull) return;
      if ('person' in one) backUpStation(one);
      else {
        const dir = join(root, `backup-${copied++}`);
        one.machine.copyTo(dir);
        backups.push({ hub: one, dir });
      }
    },
    async restoreHub() {
      const its = backups.filter(({ hub }) => hubs.includes(hub));
      if (its.length > 0) await restoreHub(pickOf(random, its));
    },
    async restoreStation() { if (copies.length > 0) await restoreStation(pickOf(random, copies)); },
    async revoke() {
      const station = pickOf(random, stations);
      const home = station.hub;
      if (!home.isUp || home.machine.diskFull || revoked.includes(station)) return;
      await home.revokeDevice(station.unit, station.device).then(() => revoked.push(station), () => undefined);
    },
    async replaceTop() { await replaceTop(); },
    strangerEdits: () => strangers.edit(),
    strangerBranches: () => strangers.branch(),
    strangerDeletes: () => strangers.tombstone(),
    strangerCreates: () => strangers.create(),
    pullCable() { world.lan.setCable(pickOf(random, stations), false); },
    newerProgram: () => newer.work(),
    olderProgram: () => older.work(),
    lyingHub() { pickOf(random, hubs).dropsDocumentOneIn = 7; },
    async stick() {
      // Each of them by itself, or all of the way at once; where sticks are what the world is about, they come again sooner.
      const bring = () => sticks.bring();
      const way = [() => sticks.write(), bring, ...(often === 'stick' ? [bring] : []), () => sticks.takeBack()];
      if (random() < 0.4) for (const step of way) await step();
      else await pickOf(random, way)();
    },
    killParent: () => midWay.killParent(),
    restoreMidStick: () => midWay.restoreMidStick(),
    ...(moves ? { reorganise: () => moves.reorganise(), arrive: () => moves.arrive() } : {}),
  };
  /** Whose new credential did not get to it: the old one opens nothing any more. */
  const loose = new Set<SimHub>();
  async function reconnect(child: SimHub): Promise<void> {
    const { above } = child;
    if (!above || ![child, above].every(({ isUp, machine }) => isUp && !machine.diskFull)) return;
    loose.add(child);
    await child.goUnder(above).then(() => loose.delete(child), () => undefined);
  }
  const midWay = createMidWay(world, {
    work, sticks, restart, reconnect, backUp: backUpStation, restoreStation,
    async putBack(hub) {
      const its = backups.filter((copy) => copy.hub === hub);
      await (its.length > 0 ? restoreHub(pickOf(random, its)) : restart(hub));
    },
  });
  async function renew(station: SimStation, hub: SimHub): Promise<void> {
    await hub.revokeDevice(station.unit, station.device).catch(() => undefined);
    await station.enrol(hub);
    revoked = revoked.filter((one) => one !== station);
  }
  // Ends of troubles come with their troubles.
  if (often !== undefined && !kinds[often]) throw new Error(`there is no disaster ${often} in such a world`);
  const ends = ['restart', 'goodAgain', 'freeDisk', ...(moves ? ['reorganise', 'reorganise', 'reorganise', 'arrive'] : []), ...(often === undefined ? [] : [often, often, often])];
  const chosen = [...Object.keys(kinds).filter((kind) => !moves || kind !== 'replaceTop').filter((kind) => random() < (rare.includes(kind) ? 0.3 : 0.55)), ...ends];

  return {
    struck,
    async strike() {
      const kind = pickOf(random, chosen);
      trace(`disaster ${kind}`);
      struck[kind] = (struck[kind] ?? 0) + 1;
      if (['backUp', 'clock', 'revoke', 'restart', 'crash'].includes(kind)) for (const one of [...hubs, ...stations]) if (one.machine.isDead) await restart(one);
      await kinds[kind]?.();
    },
    settle: () => newer.settle(),
    written: newer.written,
    async repair() {
      await allUp();
      for (const line of lines()) line.faults = goodLine();
      for (const hub of hubs) hub.dropsDocumentOneIn = 0;
      for (const station of stations) world.lan.setCable(station, true);
      await moves?.settle();
      for (const hub of loose) await reconnect(hub);
      for (const station of [...revoked]) await renew(station, station.hub);
      for (const { dir } of [...backups, ...copies]) rmSync(dir, { recursive: true, force: true });
      for (const station of stations) work.tryAgain(station);
    },
  };
}
