import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import type { DocumentBase } from '../common/document.ts';
import type { Refusal } from '../common/refusal.ts';
import { stockMovement, type StockMovement } from './supply.schema.ts';

/** One line of the ledger. */
export function buildMovement(content: Omit<StockMovement, keyof DocumentBase>, context: WorkContext, id?: string): StockMovement {
  return buildDocument('stockMovements', content as Pick<StockMovement, 'kind' | 'lotId' | 'medicineId' | 'quantityBaseUnits' | 'occurredOn'>, context, { id, knownFields: Object.keys(stockMovement.shape) });
}

/** Nothing is entered for a day to come. */
export function refuseFuture(occurredOn: string, context: Pick<WorkContext, 'today'>): Refusal[] {
  return occurredOn > context.today ? [{ code: 'OccurredInFuture', field: 'occurredOn' }] : [];
}
