import type { Query } from './query.ts';

/** The ledger of one medicine with the running balance of the whole medicine, newest first. */
export const stockCard: Query<'stockCard'> = ({ medicineId, limit = 200, offset = 0 }, { db }) => {
  const lots = new Map(db.stock.lotsOf(medicineId).map((lot) => [lot._id, lot]));
  const movements = db.stock.movementsOf(lots.keys());
  movements.sort((a, b) => compare(a.occurredOn, b.occurredOn) || compare(a.createdAt, b.createdAt) || compare(a._id, b._id));
  let balance = 0;
  const rows = movements.map((movement) => {
    balance += movement.quantityBaseUnits;
    return { ...movement, balance, lotNumber: lots.get(movement.lotId)?.lotNumber ?? '' };
  });
  return rows.reverse().slice(offset, offset + limit);
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
