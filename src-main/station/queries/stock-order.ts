import type { OrderRow } from '../../../src-shared/contract/queries.ts';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { stockOutDays } from '../../../src-shared/domain/report/stock-out-days.ts';
import { lotState } from '../../../src-shared/domain/supply/lot-state.ts';
import { planOrder } from '../../../src-shared/domain/supply/plan-order.ts';
import { AVERAGED_DAYS, usePerDay } from '../../../src-shared/domain/supply/use-per-day.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { byName } from './medicine-list.ts';
import type { Query } from './query.ts';

/** What to order of each medicine, by name. */
export const stockOrder: Query<'stockOrder'> = (input, { db }) => orderRows(db, input);

export function orderRows(db: StationDatabase, { months, reserve }: { months: number; reserve: number }): OrderRow[] {
  const today = db.clock.today();
  return db.stock.medicines().sort(byName).map(({ _id: id, code, inn, strength, form, baseUnit }) => {
    const days = db.stock.daysOf(id);
    const lots = db.stock.lotsOf(id).map((lot) => ({ expiresOn: lot.expiresOn, balance: db.stock.balance(lot._id), state: lotState(lot, today) }));
    const usable = lots.filter(({ state, balance }) => balance > 0 && (state === 'usable' || state === 'expiringSoon'));
    const perDay = usePerDay({ days, balance: lots.reduce((sum, { balance }) => sum + balance, 0) }, today);
    return {
      medicine: { id, code, inn, ...(strength === undefined ? {} : { strength }), ...(form === undefined ? {} : { form }), baseUnit }, usableBalance: usable.reduce((sum, { balance }) => sum + balance, 0),
      daysOut: stockOutDays(days, { from: addDays(today, 1 - AVERAGED_DAYS), on: today }).out, ...planOrder(perDay, usable, { months, reserve, today }),
    };
  });
}
