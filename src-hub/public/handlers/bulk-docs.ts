import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import { identityOf, ifKnownHeader, parseKnownAs, sequenceNumber } from '../../../sync/index.ts';
import type { EngineDatabase, WriteRow } from '../../engine/engine.ts';
import { ownRound } from '../../operations/own-round.ts';
import { PlainDocument, idOf } from '../../engine/plain-document.ts';
import type { WrittenDocument } from '../../engine/plain-document.ts';
import type { Answer, SignedCall } from '../call.ts';
import { authorshipFault } from '../check-authorship.ts';
import { documentFault, holdsPlainText, idFault } from '../check-document.ts';
import { cutBatch } from '../cut-batch.ts';
import type { ParsedDatabase } from '../database-access.ts';
import { DoorRefusal, badRequest, notYours, signInFirst } from '../door-refusal.ts';
import { expectJson, parseObject, receiveBody, unpackBody } from '../read-body.ts';
import { forgetRefusals, noteRefusals } from '../refusals.ts';
import { createTurnstile } from '../turnstile.ts';
import { readable } from './access-database.ts';
import { INSTANCE_START_TIME } from './database-handlers.ts';

const MAX_DOCUMENTS = 10_000;
/** Documents stored in one transaction; it holds everything else up. */
const WRITTEN_AT_ONCE = 250;
/** What is unpacked is several times as large as what came: only so many bodies at a time are. */
const unpacking = createTurnstile(4);

export type Refused = Extract<WriteRow, { error: string }>;

/** The one check of a document that comes in: is it one, is it small enough, may this caller write it here. */
export function documentRefusal(call: Pick<SignedCall, 'config' | 'principal'>, document: unknown, parsed: ParsedDatabase, { minted, measure, isPlain = false }: { minted: boolean; measure: boolean; isPlain?: boolean }): Refused | undefined {
  if (document instanceof PlainDocument) {
    // No more of it is read than the checks need; as it came it is at least as long as written out again.
    const isLong = document.json.length > call.config.maxDocumentBytes;
    return documentRefusal(call, isLong || parsed.kind === 'resources' ? document.body : document.head, parsed, { minted, measure: isLong, isPlain });
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return { id: '', error: 'forbidden', reason: 'a document must be an object' };
  const body = document as DocumentBody;
  const named = { id: idFault(body._id) === undefined ? body._id : '', ...(typeof body._rev === 'string' ? { rev: body._rev.slice(0, 100) } : {}) };
  if (measure && Buffer.byteLength(JSON.stringify(body)) > call.config.maxDocumentBytes) return { ...named, error: 'forbidden', reason: 'document_too_large' };
  const reason = documentFault(body, { minted, isPlain }) ?? authorshipFault(body, call.principal, parsed);
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

const ATTACHMENTS = Buffer.from('"_attachments"');

/** In groups, so that others have their turn between; whole where one document may need what another brings, or where a failure halfway could not be repeated. */
async function writeInGroups(database: EngineDatabase, documents: WrittenDocument[], { minted, isWhole }: { minted: boolean; isWhole: boolean }): Promise<WriteRow[]> {
  if (isWhole || documents.length <= WRITTEN_AT_ONCE) return database.write(documents, { minted });
  const rows: WriteRow[] = [];
  for (let at = 0; at < documents.length; at += WRITTEN_AT_ONCE) {
    if (at > 0) await ownRound();
    rows.push(...await database.write(documents.slice(at, at + WRITTEN_AT_ONCE), { minted }));
  }
  return rows;
}

function parseBatch(json: Buffer): { documents: unknown[]; minted: boolean } {
  const body = parseObject(json);
  const documents = body['docs'];
  if (!Array.isArray(documents)) throw badRequest('POST body must include `docs` parameter.');
  if (body['new_edits'] !== undefined && typeof body['new_edits'] !== 'boolean') throw badRequest('`new_edits` must be true or false');
  return { documents, minted: body['new_edits'] === false };
}

async function takeDocuments(call: SignedCall, name: string, parsed: ParsedDatabase, json: Buffer): Promise<Answer> {
  // Bodies that were unpacked at one moment are not all cut up, nor all stored, in one round.
  await ownRound();
  const isPlain = holdsPlainText(json);
  const cut = isPlain ? cutBatch(json) : undefined;
  const { documents, minted } = cut ? { documents: cut, minted: true } : parseBatch(json);
  if (documents.length > MAX_DOCUMENTS) throw badRequest(`at most ${MAX_DOCUMENTS} documents at once`);
  // No document of a small request can be too large: measuring means writing each one out again.
  const measure = json.length > call.config.maxDocumentBytes;
  await ownRound();

  const refused: Refused[] = [];
  const taken: WrittenDocument[] = [];
  const rows: (WriteRow | undefined)[] = documents.map((document) => {
    const refusal = documentRefusal(call, document, parsed, { minted, measure, isPlain });
    if (refusal) refused.push(refusal); else taken.push(document as WrittenDocument);
    return refusal;
  });
  const condition = call.request.headers[ifKnownHeader];
  const written = await call.engine.use(name, async (database) => {
    if (typeof condition === 'string') await checkCondition(condition, call.uuid, database);
    return writeInGroups(database, taken, { minted, isWhole: !minted || json.includes(ATTACHMENTS) });
  });
  if (typeof condition === 'string') call.response.setHeader(ifKnownHeader, condition);
  noteRefusals(call, name, refused);
  forgetRefusals(call, name, taken.map(idOf));
  if (minted) return { status: 201, body: [...refused, ...written.filter((row) => 'error' in row)] };
  const inOrder = written.values();
  return { status: 201, body: rows.map((row) => row ?? inOrder.next().value) };
}

/** `POST /db/_bulk_docs`, both ways of `new_edits`; refusals come per row, the rest is stored. */
export async function bulkDocs(call: SignedCall, name: string): Promise<Answer> {
  const { parsed, mayWrite } = readable(call, name);
  if (!mayWrite) throw notYours();
  expectJson(call.request);
  const { maxRequestBytes } = call.config;
  const revoked = call.signIn.revocation(call.principal);
  const received = await receiveBody(call.request, maxRequestBytes);
  const leave = await unpacking.enter(call.principal.user);
  try {
    // The body may have been long on its way.
    if (revoked.aborted) throw signInFirst();
    return await takeDocuments(call, name, parsed, await unpackBody(received, maxRequestBytes));
  } finally {
    leave();
  }
}
