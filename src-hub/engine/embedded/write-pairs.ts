import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import type { DirectPairs } from '../../../store/index.ts';
import type { WriteRow } from '../engine.ts';
import { PlainDocument, bodyOf, idOf } from '../plain-document.ts';
import type { WrittenDocument } from '../plain-document.ts';
import { attachmentKey, binaryKey, bodyKey, documentCountKey, lastSequenceKey, metadataKey } from './pair-layout.ts';
import type { AttachmentUse, DocumentMetadata } from './pair-layout.ts';
import { bodyTextOf, freshDocument, REVISIONS_KEPT } from './fresh-document.ts';
import type { FreshDocument } from './fresh-document.ts';
import { leavesOfTree } from './revision-tree.ts';
import type { RevisionTree } from './revision-tree.ts';

interface DocInfo { metadata: DocumentMetadata & { rev: string; revisions?: unknown }; data: DocumentBody; stemmedRevs: string[] }
type Refused = Extract<WriteRow, { error: string }>;
interface PouchFault { error?: unknown; status?: number; name?: string; message?: string; reason?: string }
type KnownDocuments = Pick<ReadonlyMap<string, DocumentMetadata>, 'has' | 'get'>;
type WriteDoc = (info: DocInfo, winner: string, winnerIsDeleted: boolean, isDeleted: boolean, isUpdate: boolean, countDelta: number, at: number, done: () => void) => void;

const require = createRequire(import.meta.url);
/** PouchDB's own rules for revisions, as its adapters use them. */
const { parseDoc, processDocs } = require('pouchdb-adapter-utils') as {
  parseDoc(document: object, newEdits: boolean, options: { deterministic_revs: boolean }): DocInfo & PouchFault;
  processDocs(depth: number, infos: DocInfo[], api: null, known: KnownDocuments, context: null, results: (PouchFault | WriteRow | undefined)[], writeDoc: WriteDoc, options: { new_edits: boolean }, done: () => void): void;
};
const { compactTree } = require('pouchdb-merge') as { compactTree(metadata: { rev_tree: RevisionTree }): string[] };

const MISSING_STUB = 'missing attachment';
/** Refused because it names an attachment that is not here. */
export const isMissingStub = (row: WriteRow): boolean => 'error' in row && row.reason === MISSING_STUB;

/** What is known of the whole database, in step with its file. */
export interface PairCounters { sequence: number; documents: number }
interface Attachment { stub?: boolean; data?: string; digest?: string; length?: number; revpos?: number }

export const readCounters = (pairs: DirectPairs): PairCounters => ({ sequence: Number(pairs.readPair(lastSequenceKey) ?? 0), documents: Number(pairs.readPair(documentCountKey) ?? 0) });

