import type { WireDocument } from '../replication/wire-document.ts';
import { isRecord } from './is-record.ts';

/** A living document with nothing of CouchDB's own in it but id and revision, as bytes nobody has parsed. */
export interface PlainDocument {
  id: string; rev: string;
  /** JSON without the revision, in UTF-8: a part of the page's bytes. */
  readonly content: Buffer;
  /** Top-level fields by their names; those it does not have are left out. */
  fieldsOf(names: readonly string[]): Record<string, unknown>;
}

export interface ChangeRow { id: string; seq?: unknown; changes: { rev: string }[]; deleted?: boolean; doc?: WireDocument | null; /** `doc` as it came, where it is a plain one. */ plain?: PlainDocument }
export interface ChangesPage { results: ChangeRow[]; last_seq: string | number; pending?: number }

const isLeaf = (leaf: unknown): boolean => isRecord(leaf) && typeof leaf['rev'] === 'string';
const isRow = (row: unknown): boolean => isRecord(row) && typeof row['id'] === 'string' && Array.isArray(row['changes']) && row['changes'].every(isLeaf);

/** Whether an answer is a page of the feed; of its documents nothing is said. */
export const isChangesPage = (answer: unknown): answer is ChangesPage => isRecord(answer) && Array.isArray(answer['results']) && answer['last_seq'] !== undefined && answer['results'].every(isRow);
