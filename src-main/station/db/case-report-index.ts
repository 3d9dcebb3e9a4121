import { setImmediate as nextTurn } from 'node:timers/promises';
import { caseReport, type CaseReport } from '../../../src-shared/domain/surveillance/case-report.schema.ts';
import type { StorageCore, StoredDocument } from '../../../store/index.ts';
import { bodyOf } from './read-record.ts';

/** Every version of every report of a case this program can read, in memory; some hundreds in years. Follows every commit. `ready`: reads them in turns, for whoever can wait; otherwise they are read at once. */
export interface CaseReportIndex { ready(): Promise<void>; all(): CaseReport[]; ofPatients(ids: readonly string[]): CaseReport[] }

/** So many take a few milliseconds. */
const AT_ONCE = 20;

/** What came over the wire and is no report stops no other; `station verify` names it. */
export function createCaseReportIndex(store: Pick<StorageCore, 'iterate' | 'changes'>): CaseReportIndex {
  const known = new Map<string, CaseReport>();
  const changed = new Set<string>();
  const rest = store.iterate('caseReports');
  const put = (stored: StoredDocument) => {
    const read = stored._deleted ? undefined : caseReport.safeParse(bodyOf(stored));
    if (read?.success) known.set(stored._id, read.data); else known.delete(stored._id);
  };
  /** False once all are read. */
  const readSome = (): boolean => {
    for (let n = 0; n < AT_ONCE; n += 1) {
      const { value, done } = rest.next();
      if (done) return false;
      // Read with its page before it changed.
      if (!changed.has(value._id)) put(value);
    }
    return true;
  };
  const readRest = () => { while (readSome()); };
  store.changes.subscribe(({ changes }) => { for (const { table, document } of changes) if (table === 'caseReports') { changed.add(document._id); put(document); } });
  return {
    async ready() { while (readSome()) await nextTurn(); },
    all() { readRest(); return [...known.values()]; },
    ofPatients(ids) { readRest(); return [...known.values()].filter(({ patientId }) => ids.includes(patientId)); },
  };
}
