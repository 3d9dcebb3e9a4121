import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/** Fields that are not content: they never change a revision. */
const notContent = new Set(['_rev', '_meta', '_attachments', '_revisions', '_conflicts']);

/** The body as its revision sees it: without bookkeeping, and `_deleted` only where it is true. The body itself where there is nothing to leave out. */
export function contentOf(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (body['_rev'] === undefined && body['_meta'] === undefined && body['_attachments'] === undefined && body['_revisions'] === undefined
    && body['_conflicts'] === undefined && body['_deleted'] === undefined) return body;
  const content: Record<string, unknown> = {};
  for (const key of Object.keys(body)) {
    if (notContent.has(key) || (key === '_deleted' && body[key] !== true)) continue;
    content[key] = body[key];
  }
  return content;
}

/** UTF-8 has at most so many bytes for a unit of UTF-16. */
const BYTES_OF_A_UNIT = 3;
/** Where documents are hashed; larger ones get a place of their own. */
const scratch = Buffer.allocUnsafeSlow(64 * 1024);

/** Generation of a revision, 0 for none. */
export function generationOf(rev: string | undefined): number {
  return rev === undefined ? 0 : Number.parseInt(rev, 10) || 0;
}

/** The part of a revision after its generation. */
export function hashOf(rev: string): string {
  return rev.slice(rev.indexOf('-') + 1);
}

/**
 * Revision of a body that replaces `parentRev`: `<generation>-<32 hex digits>`, the first half of SHA-256 over the canonical
 * body and the parent. The same edit of the same version is the same revision wherever and however often it is made, so a
 * retry, a copied file or a second merger adds no branch.
 */
export function mintRevision(body: Readonly<Record<string, unknown>>, parentRev?: string): string {
  return mintContent(contentOf(body), parentRev).rev;
}

/** `mintRevision` of what `contentOf` has made already, and the canonical JSON it was made from, in UTF-8. */
export function mintContent(content: Readonly<Record<string, unknown>>, parentRev = ''): { rev: string; json: Buffer } {
  const text = canonicalJson(content);
  const most = BYTES_OF_A_UNIT * (text.length + 1 + parentRev.length);
  const bytes = most <= scratch.length ? scratch : Buffer.allocUnsafeSlow(most);
  // Encoded where it is hashed: a text this long is costly to put together and to encode.
  const end = bytes.write(text);
  const all = end + bytes.write(`\n${parentRev}`, end);
  const rev = `${generationOf(parentRev) + 1}-${hash('sha256', bytes.subarray(0, all), 'hex').slice(0, 32)}`;
  const json = Buffer.allocUnsafe(end);
  bytes.copy(json, 0, 0, end);
  return { rev, json };
}

/** CouchDB's order of leaves: greater generation, then greater hash, wins. Positive when `a` wins. */
export function compareRevisions(a: string, b: string): number {
  const byGeneration = generationOf(a) - generationOf(b);
  if (byGeneration !== 0) return byGeneration;
  const [x, y] = [hashOf(a), hashOf(b)];
  return x === y ? 0 : x > y ? 1 : -1;
}
