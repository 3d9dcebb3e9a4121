import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { lotState } from '../../../src-shared/domain/supply/lot-state.ts';
import type { Query } from './query.ts';

/** Medicines by name with what is on hand: all of it, and what may be given out today. */
export const medicineList: Query<'medicineList'> = (_, { db }) => {
  const today = db.clock.today();
  return db.stock.medicines().map((medicine) => {
    const lots = db.stock.lotsOf(medicine._id).map((lot) => ({ lot, balance: db.stock.balance(lot._id), state: lotState(lot, today) }));
    const usable = lots.filter(({ state, balance }) => balance > 0 && (state === 'usable' || state === 'expiringSoon'));
    return {
      ...medicine,
      balance: lots.reduce((sum, { balance }) => sum + balance, 0), usableBalance: usable.reduce((sum, { balance }) => sum + balance, 0),
      expiredBalance: lots.reduce((sum, { balance, state }) => sum + (state === 'expired' && balance > 0 ? balance : 0), 0),
      nextExpiry: usable.map(({ lot }) => lot.expiresOn).sort()[0],
    };
  }).sort((a, b) => order(a).localeCompare(order(b), 'en'));
};

const order = (m: { inn: string; strength?: string }): string => foldForSearch(`${m.inn} ${m.strength ?? ''}`);
