import { collections, databaseName } from '../../../src-shared/domain/collections.ts';
import type { TableDefinition } from '../../../store/index.ts';
import type { SyncedCollection, SyncedDatabase } from '../../../sync/index.ts';

/** Document tables of the encrypted file, one per collection of the domain's list. */
export const documentTables: readonly TableDefinition[] = Object.values(collections).map(({ name, indexes }) => ({ name, primaryKey: '_id', indexes }));

/** What replication must know of each collection. */
export const syncedCollections: readonly SyncedCollection[] = Object.values(collections).map((c) => ({
  table: c.name, idPrefix: c.idPrefix, database: c.database, owned: c.owner === 'station', outlivesDeletion: c.clinical, fillFirst: c.name === 'patients',
  schemaVersion: c.schemaVersion, mergePolicy: c.mergePolicy,
}));

/** A unit's databases at every hub (contract §3). */
export const syncedDatabases = (unit: string): Readonly<Record<string, SyncedDatabase>> => ({
  health: { name: databaseName('health', unit), goesUp: true }, resources: { name: databaseName('resources', unit), goesUp: true }, reference: { name: databaseName('reference', unit), goesUp: false },
});

/** Who and when: of one record mostly the same person and the same moment. */
export const fieldsAtEnd = ['author', 'createdBy', 'updatedBy', 'occurredOn', 'createdAt', 'submittedAt', 'updatedAt', 'version', 'device', 'unit', 'schemaVersion', '_rev'];
