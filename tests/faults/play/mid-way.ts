import { time } from '../interpose/index.ts';
import type { Line } from '../world/line.ts';
import { pickOf, wholeOf } from '../world/sim-context.ts';
import type { SimHub } from '../world/sim-hub.ts';
import type { SimStation } from '../world/sim-station.ts';
import type { SimWorld } from '../world/sim-world.ts';
import type { Sticks } from './sticks.ts';
import type { Work } from './work.ts';

/** Great disasters in the middle of a transfer instead of between two. */
export interface MidWay {
  /** A hub dies while documents reach it; it starts again, is put back from an older copy, or its child is given another credential and address. */
  killParent(): Promise<void>;
  /** A PC is lost between a stick and its answer; another one goes on from an older backup and is brought what was meant for the lost one. */
  restoreMidStick(): Promise<void>;
}
export interface StationCopy { station: SimStation; dir: string }
export interface MidWayParts {
  work: Work; sticks: Sticks;
  restart(one: SimHub): Promise<void>;
  /** From an older copy, where there is one. */
  putBack(hub: SimHub): Promise<void>;
  /** Gives a hub another credential at its parent, at once or as soon as that can be. */
  reconnect(child: SimHub): Promise<void>;
  backUp(station: SimStation): StationCopy;
  restoreStation(copy: StationCopy): Promise<void>;
}

const transferMs = 3000;

export function createMidWay({ context: { random }, hubs, stations }: SimWorld, { work, sticks, restart, putBack, reconnect, backUp, restoreStation }: MidWayParts): MidWay {
  const workAt = (station: SimStation, times: number) => { if (station.isUp && !station.machine.diskFull) for (let n = times; n > 0; n--) work.doSomething(station); };
  return {
    async killParent() {
      const ways: { line: Line; child: SimHub | SimStation; parent: SimHub }[] = [
        ...hubs.flatMap((child) => (child.up && child.above ? [{ line: child.up, child, parent: child.above }] : [])), ...stations.map((child) => ({ line: child.line, child, parent: child.hub })),
      ];
      const { line, child, parent } = pickOf(random, ways);
      if (!parent.isUp || parent.machine.diskFull) return;
      line.atPush = () => { parent.machine.dieAt(wholeOf(random, 1, 4), pickOf(random, ['before', 'after'])); };
      workAt('person' in child ? child : pickOf(random, stations), wholeOf(random, 1, 4));
      await time.pass(transferMs);
      line.atPush = undefined;
      if (!parent.machine.isDead) return;
      const kind = random();
      if (kind < 0.4) await putBack(parent);
      else if (kind < 0.8) await restart(parent);
      if (!('person' in child) && random() < 0.5) await reconnect(child);
    },
    async restoreMidStick() {
      const station = pickOf(random, stations);
      if (!station.isUp || station.machine.diskFull) return;
      const copy = backUp(station);
      workAt(station, wholeOf(random, 1, 3));
      await sticks.write(station);
      if (random() < 0.5) await sticks.bring();
      await restoreStation(copy);
      workAt(station, wholeOf(random, 0, 2));
      for (const step of [() => sticks.bring(), () => sticks.takeBack(), () => sticks.write(station), () => sticks.bring(), () => sticks.takeBack()]) {
        if (random() < 0.8) await step();
        if (random() < 0.3) await time.pass(wholeOf(random, 0, transferMs));
      }
    },
  };
}
