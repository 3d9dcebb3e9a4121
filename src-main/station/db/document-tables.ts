import { collections } from '../../../src-shared/domain/collections.ts';
import type { TableDefinition } from '../../../store/index.ts';
import type { SyncedCollection } from '../../../sync/index.ts';

/** Document tables of the encrypted file, one per collection of the domain's list. */
export const documentTables: readonly TableDefinition[] = Object.values(collections).map(({ name, indexes }) => ({ name, primaryKey: '_id', indexes }));

/** What replication must know of each collection. */
export const syncedCollections: readonly SyncedCollection[] = Object.values(collections).map((c) => ({
  table: c.name, idPrefix: c.idPrefix, database: c.database, owned: c.owner === 'station', clinical: c.clinical, fillFirst: c.name === 'patients',
  schemaVersion: c.schemaVersion, mergePolicy: c.mergePolicy,
}));
