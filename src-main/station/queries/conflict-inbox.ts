import type { ConflictRow, ConflictSide } from '../../../src-shared/contract/queries.ts';
import { namesOfWriters } from '../../../src-shared/domain/common/names-of-writers.ts';
import { canonicalJson } from '../../../src-shared/domain/common/canonical-json.ts';
import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import { collectionOfId } from '../../../src-shared/domain/collections.ts';
import { bodyOf, readRecord } from '../db/read-record.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Query } from './query.ts';

/** What replication writes into a conflict record (sync/conflict). */
interface ConflictDocument {
  _id: string; recordId: string; resolution?: unknown; fields?: ConflictRow['fields'];
  kept?: Record<string, unknown>; other?: Record<string, unknown>;
}

/** So many visits are looked through for the names of those who wrote: few people work at a station. */
const VISITS_READ = 500;

/** What differs in two places, newest first. What was kept then is shown as the record has it now, with whoever wrote that: it may have been edited since. */
export const conflictInbox: Query<'conflictInbox'> = ({ includeResolved = false }, { db, lan }) => {
  const rows: ConflictRow[] = [];
  let names: ReturnType<typeof namesOfWriters> | undefined;
  const pcName = (device: string): string | undefined => lan.status().neighbours.find((neighbour) => neighbour.device === device)?.name;
  const sideOf = (version: Record<string, unknown> | undefined): ConflictSide => {
    const { by, at, device } = textsOf(version);
    names ??= namesOfWriters(firstVisits(db));
    const name = typeof version?.['name'] === 'string' ? version['name'] : names(by, device);
    const [isHere, pc] = [device === db.identity.device, pcName(device)];
    return { by, at, device, isHere, ...(name === undefined ? {} : { name }), ...(pc === undefined ? {} : { pc }) };
  };
  for (const stored of db.store.iterate('conflicts')) {
    const conflict = bodyOf<ConflictDocument>(stored);
    const resolved = conflict.resolution !== undefined;
    if (resolved && !includeResolved) continue;
    const collection = collectionOfId(conflict.recordId)?.name ?? '';
    const now = resolved || collection === '' ? undefined : readRecord(db.store, collection, conflict.recordId);
    const then = conflict.fields ?? [];
    const fields = now ? then.map((one) => ({ ...one, kept: valueAt(now, one.field) })) : then;
    const isEdited = canonicalJson(fields) !== canonicalJson(then);
    rows.push({
      id: conflict._id, recordId: conflict.recordId, collection, patientName: patientNameOf(db, conflict.recordId), resolved,
      ...(typeof now?.['version'] === 'string' ? { version: now['version'] } : {}),
      fields, kept: isEdited && now ? sideOf({ ...now, name: now['updatedByName'] }) : sideOf(conflict.kept), other: sideOf(conflict.other),
    });
  }
  return rows.reverse();
};

/** The value of `field` or `group.field`. */
function valueAt(record: DocumentBody, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], record);
}

function* firstVisits(db: StationDatabase): Generator<Record<string, unknown>> {
  let left = VISITS_READ;
  for (const visit of db.store.iterate('encounters')) {
    if (left <= 0) return;
    left -= 1;
    yield visit;
  }
}

function textsOf(version: Record<string, unknown> = {}): Omit<ConflictSide, 'isHere'> {
  const text = (...names: string[]) => names.map((name) => version[name]).find((value): value is string => typeof value === 'string') ?? '';
  return { by: text('by', 'updatedBy'), at: text('at', 'updatedAt'), device: text('device') };
}

function patientNameOf(db: StationDatabase, recordId: string): string | undefined {
  const table = collectionOfId(recordId)?.name;
  const record = table === undefined ? undefined : db.store.get(table, recordId);
  const patientId = table === 'patients' ? recordId : record?.patientId;
  return typeof patientId === 'string' ? db.people.get(patientId)?.patient.fullName : undefined;
}
