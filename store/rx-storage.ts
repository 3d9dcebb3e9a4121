import { ensureRxStorageInstanceParamsAreCorrect, RXDB_VERSION } from 'rxdb/plugins/core';
import type { RxStorage, RxStorageInstanceCreationParams } from 'rxdb/plugins/core';
import { RxStorageInstanceSqlite } from './rx-storage-instance.ts';
import type { RxInstanceInternals } from './rx-storage-instance.ts';
import { defineRxTable, firstDatabase, rxTableName } from './rx-table.ts';
import type { StorageCore } from './types.ts';

export interface RxStorageOptions {
  /**
   * Whether the name of the RxDB database is part of the names of tables. `false`: the file is the database, and its
   * collections are found again under whatever name RxDB opens it. Where not given, databases of different names lie apart:
   * the first that this file sees has the plain names, the others have theirs in front.
   */
  separateDatabases?: boolean;
}

/**
 * RxDB's storage on an open store: `createRxDatabase({ name, storage: createRxStorage(core) })`. Its writes are commits of
 * the store, and commits made directly to a collection's table are heard by the collection's live queries. Closing the RxDB
 * database leaves the store open; removing a collection drops its table.
 */
export function createRxStorage(core: StorageCore, { separateDatabases }: RxStorageOptions = {}): RxStorage<RxInstanceInternals, Record<string, unknown>> {
  return {
    name: 'sqlite-encrypted',
    rxdbVersion: RXDB_VERSION,
    async createStorageInstance<T>(params: RxStorageInstanceCreationParams<T, Record<string, unknown>>) {
      ensureRxStorageInstanceParamsAreCorrect(params);
      const { databaseName, collectionName, schema } = params;
      const isApart = separateDatabases ?? firstDatabase(core, databaseName) !== databaseName;
      const table = rxTableName({ databaseName, collectionName, version: schema.version }, isApart);
      defineRxTable(core, table, schema);
      return new RxStorageInstanceSqlite<T>({ core, table }, params);
    },
  };
}
