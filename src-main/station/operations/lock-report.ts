import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planReportLock } from '../../../src-shared/domain/report/plan-report-lock.ts';
import { recordWrite } from '../db/save-records.ts';
import { reportDraftsOf } from '../monthly/report-drafts.ts';
import { reportsOfMonth } from '../monthly/locked-reports.ts';
import type { Operation } from './operation.ts';

/** The numbers as they were counted: whoever asks has them counted first (`prepare-operation.ts`). */
export const lockReport: Operation<'lockReport'> = (input, context, db) => {
  const outcome = planReportLock(input, { counted: reportDraftsOf(db).counted(input.period), versions: reportsOfMonth(db, input.period), newest: context.nextVersion() }, context);
  return outcome.ok ? accepted({ id: outcome.value.report._id, records: [recordWrite(outcome.value.report)] }, outcome.warnings) : outcome;
};
