/**
 * store: an encrypted SQLite file for documents. Knows nothing of clinics.
 * `openStore` → StorageCore · `createRxStorage(core)` → RxStorage for RxDB 17 · `createLevelDown(file, key)` → store for PouchDB.
 */
export type {
  Commit, CommitEvent, CommittedChange, DerivedRows, DocumentWrite, NumberedChange, Sql, SqlValue, StorageCore, StoredDocument, TableDefinition,
} from './types.ts';
export { StoreConflict, StoreOpenError } from './types.ts';
export { openStore } from './open-store.ts';
export type { OpenStoreOptions } from './open-store.ts';
export { createRxStorage } from './rx-storage.ts';
export type { RxStorageOptions } from './rx-storage.ts';
export { createLevelDown } from './leveldown.ts';
export type { DirectPairs, LevelDownOptions } from './leveldown.ts';
export { copyStoreFile } from './copy-store-file.ts';
export { rekeyStoreFile } from './rekey-store-file.ts';
export type { RekeySteps } from './rekey-store-file.ts';
export { freezeStore } from './freeze-store.ts';
export type { FrozenStore } from './freeze-store.ts';
export { acquireFileLock } from './file-lock.ts';
export { hasReserve, keepReserve, releaseReserve } from './reserve.ts';
export { inspectStore } from './inspect-store.ts';
export type { StoreFile, StoreInspection } from './inspect-store.ts';
