import type { ReportNumber } from '../domain/report/report-lines.ts';
import type { RelockReason } from '../domain/report/report.schema.ts';
import type { ReportSum } from '../domain/report/sum-reports.ts';
import type { Review } from '../domain/review/review.schema.ts';

/** How a month stands at one station: nothing came though it was due, nothing came yet, it waits to be read, was returned, was accepted. */
export const reportStates = ['missing', 'notYet', 'sent', 'returned', 'accepted'] as const;
export type ReportState = (typeof reportStates)[number];
/** `rivals`: versions locked apart from the one that counts. `area`: the unit of the reader's area it belongs to, where there is one between. */
export interface ReportStationRow {
  unit: string; name?: string; area?: string; areaName?: string; reviewedBy: string; state: ReportState;
  reportId?: string; number?: number; lockedAt?: string; lockedBy?: string; late?: boolean; completeness?: number; rivals?: number;
}
/** Of `reported` of so many stations. */
export interface ReportSums { period: string; stations: number; reported: number; sums: ReportSum[] }
export interface StationReportVersion {
  reportId: string; version: string; number: number; lockedAt: string; lockedBy: string; late: boolean; completeness: number; records: number; reason?: RelockReason;
  standing: 'current' | 'rival' | 'replaced'; lines: ReportNumber[]; /** The newest word on it. */ review?: Review;
}
/** `versions`: the one that counts first. `before`: the month before, where it was sent. */
export interface StationReport { unit: string; name?: string; period: string; reviewedBy: string; versions: StationReportVersion[]; before?: { period: string; lines: ReportNumber[] } }
