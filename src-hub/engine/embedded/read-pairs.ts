import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import type { DirectPairs } from '../../../store/index.ts';
import type { OpenRevision } from '../engine.ts';
import { bodyKey, metadataKey } from './pair-layout.ts';
import type { DocumentMetadata } from './pair-layout.ts';
import { ancestryOf, leavesOfTree, winnerOfTree } from './revision-tree.ts';

export function readMetadata(pairs: DirectPairs, id: string): DocumentMetadata | undefined {
  const text = pairs.readPair(metadataKey(id));
  return text === undefined ? undefined : JSON.parse(String(text)) as DocumentMetadata;
}

export const readBodyText = (pairs: DirectPairs, sequence: number | undefined): string | undefined => {
  const text = sequence === undefined ? undefined : pairs.readPair(bodyKey(sequence));
  return text === undefined ? undefined : String(text);
};

/** Attachments are named, not sent. */
export function withStubs(body: DocumentBody): DocumentBody {
  for (const attachment of Object.values((body['_attachments'] ?? {}) as Record<string, { stub?: boolean }>)) attachment.stub = true;
  return body;
}

/** The winning version, or one revision; `deleted` where the winner is one and none was named. */
export function readDocument(pairs: DirectPairs, id: string, rev?: string): DocumentBody | 'deleted' | undefined {
  const metadata = readMetadata(pairs, id);
  if (!metadata) return undefined;
  const winner = winnerOfTree(metadata.rev_tree);
  if (rev === undefined && winner.deleted) return 'deleted';
  const text = readBodyText(pairs, metadata.rev_map[rev ?? winner.rev]);
  return text === undefined ? undefined : withStubs(JSON.parse(text) as DocumentBody);
}

/** The named revisions that still have a body, or every leaf; with their ancestry where asked. Empty where there is no such document. */
export function readRevisions(pairs: DirectPairs, id: string, wanted: 'all' | readonly string[], withAncestry: boolean): OpenRevision[] {
  const metadata = readMetadata(pairs, id);
  if (!metadata) return wanted === 'all' ? [] : wanted.map((missing) => ({ missing }));
  const revs = wanted === 'all' ? leavesOfTree(metadata.rev_tree).map(({ rev }) => rev) : wanted;
  return revs.map((rev): OpenRevision => {
    const stored = readBodyText(pairs, metadata.rev_map[rev]);
    if (stored === undefined) return { missing: rev };
    const text = stored.includes('"_attachments"') ? JSON.stringify(withStubs(JSON.parse(stored) as DocumentBody)) : stored;
    return withLazyBody(withAncestry ? `${text.slice(0, -1)},"_revisions":${JSON.stringify(ancestryOf(metadata.rev_tree, rev))}}` : text);
  });
}

/** Mostly passed on as it is; parsed for those who look into it. */
function withLazyBody(text: string): { ok: DocumentBody; json: string } {
  let parsed: DocumentBody | undefined;
  return { json: text, get ok() { return parsed ??= JSON.parse(text) as DocumentBody; } };
}
