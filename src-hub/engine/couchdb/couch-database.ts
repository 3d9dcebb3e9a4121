import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import { EngineAway } from '../engine.ts';
import type { AllDocumentsRow, BulkGetAnswer, ChangeRow, EngineDatabase, OpenRevision, ReadOptions, WriteRow } from '../engine.ts';
import { bodyOf } from '../plain-document.ts';
import { AnswerTooLarge } from './couch-server.ts';
import type { AskCouch } from './couch-server.ts';
import { fromSequence, toSequence } from './couch-sequence.ts';

interface FeedAnswer { results: { seq: string; id: string; changes: { rev: string }[]; deleted?: boolean; doc?: DocumentBody | null }[]; last_seq: string; pending?: number }
interface AllDocumentsPage { total_rows: number; offset?: number | null; rows: AllDocumentsRow[] }
/** CouchDB refuses a whole batch when one document of it is larger than it takes (413), names an attachment it does not hold (412), or is none to it (400). */
const refusesBatch = [400, 412, 413];
interface BulkRow { id: string; rev?: string; ok?: boolean; error?: string; reason?: string }

/** Id in a path: CouchDB takes the slash of `_local/` and `_design/` as it is, every other one encoded. */
const inPath = (id: string): string => (/^_(local|design)\//.test(id) ? id.replace(/\/(.*)$/, (_, rest: string) => `/${encodeURIComponent(rest)}`) : encodeURIComponent(id));

function queryOf(fields: Record<string, unknown>): string {
  const pairs = Object.entries(fields).filter(([, value]) => value !== undefined && value !== false).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return pairs.length ? `?${pairs.join('&')}` : '';
}
const readFields = ({ rev, revisions, revisionsInfo, conflicts, latest, attachments }: ReadOptions): Record<string, unknown> => ({ rev, revs: revisions, revs_info: revisionsInfo, conflicts, latest, attachments });

/** All of `wanted`, in halves where the answer would be more than is read at once; `alone` for a single one of that size. */
async function inParts<T, R>(wanted: T[], read: (some: T[]) => Promise<R[]>, alone: (one: T) => R): Promise<R[]> {
  try {
    return await read(wanted);
  } catch (error) {
    if (!(error instanceof AnswerTooLarge)) throw error;
    const [first, second] = wanted;
    if (first === undefined) throw error;
    if (second === undefined) return [alone(first)];
    const half = Math.ceil(wanted.length / 2);
    return [...await inParts(wanted.slice(0, half), read, alone), ...await inParts(wanted.slice(half), read, alone)];
  }
}

export interface CouchDatabaseParts {
  name: string;
  /** Path of the database on the server, e.g. `/health-25001`. */
  path: string;
  ask: AskCouch;
  /** Tells this founding of the database from one made anew under its name. */
  instance(): Promise<string>;
  stored(): void;
}

/** `EngineDatabase` over one database of an Apache CouchDB 3. */
export function createCouchDatabase({ name, path, ask, instance, stored }: CouchDatabaseParts): EngineDatabase {
  async function read(id: string, options: ReadOptions = {}): Promise<DocumentBody | 'deleted' | undefined> {
    const { status, body, said } = await ask<DocumentBody>('GET', `${path}/${inPath(id)}${queryOf(readFields(options))}`, { allow: [404] });
    if (status !== 404) return body;
    return said.includes('deleted') ? 'deleted' : undefined;
  }

  async function readLocal(id: string): Promise<DocumentBody | undefined> {
    const found = await read(`_local/${id}`);
    return found === 'deleted' ? undefined : found;
  }

  async function writeBatch(documents: DocumentBody[], minted: boolean): Promise<WriteRow[]> {
    const { status, body = [], said } = await ask<BulkRow[]>('POST', `${path}/_bulk_docs`, { body: { docs: documents, new_edits: !minted }, allow: refusesBatch });
    if (status === 412 && !said.startsWith('missing_stub')) throw new EngineAway(`CouchDB answered 412 to a batch: ${said}`);
    if (refusesBatch.includes(status)) {
      const [{ _id: id = '', _rev: rev } = {}, second] = documents;
      if (!second) return [{ id, ...(rev === undefined ? {} : { rev }), error: 'forbidden', reason: status === 413 ? 'document_too_large' : said }];
      const half = Math.ceil(documents.length / 2);
      return [...await writeBatch(documents.slice(0, half), minted), ...await writeBatch(documents.slice(half), minted)];
    }
    return body.filter((row) => row.error !== undefined || row.rev !== undefined)
      .map((row): WriteRow => (row.error === undefined ? { id: row.id, rev: row.rev ?? '', ok: true } : { id: row.id, ...(row.rev === undefined ? {} : { rev: row.rev }), error: row.error, reason: row.reason ?? '' }));
  }

  return {
    name, read, readLocal,
    async info() {
      const { body } = await ask<{ doc_count: number; update_seq: string; cluster?: { n?: number } }>('GET', path);
      const founding = await instance();
      return { uuid: founding, documents: body?.doc_count ?? 0, sequence: toSequence(body?.update_seq ?? '0', founding), copies: body?.cluster?.n ?? 1 };
    },
    async changes({ since, limit, style, descending, withBodies, withConflicts, withAttachments }) {
      const founding = await instance();
      const from = descending ? '0' : fromSequence(since, founding);
      const read = async (rows: number): Promise<{ body: FeedAnswer | undefined; asked: number }> => {
        const asked = queryOf({ since: descending ? undefined : from ?? '0', limit: rows, style: style === 'all' ? 'all_docs' : 'main_only', descending, include_docs: withBodies, conflicts: withConflicts, attachments: withAttachments });
        try {
          return { body: (await ask<FeedAnswer>('GET', `${path}/_changes${asked}`)).body, asked: rows };
        } catch (error) {
          if (!(error instanceof AnswerTooLarge) || descending || rows <= 1) throw error;
          return read(Math.ceil(rows / 8));
        }
      };
      const { body, asked } = await read(limit);
      const rows = (body?.results ?? []).map((row): ChangeRow => ({
        sequence: toSequence(row.seq, founding), id: row.id, leaves: row.changes.map(({ rev }) => rev), deleted: row.deleted === true, ...(withBodies && row.doc ? { body: row.doc } : {}),
      }));
      return { rows, sequence: toSequence(body?.last_seq ?? '0', founding), finished: rows.length < asked, restarted: from === undefined };
    },
    async openRevisions(id, revisions, options = {}) {
      if (revisions.length === 0) return [];
      const wanted = revisions === 'all' ? 'all' : JSON.stringify(revisions);
      const { body = [] } = await ask<OpenRevision[]>('GET', `${path}/${inPath(id)}${queryOf({ ...readFields(options), open_revs: wanted })}`, { allow: [404] });
      return body;
    },
    async bulkGet(requests, options = {}) {
      const { revisions, attachments, latest } = options;
      const asked = queryOf({ revs: revisions, attachments, latest });
      return inParts([...requests], async (docs) => (await ask<{ results: BulkGetAnswer[] }>('POST', `${path}/_bulk_get${asked}`, { body: { docs } })).body?.results ?? [],
        ({ id, rev = '' }) => ({ id, docs: [{ error: { id, rev, error: 'too_large', reason: 'larger with its attachments than is read at once' } }] }));
    },
    async write(documents, { minted }) {
      if (!documents.length) return [];
      const rows = await writeBatch(documents.map(bodyOf), minted);
      if (rows.filter((row) => !('ok' in row)).length < documents.length) stored();
      return rows;
    },
    async missingRevisions(revisions) {
      const { body = {} } = await ask<Record<string, { missing: string[] }>>('POST', `${path}/_revs_diff`, { body: revisions });
      return Object.fromEntries(Object.entries(body).map(([id, { missing }]) => [id, { missing }]));
    },
    async allDocuments({ keys, key, startKey, endKey, inclusiveEnd, limit, skip, descending, withBodies, withConflicts }) {
      const read = async (wanted: object, bodies: boolean): Promise<AllDocumentsPage> => {
        const { body } = await ask<AllDocumentsPage>('POST', `${path}/_all_docs`, { body: { ...wanted, include_docs: bodies, conflicts: withConflicts ?? false } });
        return { total_rows: body?.total_rows ?? 0, offset: body?.offset ?? 0, rows: body?.rows ?? [] };
      };
      const asked = {
        ...(keys ? { keys } : {}), ...(key === undefined ? {} : { key }), ...(startKey === undefined ? {} : { start_key: startKey }), ...(endKey === undefined ? {} : { end_key: endKey }),
        ...(limit === undefined ? {} : { limit }), skip: skip ?? 0, descending: descending ?? false, inclusive_end: inclusiveEnd ?? true,
      };
      const page = await read(asked, withBodies ?? false).catch(async (error: unknown) => {
        if (!(error instanceof AnswerTooLarge) || !withBodies) throw error;
        const listed = await read(asked, false);
        const rows = await inParts(listed.rows.map((row) => row.key), async (some) => (await read({ keys: some }, true)).rows, () => { throw error; });
        return { ...listed, rows };
      });
      return { total: page.total_rows, offset: page.offset ?? 0, rows: page.rows };
    },
    async attachment(id, attachmentName, rev) {
      const found = await read(id, { attachments: true, ...(rev === undefined ? {} : { rev }) });
      if (found === undefined || found === 'deleted') return undefined;
      const stub = (found['_attachments'] as Record<string, { content_type?: string; data?: string }> | undefined)?.[attachmentName];
      if (stub?.data === undefined) return undefined;
      return { contentType: stub.content_type ?? 'application/octet-stream', content: Buffer.from(stub.data, 'base64') };
    },
    async writeLocal(id, body): Promise<WriteRow> {
      const document = { ...body, _id: `_local/${id}` };
      const { status, body: written, said } = await ask<{ rev: string }>('PUT', `${path}/_local/${encodeURIComponent(id)}`, { body: document, allow: [400, 409] });
      if (status === 409) return { id: document._id, error: 'conflict', reason: 'Document update conflict.' };
      if (status === 400) return { id: document._id, error: 'bad_request', reason: said };
      return { id: document._id, rev: written?.rev ?? '', ok: true };
    },
    async removeLocal(id) {
      const found = await readLocal(id);
      if (!found?._rev) return false;
      await ask('DELETE', `${path}/_local/${encodeURIComponent(id)}${queryOf({ rev: found._rev })}`, { allow: [404] });
      return true;
    },
  };
}
