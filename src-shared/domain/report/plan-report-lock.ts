import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome } from '../common/refusal.ts';
import { compareNumbers } from './compare-numbers.ts';
import { deriveReportStanding } from './derive-report-standing.ts';
import { reportDueOn } from './report-due.ts';
import { completenessOf, REPORT_FORM_VERSION, type ReportNumber } from './report-lines.ts';
import { reportContent, type LockReportInput, type Report } from './report.schema.ts';

/** `counted`: the month as it is counted now; none where nobody counted it since the last change. `versions`: every version of that month. `newest`: a stamp after that of everything this PC knows. */
export interface LockFacts { counted: { numbers: readonly ReportNumber[]; records: number } | undefined; versions: readonly Report[]; newest: string }

/**
 * A month's numbers as they are, as a document nobody changes again. Refusals: `PeriodInFuture`, `ReportNotCounted`, `NumbersChanged {lines}` (others than were shown),
 * `RelockReasonMissing`, `ReportUnchanged` (the version that counts says the same).
 */
export function planReportLock({ id, period, shown, reason }: LockReportInput, { counted, versions, newest }: LockFacts, context: WorkContext): Outcome<{ report: Report }> {
  if (period > context.today.slice(0, 7)) return refused({ code: 'PeriodInFuture', field: 'period' });
  if (!counted) return refused({ code: 'ReportNotCounted', period });
  const numbers = [...counted.numbers];
  const changed = shown ? compareNumbers(shown, numbers) : [];
  if (changed.length > 0) return refused({ code: 'NumbersChanged', lines: changed.map((one) => one.id) });
  const standing = deriveReportStanding(versions);
  if (standing && reason === undefined) return refused({ code: 'RelockReasonMissing', field: 'reason' });
  const heads = standing ? [standing.current, ...standing.rivals] : [];
  if (standing && heads.length === 1 && reason !== 'returned' && compareNumbers(standing.current.lines, numbers).length === 0) return refused({ code: 'ReportUnchanged', period });
  const report = buildDocument('reports', {
    period, formVersion: REPORT_FORM_VERSION, number: 1 + Math.max(0, ...versions.map((one) => one.number)), lines: numbers,
    source: { records: counted.records, newest }, lockedAt: context.now, lockedBy: context.account, late: context.today > reportDueOn(period),
    completeness: completenessOf(numbers), replaces: heads.map(({ _id }) => _id).sort(), ...(standing && reason !== undefined ? { reason } : {}),
  }, context, { ...(id === undefined ? {} : { id }), knownFields: Object.keys(reportContent) });
  return accepted({ report });
}
