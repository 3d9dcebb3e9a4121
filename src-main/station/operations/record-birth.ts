import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planBirth } from '../../../src-shared/domain/maternal/plan-birth.ts';
import { ofPregnancy } from '../db/of-pregnancy.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const recordBirth: Operation<'recordBirth'> = (input, context, db) => {
  const outcome = planBirth(input, ofPregnancy(db, input), context);
  return outcome.ok ? accepted({ id: outcome.value._id, records: [recordWrite(outcome.value)] }, outcome.warnings) : outcome;
};
