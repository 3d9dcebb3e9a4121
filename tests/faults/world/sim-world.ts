import { time } from '../interpose/index.ts';
import { createSimHub } from './sim-hub.ts';
import type { SimHub } from './sim-hub.ts';
import { createSimStation } from './sim-station.ts';
import type { SimStation } from './sim-station.ts';
import { pickOf, wholeOf } from './sim-context.ts';
import type { SimContext } from './sim-context.ts';
import { createSimLan } from './sim-lan.ts';
import type { SimLan } from './sim-lan.ts';
import { createOrganisation } from './organisation.ts';
import type { Organisation } from './organisation.ts';

/** Hubs from the stations' own upwards, and every PC of every unit. */
export interface SimWorld {
  readonly context: SimContext; readonly hubs: SimHub[]; readonly stations: SimStation[]; readonly units: string[]; readonly receiptIntervalSeconds: number;
  /** Cables between PCs, where a unit has more than one. */
  readonly lan: SimLan;
  /** Only where units may move between hubs. */
  readonly organisation: Organisation | undefined;
  /** The hub a unit's PCs belong to. */
  homeOf(unit: string): SimHub;
  /** Its home hub and those above it. */
  pathOf(unit: string): SimHub[];
}

const tiers = ['district', 'province', 'central'];
/** Most hours a machine's clock is wrong by. */
const mostSkewHours = 48;
const HOUR_MS = 3600_000;
/** Worlds in which the PCs of a unit are on a LAN. */
const lanShare = 0.3;

/** Trees in which the districts are under two provinces, between which they may move. */
const provincesShare = 0.5;

/** `isTree`: several districts under one or two provinces, and organisation data that says which unit is whose. `isLan`: several PCs on a LAN in any case. */
export async function buildWorld(context: SimContext, isTree: boolean, isLan = false): Promise<SimWorld> {
  const { random } = context;
  const receiptIntervalSeconds = pickOf(random, [1, 3, 10]);
  const hubs: SimHub[] = [];
  const stations: SimStation[] = [];
  const addHub = async (unit: string, tier: string): Promise<SimHub> => {
    const hub = await createSimHub({ context, unit, tier, receiptIntervalSeconds });
    if (random() < 0.3) hub.skewMs = wholeOf(random, -mostSkewHours, mostSkewHours) * HOUR_MS;
    hub.start();
    await time.pass(1);
    hubs.push(hub);
    return hub;
  };
  const addStations = async (unit: string, home: SimHub, count: number) => {
    for (let n = count; n > 0; n--) {
      const station = createSimStation({ context, unit, name: `${unit}${'abc'[n - 1] ?? ''}`, hub: home });
      if (random() < 0.35) station.skewMs = wholeOf(random, -mostSkewHours, mostSkewHours) * HOUR_MS;
      station.start();
      await station.enrol(home);
      stations.push(station);
    }
  };
  const units: string[] = [];
  let organisation: Organisation | undefined;

  if (isTree) {
    const districts: SimHub[] = [];
    for (let n = pickOf(random, [2, 2, 3]); n > 0; n--) districts.push(await addHub(`7${n}`, 'district'));
    const provinces: SimHub[] = [];
    for (let n = random() < provincesShare ? 2 : 0; n > 0; n--) provinces.push(await addHub(`8${n}`, 'province'));
    const top = await addHub('90', provinces.length > 0 ? 'central' : 'province');
    for (const province of provinces) await province.goUnder(top);
    for (const district of districts) await district.goUnder(provinces.length > 0 ? pickOf(random, provinces) : top);
    units.push('25001', '25004');
    organisation = createOrganisation(context, { top, provinces, districts, units });
    await organisation.publish();
    await time.pass(2000);
    for (const unit of units) await addStations(unit, organisation.homeOf(unit), pickOf(random, [1, 1, 2]));
  } else {
    for (const tier of tiers.slice(0, pickOf(random, [1, 2, 2, 3]))) {
      const below = hubs.at(-1);
      const hub = await addHub(`7${hubs.length}`, tier);
      if (below) await below.goUnder(hub);
    }
    units.push(...(random() < 0.25 ? ['25001', '25004'] : ['25001']));
    for (const unit of units) await addStations(unit, hubs[0] as SimHub, isLan ? pickOf(random, [2, 3]) : pickOf(random, units.length > 1 ? [1, 2] : [1, 2, 2, 3]));
  }
  const hasLan = isLan || random() < lanShare;
  const lan = createSimLan(context, stations, () => hasLan);
  for (const station of stations) await lan.join(station);
  const homeOf = (unit: string) => organisation?.homeOf(unit) ?? (hubs[0] as SimHub);
  return {
    context, hubs, stations, units, receiptIntervalSeconds, lan, organisation, homeOf,
    pathOf(unit) {
      const path: SimHub[] = [];
      for (let hub: SimHub | undefined = homeOf(unit); hub; hub = hub.above) path.push(hub);
      return path;
    },
  };
}
