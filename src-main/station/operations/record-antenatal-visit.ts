import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planAntenatalVisit } from '../../../src-shared/domain/maternal/plan-antenatal-visit.ts';
import { ofPregnancy } from '../db/of-pregnancy.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const recordAntenatalVisit: Operation<'recordAntenatalVisit'> = (input, context, db) => {
  const outcome = planAntenatalVisit(input, ofPregnancy(db, input), context);
  return outcome.ok ? accepted({ id: outcome.value._id, records: [recordWrite(outcome.value)] }, outcome.warnings) : outcome;
};
