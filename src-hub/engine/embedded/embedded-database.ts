import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import type { AllDocumentsRow, BulkGetAnswer, ChangeRow, EngineDatabase, OpenRevision, ReadOptions, Sequence, WriteRow } from '../engine.ts';
import type { DirectReads } from '../../../store/index.ts';
import type { PouchDatabase } from './pouch-types.ts';
import { readFeed } from './read-feed.ts';
import { revisionsOfTree } from './revision-tree.ts';
import type { RevisionTree } from './revision-tree.ts';
import { createWriter } from './write-documents.ts';
import type { WriteListener } from './write-documents.ts';

/** How many documents of one `bulkGet` are read side by side. */
const READS_AT_ONCE = 16;

interface PouchFault { status?: number; name?: string; message?: string; reason?: string }
const isMissing = (error: unknown): boolean => (error as PouchFault).status === 404;

function toPouchOptions(options: ReadOptions): Record<string, unknown> {
  return {
    ...(options.rev === undefined ? {} : { rev: options.rev }), revs: options.revisions, revs_info: options.revisionsInfo, conflicts: options.conflicts,
    latest: options.latest, attachments: options.attachments,
  };
}

/** `EngineDatabase` over one open PouchDB. */
export async function createEmbeddedDatabase(name: string, pouch: PouchDatabase, pairs: () => DirectReads | undefined, listener: WriteListener): Promise<EngineDatabase> {
  const uuid = await pouch.id();
  const lastSequence = async () => (await pouch.info()).update_seq;
  const toSequence = (n: number | string): Sequence => `${n}-${uuid}`;

  /** `undefined` where it is not of this database as it is now. */
  async function fromSequence(since: Sequence): Promise<number | undefined> {
    const match = /^(\d{1,15})(?:-(.*))?$/.exec(since);
    if (!match || (match[2] !== undefined && match[2] !== uuid)) return undefined;
    const number = Number(match[1]);
    // Ahead of the database: it was put back from an older copy, so the reader must see everything again.
    return number > await lastSequence() ? undefined : number;
  }

  async function revisionTree(id: string): Promise<RevisionTree | undefined> {
    return new Promise((resolve, reject) => {
      pouch._getRevisionTree(id, (error, tree) => { if (!error) resolve(tree as RevisionTree); else if (isMissing(error)) resolve(undefined); else reject(error as Error); });
    });
  }

  async function openRevisions(id: string, revisions: 'all' | string[], options: ReadOptions = {}): Promise<OpenRevision[]> {
    if (revisions === 'all' && !await revisionTree(id)) return [];
    const found = await pouch.get(id, { ...toPouchOptions(options), open_revs: revisions }) as OpenRevision[];
    return found;
  }

  async function bulkGetOne(request: { id: string; rev?: string }, options: ReadOptions): Promise<BulkGetAnswer> {
    const found = await openRevisions(request.id, request.rev === undefined ? 'all' : [request.rev], options);
    const missing = (rev: string) => ({ error: { id: request.id, rev, error: 'not_found', reason: 'missing' } });
    if (!found.length) return { id: request.id, docs: [missing(request.rev ?? 'undefined')] };
    return { id: request.id, docs: found.map((one) => ('ok' in one ? one : missing(one.missing))) };
  }

  async function read(id: string, options: ReadOptions = {}): Promise<DocumentBody | 'deleted' | undefined> {
    try {
      return await pouch.get(id, toPouchOptions(options)) as DocumentBody;
    } catch (error) {
      if (isMissing(error)) return (error as PouchFault).reason === 'deleted' ? 'deleted' : undefined;
      throw error;
    }
  }

  async function readLocal(id: string): Promise<DocumentBody | undefined> {
    const found = await read(`_local/${id}`);
    return found === 'deleted' ? undefined : found;
  }

  const writer = createWriter(pouch, lastSequence, listener);

  return {
    name, read, openRevisions, readLocal,
    write: writer,
    async info() {
      const info = await pouch.info();
      return { uuid, documents: info.doc_count, sequence: toSequence(info.update_seq) };
    },
    async changes(query) {
      const from = query.descending ? 0 : await fromSequence(query.since);
      const since = from ?? 0;
      const direct = query.descending || query.withConflicts || query.withAttachments ? undefined : pairs();
      if (direct) {
        const found = readFeed(direct, since, query.limit);
        const rows = found.map(({ seq, id, leaves, deleted, body }): ChangeRow => ({
          sequence: toSequence(seq), id, leaves: query.style === 'all' ? leaves : leaves.slice(0, 1), deleted, ...(query.withBodies ? { body } : {}),
        }));
        return { rows, sequence: toSequence(found.at(-1)?.seq ?? since), finished: rows.length < query.limit, restarted: from === undefined };
      }
      const answer = await pouch.changes({
        since, limit: query.limit, style: query.style === 'all' ? 'all_docs' : 'main_only', include_docs: query.withBodies ?? false,
        conflicts: query.withConflicts ?? false, attachments: query.withAttachments ?? false, descending: query.descending ?? false, return_docs: true,
      });
      const rows = answer.results.map((row): ChangeRow => ({
        sequence: toSequence(row.seq), id: row.id, leaves: row.changes.map((change) => change.rev), deleted: row.deleted === true,
        ...(query.withBodies ? { body: row.doc as DocumentBody } : {}),
      }));
      return { rows, sequence: toSequence(answer.last_seq), finished: rows.length < query.limit, restarted: from === undefined };
    },
    async bulkGet(requests, options = {}) {
      const answers: BulkGetAnswer[] = [];
      for (let at = 0; at < requests.length; at += READS_AT_ONCE) {
        answers.push(...await Promise.all(requests.slice(at, at + READS_AT_ONCE).map((request) => bulkGetOne(request, options))));
      }
      return answers;
    },
    async missingRevisions(revisions) {
      const missing: Record<string, { missing: string[] }> = Object.create(null) as Record<string, { missing: string[] }>;
      for (const [id, asked] of Object.entries(revisions)) {
        const tree = await revisionTree(id);
        const known = tree ? revisionsOfTree(tree) : new Set<string>();
        const unknown = asked.filter((rev) => !known.has(rev));
        if (unknown.length) missing[id] = { missing: unknown };
      }
      return missing;
    },
    async allDocuments(query) {
      const answer = await pouch.allDocs({
        ...(query.keys ? { keys: query.keys } : {}), ...(query.key === undefined ? {} : { key: query.key }),
        ...(query.startKey === undefined ? {} : { startkey: query.startKey }), ...(query.endKey === undefined ? {} : { endkey: query.endKey }),
        ...(query.limit === undefined ? {} : { limit: query.limit }), skip: query.skip ?? 0, descending: query.descending ?? false,
        inclusive_end: query.inclusiveEnd ?? true, include_docs: query.withBodies ?? false, conflicts: query.withConflicts ?? false,
      });
      return { total: answer.total_rows, offset: answer.offset ?? 0, rows: answer.rows as AllDocumentsRow[] };
    },
    async attachment(id, attachmentName, rev) {
      const body = await read(id, rev === undefined ? {} : { rev });
      if (body === undefined || body === 'deleted') return undefined;
      const stub = (body['_attachments'] as Record<string, { content_type?: string }> | undefined)?.[attachmentName];
      if (!stub) return undefined;
      const content = await pouch.getAttachment(id, attachmentName, rev === undefined ? {} : { rev });
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
