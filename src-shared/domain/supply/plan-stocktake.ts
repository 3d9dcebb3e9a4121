import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome, type Refusal } from '../common/refusal.ts';
import { buildMovement, refuseFuture } from './build-movement.ts';
import { expiryDay } from './expiry-day.ts';
import { findLot } from './find-lot.ts';
import { stocktake as stocktakeSchema, type CountedLine, type FinishStocktakeInput, type Stocktake, type VarianceReason } from './stocktake.schema.ts';
import { lot as lotSchema, type Lot, type StockMovement } from './supply.schema.ts';

/** Which way a reason explains a difference; 0 either way. */
export const signOfVariance = {
  issueNotRecorded: -1, receiptNotRecorded: 1, bookError: 0, wastage: -1, broken: -1, unknown: 0,
} as const satisfies Record<VarianceReason, 1 | -1 | 0>;

export interface StocktakeFacts {
  lines: readonly CountedLine[];
  startedAt: string;
  /** Accounts that counted. */
  countedBy: readonly string[];
  /** The account of the second person, who gave her password for these very numbers. */
  witnessedBy?: string | undefined;
  /** Every lot of the store room. */
  lots: readonly Lot[];
  hasMedicine(medicineId: string): boolean;
  /** As this PC knows them now. */
  balance(lotId: string): number;
  movementsOf(lotId: string): readonly Pick<StockMovement, 'createdAt'>[];
}
export interface StocktakePlan { stocktake: Stocktake; movements: StockMovement[]; /** Found on the shelf, in no book before. */ lots: Lot[] }

/** Nobody reads more at once. */
const MOST_REFUSALS = 20;

/**
 * Books a finished count: each difference is one movement. It is taken against the book of the moment the lot was counted, so that
 * what moved since stays moved; a lot of which something older has come from another PC since is counted again.
 * Refusals: `NothingCounted`, `LotNotFound {lotId}`, `LotCountedTwice`, `CountAgain {lotId}`, `VarianceReasonMissing {lotId}`,
 * `ReasonDoesNotFitSign {lotId, reasonCode}`, `ReductionBelowZero {lotId, available, wanted}`, `MedicineNotFound`, `ExpiryNotADate`,
 * `LotExpiryDiffers`, `LotInBook {lotId}`, `OccurredInFuture`, `WitnessIsCounter`.
 */
export function planStocktake(input: FinishStocktakeInput, facts: StocktakeFacts, context: WorkContext): Outcome<StocktakePlan> {
  if (facts.lines.length === 0) return refused({ code: 'NothingCounted' });
  const countedOn = input.countedOn ?? context.today;
  const refusals: Refusal[] = refuseFuture(countedOn, context);
  if (facts.witnessedBy === context.account) refusals.push({ code: 'WitnessIsCounter' });
  const id = input.id ?? context.newId('stocktakes');
  const number = countNumber(id, countedOn);
  const lotsById = new Map(facts.lots.map((lot) => [lot._id, lot]));
  const seen = new Set<string>();
  const plan: Omit<StocktakePlan, 'stocktake'> = { movements: [], lots: [] };
  const lines: Stocktake['lines'] = [];

  for (const line of facts.lines) {
    const { lotId, countedBaseUnits, found } = line;
    if (seen.has(lotId)) { refusals.push({ code: 'LotCountedTwice', lotId }); continue; }
    seen.add(lotId);
    const known = lotsById.get(lotId);
    const made = known || !found ? undefined : makeLot(lotId, found, [...facts.lots, ...plan.lots], facts, context);
    if (made && !made.ok) { refusals.push(...made.refusals); continue; }
    const lot = known ?? made?.value;
    if (!lot) { refusals.push({ code: 'LotNotFound', lotId }); continue; }
    if (isOutdated(line, facts.movementsOf(lotId))) { refusals.push({ code: 'CountAgain', lotId }); continue; }
    const balance = facts.balance(lotId);
    const bookBaseUnits = line.bookBaseUnits ?? balance;
    const change = countedBaseUnits - bookBaseUnits;
    refusals.push(...refuseChange(line, change, balance));
    if (made) plan.lots.push(lot);
    lines.push({ lotId, bookBaseUnits, countedBaseUnits, ...(change === 0 ? {} : { reasonCode: line.reasonCode }) });
    if (change === 0) continue;
    plan.movements.push(buildMovement({
      kind: 'adjust', lotId, medicineId: lot.medicineId, quantityBaseUnits: change, occurredOn: countedOn,
      reasonCode: change > 0 ? 'countSurplus' : 'countShortage', documentNumber: number,
    }, context, countMovementId(id, lotId)));
  }
  const [first, ...rest] = refusals;
  if (first) return refused(first, ...rest.slice(0, MOST_REFUSALS - 1));

  const inScope = input.medicineIds && new Set(input.medicineIds);
  const notCounted = facts.lots.filter(({ _id, medicineId }) => !seen.has(_id) && (inScope?.has(medicineId) ?? true) && facts.balance(_id) !== 0).map(({ _id }) => _id);
  const stocktake = buildDocument('stocktakes', {
    number, countedOn, startedAt: facts.startedAt, scope: inScope ? 'some' as const : 'all' as const, blind: input.blind ?? false, lines, notCounted,
    countedBy: [...new Set(facts.countedBy)], witnessedBy: facts.witnessedBy,
  }, context, { id, knownFields: Object.keys(stocktakeSchema.shape) });
  return accepted({ ...plan, stocktake });
}

