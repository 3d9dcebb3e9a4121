import type { SyncedDatabase } from '../types.ts';

/** Tables of new documents of this device that wait to be sent for the first time, one for each database that goes up. Rows are inserted and removed, never changed. */
export interface FirstTables {
  readonly names: readonly string[];
  of(database: string): string;
  /** SQL that adds a row: seq, tbl, id, rev, savedAt. */
  insertInto(database: string): string;
}

export function createFirstTables(databases: Readonly<Record<string, SyncedDatabase>>): FirstTables {
  const tables = new Map(Object.entries(databases).filter(([, { goesUp }]) => goesUp).map(([word, { name }]) => {
    if (!/^[a-z][a-z0-9]*$/.test(word)) throw new RangeError(`not a word for a database: ${word}`);
    return [name, `sync_first_${word}`];
  }));
  const of = (database: string): string => {
    const table = tables.get(database);
    if (table === undefined) throw new Error(`nothing goes up to this database: ${database}`);
    return table;
  };
  const inserts = new Map([...tables].map(([database, table]) => [database, `INSERT INTO ${table} (seq, tbl, id, rev, savedAt) VALUES (?, ?, ?, ?, ?)`]));
  return { names: [...tables.values()], of, insertInto: (database) => inserts.get(database) ?? of(database) };
}
