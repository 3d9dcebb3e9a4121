import { collectionOfId } from '../../../src-shared/domain/collections.ts';
import type { WorkContext } from '../../../src-shared/domain/common/context.ts';
import { documentStamp, writerName } from '../../../src-shared/domain/common/build-document.ts';
import type { DocumentBase, DocumentBody } from '../../../src-shared/domain/common/document.ts';
import type { SyncCommandAnswer } from '../../../src-shared/contract/queries.ts';
import type { Person } from '../accounts/accounts.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite, type RecordWrite } from '../db/save-records.ts';
import type { StationDatabase } from '../db/station-database.ts';

interface ConflictDocument extends DocumentBase { recordId: string; kind?: string; fields?: { field: string; kept: unknown; other: unknown }[]; resolution?: unknown }

/**
 * A person decided what differs in two places: `kept` leaves the record as it stands (one that was deleted elsewhere is sent there again), `other` puts the other side's values into a
 * new version. The conflict record keeps both and says who decided. `version`: of the record as the person saw it.
 * Refusals: `ConflictNotFound`, `AlreadyResolved`, `RecordNotFound`, `ChangedMeanwhile` (nothing is put over a value the person did not see), `DeletionNotTaken` (a record is voided with a reason, never deleted).
 */
export function resolveConflict(db: StationDatabase, person: Person, { id, choose, version }: { id: string; choose: 'kept' | 'other'; version?: string | undefined }): SyncCommandAnswer {
  const conflict = readRecord<ConflictDocument>(db.store, 'conflicts', id);
  if (!conflict) return { ok: false, refusals: [{ code: 'ConflictNotFound' }] };
  if (conflict.resolution !== undefined) return { ok: false, refusals: [{ code: 'AlreadyResolved' }] };
  if (choose === 'other' && conflict.kind === 'deleted') return { ok: false, refusals: [{ code: 'DeletionNotTaken' }] };
  const context = db.contextFor(person);
  const resolution = { choose, by: { account: person.account, displayName: person.displayName, role: person.role }, at: context.now };
  const records: RecordWrite[] = [recordWrite({ ...conflict, ...documentStamp(context, conflict), resolution }, conflict)];
  if (choose === 'other') {
    const table = collectionOfId(conflict.recordId)?.name;
    const record = table === undefined ? undefined : readRecord<DocumentBody & DocumentBase>(db.store, table, conflict.recordId);
    if (!record) return { ok: false, refusals: [{ code: 'RecordNotFound', id: conflict.recordId }] };
    if (version !== undefined && version !== record.version) return { ok: false, refusals: [{ code: 'ChangedMeanwhile', id: conflict.recordId }] };
    const chosen = (conflict.fields ?? []).reduce<Record<string, unknown>>((body, { field, other }) => withField(body, field, other), record);
    records.unshift(recordWrite({ ...chosen, ...documentStamp(context, record), ...writerName(table ?? '', context), _id: record._id }, record));
  }
  if (choose === 'kept' && conflict.kind === 'deleted') records.unshift(...keptAnew(db, context, conflict.recordId));
  const { event, note } = db.auditChain.next(context, 'resolveConflict', records.map(({ body }) => body._id));
  db.journal.save({
    documents: [...records, { body: event, expectedRev: null }], context: 'resolveConflict', note,
    sql: () => { db.rememberTime(); },
  });
  return { ok: true };
}

/**
 * Elsewhere the record is gone: only a new version of it brings it back there. An audit event says when and by whom something was
 * done: its new version says the same.
 */
function keptAnew(db: StationDatabase, context: WorkContext, recordId: string): RecordWrite[] {
  const collection = collectionOfId(recordId);
  const record = collection && readRecord<DocumentBody & DocumentBase>(db.store, collection.name, recordId);
  if (!record || Number(record.schemaVersion) > collection.schemaVersion) return [];
  return [recordWrite({ ...record, ...(collection.name === 'auditEvents' ? {} : { ...documentStamp(context, record), ...writerName(collection.name, context) }), _id: record._id }, record)];
}

/** Sets `field` or `group.field`; a value that was absent on the other side is taken away. */
function withField(body: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const [head = '', ...rest] = path.split('.');
  if (rest.length > 0) {
    const group = body[head];
    const nested = typeof group === 'object' && group !== null && !Array.isArray(group) ? (group as Record<string, unknown>) : {};
    return { ...body, [head]: withField(nested, rest.join('.'), value) };
  }
  const { [head]: _before, ...others } = body;
  return value === undefined || value === null ? others : { ...others, [head]: value };
}
