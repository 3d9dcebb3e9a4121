import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome } from '../common/refusal.ts';
import { personOf } from '../encounter/build-encounter.ts';
import { opposite } from '../supply/plan-reversal.ts';
import type { StockMovement } from '../supply/supply.schema.ts';
import { immunization as immunizationSchema, type Immunization, type VoidImmunizationInput } from './immunization.schema.ts';
import { immunizationHindrance } from './plan-immunization-reaction.ts';

export interface VoidImmunizationPlan { immunization: Immunization; movement?: StockMovement }

/**
 * Strikes a record out; every word of it stays. A dose taken out of the store room goes back, unless another PC has given it back already.
 * Refusals: those of `immunizationHindrance`, `MovementNotFound {movementId}` (the ledger's line has not come to this PC yet).
 */
export function planVoidImmunization(previous: Immunization | undefined, { voidReason, note }: VoidImmunizationInput, movementsOfLot: readonly StockMovement[], context: WorkContext): Outcome<VoidImmunizationPlan> {
  const hindrance = immunizationHindrance(previous);
  if (!previous || hindrance) return refused(hindrance ?? { code: 'ImmunizationNotFound' });
  const taken = movementsOfLot.find(({ _id }) => _id === previous.movementId);
  if (previous.movementId !== undefined && !taken) return refused({ code: 'MovementNotFound', movementId: previous.movementId });
  const isBack = movementsOfLot.some(({ reversalOf }) => reversalOf !== undefined && reversalOf === previous.movementId);
  const content = { ...previous, voided: { at: context.now, by: personOf(context), reason: voidReason, note } };
  const immunization = buildDocument('immunizations', content, context, { previous, knownFields: Object.keys(immunizationSchema.shape) });
  return accepted({ immunization, ...(taken && !isBack ? { movement: opposite(taken, context) } : {}) });
}
