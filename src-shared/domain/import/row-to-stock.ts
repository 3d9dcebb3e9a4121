import { foldForSearch } from '../common/fold-for-search.ts';
import type { ColumnMap } from './import-fields.ts';
import { readDate, readQuantity, type ReadCell } from './read-cells.ts';
import { createRowReader, type RowReading } from './row-reading.ts';
import { cellText, type Cell } from './table.ts';

/** One line of what stands on the shelves: a medicine by its code or its name, and one of its lots. */
export interface StockLine {
  medicine: { code?: string; inn?: string; strength?: string; form?: string; baseUnit?: string };
  lotNumber: string; /** `YYYY-MM-DD`, or `YYYY-MM` as printed. */ expiresOn: string; quantityBaseUnits: number; /** Of a vaccine. */ vvmStage?: number;
}

/** A line as opening stock; `undefined` for an empty one. A line of totals, without a lot, is told as one whose lot is missing. */
export function rowToStock(cells: readonly Cell[], columns: ColumnMap): RowReading<StockLine> | undefined {
  const row = createRowReader(cells, columns);
  if (row.isEmpty) return undefined;
  const medicine = Object.fromEntries((['code', 'inn', 'strength', 'form', 'baseUnit'] as const).flatMap((field) => { const text = row.text(field); return text === undefined ? [] : [[field, text]]; }));
  if (medicine.code === undefined && medicine.inn === undefined) row.problem('inn', 'Missing');
  for (const field of ['lotNumber', 'expiresOn', 'quantity']) if (!row.has(field)) row.problem(field, 'Missing');
  const expiresOn = row.read('expiresOn', (cell) => {
    const outcome = readDate(cell, true);
    return 'value' in outcome && outcome.value.length === 4 ? { problem: 'NotADate' } : outcome;
  });
  const quantity = row.read('quantity', readQuantity);
  const vvmStage = row.read('vvm', readVvm);
  if (row.problems.length > 0 || expiresOn === undefined || quantity === undefined) return { ok: false, problems: row.problems };
  return { ok: true, input: { medicine, lotNumber: row.text('lotNumber') ?? '', expiresOn, quantityBaseUnits: quantity, ...(vvmStage === undefined ? {} : { vvmStage }) }, repairs: row.repairs };
}

/** `2`, `VVM 2`, `Mức 2`. Problem: `VvmUnclear`. */
function readVvm(cell: Cell | undefined): ReadCell<number> {
  const stage = /^(?:(?:muc|giai doan|stage) )?(?:vvm ?)?([1-4])$/.exec(foldForSearch(cellText(cell)))?.[1];
  return stage === undefined ? { problem: 'VvmUnclear' } : { value: Number(stage) };
}
