import { isRecord } from '../transport/is-record.ts';

/** SQLite reads a thousand levels; a conflict document holds a version some levels further down. */
const deepest = 900;
/** Generations beyond a whole number of JavaScript have no next one. */
const revision = /^[1-9]\d{0,14}-./;

export const isRevision = (rev: unknown): rev is string => typeof rev === 'string' && revision.test(rev) && rev.isWellFormed();

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const key in value) if (isDeeperThan((value as Record<string, unknown>)[key], levels - 1)) return true;
  return false;
}

function hasAncestry(revisions: unknown): boolean {
  if (revisions === undefined) return true;
  return isRecord(revisions) && Number.isSafeInteger(revisions['start']) && Array.isArray(revisions['ids']) && revisions['ids'].every((hash) => typeof hash === 'string');
}

/** Why what came for an id cannot be kept here as a document; `undefined` where it can. No database of ours lets such a thing in, a bare CouchDB does. */
export function whyUnkept(document: unknown, id: string): string | undefined {
  if (!isRecord(document)) return 'it is no document';
  if (document['_id'] !== id) return 'it names another document';
  if (!id.isWellFormed()) return 'its name is not Unicode';
  if (!isRevision(document['_rev'])) return 'its revision is malformed';
  if (!hasAncestry(document['_revisions'])) return 'its history is malformed';
  return isDeeperThan(document, deepest) ? 'it is nested too deeply' : undefined;
}
