import type { DiseaseCount } from '../domain/surveillance/count-cases.ts';
import type { CaseReport } from '../domain/surveillance/case-report.schema.ts';
import type { DiseaseId } from '../domain/surveillance/notifiable-diseases.ts';
import type { ReviewStatus } from '../domain/review/derive-review-status.ts';

/** A case as it stands: the version that counts, but `reportedAt` is that of the first one. `rivals`: versions written apart from it. */
export interface HubCaseRow extends Pick<CaseReport, 'diseaseId' | 'classification' | 'outcome' | 'detectedAt' | 'reportedAt' | 'number' | 'late' | 'deadlineAt'> {
  unit: string; name?: string; recordId: string; patientId: string; patientName: string; bornOn?: string; review: ReviewStatus; isWithdrawn: boolean; rivals?: number;
}
/** Cases stations knew of in a month, newest first. `total`: by the filter; `counts`: of the whole month, those taken back not among them. */
export interface HubCases { rows: HubCaseRow[]; total: number; counts: DiseaseCount[] }
export interface HubCasesQuestion { period: string; diseaseId?: DiseaseId | undefined; limit?: number | undefined; offset?: number | undefined }
