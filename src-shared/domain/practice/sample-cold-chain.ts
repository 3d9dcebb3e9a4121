import type { RecordTemperatureInput } from '../cold-chain/temperature-reading.schema.ts';
import { coldShifts } from '../cold-chain/temperature-reading.schema.ts';
import { addDays } from '../common/partial-date.ts';
import type { AddEquipmentInput } from '../facility/equipment.schema.ts';
import { wholeBetween, type Random } from './sample-people.ts';

type NewId = (prefix: string) => string;
export type SampleColdLine = { key: string } & ({ operation: 'addEquipment'; input: AddEquipmentInput } | { operation: 'recordTemperature'; input: RecordTemperatureInput });

const DAYS = 60;
/** So many days ago nobody read it, and the power was cut. */
const GAP_DAYS_AGO = 17;
const ALARM_DAYS_AGO = 3;
const hours = { morning: '07', afternoon: '15' } as const;

/** A vaccine fridge with two months of readings up to yesterday: one day nobody read it, and one afternoon it was too warm, which nobody has decided about. */
export function* sampleColdChain(random: Random, newId: NewId, today: string): Generator<SampleColdLine> {
  const equipmentId = newId('equipment');
  yield { key: equipmentId, operation: 'addEquipment', input: { id: equipmentId, name: 'Tủ lạnh bảo quản vắc xin', code: 'TC-01', countUnit: 'cái', quantity: 1, serial: 'TCW-40-118', maker: 'B Medical', yearMade: 2022, receivedOn: '2022-05', source: 'programme', location: 'Phòng tiêm', coldPlace: 'fridge', inCharge: 'healthWorker' } };
  for (let ago = DAYS; ago >= 1; ago -= 1) {
    for (const shift of coldShifts) {
      const temperatureC = wholeBetween(random, 32, 68) / 10;
      const minutes = wholeBetween(random, 10, 55);
      if (ago === GAP_DAYS_AGO) continue;
      const isAlarm = ago === ALARM_DAYS_AGO && shift === 'afternoon';
      const id = newId('temperatureReadings');
      const said = isAlarm ? { temperatureC: 9.6, powerCut: true as const, action: 'generator' as const } : { temperatureC };
      yield { key: id, operation: 'recordTemperature', input: { id, equipmentId, takenOn: addDays(today, -ago), shift, takenAt: `${hours[shift]}:${String(minutes)}`, freezeTag: 'ok', ...said } };
    }
  }
}
