import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import { identityOf, ifKnownHeader, parseKnownAs, sequenceNumber } from '../../../sync/index.ts';
import type { EngineDatabase, WriteRow } from '../../engine/engine.ts';
import type { Answer, SignedCall } from '../call.ts';
import { authorshipFault } from '../check-authorship.ts';
import { documentFault, idFault } from '../check-document.ts';
import type { ParsedDatabase } from '../database-access.ts';
import { DoorRefusal, badRequest, notYours } from '../door-refusal.ts';
import { readSizedObject } from '../read-body.ts';
import { forgetRefusals, noteRefusals } from '../refusals.ts';
import { readable } from './access-database.ts';
import { INSTANCE_START_TIME } from './database-handlers.ts';

const MAX_DOCUMENTS = 10_000;

export type Refused = Extract<WriteRow, { error: string }>;

/** The one check of a document that comes in: is it one, is it small enough, may this caller write it here. */
export function documentRefusal(call: Pick<SignedCall, 'config' | 'principal'>, document: unknown, parsed: ParsedDatabase, { minted, measure }: { minted: boolean; measure: boolean }): Refused | undefined {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return { id: '', error: 'forbidden', reason: 'a document must be an object' };
  const body = document as DocumentBody;
  const named = { id: idFault(body._id) === undefined ? body._id : '', ...(typeof body._rev === 'string' ? { rev: body._rev.slice(0, 100) } : {}) };
  if (measure && Buffer.byteLength(JSON.stringify(body)) > call.config.maxDocumentBytes) return { ...named, error: 'forbidden', reason: 'document_too_large' };
  const reason = documentFault(body, { minted }) ?? authorshipFault(body, call.principal, parsed);
  return reason === undefined ? undefined : { ...named, error: 'forbidden', reason };
}

/** What was sent before the sender met this hub is taken only if this still is the database it knew, at least as far on. */
async function checkCondition(condition: string, hubUuid: string, database: EngineDatabase): Promise<void> {
  const known = parseKnownAs(condition);
  if (!known) throw badRequest('the condition cannot be read');
  const { uuid, sequence } = await database.info();
  const isSame = known.identity === identityOf(hubUuid, { uuid, instance_start_time: INSTANCE_START_TIME }) && !(sequenceNumber(sequence) < known.sequence);
  if (!isSame) throw new DoorRefusal(412, 'precondition_failed', 'this is not the database it was');
}

/** `POST /db/_bulk_docs`, both ways of `new_edits`; refusals come per row, the rest is stored. */
export async function bulkDocs(call: SignedCall, name: string): Promise<Answer> {
  const { parsed, mayWrite } = readable(call, name);
  if (!mayWrite) throw notYours();
  const { object: body, bytes } = await readSizedObject(call.request, call.config.maxRequestBytes);
  const documents = body['docs'];
  if (!Array.isArray(documents)) throw badRequest('POST body must include `docs` parameter.');
  if (documents.length > MAX_DOCUMENTS) throw badRequest(`at most ${MAX_DOCUMENTS} documents at once`);
  if (body['new_edits'] !== undefined && typeof body['new_edits'] !== 'boolean') throw badRequest('`new_edits` must be true or false');
  const minted = body['new_edits'] === false;
  // No document of a small request can be too large: measuring means writing each one out again.
  const measure = bytes > call.config.maxDocumentBytes;

  const refused: Refused[] = [];
  const taken: DocumentBody[] = [];
  const rows: (WriteRow | undefined)[] = documents.map((document) => {
    const refusal = documentRefusal(call, document, parsed, { minted, measure });
    if (refusal) refused.push(refusal); else taken.push(document as DocumentBody);
    return refusal;
  });
  const condition = call.request.headers[ifKnownHeader];
  const written = await call.engine.use(name, async (database) => {
    if (typeof condition === 'string') await checkCondition(condition, call.uuid, database);
    return database.write(taken, { minted });
  });
  if (typeof condition === 'string') call.response.setHeader(ifKnownHeader, condition);
  noteRefusals(call, name, refused);
  forgetRefusals(call, name, taken);
  if (minted) return { status: 201, body: [...refused, ...written.filter((row) => 'error' in row)] };
  const inOrder = written.values();
  return { status: 201, body: rows.map((row) => row ?? inOrder.next().value) };
}
