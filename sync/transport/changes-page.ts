import type { WireDocument } from '../replication/wire-document.ts';

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
