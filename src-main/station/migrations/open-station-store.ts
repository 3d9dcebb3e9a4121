import { openStore, type OpenStoreOptions, type StorageCore } from '../../../store/index.ts';
import { stationMigrations } from './index.ts';
import type { Migration } from './migration.ts';
import { openMigrationBook, type MigrationBook } from './migration-book.ts';

/** An opened file and what it still has to go through. */
export interface OpenedStore { store: StorageCore; book: MigrationBook; pending: readonly Migration[] }

/** @throws StoreOpenError, `NewerVersion` too where the file has been through a migration that is not in the list; nothing is written then. */
export function openStationStore(options: OpenStoreOptions, migrations: readonly Migration[] = stationMigrations): OpenedStore {
  const store = openStore(options);
  try {
    const book = openMigrationBook(store.sql, options.file);
    return { store, book, pending: book.pending(migrations) };
  } catch (error) {
    store.close();
    throw error;
  }
}
