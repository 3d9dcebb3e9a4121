import { randomUUID } from 'node:crypto';
import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import type { OpenRevision } from '../../engine/engine.ts';
import type { Answer, SignedCall } from '../call.ts';
import { idFault, isRevision } from '../check-document.ts';
import { DoorRefusal, badRequest, methodNotAllowed, notFound, notYours } from '../door-refusal.ts';
import { readBody, readObject } from '../read-body.ts';
import { boundaryOf, documentOfMultipart } from '../read-multipart.ts';
import { forgetRefusals, noteRefusals } from '../refusals.ts';
import { documentRefusal } from './bulk-docs.ts';
import { jsonParameter } from './parameters.ts';
import { readOptions } from './read-handlers.ts';
import { openRevisionToText } from '../open-revision-to-text.ts';
import { readable } from './access-database.ts';

/** CouchDB's replicator asks for parts and needs the attachments with them; a document may be a JSON part with its attachments inside. */
function asParts(found: OpenRevision[]): Answer {
  const boundary = randomUUID();
  const part = (one: OpenRevision) => ('ok' in one
    ? `Content-Type: application/json\r\n\r\n${one.json ?? JSON.stringify(one.ok)}`
    : `Content-Type: application/json; error="true"\r\n\r\n${JSON.stringify(one)}`);
  const text = found.map((one) => `--${boundary}\r\n${part(one)}\r\n`).join('') + `--${boundary}--`;
  return { status: 200, raw: Buffer.from(text), headers: { 'Content-Type': `multipart/mixed; boundary="${boundary}"` } };
}

async function readOpenRevisions(call: SignedCall, name: string, id: string, asked: unknown): Promise<Answer> {
  if (asked !== 'all' && !(Array.isArray(asked) && asked.length <= 10_000 && asked.every(isRevision))) throw badRequest('Invalid value for open_revs');
  const inParts = /multipart\/mixed/i.test(call.request.headers.accept ?? '');
  const options = readOptions(call.query);
  const found = await call.engine.use(name, (database) => database.openRevisions(id, asked as 'all' | string[], inParts ? { ...options, attachments: true } : options));
  if (asked === 'all' && !found.length) throw notFound();
  return inParts ? asParts(found) : { status: 200, json: Buffer.from(`[${found.map(openRevisionToText).join(',\n')}]\n`) };
}

async function read(call: SignedCall, name: string, id: string): Promise<Answer> {
  const openRevisions = call.query.get('open_revs');
  if (openRevisions !== null) return readOpenRevisions(call, name, id, openRevisions === 'all' ? 'all' : jsonParameter(call.query, 'open_revs'));
  const rev = call.query.get('rev') ?? undefined;
  if (rev !== undefined && !isRevision(rev)) throw badRequest('Invalid rev format');
  const found = await call.engine.use(name, (database) => database.read(id, { ...readOptions(call.query), ...(rev === undefined ? {} : { rev }) }));
  if (found === undefined) throw notFound();
  if (found === 'deleted') throw notFound('deleted');
  return { status: 200, body: found, headers: { ETag: `"${String(found._rev)}"` } };
}

/** Whoever mints it may name it by its history alone. */
function mintedRevision({ _rev: rev, _revisions: history }: DocumentBody): string {
  if (rev !== undefined) return rev;
  const { start, ids: [hash = ''] } = history as { start: number; ids: string[] };
  return `${start}-${hash}`;
}

async function write(call: SignedCall, name: string, document: DocumentBody): Promise<Answer> {
  const { parsed, mayWrite } = readable(call, name);
  if (!mayWrite) throw notYours();
  const minted = call.query.get('new_edits') === 'false';
  const refusal = documentRefusal(call, document, parsed, { minted, measure: true });
  if (refusal) {
    noteRefusals(call, name, [refusal]);
    throw refusal.reason === 'document_too_large' ? new DoorRefusal(413, 'document_too_large', refusal.id) : new DoorRefusal(403, refusal.error, refusal.reason);
  }
  const rows = await call.engine.use(name, (database) => database.write([document], { minted }));
  const row = rows[0] ?? { ok: true, id: document._id, rev: mintedRevision(document) };
  if ('error' in row) throw new DoorRefusal(row.error === 'conflict' ? 409 : 403, row.error, row.reason);
  forgetRefusals(call, name, [document._id]);
  return { status: 201, body: { ok: true, id: row.id, rev: row.rev }, headers: { ETag: `"${row.rev}"` } };
}

/** `/db/:id`: GET (rev, revs, open_revs, latest, conflicts, attachments), PUT, DELETE. */
export async function singleDocument(call: SignedCall, name: string, id: string): Promise<Answer> {
  if (idFault(id) !== undefined) throw badRequest('illegal id');
  const ifMatch = call.request.headers['if-match']?.replaceAll('"', '');
  switch (call.method) {
    case 'GET': case 'HEAD':
      readable(call, name);
      return read(call, name, id);
    case 'PUT': {
      const boundary = boundaryOf(call.request.headers['content-type']);
      const body: Record<string, unknown> = boundary === undefined
        ? await readObject(call.request, call.config.maxRequestBytes)
        : await documentOfMultipart(await readBody(call.request, call.config.maxRequestBytes), boundary, call.config.maxRequestBytes);
      if (body['_id'] !== undefined && body['_id'] !== id) throw badRequest('Document ID must match the one of the path');
      const rev = body['_rev'] ?? call.query.get('rev') ?? ifMatch;
      return write(call, name, { ...body, _id: id, ...(rev === undefined ? {} : { _rev: rev as string }) });
    }
    case 'DELETE': {
      const rev = call.query.get('rev') ?? ifMatch;
      if (!isRevision(rev)) throw new DoorRefusal(409, 'conflict', 'Document update conflict.');
      const answer = await write(call, name, { _id: id, _rev: rev, _deleted: true });
      return answer === 'sent' ? answer : { ...answer, status: 200 };
    }
    default: throw methodNotAllowed('DELETE,GET,HEAD,PUT');
  }
}

/** `GET /db/:id/:attachment`. */
export async function attachment(call: SignedCall, name: string, id: string, attachmentName: string): Promise<Answer> {
  readable(call, name);
  if (call.method !== 'GET' && call.method !== 'HEAD') throw methodNotAllowed('GET,HEAD');
  const rev = call.query.get('rev') ?? undefined;
  if (rev !== undefined && !isRevision(rev)) throw badRequest('Invalid rev format');
  const found = await call.engine.use(name, (database) => database.attachment(id, attachmentName, rev));
  if (!found) throw notFound('Document is missing attachment');
  // The sender chose the type: a browser must never show it as a page of this hub.
  return { status: 200, raw: found.content, headers: { 'Content-Type': found.contentType.replace(/[^\x20-\x7e]/g, ''), 'Content-Disposition': 'attachment', 'Content-Security-Policy': 'sandbox' } };
}

