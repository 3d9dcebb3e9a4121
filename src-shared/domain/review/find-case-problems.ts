import { caseReport } from '../surveillance/case-report.schema.ts';
import { askAboutCase, validateCaseContent } from '../surveillance/validate-case-report.ts';
import { todayInUnitZone } from '../common/today-in-unit-zone.ts';
import type { Patient } from '../patient/patient.schema.ts';
import type { QualityProblem } from './find-quality-problems.ts';

const problem = (severity: QualityProblem['severity'], code: string, field?: string): QualityProblem => ({ code, severity, ...(field === undefined ? {} : { field }) });
/** Said of other records, which are not read here. */
const ofOthers = new Set(['PatientNotFound', 'PatientVoided']);

/** What a reviewer should look at in a report of a case: what the form would refuse, whatever program wrote it, what it asks about, and that it was late. One taken back has none. [DIS18] */
export function findCaseProblems(body: unknown, patient: Pick<Patient, 'bornOn'> | undefined): QualityProblem[] {
  const shape = caseReport.safeParse(body);
  if (!shape.success || Number.isNaN(Date.parse(shape.data.createdAt))) return [problem('wrong', 'NotReadable')];
  const report = shape.data;
  if (report.withdrawn) return [];
  const found = (severity: QualityProblem['severity'], all: readonly { code: string; field?: unknown }[]) =>
    all.filter(({ code }) => !ofOthers.has(code)).map(({ code, field }) => problem(severity, code, typeof field === 'string' ? field.replace(/\..*$/, '') : undefined));
  return [
    ...found('wrong', validateCaseContent(report, patient, todayInUnitZone(Date.parse(report.createdAt)))), ...found('doubtful', askAboutCase(report, { encounter: undefined, detectedAt: report.detectedAt })),
    ...(report.late && report.number === 1 ? [problem('doubtful', 'ReportedLate', 'deadlineAt')] : []),
  ];
}
