import type { ConflictRow } from '../../../src-shared/contract/queries.ts';
import { collectionOfId } from '../../../src-shared/domain/collections.ts';
import { bodyOf } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Query } from './query.ts';

/** What replication writes into a conflict record (sync/conflict). */
interface ConflictDocument {
  _id: string; recordId: string; resolution?: unknown; fields?: ConflictRow['fields'];
  kept?: Record<string, unknown>; other?: Record<string, unknown>;
}

/** What differs in two places, newest first. */
export const conflictInbox: Query<'conflictInbox'> = ({ includeResolved = false }, { db }) => {
  const rows: ConflictRow[] = [];
  for (const stored of db.store.iterate('conflicts')) {
    const conflict = bodyOf<ConflictDocument>(stored);
    const resolved = conflict.resolution !== undefined;
    if (resolved && !includeResolved) continue;
    rows.push({
      id: conflict._id, recordId: conflict.recordId, collection: collectionOfId(conflict.recordId)?.name ?? '', patientName: patientNameOf(db, conflict.recordId), resolved,
      fields: conflict.fields ?? [], kept: sideOf(conflict.kept), other: sideOf(conflict.other),
    });
  }
  return rows.reverse();
};

function sideOf(version: Record<string, unknown> = {}): ConflictRow['kept'] {
  const text = (...names: string[]) => names.map((name) => version[name]).find((value): value is string => typeof value === 'string') ?? '';
  return { by: text('by', 'updatedBy'), at: text('at', 'updatedAt'), device: text('device') };
}

function patientNameOf(db: StationDatabase, recordId: string): string | undefined {
  const table = collectionOfId(recordId)?.name;
  const record = table === undefined ? undefined : db.store.get(table, recordId);
  const patientId = table === 'patients' ? recordId : record?.patientId;
  return typeof patientId === 'string' ? db.people.get(patientId)?.patient.fullName : undefined;
}
