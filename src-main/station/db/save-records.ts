import type { OperationResult } from '../../../src-shared/contract/operations.ts';
import type { WorkContext } from '../../../src-shared/domain/common/context.ts';
import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import type { Sql } from '../../../store/index.ts';
import type { StationDatabase } from './station-database.ts';

/** One document of a save; `expectedRev` is the revision it replaces, `null` for a new one. */
export interface RecordWrite { body: DocumentBody; expectedRev: string | null }

/** A new record, or the next version of one that was read. The body's own `_rev` names the version it replaces; the journal mints the next. */
export function recordWrite<T extends { _id: string }>(next: T, previous?: { _rev?: string }): RecordWrite {
  const { _rev: _replaced, ...body } = next as T & DocumentBody;
  return { body, expectedRev: previous?._rev ?? null };
}

export interface Save { operation: string; key: string; inputHash: string; records: RecordWrite[]; result: Omit<OperationResult, 'already'>; /** Of tables beside the documents. */ also?: ((sql: Sql) => void) | undefined }

/**
 * The one commit of an operation: records, audit event, idempotency key, highest time, outbox (the journal adds it).
 * @throws StoreConflict when a record is no longer the version that was read; nothing is written then.
 */
export function saveRecords(db: StationDatabase, context: WorkContext, { operation, key, inputHash, records, result, also }: Save): void {
  const { event, note } = db.auditChain.next(context, operation, result.ids);
  db.journal.save({
    documents: [...records, { body: event, expectedRev: null }],
    context: operation, note,
    sql: (sql) => {
      db.doneKeys.remember(sql, key, { operation, inputHash, result, at: context.now });
      also?.(sql);
      db.rememberTime();
    },
  });
}
