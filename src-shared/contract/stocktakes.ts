import type { Stocktake, VarianceReason } from '../domain/supply/stocktake.schema.ts';
import type { UncountedLots } from '../domain/supply/uncounted-lots.ts';
import type { LotRow } from './lot-row.ts';

/** One lot of a count under way. `book`: at the moment it was counted, else now; left out while a blind count hides it. */
export interface StocktakeCountRow {
  lotId: string; medicineId: string; medicineName: string; baseUnit: string; lotNumber: string; expiresOn: string; state: LotRow['state']; book?: number;
  counted?: number; at?: string; by?: string; reason?: VarianceReason; /** In no book before. */ found?: true;
  /** Something older came from another PC since: the number is not to be trusted. */ again?: true; /** What the book moved since it was counted; stays moved. */ movedSince?: number;
}
/** `startedBy`, `by`, `witness`: accounts. */
export interface StocktakeCount { id: string; startedAt: string; startedBy: string; blind: boolean; medicineIds?: string[]; witness?: string; rows: StocktakeCountRow[] }
/** One line of a finished count; without `lot` where this PC does not have it (yet). `undone`: its movement was taken back since. */
export interface StocktakeRow { lotId: string; bookBaseUnits: number; countedBaseUnits: number; reasonCode?: VarianceReason; lot?: LotRow; undone?: true }
export interface StocktakeView extends Pick<Stocktake, '_id' | 'number' | 'countedOn' | 'startedAt' | 'createdAt' | 'createdBy' | 'scope' | 'blind' | 'countedBy' | 'witnessedBy'> { rows: StocktakeRow[]; notCounted: LotRow[] }
/** `lines`: lots counted; `over`, `short`: of them with a difference. */
export interface StocktakeSummaryRow extends Pick<Stocktake, '_id' | 'number' | 'countedOn' | 'createdAt' | 'createdBy' | 'scope' | 'blind' | 'countedBy' | 'witnessedBy'> { lines: number; over: number; short: number; notCounted: number }
export interface Stocktakes {
  /** Under way on this PC. `medicines`: how many were chosen, where not all. */
  counts: { id: string; startedAt: string; startedBy: string; blind: boolean; medicines?: number; counted: number; total: number }[];
  finished: StocktakeSummaryRow[]; everyDays: number; due: UncountedLots | undefined;
}
