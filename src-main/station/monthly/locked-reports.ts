import { deriveReportStanding, type ReportStanding } from '../../../src-shared/domain/report/derive-report-standing.ts';
import { report, type Report } from '../../../src-shared/domain/report/report.schema.ts';
import { bodyOf } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';

/** Every version this program can read; some dozens. What came over the wire and is no report stops nothing. */
export function lockedReports(db: Pick<StationDatabase, 'store'>): Report[] {
  const found: Report[] = [];
  for (const stored of db.store.iterate('reports')) {
    const shape = stored._deleted ? undefined : report.safeParse(bodyOf(stored));
    if (shape?.success) found.push(shape.data);
  }
  return found;
}

export const reportsOfMonth = (db: Pick<StationDatabase, 'store'>, month: string): Report[] => lockedReports(db).filter(({ period }) => period === month);

/** Months with what counts of each. */
export function standings(db: Pick<StationDatabase, 'store'>): Map<string, ReportStanding<Report>> {
  const byMonth = Map.groupBy(lockedReports(db), ({ period }) => period);
  return new Map([...byMonth].map(([month, versions]) => [month, deriveReportStanding(versions)!]));
}
