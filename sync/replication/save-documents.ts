import type { Commit, DocumentWrite, StoredDocument } from '../../store/index.ts';
import { bucketOf } from '../receipts/digest.ts';
import type { JournalCore } from './journal-core.ts';
import { contentOf, mintContent } from './mint-revision.ts';
import type { LeafChange, NewOutboxRow } from './plan-rows.ts';
import { ancestorsFor, bodyOf } from './wire-document.ts';
import type { DocumentBody } from '../types.ts';

export interface SaveWrite { documents: { body: DocumentBody; expectedRev?: string | null }[]; sql?: Commit['sql']; note?: string | undefined; context: string }

/** The stored version was written by a newer program: it is shown read-only, never rewritten (contract §3). */
export class NewerSchemaError extends Error {
  readonly id: string;
  constructor(id: string) { super('the record was written by a newer version of the program'); this.name = 'NewerSchemaError'; this.id = id; }
}

/** `Journal.save`: one commit for documents, outbox, leaves, digests and the caller's own SQL. */
export function saveDocuments(core: JournalCore, { documents, sql: more, note, context }: SaveWrite): StoredDocument[] {
  const writes: DocumentWrite[] = [];
  const leaves: LeafChange[] = [];
  const outbox: NewOutboxRow[] = [];
  const replaced: { database: string; id: string }[] = [];
  const seen = new Set<string>();

  for (const { body: given, expectedRev } of documents) {
    const body = given._deleted ? tombstoneOf(given) : given;
    const id = body._id;
    const collection = core.collectionOf(id);
    const database = core.databaseOf(id);
    if (!collection || !database || !collection.owned) throw new Error(`not a collection written here: ${id.split(':', 1)[0] ?? ''}`);
    if (seen.has(id)) throw new Error('the same document twice in one save');
    seen.add(id);
    // A new document is not looked for: the commit refuses it where there is one.
    const previous = expectedRev === null ? undefined : core.store.get(collection.table, id);
    if (previous && Number(previous['schemaVersion'] ?? 0) > collection.schemaVersion) throw new NewerSchemaError(id);
    const content = contentOf(body);
    const { rev, json } = mintContent(content, previous?._rev);
    const stored: StoredDocument = {
      ...content, _id: id, _rev: rev, _deleted: body._deleted === true,
      _meta: { lwt: 0, revs: ancestorsFor(previous && { _rev: previous._rev, revs: previous._meta.revs }) }, _attachments: previous?._attachments ?? {},
    };
    writes.push({
      table: collection.table, document: stored, previousRev: expectedRev === undefined ? previous?._rev ?? null : expectedRev, previous,
      // A deletion is part of the content; the store writes it itself.
      content: stored._deleted ? undefined : json,
    });
    if (previous) {
      replaced.push({ database, id });
      // What this version replaces is no leaf any more; nor is the stand-in for a version that was denied.
      for (const leaf of core.leavesOf(database, id)) if (leaf.current || leaf.body === null) leaves.push({ remove: leaf });
    }
    leaves.push({ add: { database, id, rev, device: deviceOf(body), bucket: bucketOf(id), counted: true, current: true } });
    outbox.push({ database, tbl: collection.table, id, rev, baseRev: previous?._rev ?? null, baseBody: previous ? JSON.stringify(bodyOf(previous)) : null });
  }

  const event = core.commit({
    documents: writes, leaves, outbox, note, context,
    sql: (sql, lwt) => {
      for (const { database, id } of replaced) {
        sql.run("UPDATE sync_outbox SET state = 'older' WHERE database = ? AND id = ? AND state IN ('waiting', 'denied') AND body IS NULL AND seq < (SELECT MAX(seq) FROM sync_outbox WHERE database = ? AND id = ? AND body IS NULL)", database, id, database, id);
        sql.run('DELETE FROM sync_denied WHERE database = ? AND id = ?', database, id);
      }
      more?.(sql, lwt);
    },
  });
  return event.changes.map(({ document }) => document);
}

const stamps = ['_id', '_deleted', 'unit', 'device', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'version', 'schemaVersion'];

/** A deletion says who and when, not what was deleted. */
function tombstoneOf(body: DocumentBody): DocumentBody {
  return { _id: body._id, ...Object.fromEntries(stamps.filter((key) => body[key] !== undefined).map((key) => [key, body[key]])) };
}

/** Device that wrote a body, `''` where a bare tombstone names none: receipts are grouped by it. */
export function deviceOf(body: Readonly<Record<string, unknown>>): string {
  return typeof body['device'] === 'string' ? body['device'] : '';
}
