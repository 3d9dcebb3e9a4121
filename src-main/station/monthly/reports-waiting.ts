import type { ReportDueRow, ReturnedReportRow } from '../../../src-shared/contract/reports.ts';
import { monthBefore, reportDueOn } from '../../../src-shared/domain/report/report-due.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { hasRecordsOf } from './has-records-of.ts';
import { standings } from './locked-reports.ts';

/** What the first page says of reports: the month before where nobody locked it, and those the tier above returned. [REP13] [REP17] */
export function reportsWaiting(db: StationDatabase): { reportDue?: ReportDueRow; returnedReports: ReturnedReportRow[] } {
  const known = standings(db);
  const today = db.clock.today();
  const period = monthBefore(today);
  const dueOn = reportDueOn(period);
  return {
    ...(!known.has(period) && hasRecordsOf(db, period) ? { reportDue: { period, dueOn, late: today > dueOn } } : {}),
    returnedReports: [...known.values()].flatMap(({ current: { _id, period: month, version } }): ReturnedReportRow[] => {
      const review = db.returns.openReturn({ _id, version });
      if (!review) return [];
      const { reviewedAt, reviewedBy, comment, comments = [] } = review;
      return [{ reportId: _id, period: month, returnedAt: reviewedAt, returnedBy: reviewedBy, lines: comments.map(({ field }) => field), ...(comment === undefined ? {} : { reason: comment }) }];
    }).sort((a, b) => (a.returnedAt < b.returnedAt ? -1 : 1)),
  };
}
