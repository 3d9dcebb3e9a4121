import { planAdjust } from '../../../src-shared/domain/supply/plan-adjust.ts';
import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const adjustStock: Operation<'adjustStock'> = (input, context, db) => {
  const outcome = planAdjust(input, { lot: db.stock.lot(input.lotId), balance: db.stock.balance(input.lotId) }, context);
  if (!outcome.ok) return outcome;
  const { movement } = outcome.value;
  return accepted({ id: movement._id, records: [recordWrite(movement)] }, outcome.warnings);
};
