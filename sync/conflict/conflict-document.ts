import type { Clash } from './merge-fields.ts';
import type { DocumentBody } from '../types.ts';

/** Who wrote a version, when, on which device. `name`: where the version says it. */
export interface VersionAuthor { by: string; name?: string; at: string; device: string; rev: string }
export type ConflictDocument = DocumentBody & {
  recordId: string; collection: string;
  /** `fields`: two versions differ and the later one stands. `deleted`: elsewhere the record was deleted; it stays here. */
  kind: 'fields' | 'deleted';
  fields: Clash[]; kept: VersionAuthor; other: VersionAuthor;
  /** The whole version that does not stand. */
  losing: DocumentBody;
};

export interface ConflictParts { kind: ConflictDocument['kind']; table: string; schemaVersion: number; fields: Clash[]; kept: DocumentBody; other: DocumentBody; revA: string; revB: string; losing: DocumentBody }

const nameOf = ({ updatedByName: name }: Readonly<Record<string, unknown>>) => (typeof name === 'string' ? { name } : {});
const authorOf = (body: DocumentBody): VersionAuthor => ({ by: String(body['updatedBy'] ?? ''), ...nameOf(body), at: String(body['updatedAt'] ?? ''), device: String(body['device'] ?? ''), rev: body._rev ?? '' });

/** `conflict:<id>:<revA>:<revB>`: made of the two versions alone, so it is the same document on every side. */
export function buildConflictDocument({ kind, table, schemaVersion, fields, kept, other, revA, revB, losing }: ConflictParts): ConflictDocument {
  const at = [String(kept['updatedAt'] ?? ''), String(other['updatedAt'] ?? '')].sort()[1] ?? '';
  const version = [String(kept['version'] ?? ''), String(other['version'] ?? '')].sort()[1] ?? '';
  return {
    _id: `conflict:${kept._id}:${revA}:${revB}`, unit: kept['unit'] ?? other['unit'], device: 'merge', createdAt: at, createdBy: 'merge', updatedAt: at, updatedBy: 'merge', version, schemaVersion,
    recordId: kept._id, collection: table, kind, fields, kept: authorOf(kept), other: authorOf(other), losing,
  };
}