/** Something written before the lot was counted has reached the book only after: the difference would be taken twice. */
export function isOutdated({ countedAt, earlierMovements }: Pick<CountedLine, 'countedAt' | 'earlierMovements'>, movements: readonly Pick<StockMovement, 'createdAt'>[]): boolean {
  return countedAt !== undefined && earlierMovements !== undefined && movementsUntil(countedAt, movements) !== earlierMovements;
}

/** How many movements were written at this instant or before, on whatever PC. */
export const movementsUntil = (instant: string, movements: readonly Pick<StockMovement, 'createdAt'>[]): number => movements.filter(({ createdAt }) => createdAt <= instant).length;

/**
 * The same count finished on two PCs (a file loaded twice) must be the same lines of the ledger: the id of each is that of the
 * count, its last twelve digits mixed with those of the lot.
 */
export function countMovementId(stocktakeId: string, lotId: string): string {
  const [, uuid = ''] = stocktakeId.split(':');
  const last = (BigInt(`0x${uuid.slice(-12)}`) ^ BigInt(`0x${lotId.slice(-12)}`)).toString(16).padStart(12, '0');
  return `stockMovements:${uuid.slice(0, -12)}${last}`;
}

/** `KK-20260331-9F3A`: the day, and the end of the count's id. */
export const countNumber = (stocktakeId: string, countedOn: string): string => `KK-${countedOn.replaceAll('-', '')}-${stocktakeId.slice(-4).toUpperCase()}`;

function refuseChange({ lotId, reasonCode }: CountedLine, change: number, balance: number): Refusal[] {
  const refusals: Refusal[] = [];
  if (change !== 0 && reasonCode === undefined) refusals.push({ code: 'VarianceReasonMissing', lotId });
  else if (change !== 0 && reasonCode !== undefined && signOfVariance[reasonCode] === -Math.sign(change)) refusals.push({ code: 'ReasonDoesNotFitSign', lotId, reasonCode });
  if (change < 0 && balance + change < 0) refusals.push({ code: 'ReductionBelowZero', lotId, available: Math.max(0, balance), wanted: -change });
  return refusals;
}

function makeLot(lotId: string, { medicineId, lotNumber, expiresOn: typed }: NonNullable<CountedLine['found']>, lots: readonly Lot[], facts: StocktakeFacts, context: WorkContext): Outcome<Lot> {
  if (!facts.hasMedicine(medicineId)) return refused({ code: 'MedicineNotFound', medicineId });
  const expiresOn = expiryDay(typed);
  if (expiresOn === undefined) return refused({ code: 'ExpiryNotADate', field: 'expiresOn' });
  const { same, otherExpiry } = findLot({ medicineId, lotNumber, expiresOn }, lots);
  if (same) return refused({ code: 'LotInBook', lotId: same._id });
  if (otherExpiry) return refused({ code: 'LotExpiryDiffers', lotId: otherExpiry._id, expiresOn: otherExpiry.expiresOn });
  return accepted(buildDocument('lots', { medicineId, lotNumber, expiresOn, status: 'usable' as const }, context, { id: lotId, knownFields: Object.keys(lotSchema.shape) }));
}
