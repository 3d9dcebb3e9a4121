import { planLotStatus } from '../../../src-shared/domain/supply/plan-lot-status.ts';
import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const setLotStatus: Operation<'setLotStatus'> = (input, context, db) => {
  const previous = db.stock.lot(input.lotId);
  const outcome = planLotStatus(input, previous, context);
  return outcome.ok ? accepted({ id: outcome.value.lot._id, records: [recordWrite(outcome.value.lot, previous)] }, outcome.warnings) : outcome;
};
