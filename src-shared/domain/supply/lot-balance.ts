import type { StockMovement } from './supply.schema.ts';

type Counted = Pick<StockMovement, 'lotId' | 'quantityBaseUnits'>;

/** Balance = sum of movements, in base units (decision 14). Below zero after an exchange means a shortage to settle. */
export function lotBalance(movements: Iterable<Pick<StockMovement, 'quantityBaseUnits'>>): number {
  let sum = 0;
  for (const movement of movements) sum += movement.quantityBaseUnits;
  return sum;
}

/** The balance of every lot that has a movement. */
export function balancesByLotId(movements: Iterable<Counted>): Map<string, number> {
  const balances = new Map<string, number>();
  for (const { lotId, quantityBaseUnits } of movements) balances.set(lotId, (balances.get(lotId) ?? 0) + quantityBaseUnits);
  return balances;
}
