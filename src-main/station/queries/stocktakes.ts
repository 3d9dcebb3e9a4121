import type { UncountedLots } from '../../../src-shared/domain/supply/uncounted-lots.ts';
import { uncountedLots } from '../../../src-shared/domain/supply/uncounted-lots.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { countPeriod } from '../counting/count-period.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { lotsToCount } from './stocktake-count.ts';
import type { Query } from './query.ts';

/** Counts under way on this PC, finished ones, and whether another is due. */
export const stocktakes: Query<'stocktakes'> = (_, { db }) => ({
  counts: db.counts.list().map(({ witness: _signed, medicineIds, ...count }) => {
    const counted = db.counts.lines(count.id);
    return { ...count, ...(medicineIds ? { medicines: medicineIds.length } : {}), counted: counted.length, total: lotsToCount(db, medicineIds, counted).length };
  }),
  finished: db.stocktakes.summaries(),
  everyDays: countPeriod(db), due: countDue(db),
});

/** Lots nobody has counted for longer than the period. */
export function countDue(db: StationDatabase): UncountedLots | undefined {
  const stocked = db.stock.lots().filter(({ _id }) => db.stock.balance(_id) > 0).map(({ _id, createdAt }) => ({ lotId: _id, since: todayInUnitZone(Date.parse(createdAt)) }));
  return uncountedLots(stocked, db.stocktakes.lastCountedOn(), { today: db.clock.today(), everyDays: countPeriod(db) });
}
