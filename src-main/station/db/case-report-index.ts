import { caseReport, type CaseReport } from '../../../src-shared/domain/surveillance/case-report.schema.ts';
import type { StorageCore, StoredDocument } from '../../../store/index.ts';
import { bodyOf } from './read-record.ts';

/** Every version of every report of a case this program can read, in memory; some hundreds in years. Follows every commit. */
export interface CaseReportIndex { all(): CaseReport[]; ofPatients(ids: readonly string[]): CaseReport[] }

/** What came over the wire and is no report stops no other; `station verify` names it. */
export function createCaseReportIndex(store: Pick<StorageCore, 'iterate' | 'changes'>): CaseReportIndex {
  const known = new Map<string, CaseReport>();
  const put = (stored: StoredDocument) => {
    const read = stored._deleted ? undefined : caseReport.safeParse(bodyOf(stored));
    if (read?.success) known.set(stored._id, read.data); else known.delete(stored._id);
  };
  for (const stored of store.iterate('caseReports')) put(stored);
  store.changes.subscribe(({ changes }) => { for (const { table, document } of changes) if (table === 'caseReports') put(document); });
  return { all: () => [...known.values()], ofPatients: (ids) => [...known.values()].filter(({ patientId }) => ids.includes(patientId)) };
}