/** Pairs to be written together, which can be read already. */
class Batch {
  readonly #pairs: DirectPairs;
  readonly #changed = new Map<string, string | Buffer | undefined>();
  constructor(pairs: DirectPairs) { this.#pairs = pairs; }

  text(key: string): string | undefined {
    const value = this.#changed.has(key) ? this.#changed.get(key) : this.#pairs.readPair(key);
    return value === undefined ? undefined : String(value);
  }
  json<T>(key: string): T | undefined {
    const text = this.text(key);
    return text === undefined ? undefined : JSON.parse(text) as T;
  }
  put(key: string, value: string | Buffer): void { this.#changed.set(key, value); }
  remove(key: string): void { this.#changed.set(key, undefined); }
  commit(): void { this.#pairs.writePairs(this.#changed); }
}

const refOf = (id: string, rev: string): `${string}@${string}` => `${id}@${rev}`;

/** Takes the contents of attachments out of the body; each is kept once however many documents name it. */
function storeAttachments(batch: Batch, { metadata: { id, rev }, data }: DocInfo): void {
  const given = data['_attachments'] as Record<string, Attachment> | undefined;
  if (!given) return;
  const kept: Record<string, Attachment> = {};
  for (const [name, { data: content, ...attachment }] of Object.entries(given)) {
    const bytes = attachment.stub === true ? undefined : Buffer.from(content ?? '', 'base64');
    const digest = bytes ? `md5-${createHash('md5').update(bytes).digest('base64')}` : attachment.digest ?? '';
    const use = batch.json<AttachmentUse>(attachmentKey(digest));
    if (bytes?.length && !use) batch.put(binaryKey(digest), bytes);
    batch.put(attachmentKey(digest), JSON.stringify({ refs: { ...use?.refs, [refOf(id, rev)]: true } }));
    kept[name] = bytes ? { ...attachment, digest, length: bytes.length, revpos: Number.parseInt(rev, 10) } : attachment;
  }
  data['_attachments'] = kept;
}

/** Forgets the bodies of these revisions, and attachments that nothing names any more. */
function dropBodies(batch: Batch, { id, rev_map: bodies }: DocumentMetadata, revs: readonly string[]): void {
  for (const rev of revs) {
    const sequence = bodies[rev];
    if (sequence === undefined) continue;
    Reflect.deleteProperty(bodies, rev);
    const text = batch.text(bodyKey(sequence));
    batch.remove(bodyKey(sequence));
    if (text?.includes('"_attachments"') !== true) continue;
    for (const { digest = '' } of Object.values((JSON.parse(text) as { _attachments?: Record<string, Attachment> })._attachments ?? {})) {
      const { [refOf(id, rev)]: _, ...refs } = batch.json<AttachmentUse>(attachmentKey(digest))?.refs ?? {};
      if (Object.keys(refs).length) { batch.put(attachmentKey(digest), JSON.stringify({ refs })); continue; }
      batch.remove(attachmentKey(digest));
      batch.remove(binaryKey(digest));
    }
  }
}

/** Bytes for the only body of a document, where its place is the document's; else text. */
function giveForm(batch: Batch, { seq, rev_map: bodies, rev_tree: tree }: DocumentMetadata): void {
  const sequences = Object.values(bodies);
  for (const sequence of sequences) {
    const text = batch.text(bodyKey(sequence));
    if (text === undefined) continue;
    const isOnly = sequences.length === 1 && sequence === seq && leavesOfTree(tree).length === 1 && !text.includes('"_attachments"');
    batch.put(bodyKey(sequence), isOnly ? Buffer.from(text) : text);
  }
}

function parse(document: DocumentBody, minted: boolean): DocInfo | PouchFault {
  try {
    const info = parseDoc({ ...document }, !minted, { deterministic_revs: true });
    if (info.error !== undefined) return info;
    info.metadata.rev_map = {};
    return info;
  } catch (error) {
    return error as PouchFault;
  }
}

/** PouchDB joins a version with the tree in place, also one that it then refuses: another version of the batch must not find it there. */
const unspoiled = (known: KnownDocuments): KnownDocuments => ({ has: (id) => known.has(id), get: (id) => structuredClone(known.get(id)) });

const refusal = (id: string, { name, message, reason }: PouchFault): Refused => ({ id, error: name ?? 'bad_request', reason: message ?? reason ?? 'not stored' });
/** Of versions that bring their revision, a refusal names the one it means. */
function withRevision(row: Refused, document: WrittenDocument, minted: boolean): Refused {
  const { _rev: rev } = document instanceof PlainDocument ? document.head : document;
  return minted && rev !== undefined ? { ...row, rev } : row;
}

/**
 * Stores a batch in one durable transaction, at once: what PouchDB's adapter does with turns of the event loop for every document.
 * Bodies of superseded revisions are dropped, as CouchDB does at compaction. Answers refused rows, and where the revisions are
 * minted here the stored ones too. `counters` move with the file. Throws when the file cannot be written; nothing is changed then.
 */
export function writePairs(pairs: DirectPairs, counters: PairCounters, documents: readonly WrittenDocument[], { minted }: { minted: boolean }): WriteRow[] {
  const batch = new Batch(pairs);
  const known = new Map<string, DocumentMetadata>();
  const touched = new Map<string, { metadata: DocumentMetadata; stemmed: string[] }>();
  const rows: (WriteRow | undefined)[] = documents.map(() => undefined);
  const infos: { info: DocInfo; at: number }[] = [];
  const waiting = new Set<string>();
  let { sequence, documents: count } = counters;

  const lacksAttachment = ({ data }: DocInfo) => Object.values((data['_attachments'] ?? {}) as Record<string, Attachment>)
    .some(({ stub, digest = '' }) => stub === true && batch.text(attachmentKey(digest)) === undefined);

  /** A later document of the batch may still change it. */
  const putFresh = (id: string, { rev, tree, isDeleted, body }: FreshDocument) => {
    sequence += 1;
    if (!isDeleted) count += 1;
    batch.put(bodyKey(sequence), body);
    known.set(id, { id, seq: sequence, winningRev: rev, deleted: isDeleted, rev_map: { [rev]: sequence }, rev_tree: tree });
    batch.put(metadataKey(id), JSON.stringify(known.get(id)));
  };

  let results: (PouchFault | WriteRow | undefined)[] = [];
  const writeDoc: WriteDoc = (info, winner, winnerIsDeleted, isDeleted, _isUpdate, delta, at, done) => {
    const { metadata: { id, rev, rev_tree, rev_map }, data, stemmedRevs } = info;
    results[at] = { id, rev, ok: true };
    if (rev_map[rev] === undefined) {
      count += delta;
      sequence += 1;
      rev_map[rev] = sequence;
      storeAttachments(batch, info);
      batch.put(bodyKey(sequence), bodyTextOf(id, rev, isDeleted, data));
      const metadata: DocumentMetadata = { id, seq: sequence, winningRev: winner, deleted: winnerIsDeleted, rev_map, rev_tree };
      known.set(id, metadata);
      touched.set(id, { metadata, stemmed: [...touched.get(id)?.stemmed ?? [], ...stemmedRevs] });
    }
    done();
  };
  /** Those that wait for PouchDB's merging, in their turn. */
  const mergeWaiting = () => {
    if (!infos.length) return;
    results = [];
    waiting.clear();
    processDocs(REVISIONS_KEPT, infos.map(({ info }) => info), null, minted ? known : unspoiled(known), null, results, writeDoc, { new_edits: !minted }, () => undefined);
    for (const [n, { info, at }] of infos.splice(0).entries()) {
      const result = results[n];
      if (result && 'status' in result) rows[at] = refusal(info.metadata.id, result);
      else if (!minted) rows[at] = result as WriteRow | undefined;
    }
  };

  for (const [at, document] of documents.entries()) {
    const id = idOf(document);
    if (minted && !known.has(id) && !waiting.has(id) && batch.text(metadataKey(id)) === undefined) {
      const first = freshDocument(document);
      // The feed tells of a batch in its own order.
      if (first) { mergeWaiting(); putFresh(id, first); continue; }
    }
    const info = parse(bodyOf(document), minted);
    if (!('metadata' in info)) { rows[at] = withRevision(refusal(id, info), document, minted); continue; }
    if (lacksAttachment(info)) { rows[at] = withRevision({ id, error: 'forbidden', reason: MISSING_STUB }, document, minted); continue; }
    const before = known.has(id) ? undefined : batch.json<DocumentMetadata>(metadataKey(id));
    if (before) known.set(id, before);
    infos.push({ info, at });
    waiting.add(id);
  }

  mergeWaiting();

  if (sequence !== counters.sequence) {
    for (const { metadata, stemmed } of touched.values()) {
      dropBodies(batch, metadata, [...stemmed, ...compactTree(metadata)]);
      giveForm(batch, metadata);
      batch.put(metadataKey(metadata.id), JSON.stringify(metadata));
    }
    batch.put(lastSequenceKey, String(sequence));
    batch.put(documentCountKey, String(count));
    batch.commit();
    Object.assign(counters, { sequence, documents: count });
  }
  return rows.filter((row) => row !== undefined);
}
