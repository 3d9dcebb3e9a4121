import type { ReportForm, ReportNumber } from '../domain/report/report-lines.ts';
import type { Report } from '../domain/report/report.schema.ts';
import type { Review } from '../domain/review/review.schema.ts';

/** `standing`: counts; locked apart from the one that counts, and does not; has been replaced. */
export interface ReportVersionRow extends Pick<Report, '_id' | 'version' | 'period' | 'number' | 'formVersion' | 'lines' | 'source' | 'lockedAt' | 'lockedBy' | 'late' | 'completeness' | 'reason' | 'unit' | 'device'> {
  standing: 'current' | 'rival' | 'replaced';
  /** What the unit that reviews the station said of it last. */ review?: Pick<Review, 'decision' | 'comment' | 'comments' | 'reviewedAt' | 'reviewedBy'>;
}
/** How a month stands: nothing was written in it, nobody locked it (late after its day), locked, returned, accepted. */
/** `unlocked`: over, before the first that was ever locked here. */
export type MonthState = 'open' | 'nothing' | 'unlocked' | 'due' | 'late' | 'locked' | 'returned' | 'accepted';
/** `versions`: newest first. `changedRecords`: of the month, since the version that counts was locked. `months`: this one's year round, newest first. */
export interface ReportMonth {
  month: string; /** Until when it is counted. */ on: string; dueOn: string; state: MonthState; versions: ReportVersionRow[]; population?: number; changedRecords: number;
  months: { month: string; state: MonthState; number?: number }[];
}
/** One part of a month as it is counted now. */
export interface ReportFormDraft { month: string; form: ReportForm; on: string; numbers: ReportNumber[] }
/** What a number counts; a person, a record of theirs, a medicine, or a fridge. `name`: of either. */
export interface ReportRecordRow {
  key: string; name: string; patientId?: string; bornOn?: string; sex?: string; village?: string; medicineId?: string; equipmentId?: string; /** `encounters:…` */ recordId?: string; on?: string; times?: number;
}
/** `total`: rows; `counted`, `others`: of a share those counted and those not. */
export interface ReportRecords { month: string; line: string; rows: ReportRecordRow[]; total: number; value: number; of?: number; hasRest: boolean }
/** The month before, which nobody locked. */
export interface ReportDueRow { period: string; dueOn: string; late: boolean }
export interface ReturnedReportRow { reportId: string; period: string; returnedAt: string; returnedBy: Review['reviewedBy']; reason?: string; /** Lines with words of their own. */ lines: string[] }
