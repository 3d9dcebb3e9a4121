import type { ColdMonthView } from '../../../src-shared/contract/cold-chain.ts';
import { deriveColdMonth } from '../../../src-shared/domain/cold-chain/derive-cold-month.ts';
import { inOrderOfTime, localMoment } from '../../../src-shared/domain/cold-chain/reading-times.ts';
import { lastDayOfMonth } from '../../../src-shared/domain/common/partial-date.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { alarmsOf, coldPlaceOf } from './cold-chain.ts';
import type { Query } from './query.ts';

/** One place in one month: what was read, what is missing, and its alarms. */
export const coldMonth: Query<'coldMonth'> = ({ equipmentId, month }, { db }) => coldMonthOf(db, equipmentId, month);

export function coldMonthOf(db: StationDatabase, equipmentId: string, month: string): ColdMonthView | null {
  const line = db.equipment.line(equipmentId);
  const place = line && coldPlaceOf(db, line);
  if (!line || !place) return null;
  const readings = db.coldChain.readingsOf(equipmentId);
  const inMonth = (moment: string) => moment.slice(0, 7) === month;
  return {
    month, place, ...deriveColdMonth({ line, events: db.equipment.eventsOf(equipmentId), readings }, `${month}-01`, lastDayOfMonth(month), localMoment(db.clock.now())),
    readings: inOrderOfTime(readings.filter(({ takenOn }) => inMonth(takenOn))).reverse(),
    alarms: alarmsOf(db, line, place).filter(({ from, until }) => inMonth(from) || inMonth(until) || (from.slice(0, 7) < month && until.slice(0, 7) > month)).reverse(),
  };
}
