import { byExpiry, lotRow } from './lot-row.ts';
import type { Query } from './query.ts';

/** Lots in the order of their expiry; empty ones only where asked. A negative balance is a shortage and always shown. */
export const lotsOnHand: Query<'lotsOnHand'> = ({ medicineId, includeEmpty }, { db }) =>
  (medicineId === undefined ? db.stock.lots() : db.stock.lotsOf(medicineId))
    .filter((lot) => includeEmpty || db.stock.balance(lot._id) !== 0).sort(byExpiry).map((lot) => lotRow(lot, db));
