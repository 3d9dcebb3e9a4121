import { collectionOfId } from '../../src-shared/domain/collections.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import type { ParsedDatabase } from './database-access.ts';
import type { Principal } from './principal.ts';
import { resourceFault } from './check-resource.ts';

/** All that is looked at here of a document's own fields, but in `resources-*`. */
export const authorshipFields = ['unit', 'device'] as const;

/** A deletion without content, as any CouchDB client writes it. */
const isBareTombstone = (document: DocumentBody): boolean =>
  document._deleted === true && Object.keys(document).every((key) => key === '_id' || key === '_rev' || key === '_revisions' || key === '_deleted');

function deviceFault(document: DocumentBody, database: ParsedDatabase): string | undefined {
  const collection = collectionOfId(document._id);
  if (!collection) return 'unknown collection';
  if (collection.owner !== 'station') return `${collection.name} are not written by stations`;
  if (collection.database !== database.kind && collection.name !== 'conflicts') return `${collection.name} do not belong in this database`;
  if (isBareTombstone(document)) return undefined;
  if (document['unit'] !== database.unit) return 'the unit is not this station';
  if (typeof document['device'] !== 'string' || document['device'] === '') return 'the device is missing';
  return database.kind === 'resources' ? resourceFault(document) : undefined;
}

/** A child hub is trusted for what its stations wrote (decision 9); what flows down only never comes from it. */
function childFault(document: DocumentBody): string | undefined {
  if (document._id.startsWith('_')) return 'design documents are not taken';
  const collection = collectionOfId(document._id);
  return collection?.direction === 'down' && collection.owner !== 'reviewer' ? `${collection.name} only flow down` : undefined;
}

/**
 * Who may write what, where a document first enters (contract §3). Answers why not, or `undefined`. `_local` documents never
 * come here. The reason carries none of the document's content.
 */
export function authorshipFault(document: DocumentBody, principal: Principal, database: ParsedDatabase): string | undefined {
  if (document._id.startsWith('_')) return 'design documents are not taken';
  switch (principal.kind) {
    case 'device': return deviceFault(document, database);
    case 'child': return childFault(document);
    case 'administrator': return collectionOfId(document._id)?.owner === 'catalogue' ? undefined : 'only catalogues are written here';
  }
}
