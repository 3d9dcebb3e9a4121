import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planTakeBack } from '../../../src-shared/domain/handover/plan-handover.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const takeBackPerson: Operation<'takeBackPerson'> = ({ id }, context, db) => {
  const previous = db.handovers.handover(id);
  const outcome = planTakeBack(previous, context);
  return outcome.ok ? accepted({ id, records: [recordWrite(outcome.value, previous)] }, outcome.warnings) : outcome;
};
