import type { SubmittedRecord } from '../../../src-shared/contract/hub-api.ts';
import type { CaseReport } from '../../../src-shared/domain/surveillance/case-report.schema.ts';
import { useCaseTexts } from '../../ui/case-texts.ts';
import { CareRecord } from './CareRecord.tsx';

/** One version of the report of a case to be decided on; what was returned is answered by a further one. */
export function CaseRecord({ report: { author, createdAt }, report, ...props }: { answer: SubmittedRecord; report: CaseReport; toQueue(): void }) {
  return <CareRecord {...props} record={{ voided: undefined, author, createdAt }} texts={useCaseTexts(report)} />;
}
