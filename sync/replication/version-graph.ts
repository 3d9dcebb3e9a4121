import type { StoredDocument } from '../../store/index.ts';
import type { Branch } from '../conflict/merge-branches.ts';
import { contentOf, generationOf, mintRevision } from './mint-revision.ts';
import { bodyOf, lineage, storedToWire } from './wire-document.ts';
import type { WireDocument } from './wire-document.ts';
import type { DocumentBody } from '../types.ts';

/** One version of a document, with as much of its ancestry as is known. */
export interface Version extends Branch { deleted: boolean; document: WireDocument; /** Came from the hub just now. */ fresh: boolean }

export function versionOfStored(stored: StoredDocument): Version {
  const body = bodyOf(stored);
  return { rev: stored._rev, ancestors: stored._meta.revs ?? [], body, deleted: stored._deleted, document: storedToWire(stored), fresh: false };
}

export function versionOfWire(document: WireDocument, fresh: boolean, ancestors?: readonly string[]): Version {
  const { _revisions, _attachments, ...body } = document as WireDocument & { _attachments?: unknown };
  return { rev: document._rev ?? '', ancestors: ancestors ?? _revisions?.ids.slice(1) ?? [], body: body as DocumentBody, deleted: document._deleted === true, document, fresh };
}

/** `older` is named among the ancestors of `version`, or is it. */
export function descendsFrom(version: Branch, older: string): boolean {
  return lineage(version.rev, version.ancestors).includes(older);
}

/** Generations older than the first one known here may or may not be ancestors: the line was cut short. */
export function mayDescendFrom(version: Branch, older: string): boolean {
  const known = generationOf(lineage(version.rev, version.ancestors).at(-1));
  return known > 1 && generationOf(older) < known;
}

/** A body we can show to be the direct child of `parentRev`, because its writer minted it so. */
export function isMintedChild(document: WireDocument, parentRev: string): boolean {
  return mintRevision(contentOf(document), parentRev) === document._rev;
}

/** The newest revision both lines hold. */
export function commonAncestor(a: Branch, b: Branch): string | undefined {
  const other = new Set(lineage(b.rev, b.ancestors));
  return lineage(a.rev, a.ancestors).find((rev) => other.has(rev));
}

/** Versions that no other one descends from, each once. */
export function leavesOf(versions: readonly Version[]): Version[] {
  const byRev = new Map(versions.map((v) => [v.rev, v]));
  const all = [...byRev.values()];
  return all.filter((v) => !all.some((other) => other !== v && descendsFrom(other, v.rev)));
}
