import { deriveReportStanding, type ReportStanding } from '../report/derive-report-standing.ts';
import type { CaseReport } from './case-report.schema.ts';

/** Two PCs that report one visit apart from each other mean one case. */
export const caseKeyOf = ({ caseId, encounterId, diseaseId }: Pick<CaseReport, 'caseId' | 'encounterId' | 'diseaseId'>): string => (encounterId === undefined ? caseId : `${encounterId} ${diseaseId}`);

/** Of every case which version counts, as of monthly reports: the one nothing replaces, of several the later by clock. In the order of the first ones given. [DIS9] */
export const caseStandings = (reports: readonly CaseReport[]): ReportStanding<CaseReport>[] => [...Map.groupBy(reports, caseKeyOf).values()].flatMap((versions) => deriveReportStanding(versions) ?? []);
