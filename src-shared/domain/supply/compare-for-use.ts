import type { Lot } from './supply.schema.ts';
import { isUsedFirst } from './vvm-stage.ts';

/** Which of two lots is given first: vial monitors at stage 2, then FEFO, and FIFO where the expiry is equal (stock_rules.json `vvm`, `rules`, FROM KNOWLEDGE: GSP). */
export function compareForUse(a: Lot, b: Lot): number {
  return Number(isUsedFirst(b)) - Number(isUsedFirst(a)) || compare(a.expiresOn, b.expiresOn) || compare(a.createdAt, b.createdAt) || compare(a._id, b._id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
