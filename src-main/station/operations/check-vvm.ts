import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planCheckVvm } from '../../../src-shared/domain/supply/plan-check-vvm.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const checkVvm: Operation<'checkVvm'> = (input, context, db) => {
  const previous = db.stock.lot(input.lotId);
  const outcome = planCheckVvm(input, previous, context);
  return outcome.ok ? accepted({ id: outcome.value.lot._id, records: [recordWrite(outcome.value.lot, previous)] }, outcome.warnings) : outcome;
};
