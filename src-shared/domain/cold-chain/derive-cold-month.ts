import { addDays } from '../common/partial-date.ts';
import { todayInUnitZone, timeInUnitZone } from '../common/today-in-unit-zone.ts';
import type { Equipment, EquipmentEvent } from '../facility/equipment.schema.ts';
import { coldPlaceBefore, coldPlaceKind, isInUseOn, isReadDaily, type ColdPlaceKind } from './cold-place.ts';
import { isLate, shiftBegins, shiftEnds, shiftKey } from './reading-times.ts';
import { coldShifts, type ColdShift, type TemperatureReading } from './temperature-reading.schema.ts';

/** `due`: it can still be taken in time. `overdue`: of today, and no longer in time. `notYet`: its shift has not begun. `notAsked`: none is expected. */
export type ShiftState = 'taken' | 'due' | 'overdue' | 'missing' | 'notYet' | 'notAsked';
export interface ColdDay { on: string; shifts: Record<ColdShift, ShiftState> }
/** `expected`: those taken, overdue and missing. `taken` of them; `late`: shifts whose first reading came after its time. */
export interface ColdMonth { days: ColdDay[]; expected: number; taken: number; late: number; missing: { on: string; shift: ColdShift }[] }
export interface ColdPlaceFacts { line: Equipment; events: readonly EquipmentEvent[]; readings: readonly TemperatureReading[] }

/** How a place was read on the days `from` to `until`, none after `now` (`YYYY-MM-DDTHH:mm` at the unit). */
export function deriveColdMonth({ line, events, readings }: ColdPlaceFacts, from: string, until: string, now: string): ColdMonth {
  const standing = readings.filter(({ voided }) => !voided);
  const byShift = Map.groupBy(standing, ({ takenOn, shift }) => shiftKey(takenOn, shift));
  const kind = coldPlaceKind(line);
  const was = coldPlaceBefore(line, events);
  const since = firstShift(isDaily(kind) && was && !isDaily(was.kind) ? was.at : line.createdAt, standing);
  // Of what holds no vaccines and was never read nothing was ever expected.
  const kindOn = (day: string) => (was && day < was.on && standing.length > 0 ? was.kind : kind);
  const month: ColdMonth = { days: [], expected: 0, taken: 0, late: 0, missing: [] };
  for (let on = from; on <= until && on <= now.slice(0, 10); on = addDays(on, 1)) {
    const isAsked = isDaily(kindOn(on)) && isInUseOn(line, events, on);
    const stateOf = (shift: ColdShift): ShiftState => {
      const key = shiftKey(on, shift);
      if (byShift.has(key)) return 'taken';
      if (!isAsked || key < since) return 'notAsked';
      if (now < shiftBegins(on, shift)) return 'notYet';
      return now <= shiftEnds(on, shift) ? 'due' : on === now.slice(0, 10) ? 'overdue' : 'missing';
    };
    const day: ColdDay = { on, shifts: { morning: stateOf('morning'), afternoon: stateOf('afternoon') } };
    month.days.push(day);
    for (const shift of coldShifts) {
      const state = day.shifts[shift];
      const isTaken = state === 'taken' && isAsked;
      if (isTaken || state === 'overdue' || state === 'missing') month.expected += 1;
      if (isTaken) month.taken += 1;
      if (isTaken && (byShift.get(shiftKey(on, shift)) ?? []).every(isLate)) month.late += 1;
      if (state === 'missing' || state === 'overdue') month.missing.push({ on, shift });
    }
  }
  return month;
}

const isDaily = (kind: ColdPlaceKind | undefined): boolean => kind !== undefined && isReadDaily(kind);

/** From which shift on readings are expected, as its key. `at`: when it was written down as what is read every day. */
function firstShift(at: string, readings: readonly TemperatureReading[]): string {
  const written = Date.parse(at);
  const [day, moment] = [todayInUnitZone(written), `${todayInUnitZone(written)}T${timeInUnitZone(written)}`];
  const open = coldShifts.find((shift) => moment <= shiftEnds(day, shift));
  const byLine = open ? shiftKey(day, open) : shiftKey(addDays(day, 1), 'morning');
  return readings.map(({ takenOn, shift }) => shiftKey(takenOn, shift)).reduce((a, b) => (a < b ? a : b), byLine);
}
