import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import type { WriteRow } from '../engine/engine.ts';
import type { RefusedRow, UpLine } from '../../sync/index.ts';
import { documentRefusal } from '../public/handlers/bulk-docs.ts';
import { parseDatabaseName } from '../public/database-access.ts';
import { forgetRefusals, noteRefusals } from '../public/refusals.ts';
import type { Principal } from '../public/principal.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';

/** Documents written at once; so many lie in memory. */
const BATCH = 500;

export interface StoredCount { stored: number; refused: RefusedRow[] }
type DocumentLine = Extract<UpLine, { t: 'document' }>;

/** Those of a refusal: an engine need not name the one it means, and a station takes for stored what is not named. */
const revisionsMeant = ({ id, rev }: WriteRow, documents: readonly DocumentBody[]): string[] =>
  (rev !== undefined ? [rev] : documents.flatMap((document) => (document._id === id ? [String(document._rev ?? '')] : [])));

/** Stores a bundle's documents in their order by the checks of the door (`_bulk_docs`); what is refused does not hold up the rest. */
export function createDocumentStore(place: WorkPlace, principal: Extract<Principal, { kind: 'device' }>): { add(line: DocumentLine): Promise<void>; finish(): Promise<StoredCount> } {
  const count: StoredCount = { stored: 0, refused: [] };
  const call = { ...place, principal, log: () => undefined };
  let batch: DocumentBody[] = [];
  let open = '';

  const flush = async (): Promise<void> => {
    const [documents, database] = [batch, open];
    batch = [];
    if (!documents.length) return;
    const parsed = parseDatabaseName(database);
    const isOwn = parsed && parsed.kind !== 'reference' && parsed.unit === principal.unit;
    const taken: DocumentBody[] = [];
    const refused: RefusedRow[] = [];
    for (const document of documents) {
      const refusal = isOwn ? documentRefusal(call, document, parsed, { minted: true, measure: true }) : { id: document._id, error: 'forbidden', reason: 'not a database of this station' };
      if (refusal) refused.push({ database, id: String(refusal.id), rev: String(document._rev ?? ''), error: refusal.error, reason: refusal.reason });
      else taken.push(document);
    }
    if (isOwn) {
      await place.engine.create(database);
      const rows = await place.engine.use(database, (db) => db.write(taken, { minted: true }));
      for (const row of rows) if ('error' in row) refused.push(...revisionsMeant(row, taken).map((rev) => ({ database, id: row.id, rev, error: row.error, reason: row.reason })));
      noteRefusals(call, database, refused);
      forgetRefusals(call, database, taken.map(({ _id }) => _id));
    }
    count.refused.push(...refused);
    count.stored += documents.length - refused.length;
  };

  return {
    async add({ database, document }) {
      if (database !== open || batch.length >= BATCH) await flush();
      open = database;
      batch.push(document);
    },
    async finish() {
      await flush();
      return count;
    },
  };
}
