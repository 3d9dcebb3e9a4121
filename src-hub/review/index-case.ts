import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import { caseReport } from '../../src-shared/domain/surveillance/case-report.schema.ts';
import { caseKeyOf } from '../../src-shared/domain/surveillance/case-standings.ts';
import type { Sql } from '../../store/index.ts';

/** Keeps a version of a report of a case for the list of cases; what cannot be read stands in the queue alone. */
export function indexCase(sql: Sql, unit: string, id: string, body: DocumentBody | undefined): void {
  const shape = caseReport.safeParse(body);
  const knownMs = shape.success ? Date.parse(shape.data.detectedAt) : NaN;
  if (!shape.success || Number.isNaN(knownMs)) { sql.run('DELETE FROM consoleCases WHERE unit = ? AND id = ?', unit, id); return; }
  const { patientId, encounterId, diseaseId, caseId, version, number, replaces, classification, outcome, detectedAt, deadlineAt, late, reportedAt, withdrawn } = shape.data;
  const facts = { diseaseId, classification, outcome, detectedAt, reportedAt, number, late, ...(deadlineAt === undefined ? {} : { deadlineAt }) };
  sql.run('INSERT OR REPLACE INTO consoleCases (unit, id, caseKey, period, version, replaces, patientId, withdrawn, facts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    unit, id, caseKeyOf({ caseId, encounterId, diseaseId }), todayInUnitZone(knownMs).slice(0, 7), version, JSON.stringify(replaces), patientId, Number(withdrawn !== undefined), JSON.stringify(facts));
}
