import type { DocumentBody } from '../../src-shared/domain/common/document.ts';

const MAX_DEPTH = 64;
const MAX_ID_BYTES = 512;
const MAX_REVISIONS = 10_000;
/** CouchDB reads 32 characters as 16 bytes in hexadecimal and writes them small: others it refuses, or changes. */
const revision = /^[1-9]\d{0,8}-(?:[0-9a-f]{32}|(?!.{32}$)[0-9A-Za-z]{1,64})$/;
const md5 = /^md5-[A-Za-z0-9+/]{22}==$/;
/** Fields with a meaning in the protocol; others that begin with `_` are refused, as CouchDB does. */
const protocolFields = new Set(['_id', '_rev', '_revisions', '_deleted', '_attachments']);
/** Fields a server adds when it is asked to; sent back by some clients, never stored. */
const answeredFields = new Set(['_conflicts', '_deleted_conflicts', '_local_seq', '_revs_info']);

export const isRevision = (rev: unknown): rev is string => typeof rev === 'string' && revision.test(rev);

export function idFault(id: unknown): string | undefined {
  if (typeof id !== 'string' || id === '') return '_id must be a text';
  // No path of an address can name these: asked of a CouchDB, such a question would go to something else there.
  if (id === '.' || id === '..') return '_id must not be a step of a path';
  if (!id.isWellFormed() || Buffer.byteLength(id) > MAX_ID_BYTES) return '_id is too long or not Unicode';
  return undefined;
}

function revisionsFault(document: DocumentBody): string | undefined {
  const revisions = document['_revisions'];
  if (revisions === undefined) return undefined;
  if (typeof revisions !== 'object' || revisions === null) return '_revisions is malformed';
  const { start, ids } = revisions as { start?: unknown; ids?: unknown };
  if (!Number.isInteger(start) || !Array.isArray(ids) || ids.length < 1 || ids.length > MAX_REVISIONS || (start as number) < ids.length) return '_revisions is malformed';
  if (!ids.every((id) => typeof id === 'string' && isRevision(`1-${id}`))) return '_revisions is malformed';
  return document._rev !== undefined && document._rev !== `${start as number}-${ids[0] as string}` ? '_rev is not the newest of _revisions' : undefined;
}

function attachmentsFault(attachments: unknown): string | undefined {
  if (attachments === undefined) return undefined;
  if (typeof attachments !== 'object' || attachments === null || Array.isArray(attachments)) return '_attachments must be an object';
  for (const [name, attachment] of Object.entries(attachments)) {
    if (name.startsWith('_') || typeof attachment !== 'object' || attachment === null) return '_attachments is malformed';
    const { stub, data, content_type: type, digest, follows } = attachment as Record<string, unknown>;
    // CouchDB breaks off with 500, for the whole batch, where one follows that does not, or a digest is none.
    if ((type !== undefined && typeof type !== 'string') || follows === true) return '_attachments is malformed';
    if (stub === true ? typeof digest !== 'string' || !md5.test(digest) : typeof data !== 'string' || data.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(data)) return '_attachments is malformed';
  }
  return undefined;
}

/** JSON that may hold half a character, or a field that JavaScript would lose: both can be written by their numbers. */
const suspicious = ['\\u', '__proto__'].map((text) => Buffer.from(text));
/** True for JSON (of valid UTF-8) of which no text needs to be looked at by itself: of most. */
export const holdsPlainText = (json: Buffer): boolean => !suspicious.some((text) => json.includes(text));

/**
 * Nested too deeply, with a field that JavaScript would lose, or with half a character, which CouchDB refuses together with
 * its whole batch. Walks without recursion: the depth is the sender's choice.
 */
function bodyFault(document: DocumentBody, isPlain: boolean): string | undefined {
  // Lists of containers, each a level deeper than the one before it that led there.
  const open: object[] = [document];
  const depths: number[] = [0];
  for (let value = open.pop(); value; value = open.pop()) {
    const depth = depths.pop() ?? 0;
    if (depth > MAX_DEPTH) return 'nested too deeply';
    const isList = Array.isArray(value);
    for (const key in value) {
      const one = (value as Record<string, unknown>)[key];
      if (!isPlain) {
        if (!isList && key === '__proto__') return 'unknown field __proto__';
        if (!isList && !key.isWellFormed()) return 'text that is not Unicode';
        if (typeof one === 'string' && !one.isWellFormed()) return 'text that is not Unicode';
      }
      if (typeof one !== 'object' || one === null) continue;
      open.push(one);
      depths.push(depth + 1);
    }
  }
  return undefined;
}

/** Why a document from the wire is no document, in words without its content; `undefined` when it is one. Drops what only servers add. `isPlain`: it came in JSON that `holdsPlainText`. */
export function documentFault(document: DocumentBody, { minted, isPlain = false }: { minted: boolean; isPlain?: boolean }): string | undefined {
  const id = idFault(document._id);
  if (id !== undefined) return id;
  for (const field in document) {
    if (!field.startsWith('_') || protocolFields.has(field)) continue;
    if (!answeredFields.has(field)) return 'unknown field that begins with _';
    Reflect.deleteProperty(document, field);
  }
  if (document._deleted !== undefined && typeof document._deleted !== 'boolean') return '_deleted must be true or false';
  if (document._rev !== undefined && !isRevision(document._rev)) return '_rev is malformed';
  if (minted && document._rev === undefined && document['_revisions'] === undefined) return '_rev is missing';
  return revisionsFault(document) ?? attachmentsFault(document['_attachments']) ?? bodyFault(document, isPlain);
}
