import type { RevisionTree } from './revision-tree.ts';

/**
 * How PouchDB's adapter for ordered pairs keeps a database: keys, and what stands under them. Files of either reader are the other's.
 * A body kept as bytes, not as text, is the only one of its document, which names no attachment: its place in the feed is the
 * document's, and it begins with id and revision. So the feed needs nothing else to tell of it (decision 167).
 */
export interface DocumentMetadata {
  id: string; seq: number; rev_tree: RevisionTree;
  /** Where the body of each revision lies that still has one. */
  rev_map: Record<string, number>;
  winningRev?: string; deleted?: boolean;
}
/** Of one stored attachment: `id@revision` of the versions that name it. */
export interface AttachmentUse { refs?: Record<string, true> }

const inStore = (store: string) => (key: string): string => `\xff${store}\xff${key}`;

export const metadataKey = inStore('document-store');
export const attachmentKey = inStore('attach-store');
export const binaryKey = inStore('attach-binary-store');
const bySequence = inStore('by-sequence');
export const bodyKey = (sequence: number): string => bySequence(String(sequence).padStart(16, '0'));
const SEQUENCE_AT = Buffer.byteLength(bySequence(''));
export const sequenceOfKey = (key: Buffer): number => Number(key.toString('latin1', SEQUENCE_AT));
/** Behind every body. */
export const bodiesEnd = bySequence('\xff');

const meta = inStore('meta-store');
export const lastSequenceKey = meta('_local_last_update_seq');
export const documentCountKey = meta('_local_doc_count');
