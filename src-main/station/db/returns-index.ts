import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { review as reviewSchema, type Review } from '../../../src-shared/domain/review/review.schema.ts';
import type { StorageCore, StoredDocument } from '../../../store/index.ts';
import { bodyOf } from './read-record.ts';

/** Reviewers' words that ask something of the station, in memory; follows every commit. Of acceptances, one for each record, only the newest is known by its stamps. */
export interface ReturnsIndex {
  /** Records that were ever returned. */
  returnedRecordIds(): string[];
  /** The return that this version of the record has not answered yet. */
  openReturn(record: Pick<Encounter, '_id' | 'version'>): Review | undefined;
  /** Requests for missing records, and those withdrawn. */
  requests(): Review[];
}

export function createReturnsIndex(store: StorageCore): ReturnsIndex {
  const returnsByRecord = new Map<string, Map<string, Review>>();
  const acceptedByRecord = new Map<string, { recordVersion: string; version: string }>();
  const requests = new Map<string, Review>();

  const put = (stored: StoredDocument) => {
    const shape = reviewSchema.safeParse(bodyOf(stored));
    if (stored._deleted || !shape.success) return;
    const { _id, recordId, recordVersion, decision, version } = shape.data;
    if (decision === 'requested' || decision === 'withdrawn') requests.set(_id, shape.data);
    else if (decision === 'returned') {
      const known = returnsByRecord.get(recordId) ?? new Map<string, Review>();
      returnsByRecord.set(recordId, known.set(_id, shape.data));
    } else if (decision === 'accepted' && version > (acceptedByRecord.get(recordId)?.version ?? '')) acceptedByRecord.set(recordId, { recordVersion, version });
  };
  for (const stored of store.iterate('reviews')) put(stored);
  store.changes.subscribe(({ changes }) => { for (const { table, document } of changes) if (table === 'reviews') put(document); });

  return {
    returnedRecordIds: () => [...returnsByRecord.keys()],
    openReturn({ _id, version }) {
      const newest = [...returnsByRecord.get(_id)?.values() ?? []].filter((one) => one.recordVersion === version).sort((a, b) => (a.version < b.version ? 1 : -1))[0];
      const accepted = acceptedByRecord.get(_id);
      return newest && accepted?.recordVersion === version && accepted.version > newest.version ? undefined : newest;
    },
    requests: () => [...requests.values()],
  };
}
