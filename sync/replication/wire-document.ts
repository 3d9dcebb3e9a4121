import type { StoredDocument } from '../../store/index.ts';
import { generationOf, hashOf } from './mint-revision.ts';
import type { DocumentBody } from '../types.ts';

/** Ancestors kept with a document, as CouchDB's default `_revs_limit`. */
const revisionsLimit = 1000;

/** `_revisions` as CouchDB writes it: hashes newest first, the first at generation `start`. */
export interface Revisions { start: number; ids: string[] }
/** A document as it travels. */
export type WireDocument = DocumentBody & { _revisions?: Revisions };

/** Ancestor hashes for the child of `parent`. */
export function ancestorsFor(parent: { _rev: string; revs?: readonly string[] } | undefined): string[] {
  return parent ? [hashOf(parent._rev), ...(parent.revs ?? [])].slice(0, revisionsLimit - 1) : [];
}

/** All revisions on the way to `rev`, itself first. */
export function lineage(rev: string, ancestors: readonly string[]): string[] {
  const generation = generationOf(rev);
  return [rev, ...ancestors.map((hash, i) => `${generation - 1 - i}-${hash}`)];
}

/** Body as a person of the domain sees it: without RxDB's bookkeeping, with `_rev`. */
export function bodyOf(stored: StoredDocument): DocumentBody {
  const { _meta, _attachments, _deleted, ...rest } = stored;
  return _deleted ? { ...rest, _deleted: true } : rest;
}

/** For `new_edits:false`: the body, its revision and its ancestors; foreign attachments only as the stubs they came as. */
export function storedToWire(stored: StoredDocument): WireDocument {
  const body: WireDocument = bodyOf(stored);
  // A first version has no ancestors to name: of a new record its revision says all.
  const start = generationOf(stored._rev);
  if (start > 1) body._revisions = { start, ids: [hashOf(stored._rev), ...(stored._meta.revs ?? [])] };
  if (Object.keys(stored._attachments).length > 0) body['_attachments'] = stored._attachments;
  return body;
}

/** A document from the hub as the store keeps it; `ancestors` where they are known. */
export function wireToStored(document: WireDocument, ancestors: readonly string[] = []): StoredDocument {
  const { _revisions, _deleted, _conflicts, _attachments, ...body } = document as WireDocument & { _conflicts?: unknown; _attachments?: Record<string, unknown> };
  const revs = _revisions ? _revisions.ids.slice(1) : [...ancestors];
  return { ...body, _id: document._id, _rev: document._rev ?? '', _deleted: _deleted === true, _meta: { lwt: 0, revs }, _attachments: _attachments ?? {} };
}
