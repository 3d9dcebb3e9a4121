import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import type { AllDocumentsRow, BulkGetAnswer, ChangeRow, EngineDatabase, OpenRevision, ReadOptions, Sequence, WriteRow } from '../engine.ts';
import type { DirectPairs } from '../../../store/index.ts';
import type { PouchDatabase } from './pouch-types.ts';
import { idOf } from '../plain-document.ts';
import type { WrittenDocument } from '../plain-document.ts';
import { readFeed } from './read-feed.ts';
import { createReadGate } from './read-gate.ts';
import { readDocument, readMetadata, readRevisions } from './read-pairs.ts';
import { latestOfTree, revisionsOfTree } from './revision-tree.ts';
import { isMissingStub, readCounters, writePairs } from './write-pairs.ts';

/** What the engine is told: a write changed something, or failed for a reason that is not the document's. */
export interface WriteListener { stored(): void; broken(): void }

/** Rows of a page whose bodies PouchDB reads, with attachments or conflicts: each may be as large as a document can be. */
const MOST_READ_WHOLE = 20;

interface PouchFault { status?: number; name?: string; message?: string; reason?: string }
const isMissing = (error: unknown): boolean => (error as PouchFault).status === 404;
const hasAttachments = (body: DocumentBody): boolean => body['_attachments'] !== undefined;

function toPouchOptions(options: ReadOptions): Record<string, unknown> {
  return {
    ...(options.rev === undefined ? {} : { rev: options.rev }), revs: options.revisions, revs_info: options.revisionsInfo, conflicts: options.conflicts,
    attachments: options.attachments,
  };
}

/** Many readers pass the bytes on, or leave the row out: the body is parsed for those who look into it. */
class RowWithBody implements ChangeRow {
  readonly sequence: Sequence;
  readonly id: string;
  readonly leaves: string[];
  readonly deleted: boolean;
  readonly json: Buffer;
  #body: DocumentBody | undefined;

  constructor({ sequence, id, leaves, deleted }: ChangeRow, json: Buffer) {
    [this.sequence, this.id, this.leaves, this.deleted, this.json] = [sequence, id, leaves, deleted, json];
  }

