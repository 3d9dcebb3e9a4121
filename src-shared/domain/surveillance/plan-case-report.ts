import { collections } from '../collections.ts';
import { buildDocument } from '../common/build-document.ts';
import { canonicalJson } from '../common/canonical-json.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome, type Refusal } from '../common/refusal.ts';
import { personOf } from '../encounter/build-encounter.ts';
import type { ReportStanding } from '../report/derive-report-standing.ts';
import { caseDeadline } from './case-deadline.ts';
import { caseContentFields, caseReport as schema, type CaseReport, type ReportCaseInput, type ReviseCaseReportInput, type WithdrawCaseReportInput } from './case-report.schema.ts';
import { detectedAt as detectedIn } from './detected-at.ts';
import { askAboutCase, validateCaseContent, validateCaseReport, type CaseContent, type CaseFacts } from './validate-case-report.ts';

const knownFields = Object.keys(schema.shape);

/** The first report of a case. Refusals: those of `validateCaseReport`. Warnings: those of `askAboutCase`. */
export function planCaseReport(input: ReportCaseInput, facts: CaseFacts, context: WorkContext): Outcome<CaseReport> {
  const { id: given, detectedAt: said, ...fields } = input;
  const detectedAt = facts.encounter ? detectedIn(facts.encounter, input.diseaseId) : said;
  const [first, ...rest] = validateCaseReport(input, facts, { now: context.now, today: context.today, detectedAt });
  if (first || detectedAt === undefined) return refused(first ?? { code: 'DetectedMissing', field: 'detectedAt' }, ...rest);
  const deadlineAt = caseDeadline(input.diseaseId, detectedAt);
  const id = given ?? context.newId(collections.caseReports.idPrefix);
  const report = buildDocument('caseReports', {
    ...fields, caseId: id, number: 1, replaces: [], detectedAt, deadlineAt, late: deadlineAt !== undefined && context.now > deadlineAt, reportedAt: context.now, author: personOf(context),
  }, context, { id, knownFields });
  return accepted(report, askAboutCase(input, { encounter: facts.encounter, detectedAt }));
}

/** `standing`: of the versions of the case the version read is of. */
export interface NextVersionFacts { standing: ReportStanding<CaseReport> | undefined; patient: CaseFacts['patient'] }

/** What stops any further version. */
function hindrance(reportId: string, standing: NextVersionFacts['standing']): Refusal | undefined {
  if (!standing) return { code: 'CaseReportNotFound' };
  if (standing.current._id !== reportId) return { code: 'CaseReportReplaced', reportId: standing.current._id };
  if (standing.current.withdrawn) return { code: 'CaseWithdrawn' };
  return standing.current.schemaVersion > collections.caseReports.schemaVersion ? { code: 'RecordNewerThanProgram' } : undefined;
}

/** The whole content anew, as a version that takes the place of those that count. Refusals: `CaseReportNotFound`, `CaseReportReplaced {reportId}`, `CaseWithdrawn`, `RecordNewerThanProgram`, `ReportUnchanged`, those of `validateCaseContent`. Warnings: those of `askAboutCase`. */
export function planReviseCase(input: ReviseCaseReportInput, { standing, patient }: NextVersionFacts, context: WorkContext): Outcome<CaseReport> {
  const { id, reportId, change, ...content } = input;
  const hindered = hindrance(reportId, standing);
  if (!standing || hindered) return refused(hindered ?? { code: 'CaseReportNotFound' });
  const [first, ...rest] = validateCaseContent(content, patient, context.today);
  if (first) return refused(first, ...rest);
  if (change !== 'returned' && standing.rivals.length === 0 && changedFields(standing.current, content).length === 0) return refused({ code: 'ReportUnchanged' });
  return accepted(nextVersion(standing, { ...content, change }, id, context), askAboutCase({ ...content, diseaseId: standing.current.diseaseId }, { encounter: undefined, detectedAt: standing.current.detectedAt }));
}

/** No case after all ("loại trừ"): a version with the content before and the reason. Refusals: as of a further version. */
export function planWithdrawCase({ id, reportId, reason, note }: WithdrawCaseReportInput, { standing }: Pick<NextVersionFacts, 'standing'>, context: WorkContext): Outcome<CaseReport> {
  const hindered = hindrance(reportId, standing);
  if (!standing || hindered) return refused(hindered ?? { code: 'CaseReportNotFound' });
  return accepted(nextVersion(standing, { ...contentOf(standing.current), withdrawn: { reason, note } }, id, context));
}

/** Fields of the form in which two versions differ. */
export const changedFields = (before: object, after: object): string[] => caseContentFields.filter((field) => canonicalJson(contentOf(before)[field] ?? null) !== canonicalJson(contentOf(after)[field] ?? null));

const contentOf = (report: object): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(report).filter(([field]) => (caseContentFields as readonly string[]).includes(field)));

function nextVersion({ current, rivals, others }: ReportStanding<CaseReport>, content: Partial<CaseContent> & Partial<Pick<CaseReport, 'change' | 'withdrawn'>>, id: string | undefined, context: WorkContext): CaseReport {
  const { patientId, encounterId, diseaseId, caseId, detectedAt, deadlineAt, late } = current;
  return buildDocument('caseReports', {
    ...content, patientId, encounterId, diseaseId, caseId, detectedAt, deadlineAt, late, number: 1 + Math.max(...[current, ...rivals, ...others].map((one) => one.number)),
    replaces: [current, ...rivals].map(({ _id }) => _id).sort(), reportedAt: context.now, author: personOf(context),
  }, context, { ...(id === undefined ? {} : { id }), knownFields }) as CaseReport;
}
