import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome, type Refusal, type Warning } from '../common/refusal.ts';
import { buildMovement, refuseFuture } from './build-movement.ts';
import { isExpired } from './lot-state.ts';
import { refuseLot } from './refuse-lot.ts';
import type { adjustReasons, AdjustStockInput, Lot, StockMovement } from './supply.schema.ts';

/** Which way a reason moves the balance. stock_rules.json `movement_types` (xuất thủ thuật, xuất điểm trạm, xuất trả, hao hụt, hủy, kiểm kê ±), FROM KNOWLEDGE; back from a point is added here. */
export const signOfReason = {
  usedInProcedure: -1, sentToPoint: -1, returnedFromPoint: 1, countSurplus: 1, countShortage: -1, wastage: -1, expiredDestroyed: -1, damagedDestroyed: -1, returned: -1,
} as const satisfies Record<(typeof adjustReasons)[number], 1 | -1>;

/** Reasons by which goods go to people: of a lot that may be given out. */
const givesOut: ReadonlySet<AdjustStockInput['reasonCode']> = new Set(['usedInProcedure', 'sentToPoint'] as const);

export interface AdjustFacts { lot: Lot | undefined; /** Of that lot, now. */ balance: number }

/**
 * A lot is used in a procedure, sent to a point of the station, counted, wasted, destroyed or given back. Refusals: `LotNotFound`, `OccurredInFuture`,
 * for what goes to people those of `refuseLot`, `ReasonDoesNotFitSign {reasonCode}`, `ReductionBelowZero {lotId, available, wanted}`. Warning: `LotNotExpired`.
 */
export function planAdjust(input: AdjustStockInput, { lot, balance }: AdjustFacts, context: WorkContext): Outcome<{ movement: StockMovement }> {
  if (!lot) return refused({ code: 'LotNotFound', lotId: input.lotId });
  const refusals: Refusal[] = refuseFuture(input.occurredOn, context);
  const warnings: Warning[] = [];
  const unusable = givesOut.has(input.reasonCode) ? refuseLot(lot, input.occurredOn) : undefined;
  if (unusable) refusals.push(unusable);
  if (Math.sign(input.changeBaseUnits) !== signOfReason[input.reasonCode]) refusals.push({ code: 'ReasonDoesNotFitSign', reasonCode: input.reasonCode });
  if (input.changeBaseUnits < 0 && balance + input.changeBaseUnits < 0) {
    refusals.push({ code: 'ReductionBelowZero', lotId: lot._id, available: Math.max(0, balance), wanted: -input.changeBaseUnits });
  }
  const [first, ...rest] = refusals;
  if (first) return refused(first, ...rest);
  if (input.reasonCode === 'expiredDestroyed' && !isExpired(lot, input.occurredOn)) warnings.push({ code: 'LotNotExpired', lotId: lot._id, expiresOn: lot.expiresOn });
  const movement = buildMovement({
    kind: 'adjust', lotId: lot._id, medicineId: lot.medicineId, quantityBaseUnits: input.changeBaseUnits, occurredOn: input.occurredOn,
    reasonCode: input.reasonCode, documentNumber: input.documentNumber,
  }, context, input.id);
  return accepted({ movement }, warnings);
}