  get body(): DocumentBody { return this.#body ??= JSON.parse(String(this.json)) as DocumentBody; }
}

/** `EngineDatabase` over one open PouchDB: what is asked often is read and written in its pairs directly. */
export async function createEmbeddedDatabase(name: string, pouch: PouchDatabase, opened: () => DirectPairs | undefined, listener: WriteListener): Promise<EngineDatabase> {
  const uuid = await pouch.id();
  const pairs = opened();
  if (!pairs) throw new Error('the store was not opened');
  const counters = readCounters(pairs);
  const gate = createReadGate();
  const toSequence = (n: number | string): Sequence => `${n}-${uuid}`;

  /** `undefined` where it is not of this database as it is now. */
  function fromSequence(since: Sequence): number | undefined {
    const match = /^(\d{1,15})(?:-(.*))?$/.exec(since);
    if (!match || (match[2] !== undefined && match[2] !== uuid)) return undefined;
    const number = Number(match[1]);
    // Ahead of the database: it was put back from an older copy, so the reader must see everything again.
    return number > counters.sequence ? undefined : number;
  }

  /** What each of these revisions has become; those nobody knows as they were asked for. */
  function latestOf(id: string, revisions: readonly string[]): string[] {
    const tree = readMetadata(pairs as DirectPairs, id)?.rev_tree ?? [];
    return [...new Set(revisions.flatMap((rev) => {
      const latest = latestOfTree(tree, rev);
      return latest.length ? latest : [rev];
    }))];
  }

  async function openRevisions(id: string, revisions: 'all' | string[], options: ReadOptions = {}): Promise<OpenRevision[]> {
    const wanted = options.latest && revisions !== 'all' ? latestOf(id, revisions) : revisions;
    const found = readRevisions(pairs as DirectPairs, id, wanted, options.revisions === true);
    if (options.attachments !== true || !found.some((one) => 'ok' in one && hasAttachments(one.ok))) return found;
    return gate.read(async () => await pouch.get(id, { ...toPouchOptions(options), open_revs: wanted }) as OpenRevision[]);
  }

  async function bulkGetOne(request: { id: string; rev?: string }, options: ReadOptions): Promise<BulkGetAnswer> {
    const found = await openRevisions(request.id, request.rev === undefined ? 'all' : [request.rev], options);
    const missing = (rev: string) => ({ error: { id: request.id, rev, error: 'not_found', reason: 'missing' } });
    if (!found.length) return { id: request.id, docs: [missing(request.rev ?? 'undefined')] };
    return { id: request.id, docs: found.map((one) => ('ok' in one ? one : missing(one.missing))) };
  }

  async function pouchRead(id: string, options: ReadOptions): Promise<DocumentBody | 'deleted' | undefined> {
    try {
      const rev = options.latest && options.rev !== undefined ? latestOf(id, [options.rev])[0] : options.rev;
      return await gate.read(async () => await pouch.get(id, toPouchOptions({ ...options, ...(rev === undefined ? {} : { rev }) })) as DocumentBody);
    } catch (error) {
      if (isMissing(error)) return (error as PouchFault).reason === 'deleted' ? 'deleted' : undefined;
      throw error;
    }
  }

  const isPlain = ({ rev: _, ...others }: ReadOptions): boolean => Object.values(others).every((value) => value !== true);
  const read = async (id: string, options: ReadOptions = {}) => (isPlain(options) && !id.startsWith('_local/') ? readDocument(pairs, id, options.rev) : pouchRead(id, options));

  async function readLocal(id: string): Promise<DocumentBody | undefined> {
    const found = await read(`_local/${id}`);
    return found === 'deleted' ? undefined : found;
  }

  /** A document may name an attachment that another one of its batch brings. */
  function write(documents: WrittenDocument[], options: { minted: boolean }): WriteRow[] {
    const rows = writePairs(pairs as DirectPairs, counters, documents, options);
    if (!options.minted || documents.length === 1 || !rows.some(isMissingStub)) return rows;
    const again = new Set(rows.filter(isMissingStub).map(({ id }) => id));
    return [...rows.filter((row) => !isMissingStub(row)), ...documents.filter((document) => again.has(idOf(document))).flatMap((document) => writePairs(pairs as DirectPairs, counters, [document], options))];
  }

  return {
    name, read, openRevisions, readLocal,
    async write(documents, options) {
      const before = counters.sequence;
      try {
        return documents.length ? await gate.write(() => write(documents, options)) : [];
      } catch (error) {
        listener.broken();
        throw error;
      } finally {
        if (counters.sequence !== before) listener.stored();
      }
    },
    async info() { return { uuid, documents: counters.documents, sequence: toSequence(counters.sequence) }; },
    async changes(query) {
      const from = query.descending ? 0 : fromSequence(query.since);
      const since = from ?? 0;
      if (!query.descending && !query.withConflicts && !query.withAttachments) {
        const found = readFeed(pairs, since, query.limit);
        const rows = found.rows.map(({ seq, id, leaves, deleted, json }): ChangeRow => {
          const row = { sequence: toSequence(seq), id, leaves: query.style === 'all' ? leaves : leaves.slice(0, 1), deleted };
          return query.withBodies ? new RowWithBody(row, json) : row;
        });
        return { rows, sequence: toSequence(found.rows.at(-1)?.seq ?? since), finished: found.isLast, restarted: from === undefined };
      }
      const limit = query.withBodies && !query.descending ? Math.min(query.limit, MOST_READ_WHOLE) : query.limit;
      const answer = await gate.read(() => pouch.changes({
        since, limit, style: query.style === 'all' ? 'all_docs' : 'main_only', include_docs: query.withBodies ?? false,
        conflicts: query.withConflicts ?? false, attachments: query.withAttachments ?? false, descending: query.descending ?? false, return_docs: true,
      }));
      const rows = answer.results.map((row): ChangeRow => ({
        sequence: toSequence(row.seq), id: row.id, leaves: row.changes.map((change) => change.rev), deleted: row.deleted === true,
        ...(query.withBodies ? { body: row.doc as DocumentBody } : {}),
      }));
      return { rows, sequence: toSequence(answer.last_seq), finished: rows.length < limit, restarted: from === undefined };
    },
    async bulkGet(requests, options = {}) {
      const answers: BulkGetAnswer[] = [];
      for (const request of requests) answers.push(await bulkGetOne(request, options));
      return answers;
    },
    async missingRevisions(revisions) {
      const missing: Record<string, { missing: string[] }> = Object.create(null) as Record<string, { missing: string[] }>;
      for (const [id, asked] of Object.entries(revisions)) {
        const known = revisionsOfTree(readMetadata(pairs, id)?.rev_tree ?? []);
        const unknown = asked.filter((rev) => !known.has(rev));
        if (unknown.length) missing[id] = { missing: unknown };
      }
      return missing;
    },
    async allDocuments(query) {
      const answer = await gate.read(() => pouch.allDocs({
        ...(query.keys ? { keys: query.keys } : {}), ...(query.key === undefined ? {} : { key: query.key }),
        ...(query.startKey === undefined ? {} : { startkey: query.startKey }), ...(query.endKey === undefined ? {} : { endkey: query.endKey }),
        ...(query.limit === undefined ? {} : { limit: query.limit }), skip: query.skip ?? 0, descending: query.descending ?? false,
        inclusive_end: query.inclusiveEnd ?? true, include_docs: query.withBodies ?? false, conflicts: query.withConflicts ?? false,
      }));
      return { total: counters.documents, offset: answer.offset ?? 0, rows: answer.rows as AllDocumentsRow[] };
    },
    async attachment(id, attachmentName, rev) {
      const body = await read(id, rev === undefined ? {} : { rev });
      if (body === undefined || body === 'deleted') return undefined;
      const stub = (body['_attachments'] as Record<string, { content_type?: string }> | undefined)?.[attachmentName];
      if (!stub) return undefined;
      const content = await gate.read(() => pouch.getAttachment(id, attachmentName, rev === undefined ? {} : { rev }));
      return { contentType: stub.content_type ?? 'application/octet-stream', content };
    },
    async writeLocal(id, body): Promise<WriteRow> {
      const document = { ...body, _id: `_local/${id}` };
      try {
        const written = await pouch.put(document);
        return { id: document._id, rev: written.rev, ok: true };
      } catch (error) {
        const fault = error as PouchFault;
        if (fault.status === undefined || fault.status >= 500) { listener.broken(); throw error; }
        return { id: document._id, error: fault.name ?? 'bad_request', reason: fault.message ?? '' };
      }
    },
    async removeLocal(id) {
      const found = await readLocal(id);
      if (!found?._rev) return false;
      await pouch.remove({ _id: `_local/${id}`, _rev: found._rev });
      return true;
    },
  };
}
