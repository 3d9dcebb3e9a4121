import type { Connection } from './driver.ts';
import { indexDdl, quoteName, tableDdl } from './document-table.ts';
import type { TableDefinition } from './types.ts';

export interface KnownTable { name: string; primaryKey: string; definition: TableDefinition }

/** Which document tables the file has. Tables beside them (plain SQL) are not listed. */
export interface TableRegistry {
  define(definition: TableDefinition): KnownTable;
  /** Faults on a table never defined. */
  need(name: string): KnownTable;
  drop(name: string): void;
  greatestLwt(): number;
}

const RESERVED = /^(store_|sqlite_)/i;

export function createTableRegistry(connection: Connection): TableRegistry {
  const known = new Map<string, KnownTable>();
  const remember = (definition: TableDefinition): KnownTable => {
    const table: KnownTable = { name: definition.name, primaryKey: definition.primaryKey ?? '_id', definition };
    known.set(table.name, table);
    return table;
  };
  connection.exec(`CREATE TABLE IF NOT EXISTS store_tables (name TEXT PRIMARY KEY, definition TEXT NOT NULL, traits TEXT NOT NULL DEFAULT '{}');
    CREATE TABLE IF NOT EXISTS store_attachments (
      owner TEXT NOT NULL, document TEXT NOT NULL, attachment TEXT NOT NULL, digest TEXT NOT NULL, type TEXT NOT NULL, content BLOB NOT NULL,
      PRIMARY KEY (owner, document, attachment))`);
  for (const row of connection.prepare('SELECT definition FROM store_tables').all() as { definition: string }[]) {
    remember(JSON.parse(row.definition) as TableDefinition);
  }

  const createAll = connection.transaction((definition: TableDefinition) => {
    for (const ddl of tableDdl(definition.name)) connection.exec(ddl);
    const wanted = indexDdl(definition);
    const names = new Set([...wanted.map(({ name }) => name), `${definition.name} by lwt`]);
    const present = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL").pluck().all(definition.name) as string[];
    for (const name of present) if (!names.has(name)) connection.exec(`DROP INDEX ${quoteName(name)}`);
    for (const { ddl } of wanted) connection.exec(ddl);
    connection.prepare('INSERT INTO store_tables (name, definition) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET definition = excluded.definition')
      .run(definition.name, JSON.stringify(definition));
  });

  return {
    define(definition) {
      if (definition.name === '' || RESERVED.test(definition.name)) throw new RangeError(`not a name for a document table: ${definition.name}`);
      const before = known.get(definition.name);
      if (before && JSON.stringify(before.definition) === JSON.stringify(definition)) return before;
      if (before && before.primaryKey !== (definition.primaryKey ?? '_id')) throw new Error(`the primary key of ${definition.name} is ${before.primaryKey}`);
      createAll.immediate(definition);
      return remember(definition);
    },
    need(name) {
      const table = known.get(name);
      if (!table) throw new Error(`no document table ${name}`);
      return table;
    },
    drop(name) {
      connection.transaction(() => {
        connection.exec(`DROP TABLE IF EXISTS ${quoteName(name)}`);
        connection.prepare('DELETE FROM store_tables WHERE name = ?').run(name);
        connection.prepare('DELETE FROM store_attachments WHERE owner = ?').run(name);
      }).immediate();
      known.delete(name);
    },
    greatestLwt() {
      let greatest = 0;
      for (const { name } of known.values()) {
        const lwt = connection.prepare(`SELECT max(lwt) FROM ${quoteName(name)}`).pluck().get() as number | null;
        greatest = Math.max(greatest, lwt ?? 0);
      }
      return greatest;
    },
  };
}
