import type { ReportStanding } from '../../../src-shared/domain/report/derive-report-standing.ts';
import type { CaseReport } from '../../../src-shared/domain/surveillance/case-report.schema.ts';
import { caseStandings } from '../../../src-shared/domain/surveillance/case-standings.ts';
import type { StationDatabase } from './station-database.ts';

/** How the case stands that a version of a report is of. */
export function caseStandingOf(db: Pick<StationDatabase, 'caseReports'>, reportId: string): ReportStanding<CaseReport> | undefined {
  return caseStandings(db.caseReports.all()).find(({ current, rivals, others }) => [current, ...rivals, ...others].some(({ _id }) => _id === reportId));
}
