import type { WorkContext } from '../../src-shared/domain/common/context.ts';
import { planReportLock, type LockFacts } from '../../src-shared/domain/report/plan-report-lock.ts';
import type { ReportNumber } from '../../src-shared/domain/report/report-lines.ts';
import type { RelockReason, Report } from '../../src-shared/domain/report/report.schema.ts';
import { aContext } from './builders.ts';

export const someNumbers: readonly ReportNumber[] = [{ id: 'people.book', value: 120, of: 240 }, { id: 'people.updated', value: 60, of: 120 }, { id: 'visits.total', value: 31 }, { id: 'doses.BCG1', value: 2 }];

/** Locked with these numbers in place of those versions. */
export function aReport(period: string, { numbers = someNumbers, versions = [], reason, records = 9 }: { numbers?: readonly ReportNumber[]; versions?: LockFacts['versions']; reason?: RelockReason; records?: number } = {}, context: WorkContext = aContext({ role: 'head' })): Report {
  const outcome = planReportLock({ period, shown: [...numbers], ...(reason === undefined ? {} : { reason }) }, { counted: { numbers, records }, versions, newest: context.nextVersion() }, context);
  if (!outcome.ok) throw new Error(outcome.refusals[0].code);
  return outcome.value.report;
}
