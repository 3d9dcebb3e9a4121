import type { CaseReportRow } from '../../../src-shared/contract/queries.ts';
import { patientRow } from './patient-row.ts';
import type { Query } from './query.ts';
import { peopleOf, standingsOf } from './station-cases.ts';

const DEFAULT_LIMIT = 100;

/** Every case once, as it stands, newest first; taken back ones too. */
export const caseReports: Query<'caseReports'> = async ({ limit = DEFAULT_LIMIT, offset = 0 }, { db }) => {
  await db.caseReports.ready();
  const standing = standingsOf(db.caseReports.all()).sort((a, b) => (a.detectedAt < b.detectedAt ? 1 : a.detectedAt > b.detectedAt ? -1 : a._id < b._id ? 1 : -1));
  const people = await peopleOf(db, standing.map(({ patientId }) => patientId));
  const rows = standing.flatMap((report): CaseReportRow[] => {
    const person = people.get(report.patientId);
    if (!person) return [];
    const { _id, diseaseId, classification, outcome, detectedAt, reportedAt, number, late, withdrawn } = report;
    return [{ _id, diseaseId, classification, outcome, detectedAt, reportedAt, number, late, ...(withdrawn ? { withdrawn } : {}), patient: patientRow(person), ...(db.returns.openReturn(report) ? { returned: true } : {}) }];
  });
  return { rows: rows.slice(offset, offset + limit), total: rows.length };
};
