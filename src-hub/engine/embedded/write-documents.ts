import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import type { EngineDatabase, WriteRow } from '../engine.ts';
import type { PouchDatabase, PouchRow } from './pouch-types.ts';

/** What the engine is told: a write changed something, or failed for a reason that is not the document's. */
export interface WriteListener { stored(): void; broken(): void }

/** PouchDB refuses a whole batch when one document names an attachment it does not hold. */
const isMissingAttachment = (error: unknown): boolean => (error as PouchRow).status === 412;

function toWriteRow(row: PouchRow, fallbackId: string): WriteRow {
  const id = row.id ?? fallbackId;
  if (row.ok && row.rev !== undefined) return { id, rev: row.rev, ok: true };
  return { id, error: row.name ?? 'bad_request', reason: row.message ?? 'not stored' };
}

/** Writes a batch; where PouchDB would refuse it whole for one document's attachment, document by document. */
export function createWriter(pouch: PouchDatabase, lastSequence: () => Promise<number>, listener: WriteListener): EngineDatabase['write'] {
  async function writeBatch(documents: DocumentBody[], minted: boolean): Promise<WriteRow[]> {
    const ids = documents.map((document) => document._id);
    try {
      const rows = await pouch.bulkDocs(documents, { new_edits: !minted });
      return rows.map((row, at) => toWriteRow(row, ids[at] ?? ''));
    } catch (error) {
      if (!isMissingAttachment(error)) { listener.broken(); throw error; }
      if (documents.length === 1) return [{ id: ids[0] ?? '', error: 'forbidden', reason: 'missing attachment' }];
      const rows: WriteRow[] = [];
      for (const document of documents) rows.push(...await writeBatch([document], minted));
      return rows;
    }
  }

  return async (documents, { minted }) => {
    if (!documents.length) return [];
    const before = await lastSequence();
    const rows = await writeBatch(documents, minted);
    if (await lastSequence() !== before) listener.stored();
    return rows;
  };
}
