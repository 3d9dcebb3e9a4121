import { describedFields } from '../../../src-shared/domain/facility/equipment.schema.ts';
import { pickOf, wholeOf } from '../world/sim-context.ts';
import type { SimContext } from '../world/sim-context.ts';
import type { SimStation } from '../world/sim-station.ts';
import type { WorkTools } from './work-tools.ts';

/** Vial monitors are looked at, doses of several lots thrown away, and lines said to keep vaccines; all apart from each other at the PCs of a station. */
export function createVaccineWork({ random }: Pick<SimContext, 'random'>, { run, all, only, day }: WorkTools): (station: SimStation) => void {
  const look = (station: SimStation) => {
    const lots = all(station, 'lots').slice(0, 4);
    // Seldom spent: a lot that is held back gives nothing out for the rest of the seed.
    if (lots.length > 0) run(station, 'checkVvm', { lotId: pickOf(random, lots)._id, vvmStage: random() < 0.05 ? 3 : wholeOf(random, 1, 2), checkedOn: day });
  };
  const throwAway = (station: SimStation) => {
    const lots = all(station, 'lots').slice(0, 3);
    if (lots.length > 0) run(station, 'discardStock', { occurredOn: day, lines: lots.map(({ _id: lotId }) => ({ lotId, quantityBaseUnits: wholeOf(random, 1, 9), reasonCode: pickOf(random, ['wastage', 'damagedDestroyed']) })) });
  };
  const say = (station: SimStation) => {
    const lines = all(station, 'equipment').filter(({ voidings }) => voidings === undefined).slice(0, 3);
    if (lines.length === 0) return look(station);
    const line = pickOf(random, lines);
    run(station, 'correctEquipment', { id: line._id, ...only(line, describedFields), coldPlace: pickOf(random, ['fridge', 'freezer', 'coldBox']) });
  };
  return (station) => {
    const kind = random();
    if (kind < 0.4) look(station);
    else if (kind < 0.8) throwAway(station);
    else say(station);
  };
}
