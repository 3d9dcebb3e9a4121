import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import type { StorageCore, StoredDocument } from '../../../store/index.ts';

/** The body of a stored document: what the domain sees, without the store's own fields. */
export function bodyOf<T>(stored: StoredDocument): T {
  const { _meta, _attachments, _deleted, ...body } = stored;
  return (_deleted ? { ...body, _deleted } : body) as T;
}

/** A record that is there and not deleted. `T` is what the collection's schema says. */
export function readRecord<T = DocumentBody>(store: StorageCore, table: string, id: string): T | undefined {
  const stored = store.get(table, id);
  return stored && !stored._deleted ? bodyOf<T>(stored) : undefined;
}
