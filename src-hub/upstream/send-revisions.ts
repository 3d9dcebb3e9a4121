import { createAdaptiveBatch } from '../../sync/index.ts';
import type { AdaptiveBatch } from '../../sync/index.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import type { EngineDatabase } from '../engine/engine.ts';
import { ParentProblem } from './parent-client.ts';
import type { AskParent } from './parent-client.ts';
import type { RefusedAbove, RefusedRevision } from './refused-above.ts';

const KIB = 1024;
/** Of one request to the parent, before compression. */
const MAX_CHUNK_KIB = 1024;
const FIRST_CHUNK_KIB = 16;
/** A request is to take so long, and up to four times that on a line that never broke: what is cut is sent again, and who looks for the parent waits behind it. */
const CHUNK_MS = 4000;
/** So much more a request may hold than it is to. */
const MOST_OVER = 1.3;
const MAX_CHUNK_DOCUMENTS = 200;

export interface UpContext { ask: AskParent; refusedAbove: RefusedAbove; signal: AbortSignal; /** KiB of JSON in one request: what the line carries in good time. */ chunk: AdaptiveBatch }
export const createChunk = (): AdaptiveBatch => createAdaptiveBatch({ first: FIRST_CHUNK_KIB, largest: MAX_CHUNK_KIB, targetMs: CHUNK_MS });
export interface SentCount { sent: number; refused: number }

const reasonOf = (body: unknown): string => { const { error, reason } = (body ?? {}) as Row; return [error, reason].filter(Boolean).join(': ') || 'refused'; };

interface Row { id?: string; rev?: string; error?: string; reason?: string }

/** Statuses of a whole request that a single document of it may have caused. */
const DOCUMENT_FAULTS = [400, 412, 413, 422];

/** Connections that were lost under a request: it is one line, and one break. */
const broken = new WeakSet<AbortSignal>();

/** A part of the documents; `kib` of JSON. */
interface Chunk { documents: DocumentBody[]; kib: number }

/** One `_bulk_docs`; where the parent refuses it whole, halves of it, so that one document never holds up the others. */
async function sendChunk(database: string, { documents, kib }: Chunk, context: UpContext): Promise<RefusedRevision[]> {
  const { chunk } = context;
  const beganAt = performance.now();
  const { status, body } = await context.ask('POST', `/${database}/_bulk_docs`, { body: { new_edits: false, docs: documents }, signal: context.signal, allow: DOCUMENT_FAULTS }).catch((error: unknown) => {
    if (error instanceof ParentProblem && error.kind === 'away' && error.status === 0 && !broken.has(context.signal)) {
      broken.add(context.signal);
      chunk.failed(kib, 'line');
    }
    throw error;
  });
  if (DOCUMENT_FAULTS.includes(status)) {
    if (status === 413 && documents.length > 1) chunk.failed(kib, 'tooLarge');
    const [only] = documents;
    if (documents.length === 1 && only) return [{ id: only._id, rev: String(only._rev), reason: status === 413 ? 'document_too_large' : reasonOf(body) }];
    const half = Math.ceil(documents.length / 2);
    const [first, second] = [documents.slice(0, half), documents.slice(half)].map((some) => ({ documents: some, kib: kib / 2 })) as [Chunk, Chunk];
    return [...await sendChunk(database, first, context), ...await sendChunk(database, second, context)];
  }
  chunk.wentThrough(kib, performance.now() - beganAt);
  if (!Array.isArray(body)) throw new ParentProblem('away', 'does not answer as CouchDB does', status);
  const revs = new Map(documents.map((document) => [document._id, String(document._rev)]));
  return (body as Row[]).flatMap((row) => (row.error === undefined || row.id === undefined ? [] : [{ id: row.id, rev: row.rev ?? revs.get(row.id) ?? '', reason: `${row.error}: ${row.reason ?? ''}` }]));
}

/** Asks for each how large it may be; a little that is left over goes with the last one. */
function* chunksOf(documents: readonly DocumentBody[], mostKib: () => number): Generator<Chunk> {
  const sizes = documents.map((document) => Buffer.byteLength(JSON.stringify(document)));
  let left = sizes.reduce((sum, size) => sum + size, 0);
  for (let from = 0; from < documents.length;) {
    const most = mostKib();
    let [to, bytes] = [from, 0];
    while (to < documents.length && (to === from || left <= most * KIB * MOST_OVER || bytes + (sizes[to] ?? 0) <= most * KIB)) bytes += sizes[to++] ?? 0;
    left -= bytes;
    // Where more follows it is as full as documents of this size let it be.
    yield { documents: documents.slice(from, to), kib: to < documents.length ? Math.max(most, bytes / KIB) : bytes / KIB };
    from = to;
  }
}

/**
 * Brings the parent what it lacks of the given leaves, with their history. What it refuses is kept with the reason; the rest
 * proceeds.
 */
export async function sendRevisions(database: EngineDatabase, leaves: Record<string, string[]>, context: UpContext): Promise<SentCount> {
  const ids = Object.keys(leaves);
  if (!ids.length) return { sent: 0, refused: 0 };
  const { body } = await context.ask('POST', `/${database.name}/_revs_diff`, { body: leaves, signal: context.signal });
  const missing = (body ?? {}) as Record<string, { missing?: string[] }>;
  const requests = Object.entries(missing).flatMap(([id, { missing: revs = [] }]) => revs.map((rev) => ({ id, rev })));
  context.refusedAbove.taken(database.name, ids.filter((id) => !missing[id]));
  const count: SentCount = { sent: 0, refused: 0 };
  for (let at = 0; at < requests.length; at += MAX_CHUNK_DOCUMENTS) {
    const found = await database.bulkGet(requests.slice(at, at + MAX_CHUNK_DOCUMENTS), { revisions: true, attachments: true });
    // Superseded since: its successor comes later in the feed.
    const documents = found.flatMap((one) => one.docs.flatMap((doc) => ('ok' in doc ? [doc.ok] : [])));
    for (const chunk of chunksOf(documents, () => context.chunk.size())) {
      const refused = await sendChunk(database.name, chunk, context);
      const refusedIds = new Set(refused.map((one) => one.id));
      context.refusedAbove.taken(database.name, chunk.documents.map((document) => document._id).filter((id) => !refusedIds.has(id)));
      context.refusedAbove.note(database.name, refused);
      count.sent += chunk.documents.length - refused.length;
      count.refused += refused.length;
    }
  }
  return count;
}
