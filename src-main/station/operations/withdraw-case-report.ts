import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planWithdrawCase } from '../../../src-shared/domain/surveillance/plan-case-report.ts';
import { caseStandingOf } from '../db/case-standing-of.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const withdrawCaseReport: Operation<'withdrawCaseReport'> = (input, context, db) => {
  const outcome = planWithdrawCase(input, { standing: caseStandingOf(db, input.reportId) }, context);
  return outcome.ok ? accepted({ id: outcome.value._id, records: [recordWrite(outcome.value)] }) : outcome;
};
