import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome, type Refusal } from '../common/refusal.ts';
import { personOf } from '../encounter/build-encounter.ts';
import { buildMovement } from './build-movement.ts';
import { balancesByLotId } from './lot-balance.ts';
import { dispense as dispenseSchema, type Dispense, type ReverseStockInput, type StockMovement } from './supply.schema.ts';

export interface ReversalFacts {
  /** Every movement of each lot concerned: the ones to undo, and so whether they were undone, and the balances. */
  movements: readonly StockMovement[];
  /** The dispense record of `dispenseId`, or the one the named movement belongs to. */
  dispense?: Dispense;
}
export interface ReversalPlan { movements: StockMovement[]; /** The dispense record, now `reversed`. */ dispense?: Dispense }

/**
 * Undoes one movement, or a whole dispense record with all its movements; once only. Refusals: `OneTargetNeeded`,
 * `MovementNotFound {movementId}`, `DispenseNotFound`, `ReverseWholeDispense {dispenseId?}` (a movement of a dispense is not
 * undone alone), `ReversalNotReversible`, `AlreadyReversed {movementId}`, `ReductionBelowZero {lotId, available, wanted}`.
 */
export function planReversal(input: ReverseStockInput, facts: ReversalFacts, context: WorkContext): Outcome<ReversalPlan> {
  if ((input.movementId === undefined) === (input.dispenseId === undefined)) return refused({ code: 'OneTargetNeeded' });
  if (input.dispenseId !== undefined) return reverseDispense(input.dispenseId, input.reason, facts, context);
  const original = facts.movements.find((m) => m._id === input.movementId);
  if (!original) return refused({ code: 'MovementNotFound', movementId: input.movementId });
  if (original.kind === 'dispense') return refused({ code: 'ReverseWholeDispense', ...(facts.dispense ? { dispenseId: facts.dispense._id } : {}) });
  const refusals = checkReversal([original], facts.movements);
  const [first, ...rest] = refusals;
  return first ? refused(first, ...rest) : accepted({ movements: [opposite(original, context)] });
}

function reverseDispense(dispenseId: string, reason: ReverseStockInput['reason'], { movements, dispense }: ReversalFacts, context: WorkContext): Outcome<ReversalPlan> {
  if (!dispense || dispense._id !== dispenseId) return refused({ code: 'DispenseNotFound' });
  if (dispense.status === 'reversed') return refused({ code: 'AlreadyReversed', dispenseId });
  const originals: StockMovement[] = [];
  const refusals: Refusal[] = [];
  for (const { movementId } of dispense.items) {
    const original = movements.find((m) => m._id === movementId);
    if (original) originals.push(original); else refusals.push({ code: 'MovementNotFound', movementId });
  }
  const [first, ...rest] = [...refusals, ...checkReversal(originals, movements)];
  if (first) return refused(first, ...rest);
  const reversed = buildDocument('dispenses', { ...dispense, status: 'reversed' as const, reversed: { at: context.now, by: personOf(context), reason } }, context, { previous: dispense, knownFields: Object.keys(dispenseSchema.shape) });
  return accepted({ movements: originals.map((original) => opposite(original, context)), dispense: reversed });
}

function checkReversal(originals: readonly StockMovement[], movements: readonly StockMovement[]): Refusal[] {
  const reversed = new Set(movements.map((m) => m.reversalOf).filter((id) => id !== undefined));
  const balances = balancesByLotId(movements);
  const refusals: Refusal[] = [];
  for (const { _id, kind, lotId, quantityBaseUnits } of originals) {
    if (kind === 'reversal') refusals.push({ code: 'ReversalNotReversible' });
    else if (reversed.has(_id)) refusals.push({ code: 'AlreadyReversed', movementId: _id });
    else if (quantityBaseUnits > 0 && (balances.get(lotId) ?? 0) < quantityBaseUnits) {
      refusals.push({ code: 'ReductionBelowZero', lotId, available: Math.max(0, balances.get(lotId) ?? 0), wanted: quantityBaseUnits });
    }
  }
  return refusals;
}

/**
 * Two PCs that undo the same movement apart from each other must mean the same line of the ledger: its id is that of the
 * movement with the last twelve digits turned over (f for 0, e for 1 …), a UUID like every other.
 */
export function reversalId(movementId: string): string {
  return movementId.replace(/[0-9a-f]{12}$/, (last) => [...last].map((digit) => (15 - Number.parseInt(digit, 16)).toString(16)).join(''));
}

/** The line that undoes a line of the ledger. */
export function opposite(original: StockMovement, context: WorkContext): StockMovement {
  return buildMovement({
    kind: 'reversal', lotId: original.lotId, medicineId: original.medicineId, quantityBaseUnits: -original.quantityBaseUnits,
    occurredOn: context.today, reversalOf: original._id,
  }, context, reversalId(original._id));
}
