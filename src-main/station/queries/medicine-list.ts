import type { MedicineRow } from '../../../src-shared/contract/queries.ts';
import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { daysOfStock } from '../../../src-shared/domain/supply/days-of-stock.ts';
import { lotState } from '../../../src-shared/domain/supply/lot-state.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Query } from './query.ts';

/** Medicines by name with what is on hand: all of it, what may be given out today, and how long that lasts. */
export const medicineList: Query<'medicineList'> = (_, { db }) => medicineRows(db).sort(byName);

/** As every list of medicines goes. */
export const byName = (a: Named, b: Named): number => order(a).localeCompare(order(b), 'en');

/** The same in no order. */
export function medicineRows(db: StationDatabase): MedicineRow[] {
  const today = db.clock.today();
  return db.stock.medicines().map((medicine) => {
    const lots = db.stock.lotsOf(medicine._id).map((lot) => ({ lot, balance: db.stock.balance(lot._id), state: lotState(lot, today) }));
    const usable = lots.filter(({ state, balance }) => balance > 0 && (state === 'usable' || state === 'expiringSoon'));
    const balance = lots.reduce((sum, lot) => sum + lot.balance, 0);
    const usableBalance = usable.reduce((sum, lot) => sum + lot.balance, 0);
    const daysLeft = daysOfStock({ days: db.stock.daysOf(medicine._id), balance, usable: usableBalance }, today);
    return {
      ...medicine, balance, usableBalance, ...(daysLeft === undefined ? {} : { daysLeft }),
      expiredBalance: lots.reduce((sum, { balance, state }) => sum + (state === 'expired' && balance > 0 ? balance : 0), 0),
      nextExpiry: usable.map(({ lot }) => lot.expiresOn).sort()[0],
    };
  });
}

type Named = { inn: string; strength?: string };
const order = (m: Named): string => foldForSearch(`${m.inn} ${m.strength ?? ''}`);
