import type { ColumnMap } from './import-fields.ts';
import { readDate, readQuantity } from './read-cells.ts';
import { createRowReader, type RowReading } from './row-reading.ts';
import type { Cell } from './table.ts';

/** One line of what stands on the shelves: a medicine by its code or its name, and one of its lots. */
export interface StockLine {
  medicine: { code?: string; inn?: string; strength?: string; form?: string; baseUnit?: string };
  lotNumber: string; /** `YYYY-MM-DD`, or `YYYY-MM` as printed. */ expiresOn: string; quantityBaseUnits: number;
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
  if (row.problems.length > 0 || expiresOn === undefined || quantity === undefined) return { ok: false, problems: row.problems };
  return { ok: true, input: { medicine, lotNumber: row.text('lotNumber') ?? '', expiresOn, quantityBaseUnits: quantity }, repairs: row.repairs };
}
