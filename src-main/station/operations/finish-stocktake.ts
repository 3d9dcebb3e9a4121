import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planStocktake } from '../../../src-shared/domain/supply/plan-stocktake.ts';
import { countLineToInput } from '../db/counts.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

/** Of a count kept on this PC, or of lines that came with it; the kept count goes away in the same commit. */
export const finishStocktake: Operation<'finishStocktake'> = (input, context, db) => {
  const count = input.id === undefined ? undefined : db.counts.get(input.id);
  const kept = count && input.lines === undefined ? db.counts.lines(count.id) : undefined;
  const { stock } = db;
  const outcome = planStocktake({ ...input, blind: input.blind ?? count?.blind, medicineIds: input.medicineIds ?? count?.medicineIds }, {
    lines: input.lines ?? kept?.map(countLineToInput) ?? [], startedAt: count?.startedAt ?? context.now,
    countedBy: kept?.map(({ by }) => by) ?? [context.account], witnessedBy: kept && count?.witness,
    lots: stock.lots(), hasMedicine: (id) => stock.medicine(id) !== undefined, balance: stock.balance, movementsOf: (lotId) => stock.movementsOf([lotId]),
  }, context);
  if (!outcome.ok) return outcome;
  const { stocktake, movements, lots } = outcome.value;
  return accepted({
    id: stocktake._id, records: [stocktake, ...lots, ...movements].map((record) => recordWrite(record)), also: (sql) => { db.counts.remove(stocktake._id, sql); },
  }, outcome.warnings);
};
