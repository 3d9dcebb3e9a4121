import { time } from '../interpose/index.ts';
import { createSimHub } from './sim-hub.ts';
import type { SimHub } from './sim-hub.ts';
import { createSimStation } from './sim-station.ts';
import type { SimStation } from './sim-station.ts';
import { pickOf, wholeOf } from './sim-context.ts';
import type { SimContext } from './sim-context.ts';

/** Tiers from the stations' own upwards, and every PC of every unit. */
export interface SimWorld { readonly context: SimContext; readonly hubs: SimHub[]; readonly stations: SimStation[]; readonly units: string[]; readonly receiptIntervalSeconds: number }

const tiers = ['district', 'province', 'central'];
/** Most hours a machine's clock is wrong by. */
const mostSkewHours = 48;
const HOUR_MS = 3600_000;

export async function buildWorld(context: SimContext): Promise<SimWorld> {
  const { random } = context;
  const receiptIntervalSeconds = pickOf(random, [1, 3, 10]);
  const hubs: SimHub[] = [];
  for (const tier of tiers.slice(0, pickOf(random, [1, 2, 2, 3]))) {
    const hub = await createSimHub({ context, unit: `7${hubs.length}`, tier, receiptIntervalSeconds });
    if (random() < 0.3) hub.skewMs = wholeOf(random, -mostSkewHours, mostSkewHours) * HOUR_MS;
    hub.start();
    await time.pass(1);
    const below = hubs.at(-1);
    hubs.push(hub);
    if (below) await below.goUnder(hub);
  }
  const [home] = hubs;
  if (!home) throw new Error('a world needs a tier');
  const units = random() < 0.25 ? ['25001', '25004'] : ['25001'];
  const stations: SimStation[] = [];
  for (const unit of units) {
    for (let n = pickOf(random, units.length > 1 ? [1, 2] : [1, 2, 2, 3]); n > 0; n--) {
      const station = createSimStation({ context, unit, name: `${unit}${'abc'[n - 1] ?? ''}`, hub: home });
      if (random() < 0.35) station.skewMs = wholeOf(random, -mostSkewHours, mostSkewHours) * HOUR_MS;
      station.start();
      await station.enrol(home);
      stations.push(station);
    }
  }
  return { context, hubs, stations, units, receiptIntervalSeconds };
}
