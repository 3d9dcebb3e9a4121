import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome, type Refusal, type Warning } from '../common/refusal.ts';
import { buildMovement, refuseFuture } from './build-movement.ts';
import { expiryDay } from './expiry-day.ts';
import { findLot } from './find-lot.ts';
import { isExpired } from './lot-state.ts';
import { lot as lotSchema, type Lot, type Medicine, type ReceiveStockInput, type RecordOpeningStockInput, type StockMovement } from './supply.schema.ts';

export interface ReceiveFacts {
  /** The medicine named, `undefined` when there is none. */
  medicine: Pick<Medicine, '_id'> | undefined;
  /** All lots of that medicine, and the lot of `lotId` where one is named and exists. */
  lots: readonly Lot[];
}
export interface ReceivePlan { lot: Lot; /** The lot is to be saved too; else it is there already. */ lotIsNew: boolean; movement: StockMovement }

/**
 * Goods come in. A lot of the same medicine, number and expiry is used again. Refusals: `MedicineNotFound`,
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
  const lot = known ?? buildDocument('lots', content, context, { id: input.lotId, knownFields: Object.keys(lotSchema.shape) });
  const movement = buildMovement({
    kind, lotId: lot._id, medicineId: input.medicineId, quantityBaseUnits: input.quantityBaseUnits, occurredOn: input.occurredOn,
    source: input.source, documentNumber: input.documentNumber,
  }, context, input.id);
  return accepted({ lot, lotIsNew: known === undefined, movement }, warnings);
}
