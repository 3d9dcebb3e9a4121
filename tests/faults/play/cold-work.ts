import { pickOf, wholeOf } from '../world/sim-context.ts';
import type { SimContext } from '../world/sim-context.ts';
import type { SimStation } from '../world/sim-station.ts';
import type { WorkTools } from './work-tools.ts';

/** Fridges are read, readings struck out, alarms decided about; all apart from each other at the PCs of a station. */
export function createColdWork({ random }: Pick<SimContext, 'random'>, { run, all, newId, day }: WorkTools): (station: SimStation) => void {
  const isBad = (temperatureC: unknown) => typeof temperatureC === 'number' && (temperatureC < 2 || temperatureC > 8);
  const once = (station: SimStation) => {
    const fridges = all(station, 'equipment').filter(({ code }) => code === 'TC-01').slice(0, 2);
    if (fridges.length === 0) { run(station, 'addEquipment', { id: newId('equipment'), name: 'Tủ lạnh bảo quản vắc xin', code: 'TC-01', countUnit: 'cái', quantity: 1 }); return; }
    const { _id: equipmentId } = pickOf(random, fridges);
    const standing = all(station, 'temperatureReadings').filter((reading) => reading['equipmentId'] === equipmentId && reading['voided'] === undefined);
    const bad = standing.filter(({ temperatureC }) => isBad(temperatureC));
    const kind = random();
    // Readings of one shift follow each other, so that of a run of bad ones all have to be named.
    if (kind < 0.2 && bad.length > 0 && bad.length === standing.length) run(station, 'decideColdAlarm', { id: newId('coldDecisions'), equipmentId, readingIds: bad.map(({ _id }) => _id), outcome: 'kept' });
    else if (kind < 0.35 && standing.length > 0) run(station, 'voidTemperature', { id: pickOf(random, standing)._id, voidReason: pickOf(random, ['enteredInError', 'wrongPlace']) });
    else run(station, 'recordTemperature', { id: newId('temperatureReadings'), equipmentId, takenOn: day, shift: 'morning', temperatureC: wholeOf(random, 85, 120) / 10 });
  };
  // Rare beside other work, and a fridge alone says nothing.
  return (station) => { for (let times = 0; times < 4; times += 1) once(station); };
}
