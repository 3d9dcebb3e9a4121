import { timeInUnitZone, todayInUnitZone } from '../common/today-in-unit-zone.ts';
import { coldShifts, type ColdShift, type TemperatureReading } from './temperature-reading.schema.ts';

/** Until when a shift's reading is in time, and what counts as its time where none was written. Chosen: no source says more than morning and afternoon. */
const times: Readonly<Record<ColdShift, { begins: string; until: string; usual: string }>> = {
  morning: { begins: '00:00', until: '12:00', usual: '08:00' }, afternoon: { begins: '12:00', until: '18:00', usual: '15:00' },
};

/** `YYYY-MM-DDTHH:mm` at the unit: such words are compared as they are. */
export const localMoment = (nowMs: number): string => `${todayInUnitZone(nowMs)}T${timeInUnitZone(nowMs)}`;
export const momentOf = ({ takenOn, takenAt, shift }: Pick<TemperatureReading, 'takenOn' | 'takenAt' | 'shift'>): string => `${takenOn}T${takenAt ?? times[shift].usual}`;
export const shiftBegins = (day: string, shift: ColdShift): string => `${day}T${times[shift].begins}`;
/** The moment from which the reading is overdue. */
export const shiftEnds = (day: string, shift: ColdShift): string => `${day}T${times[shift].until}`;
/** The shift one is in: the afternoon goes on into the night. */
export const shiftAt = (moment: string): ColdShift => (moment.slice(11) < times.afternoon.begins ? 'morning' : 'afternoon');
export const isLate = (reading: Pick<TemperatureReading, 'takenOn' | 'takenAt' | 'shift'>): boolean => momentOf(reading) > shiftEnds(reading.takenOn, reading.shift);
export const hoursBetween = (from: string, to: string): number => (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 3_600_000;
/** A shift of a day as a word that sorts by time. */
export const shiftKey = (day: string, shift: ColdShift): string => `${day} ${String(coldShifts.indexOf(shift))}`;

/** By the time they were taken; as they were written where that is the same. Ten years are fifteen thousand, so each key is made once. */
export function inOrderOfTime(readings: readonly TemperatureReading[]): TemperatureReading[] {
  const keyed = readings.map((reading) => ({ reading, key: `${momentOf(reading)} ${reading.version}` }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ reading }) => reading);
}
