import type { Commit, DocumentWrite, StoredDocument } from '../../store/index.ts';
import { bucketOf } from '../receipts/digest.ts';
import type { JournalCore } from './journal-core.ts';
import type { Leaf } from './leaf-book.ts';
import { contentOf, mintContent } from './mint-revision.ts';
import type { LeafChange, NewOutboxRow } from './plan-rows.ts';
import { ancestorsFor, bodyOf } from './wire-document.ts';
import type { DocumentBody, SyncedCollection } from '../types.ts';

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
  const before = readBefore(core, documents);

  for (const { body: given, expectedRev } of documents) {
    const body = given._deleted ? tombstoneOf(given) : given;
    const id = body._id;
    const { collection, database } = placeOf(core, id);
    const previous = before.documents.get(id);
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
    // What this version replaces is no leaf any more; nor is the stand-in for a version that was denied.
    if (previous) for (const leaf of before.leaves.get(id) ?? []) if (leaf.current || leaf.body === null) leaves.push({ remove: leaf });
    leaves.push({ add: { database, id, rev, device: deviceOf(body), bucket: bucketOf(id), counted: true, current: true } });
    outbox.push({ database, tbl: collection.table, id, rev, baseRev: previous?._rev ?? null, baseBody: previous ? JSON.stringify(bodyOf(previous)) : null });
  }

  const event = core.commit({
    documents: writes, leaves, outbox, note, context,
    sql: (sql, lwt) => {
      for (const [database, ids] of before.replaced) {
        const asked = JSON.stringify(ids);
        sql.run(`UPDATE sync_outbox SET state = 'older' WHERE seq IN (
          SELECT o.seq FROM json_each(?) AS asked CROSS JOIN sync_outbox AS o ON o.database = ? AND o.id = asked.value WHERE o.state IN ('waiting', 'denied') AND o.body IS NULL
          AND o.seq < (SELECT MAX(seq) FROM sync_outbox WHERE database = o.database AND id = o.id AND body IS NULL))`, asked, database);
        sql.run('DELETE FROM sync_denied WHERE database = ? AND id IN (SELECT value FROM json_each(?))', database, asked);
      }
      more?.(sql, lwt);
    },
  });
  return event.changes.map(({ document }) => document);
}

function placeOf(core: JournalCore, id: string): { collection: SyncedCollection; database: string } {
  const collection = core.collectionOf(id);
  const database = core.databaseOf(id);
  if (!collection?.owned || !database) throw new Error(`not a collection written here: ${id.split(':', 1)[0] ?? ''}`);
  return { collection, database };
}

/** What a save replaces, read of all its documents at once: the versions, their leaves, and their ids by database. */
interface Before { documents: ReadonlyMap<string, StoredDocument>; leaves: ReadonlyMap<string, readonly Leaf[]>; replaced: ReadonlyMap<string, readonly string[]> }
const nothingBefore: Before = { documents: new Map(), leaves: new Map(), replaced: new Map() };

/** A document said to be new is not looked for: the commit refuses it where there is one. */
function readBefore(core: JournalCore, documents: SaveWrite['documents']): Before {
  if (new Set(documents.map(({ body }) => body._id)).size < documents.length) throw new Error('the same document twice in one save');
  const perhapsThere = documents.flatMap(({ body, expectedRev }) => (expectedRev === null ? [] : [body._id]));
  if (perhapsThere.length === 0) return nothingBefore;
  const found = [...Map.groupBy(perhapsThere, (id) => placeOf(core, id).collection.table)].flatMap(([table, some]) => core.store.getMany(table, some));
  const before = new Map(found.map((document) => [document._id, document]));
  const replaced = Map.groupBy(before.keys(), (id) => placeOf(core, id).database);
  return { documents: before, replaced, leaves: new Map([...replaced].flatMap(([database, some]) => [...core.leaves.ofMany(database, some)])) };
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
