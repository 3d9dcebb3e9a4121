import type { StationDatabase } from '../db/station-database.ts';
import { lockedReports } from '../monthly/locked-reports.ts';
import type { Problem } from './problem.ts';

/** A version takes the place of versions of its own month that exist. */
export function verifyReports(db: StationDatabase): Problem[] {
  const reports = lockedReports(db);
  const months = new Map(reports.map(({ _id, period }) => [_id, period]));
  return reports.flatMap(({ _id: id, period, replaces }) => replaces.flatMap((replaced): Problem[] => (months.get(replaced) === period ? [] : [{ check: 'ledger', problem: 'replacedReportMissing', id, replaced }])));
}
