import type { LotRow, StocktakeRow } from '../../../src-shared/contract/queries.ts';
import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { countMovementId } from '../../../src-shared/domain/supply/plan-stocktake.ts';
import { reversalId } from '../../../src-shared/domain/supply/plan-reversal.ts';
import { stocktake as stocktakeSchema } from '../../../src-shared/domain/supply/stocktake.schema.ts';
import { readRecord } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { lotRow } from './lot-row.ts';
import type { Query } from './query.ts';

/** A finished count with its lots in words. */
export const stocktake: Query<'stocktake'> = ({ id }, { db }) => finishedStocktake(db, id);

export function finishedStocktake(db: StationDatabase, id: string) {
  const shape = stocktakeSchema.safeParse(readRecord(db.store, 'stocktakes', id));
  if (!shape.success) return null;
  const { lines, notCounted, ...rest } = shape.data;
  const rows = lines.map((line): StocktakeRow => {
    const lot = db.stock.lot(line.lotId);
    const isUndone = line.countedBaseUnits !== line.bookBaseUnits && db.store.get('stockMovements', reversalId(countMovementId(id, line.lotId))) !== undefined;
    return { ...line, ...(lot ? { lot: lotRow(lot, db) } : {}), ...(isUndone ? { undone: true as const } : {}) };
  });
  return {
    ...rest, rows: inOrder(rows, ({ lot }) => lot),
    notCounted: inOrder(notCounted.flatMap((lotId) => { const lot = db.stock.lot(lotId); return lot ? [lotRow(lot, db)] : []; }), (lot) => lot),
  };
}

/** As on the sheet: by the medicine, then by expiry. */
function inOrder<T>(rows: readonly T[], lotOf: (row: T) => LotRow | undefined): T[] {
  const keyed = rows.map((row) => { const lot = lotOf(row); return { row, order: lot ? `${foldForSearch(lot.medicineName)} ${lot.expiresOn} ${lot.lotNumber}` : '' }; });
  return keyed.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)).map(({ row }) => row);
}
