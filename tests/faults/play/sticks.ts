import { join } from 'node:path';
import { HubProblem } from '../../../src-hub/provisioning/hub-problem.ts';
import { receiveBundle } from '../../../src-hub/bundles/receive-bundle.ts';
import { makeBundleFile, receiveAnswerFile } from '../../../src-main/station/bundle/station-stick.ts';
import { StationProblem } from '../../../src-main/station/station-problem.ts';
import { time } from '../interpose/index.ts';
import { pickOf } from '../world/sim-context.ts';
import type { SimHub } from '../world/sim-hub.ts';
import type { SimStation } from '../world/sim-station.ts';
import type { SimWorld } from '../world/sim-world.ts';

/** USB sticks: files that are carried, forgotten in a drawer, carried twice and in any order. */
export interface Sticks {
  /** A PC, any where not said, writes what it has on one. */
  write(from?: SimStation): Promise<void>;
  /** Somebody comes to a hub with one of them, and takes an answer with him. */
  bring(): Promise<void>;
  /** Somebody comes back to the PC with one of the answers. */
  takeBack(): Promise<void>;
}

interface Stick { file: string; station: SimStation }
/** Part of the sticks whose files stay on them after use, and where sticks are what the world is about. */
const [stays, oftenStays] = [0.5, 0.9];
const smallMegabytes = 0.004;

/** `takenAgain`: a hub was brought a bundle it had taken before. `isOften`: they are brought again more often. */
export function createSticks(world: SimWorld, { takenAgain, isOften }: { takenAgain?: ((hub: SimHub, unit: string) => Promise<void>) | undefined; isOften: boolean }): Sticks {
  const { context: { random, root, trace }, stations, homeOf } = world;
  const ups: Stick[] = [];
  const downs: Stick[] = [];
  let files = 0;
  const newFile = (kind: string) => join(root, `${kind}-${files++}.tramxa`);
  const takeOne = (from: Stick[]): Stick | undefined => {
    if (from.length === 0) return undefined;
    const at = Math.floor(random() * from.length);
    return random() < (isOften ? oftenStays : stays) ? from[at] : from.splice(at, 1)[0];
  };
  /** `undefined` where it was refused in words, or a machine was in no state to do it. */
  async function tried<T>(machine: { isDead: boolean; diskFull: boolean }, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await time.until(work());
    } catch (error) {
      if (error instanceof HubProblem || error instanceof StationProblem) trace(`stick refused: ${error.code}`);
      else if (!machine.isDead && !machine.diskFull) throw error;
      return undefined;
    }
  }

  return {
    async write(from) {
      const station = from ?? pickOf(random, stations);
      const { db, machine } = station;
      if (!db || !station.isUp || machine.diskFull) return;
      const out = newFile('up');
      const made = await tried(machine, () => makeBundleFile(db, { out, goOn: random() < 0.5, ...(random() < 0.3 ? { maxMegabytes: smallMegabytes } : {}) }));
      if (!made) return;
      trace(`stick of ${station.name}: ${made.documents} documents, ${made.left} left`);
      ups.push({ file: out, station });
    },
    async bring() {
      const stick = takeOne(ups);
      if (!stick) return;
      const { file, station } = stick;
      const hub = random() < 0.8 ? homeOf(station.unit) : pickOf(random, world.hubs);
      if (!hub.isUp || hub.machine.diskFull) return;
      const answer = newFile('down');
      const taken = await tried(hub.machine, () => receiveBundle(hub.place(), { file, answer }));
      if (!taken) return;
      // Brought to another hub than its own: the line carries it on, and nobody has an answer there.
      if (taken.keptFor) { trace(`stick of ${station.name} kept at ${hub.unit}`); return; }
      trace(`stick of ${station.name} at ${hub.unit}: ${taken.documents} documents, ${taken.refused.length} refused${taken.already ? ', again' : ''}`);
      if (taken.already) await takenAgain?.(hub, station.unit);
      downs.push({ file: answer, station });
    },
    async takeBack() {
      const stick = takeOne(downs);
      if (!stick) return;
      const { file, station } = stick;
      const { db, machine } = station;
      if (!db || !station.isUp || machine.diskFull) return;
      const report = await tried(machine, () => receiveAnswerFile(db, file));
      if (report) trace(`answer at ${station.name}: ${report.settled} settled, ${report.pulled} pulled, ${report.resent} again`);
    },
  };
}
