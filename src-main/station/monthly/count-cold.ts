import { deriveColdMonth } from '../../../src-shared/domain/cold-chain/derive-cold-month.ts';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { coldPlaces } from '../queries/cold-chain.ts';
import type { CountedLine, Member, MonthSpan } from './counted-line.ts';

/** Readings of the fridges that were expected, taken and not: until yesterday while the month runs, so that a number is the same all day. [REP22] */
export function countCold(db: StationDatabase, { from, on }: MonthSpan): CountedLine[] {
  const today = db.clock.today();
  const until = on < today ? on : addDays(today, -1);
  const [members, rest]: [Member[], Member[]] = [[], []];
  for (const { line } of coldPlaces(db)) {
    const { expected, taken } = deriveColdMonth({ line, events: db.equipment.eventsOf(line._id), readings: db.coldChain.readingsOf(line._id) }, from, until, `${addDays(until, 1)}T00:00`);
    if (taken > 0) members.push({ equipmentId: line._id, times: taken });
    if (expected > taken) rest.push({ equipmentId: line._id, times: expected - taken });
  }
  return [{ id: 'cold.readings', members, rest }];
}
