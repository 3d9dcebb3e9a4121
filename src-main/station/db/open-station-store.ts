import { openStore, StoreOpenError, type OpenStoreOptions, type StorageCore } from '../../../store/index.ts';
import { stationMigrations } from '../migrations/index.ts';
import type { Migration } from '../migrations/migration.ts';
import { openMigrationBook, type MigrationBook } from '../migrations/migration-book.ts';

/** An opened file and what it still has to go through. */
export interface OpenedStore { store: StorageCore; book: MigrationBook; pending: readonly Migration[] }

/** @throws StoreOpenError, `NewerVersion` too where the file has been through a migration that is not in the list; nothing is written then. */
export function openStationStore(options: OpenStoreOptions, migrations: readonly Migration[] = stationMigrations): OpenedStore {
  const store = openStore(options);
  try {
    const book = openMigrationBook(store.sql);
    const unknown = book.unknown(migrations);
    if (unknown !== undefined) throw new StoreOpenError('NewerVersion', `${options.file} has been through change ${unknown}, which this program does not know`);
    return { store, book, pending: book.pending(migrations) };
  } catch (error) {
    store.close();
    throw error;
  }
}
