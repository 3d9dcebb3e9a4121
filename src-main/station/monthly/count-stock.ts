import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { stockOutDays } from '../../../src-shared/domain/report/stock-out-days.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { inTurns } from '../work/in-turns.ts';
import type { CountedLine, Member, MonthSpan } from './counted-line.ts';

/** What the ledger says of the month: medicines of the list, in stock at its end, out of stock in it. */
export async function countStock(db: StationDatabase, span: MonthSpan): Promise<CountedLine[]> {
  const lines = { listed: [] as Member[], there: [] as Member[], gone: [] as Member[], out: [] as Member[], days: [] as Member[] };
  await inTurns(db.stock.medicines().filter(({ createdAt }) => todayInUnitZone(Date.parse(createdAt)) <= span.on), (some) => {
    for (const { _id: medicineId } of some) {
      const { out, balance } = stockOutDays(db.stock.daysOf(medicineId), span);
      const member = { medicineId };
      lines.listed.push(member);
      (balance > 0 ? lines.there : lines.gone).push(member);
      if (out > 0) { lines.out.push(member); lines.days.push({ ...member, times: out }); }
    }
  });
  return [{ id: 'stock.listed', members: lines.listed }, { id: 'stock.available', members: lines.there, rest: lines.gone }, { id: 'stock.outOfStock', members: lines.out }, { id: 'stock.days', members: lines.days }];
}
