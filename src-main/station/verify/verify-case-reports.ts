import type { StationDatabase } from '../db/station-database.ts';
import type { Problem } from './problem.ts';

/** A version takes the place of versions of its own case that exist. [DIS19] */
export function verifyCaseReports(db: StationDatabase): Problem[] {
  const reports = db.caseReports.all();
  const diseases = new Map(reports.map(({ _id, patientId, diseaseId }) => [_id, `${patientId} ${diseaseId}`]));
  return reports.flatMap(({ _id: id, patientId, diseaseId, replaces }) => replaces.flatMap((replaced): Problem[] => (diseases.get(replaced) === `${patientId} ${diseaseId}` ? [] : [{ check: 'ledger', problem: 'replacedReportMissing', id, replaced }])));
}
