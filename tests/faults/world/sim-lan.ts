import { openLan } from '../../../sync/index.ts';
import type { Lan } from '../../../sync/index.ts';
import { partsOf } from '../../../sync/replication/journal.ts';
import { openNeighbourBook } from '../../../sync/topology/neighbour-book.ts';
import type { Neighbour } from '../../../sync/topology/neighbour-book.ts';
import { resetLan } from '../interpose/plain-lan.ts';
import { time } from '../interpose/index.ts';
import type { SimContext } from './sim-context.ts';
import type { SimStation } from './sim-station.ts';

/** The cables between the PCs of each unit: those that are up read one another, with a line to a hub or without. */
export interface SimLan {
  /** Pulls a PC's cable, or puts it in. */
  setCable(station: SimStation, isIn: boolean): void;
  /** Every PC that is up and has its cable goes on, paired with all others of its unit; after a start or a restore. */
  join(station: SimStation): Promise<void>;
  /** Before a PC stops, or after it died. */
  leave(station: SimStation): Promise<void>;
}

const port = 47_880;

/** `hasLan`: of these units; a PC of another unit is none of theirs. */
export function createSimLan({ random, trace }: SimContext, stations: readonly SimStation[], hasLan: (unit: string) => boolean): SimLan {
  const open = new Map<SimStation, Lan>();
  const pulled = new Set<SimStation>();
  const hostOf = (station: SimStation) => `10.0.0.${stations.indexOf(station) + 1}`;
  const byHost = (host: string) => stations.find((station) => hostOf(station) === host);
  const isThere = (host: string): boolean => {
    const station = byHost(host);
    return station !== undefined && station.isUp && !pulled.has(station);
  };
  resetLan((from, to) => isThere(from) && isThere(to), trace);

  const others = (station: SimStation) => stations.filter((one) => one !== station && one.unit === station.unit);
  /** Paired by hand: the pairing itself costs threads, and is tested elsewhere. Either may die of what it writes; the living one goes on. */
  function pair(station: SimStation, other: SimStation): void {
    try {
      if (!station.db || !other.db) return;
      const [mine, its] = [station, other].map(({ db }) => db && openNeighbourBook(partsOf(db.journal).core));
      if (!mine || !its) return;
      const { certificate, fingerprint } = its.own;
      mine.learn({ certificate, fingerprint, device: other.device, name: other.device, host: hostOf(other), port, state: 'paired', at: time.now() } satisfies Neighbour);
    } catch (error) {
      if (!station.machine.isDead && !other.machine.isDead) throw error;
    }
  }
  async function leave(station: SimStation): Promise<void> {
    const lan = open.get(station);
    open.delete(station);
    if (lan) await time.until(lan.stop()).catch(() => undefined);
  }
  async function start(station: SimStation): Promise<void> {
    if (!station.db || !station.isUp || station.machine.diskFull || open.has(station)) return;
    try {
      for (const other of others(station)) if (other.isUp && !other.machine.diskFull) pair(station, other);
      open.set(station, await time.until(openLan({ journal: station.db.journal, name: station.device, host: hostOf(station), port, now: station.db.clock.now, random, log: (event, facts) => trace(`${station.name} lan ${event} ${JSON.stringify(facts ?? {})}`) })));
    } catch (error) {
      if (!station.machine.isDead && !station.machine.diskFull) throw error;
    }
  }
  return {
    leave,
    setCable(station, isIn) { if (isIn) pulled.delete(station); else pulled.add(station); },
    async join(station) {
      if (!hasLan(station.unit)) return;
      await leave(station);
      await start(station);
      // The others hear of a PC that goes on as another.
      for (const other of others(station)) if (other.isUp && !other.machine.diskFull && !other.machine.isDead) { await leave(other); await start(other); }
    },
  };
}
