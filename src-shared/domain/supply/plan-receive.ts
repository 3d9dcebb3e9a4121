import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome, type Refusal, type Warning } from '../common/refusal.ts';
import { buildMovement, refuseFuture } from './build-movement.ts';
import { expiryDay } from './expiry-day.ts';
import { findLot } from './find-lot.ts';
import { isExpired } from './lot-state.ts';
import { withVvmCheck } from './plan-check-vvm.ts';
import { lot as lotSchema, type Lot, type Medicine, type ReceiveStockInput, type RecordOpeningStockInput, type StockMovement } from './supply.schema.ts';
import { isSpentStage, vvmStage } from './vvm-stage.ts';

export interface ReceiveFacts {
  /** The medicine named, `undefined` when there is none. */
  medicine: Pick<Medicine, '_id'> | undefined;
  /** All lots of that medicine, and the lot of `lotId` where one is named and exists. */
  lots: readonly Lot[];
}
export interface ReceivePlan { lot: Lot; /** The lot is to be saved too; else it is there already. */ lotIsNew: boolean; /** As it was, where the receipt changes a lot that is there. */ lotBefore?: Lot; movement: StockMovement }

/**
 * Goods come in; at a stage of their vial monitors that may not be given they are held back at once (`LotHeldByVvm`). A lot of the same medicine, number and expiry is used again. Refusals: `MedicineNotFound`,
 * `OccurredInFuture`, `ExpiryNotADate`, `LotExpired`, `LotExpiryDiffers {lotId, expiresOn}`, `LotIdTaken {lotId}`.
 */
export function planReceive(input: ReceiveStockInput, facts: ReceiveFacts, context: WorkContext): Outcome<ReceivePlan> {
  return planIntake('receive', input, facts, context);
}

/** What was on the shelf when the ledger began: as `planReceive`, but expired goods are counted too, with a warning `LotExpired`. */
export function planOpening(input: RecordOpeningStockInput, facts: ReceiveFacts, context: WorkContext): Outcome<ReceivePlan> {
  return planIntake('opening', { ...input, source: 'opening' }, facts, context);
}

function planIntake(kind: 'receive' | 'opening', input: ReceiveStockInput, { medicine, lots }: ReceiveFacts, context: WorkContext): Outcome<ReceivePlan> {
  const expiresOn = expiryDay(input.expiresOn);
  const warnings: Warning[] = [];
  const refusals: Refusal[] = [...(medicine ? [] : [{ code: 'MedicineNotFound', medicineId: input.medicineId }]), ...refuseFuture(input.occurredOn, context)];
  if (expiresOn === undefined) return refused({ code: 'ExpiryNotADate', field: 'expiresOn' }, ...refusals);
  const expired = { code: 'LotExpired', expiresOn };
  if (isExpired({ expiresOn }, input.occurredOn)) { if (kind === 'receive') refusals.push(expired); else warnings.push(expired); }

  const { same: known, otherExpiry: other } = findLot({ medicineId: input.medicineId, lotNumber: input.lotNumber, expiresOn }, lots);
  if (other) refusals.push({ code: 'LotExpiryDiffers', lotId: other._id, expiresOn: other.expiresOn });
  if (input.lotId !== undefined && lots.some((l) => l._id === input.lotId && l !== known)) refusals.push({ code: 'LotIdTaken', lotId: input.lotId });
  const [first, ...rest] = refusals;
  if (first) return refused(first, ...rest);

  if (known && input.lotId !== undefined && known._id !== input.lotId) warnings.push({ code: 'LotAlreadyKnown', lotId: known._id });
  if (known && known.status !== 'usable') warnings.push({ code: known.status === 'recalled' ? 'LotRecalled' : 'LotOnHold', lotId: known._id });
  const content = { medicineId: input.medicineId, lotNumber: input.lotNumber, expiresOn, status: 'usable' as const };
  const knownFields = Object.keys(lotSchema.shape);
  // Boxes in a better state make those that are there no better.
  const { vvmStage: stage } = input;
  const isWorse = stage !== undefined && stage > (known ? vvmStage(known) ?? 0 : 0);
  const looked = <L extends Pick<Lot, 'status' | 'vvmChecks'>>(its: L): L => (isWorse ? withVvmCheck(its, { vvmStage: stage, checkedOn: input.occurredOn }, context) : its);
  if (isWorse && isSpentStage(stage)) warnings.push({ code: 'LotHeldByVvm', ...(known ? { lotId: known._id } : {}) });
  const lot = !known ? buildDocument('lots', looked<typeof content & Pick<Lot, 'status' | 'vvmChecks'>>(content), context, { id: input.lotId, knownFields }) : isWorse ? buildDocument('lots', looked(known), context, { previous: known, knownFields }) : known;
  const movement = buildMovement({
    kind, lotId: lot._id, medicineId: input.medicineId, quantityBaseUnits: input.quantityBaseUnits, occurredOn: input.occurredOn,
    source: input.source, documentNumber: input.documentNumber,
  }, context, input.id);
  return accepted({ lot, lotIsNew: known === undefined, ...(known && isWorse ? { lotBefore: known } : {}), movement }, warnings);
}
